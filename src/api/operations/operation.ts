import type { output, ZodType } from 'zod/v4';
import type { Language } from '../../language/language.js';
import type { EditionId } from '../../policy/edition.js';
import type { Sent } from '../schema/z.js';

/** Who is answered, and by which edition where the request names none. */
export interface ApiReader {
  readonly language: Language;
  /** Undefined: the newest of the customer's cloud. */
  readonly edition: EditionId | undefined;
  /** Whose turn it is: what takes long is done for one caller after the other. */
  readonly caller: string;
}

/**
 * One thing that other programs can ask, written once: what checks the request, types what answers it, and is described to
 * whoever writes a client.
 */
export interface ApiOperation<Given extends ZodType = ZodType, Answer extends ZodType = ZodType> {
  /** Its name in generated clients. */
  readonly id: string;
  readonly method: 'get' | 'post';
  /** Below the base path, with `{names}` of what varies. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** The body of a `post`; of a `get` what varies in the path, and what may stand in the query. */
  readonly given: Given;
  readonly answer: Answer;
  /** One that works, for the reference and its tests. */
  readonly example: unknown;
  /** Whether it also takes a stream of lines. */
  readonly lines?: true;
  /**
   * Whether others may ask just this, so that the finished answer is kept for them; what was given is not checked yet.
   * Never what is in somebody’s own words.
   */
  readonly isRepeated?: (given: unknown) => boolean;
  /** Answers. Throws `RequestError`. */
  answers(given: output<Given>, reader: ApiReader): Sent<output<Answer>> | Promise<Sent<output<Answer>>>;
}

/** Only infers: what answers is then checked against what is described. */
export function operation<Given extends ZodType, Answer extends ZodType>(
  one: ApiOperation<Given, Answer>,
): ApiOperation<Given, Answer> {
  return one;
}

/** The names of what varies in a path. */
export function pathNames({ path }: Pick<ApiOperation, 'path'>): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
