import type { output, ZodType } from 'zod/v4';
import type { ApiReader } from '../api/operations/operation.js';

/** What a tool answers: data as its schema describes it, and the same for whoever reads text only. */
export interface ToolAnswer {
  readonly data: object;
  readonly text: string;
}

/** One thing that an assistant can ask for. None changes anything, and none keeps anything. */
export interface AssistantTool<Given extends ZodType = ZodType> {
  readonly name: string;
  readonly title: string;
  /** For the model: what it is for, and what it must not be used for. */
  readonly description: string;
  readonly given: Given;
  readonly answer: ZodType;
  /** Answers. Throws `RequestError`. */
  answers(given: output<Given>, reader: ApiReader): ToolAnswer | Promise<ToolAnswer>;
}

/** Only infers: what answers is checked against what is asked. */
export function tool<Given extends ZodType>(one: AssistantTool<Given>): AssistantTool<Given> {
  return one;
}
