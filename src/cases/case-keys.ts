import type { KeeperId } from './keeper.js';

/** Names a case; nobody can guess one. */
export type CaseId = string;

export function isCaseId(text: unknown): text is CaseId {
  return typeof text === 'string' && /^[\w-]{12}$/.test(text);
}

/** What is kept of cases: its keys are written by this program only, so the beginning is enough. */
export function isCaseKey(key: string): boolean {
  return key.startsWith('["case');
}

export function caseKey(id: CaseId): string {
  return JSON.stringify(['case', id]);
}

/** Which cases somebody keeps: a store cannot list its keys. */
export function caseListKey(keeper: KeeperId): string {
  return JSON.stringify(['case-list', keeper]);
}
