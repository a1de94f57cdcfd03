import { createHash } from 'node:crypto';
import { RequestError } from '../advice/request-error.js';
import { inTurn } from '../async/in-turn.js';
import type { Language } from '../language/language.js';
import { complaintsOf } from './complaints.js';
import { type ApiOperation, type ApiReader, pathNames } from './operations/operation.js';
import { OPERATIONS } from './operations/operations.js';
import type { ProblemKind } from './protocol/problem-details.js';
import { type ReadyAnswer, ReadyAnswers } from './ready-answers.js';

/** One call, without anything of HTTP that does not matter to it. */
export interface ApiCall {
  readonly method: string;
  /** Below the base path, decoded part by part by whoever is asked: `/editions/2019-03`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export type ApiAnswer =
  | ({ readonly kind: 'answer' } & ReadyAnswer)
  | { readonly kind: 'wrong'; readonly problem: ProblemKind; readonly wrong: readonly RequestError[] }
  | { readonly kind: 'method'; readonly allowed: readonly string[] };

const NOT_FOUND: ApiAnswer = { kind: 'wrong', problem: 'notFound', wrong: [] };

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** What varies in a path, where it is one of this operation. */
function variablesIn({ path }: ApiOperation, called: string): Readonly<Record<string, string>> | undefined {
  const parts = path.split('/');
  const theirs = called.split('/').map(decoded);
  if (parts.length !== theirs.length) return undefined;
  const found: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const value = theirs[at];
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (value === undefined || (name === undefined && value !== part)) return undefined;
    if (name !== undefined) found[name] = value;
  }
  return found;
}

/** Those whose path is one and the same, found without comparing it with all others. */
const BY_PATH = new Map(
  OPERATIONS.filter((one) => pathNames(one).length === 0).map((one) => [`${one.method} ${one.path}`, one]),
);

function givenIn(
  one: ApiOperation,
  variables: Readonly<Record<string, string>>,
  { query, body }: ApiCall,
): unknown {
  // A list of pairs, so that no name in a query can be more than a name.
  return one.method === 'post' ? body : Object.fromEntries([...query, ...Object.entries(variables)]);
}

const ready = new ReadyAnswers();

/** All that an answer depends on; undefined where it is not kept. */
function keyOf(one: ApiOperation, given: unknown, { language, edition }: ApiReader): string | undefined {
  if (one.isRepeated?.(given) !== true) return undefined;
  return `${one.id} ${language.tag} ${edition ?? ''} ${JSON.stringify(given)}`;
}

function answered(one: ApiOperation, given: unknown, reader: ApiReader): ApiAnswer | Promise<ApiAnswer> {
  const key = keyOf(one, given, reader);
  const known = key === undefined ? undefined : ready.get(key);
  return known === undefined ? answeredAnew(one, given, reader, key) : { kind: 'answer', ...known };
}

async function answeredAnew(
  one: ApiOperation,
  given: unknown,
  reader: ApiReader,
  key: string | undefined,
): Promise<ApiAnswer> {
  const varying = pathNames(one);
  const wrongs = (wrong: readonly RequestError[]): ApiAnswer => {
    // What varies in a path is the name of a thing: with another name there is no such thing.
    const isNoSuchThing = wrong.some(({ at }) => varying.includes(String(at[0])));
    return { kind: 'wrong', problem: isNoSuchThing ? 'notFound' : 'invalid', wrong };
  };
  const read = one.given.safeParse(given);
  if (!read.success) return wrongs(complaintsOf(one.given, given, read.error));
  try {
    if (one.method === 'post') await inTurn(reader.caller);
    const answer = await one.answers(read.data, reader);
    const body = Buffer.from(JSON.stringify(answer));
    const tag =
      one.method === 'get' ? createHash('sha256').update(body).digest('base64url').slice(0, 22) : undefined;
    const finished = { body, tag, language: languageIn(answer, reader.language) };
    if (key !== undefined) ready.keep(key, finished);
    return { kind: 'answer', ...finished };
  } catch (error) {
    if (error instanceof RequestError) return wrongs([error]);
    throw error;
  }
}

/** The language of an answer: of several, that of the first. */
function languageIn(answer: unknown, otherwise: Language): string {
  const [first] = Array.isArray(answer) ? answer : [answer];
  const { locale } = (first ?? {}) as { readonly locale?: unknown };
  return typeof locale === 'string' ? locale : otherwise.tag;
}

/** Answers a call, at once where the answer is there, or says what is wrong with it. */
export function answerCall(call: ApiCall, reader: ApiReader): ApiAnswer | Promise<ApiAnswer> {
  const named = BY_PATH.get(`${call.method.toLowerCase()} ${call.path}`);
  if (named !== undefined) return answered(named, givenIn(named, {}, call), reader);
  const there = OPERATIONS.flatMap((one) => {
    const variables = variablesIn(one, call.path);
    return variables === undefined ? [] : [{ one, variables }];
  });
  const found = there.find(({ one }) => one.method === call.method.toLowerCase());
  if (found !== undefined) {
    return answered(found.one, givenIn(found.one, found.variables, call), reader);
  }
  if (there.length === 0) return NOT_FOUND;
  return { kind: 'method', allowed: there.map(({ one }) => one.method.toUpperCase()) };
}
