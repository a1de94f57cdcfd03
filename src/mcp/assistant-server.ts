import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { CallToolResult, ListToolsResult, Prompt, Tool } from '@modelcontextprotocol/sdk/types.js';
import type { ZodType } from 'zod/v4';
import { RequestError } from '../advice/request-error.js';
import { complaintsOf } from '../api/complaints.js';
import type { ApiReader } from '../api/operations/operation.js';
import { problemOf } from '../api/protocol/problem-details.js';
import { z } from '../api/schema/z.js';
import { type AssistantPrompt, completionsOf, EDITION_PART, PROMPTS, wrongParts } from './prompts.js';
import { ADDRESSES, RESOURCE_TEMPLATES, resourceAt, resourcesFor } from './resources.js';
import { sdk } from './sdk.js';
import type { AssistantTool } from './tool.js';
import { TOOLS } from './tools.js';

const ABOUT = { name: 'multichannel-advisor', title: 'Multi-channel Advisor', version: '1.0.0' };
const INSTRUCTIONS =
  'Exact, cited answers about multi-channel support in Microsoft’s Cloud Solution Provider program. It answers from what it is ' +
  'given and from nothing else: pass on what the person said, put its questions to them, and never answer those yourself.';

/** As JSON Schema, without the ids of our own: to readers of older schemas “id” is an address. */
function schemaOf(schema: ZodType): Tool['inputSchema'] {
  const { id: _, $defs = {}, ...whole } = z.toJSONSchema(schema);
  const named = Object.entries($defs).map(([name, { id: __, ...each }]) => [name, each] as const);
  return { ...whole, $defs: Object.fromEntries(named) } as unknown as Tool['inputSchema'];
}

function toldOf({ name, title, description, given, answer }: AssistantTool): Tool {
  return {
    name,
    title,
    description,
    inputSchema: schemaOf(given),
    outputSchema: schemaOf(answer),
    annotations: {
      title,
      readOnlyHint: true,
      idempotentHint: true,
      destructiveHint: false,
      openWorldHint: false,
    },
  };
}

/** Made once: the schemas are long, and are the same for everybody. */
const TOLD = TOOLS.map(toldOf);

/** What the server answers whoever asks for its tools, as the SDK has checked it. Throws where that would refuse it. */
export function toldTools(): ListToolsResult {
  return sdk.types().ListToolsResultSchema.parse({ tools: TOLD });
}

function promptTold({ name, title, description, asks }: AssistantPrompt): Prompt {
  const parts = asks.map(({ values: _, ...part }) => part);
  return { name, title, description, arguments: parts };
}

/** Called with a defect of ours, for the log. */
export type Failed = (error: unknown) => void;

/** What is wrong with a call, each thing where it stands, so that a model can mend it. */
function refusal(wrong: readonly RequestError[], { language }: ApiReader): CallToolResult {
  const { errors = [] } = problemOf({ kind: 'invalid', language, id: '', wrong });
  const text = errors.map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`).join('\n');
  return { isError: true, content: [{ type: 'text', text }] };
}

async function called(
  one: AssistantTool,
  given: unknown,
  reader: ApiReader,
  failed: Failed,
): Promise<CallToolResult> {
  const read = one.given.safeParse(given);
  if (!read.success) return refusal(complaintsOf(one.given, given, read.error), reader);
  try {
    const { data, text } = await one.answers(read.data, reader);
    return { content: [{ type: 'text', text }], structuredContent: { ...data } };
  } catch (error) {
    if (error instanceof RequestError) return refusal([error], reader);
    // What it says could tell more than callers should know.
    failed(error);
    const text = [reader.language.say('problem.failed'), reader.language.say('problemDetail.failed')].join(
      '\n',
    );
    return { isError: true, content: [{ type: 'text', text }] };
  }
}

/** A server of the Model Context Protocol over the same functions as the HTTP API; it keeps nothing. */
export function assistantServer(reader: ApiReader, failed: Failed): Server {
  const { Server } = sdk.server();
  const types = sdk.types();
  const server = new Server(ABOUT, {
    capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
    instructions: INSTRUCTIONS,
  });
  server.setRequestHandler(types.ListToolsRequestSchema, () => ({ tools: TOLD }));
  server.setRequestHandler(types.CallToolRequestSchema, ({ params }) => {
    const one = TOOLS.find(({ name }) => name === params.name);
    if (one !== undefined) return called(one, params.arguments ?? {}, reader, failed);
    const names = TOOLS.map(({ name }) => name).join(', ');
    throw new types.McpError(types.ErrorCode.InvalidParams, `There is no such tool. Allowed: ${names}.`);
  });
  const refuse = (message: string): never => {
    throw new types.McpError(types.ErrorCode.InvalidParams, message);
  };
  server.setRequestHandler(types.ListResourcesRequestSchema, () => ({ resources: resourcesFor(reader) }));
  server.setRequestHandler(types.ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: RESOURCE_TEMPLATES,
  }));
  server.setRequestHandler(types.ReadResourceRequestSchema, ({ params: { uri } }) => {
    const found = resourceAt(uri, reader);
    return found === undefined
      ? refuse(`There is no such resource. Allowed: ${ADDRESSES.join(', ')}.`)
      : { contents: [found] };
  });
  server.setRequestHandler(types.ListPromptsRequestSchema, () => ({ prompts: PROMPTS.map(promptTold) }));
  server.setRequestHandler(types.GetPromptRequestSchema, ({ params: { name, arguments: given = {} } }) => {
    const one = PROMPTS.find((each) => each.name === name);
    if (one === undefined)
      return refuse(`There is no such prompt. Allowed: ${PROMPTS.map((each) => each.name).join(', ')}.`);
    const [wrong] = wrongParts(one, given);
    if (wrong !== undefined) return refuse(`“${wrong.name}”: allowed is ${wrong.allowed.join(', ')}.`);
    const text = one.words(given);
    return { description: one.description, messages: [{ role: 'user', content: { type: 'text', text } }] };
  });
  server.setRequestHandler(types.CompleteRequestSchema, ({ params: { ref, argument } }) => {
    const asks =
      ref.type === 'ref/prompt' ? PROMPTS.find(({ name }) => name === ref.name)?.asks : [EDITION_PART];
    const values = completionsOf(asks ?? [], argument.name, argument.value);
    return { completion: { values: [...values], total: values.length, hasMore: false } };
  });
  return server;
}
