import type { RequestError } from '../../advice/request-error.js';
import type { Language } from '../../language/language.js';
import { API_PATH } from './api-paths.js';

/** What went wrong, as a kind that programs can act on. */
export const PROBLEM_KINDS = [
  'unreadable',
  'invalid',
  'notFound',
  'method',
  'unauthorized',
  'forbidden',
  'tooLarge',
  'mediaType',
  'tooMany',
  'busy',
  'failed',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export const STATUS_OF: Readonly<Record<ProblemKind, number>> = {
  unreadable: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  method: 405,
  tooLarge: 413,
  mediaType: 415,
  invalid: 422,
  tooMany: 429,
  failed: 500,
  busy: 503,
};

/** The kind of a refusal that somebody else has made. */
export function kindOfStatus(status: number): ProblemKind {
  const known = PROBLEM_KINDS.find((kind) => STATUS_OF[kind] === status);
  return known ?? (status >= 500 ? 'failed' : 'unreadable');
}

/** Where something is, as RFC 6901 writes it. */
function pointerTo(path: RequestError['at']): string {
  return path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Problem details (RFC 9457). */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

export interface ProblemParts {
  readonly kind: ProblemKind;
  readonly language: Language;
  /** The id of the request. */
  readonly id: string;
  readonly wrong?: readonly RequestError[];
  /** In place of what the kind says. */
  readonly detail?: string;
  readonly status?: number;
}

export function problemOf({ kind, language, id, wrong = [], detail, status }: ProblemParts): ProblemDetails {
  const errors = wrong.map((each) => ({ pointer: pointerTo(each.at), detail: each.said(language) }));
  const said = kind === 'invalid' ? undefined : language.say(`problemDetail.${kind}`);
  return {
    type: `${API_PATH}#problem-${kind}`,
    title: language.say(`problem.${kind}`),
    status: status ?? STATUS_OF[kind],
    detail: detail ?? errors[0]?.detail ?? said ?? '',
    instance: `urn:request:${id}`,
    ...(errors.length > 0 && { errors }),
  };
}
