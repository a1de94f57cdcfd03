import type { Request, Response } from 'restify';
import { acceptedLocales } from '../language/accept-language.js';
import type { Language } from '../language/language.js';
import { LANGUAGES } from '../language/languages.js';
import { negotiate } from '../language/negotiate.js';
import { isOfApi } from './protocol/api-paths.js';
import { kindOfStatus, problemOf } from './protocol/problem-details.js';
import { requestId } from './protocol/request-id.js';

/** Called by a wrong name: only the refusal itself says how that is mended. */
const MISDIRECTED = 421;

/** The language that a caller wants. */
export function callerLanguage({ headers }: Pick<Request, 'headers'>): Language {
  return LANGUAGES[negotiate(acceptedLocales(headers['accept-language']))];
}

export const PROBLEM_HEADERS = {
  'Content-Type': 'application/problem+json; charset=utf-8',
  'Cache-Control': 'no-store',
};

function messageIn(refused: unknown): string | undefined {
  const { error } = (refused ?? {}) as { readonly error?: { readonly message?: unknown } };
  return typeof error?.message === 'string' ? error.message : undefined;
}

/** What the server refuses before anybody here is asked, as problem details too. */
export function refusalForm(req: Request, res: Response, refused: unknown) {
  if (!isOfApi(req.url ?? '')) return undefined;
  const language = callerLanguage(req);
  const status = res.statusCode;
  const kind = kindOfStatus(status);
  const detail = status === MISDIRECTED ? messageIn(refused) : undefined;
  const id = requestId(req, res);
  const body = problemOf({ kind, language, id, status, ...(detail && { detail }) });
  return {
    headers: { ...PROBLEM_HEADERS, 'Content-Language': language.tag },
    body: JSON.stringify(body),
  };
}
