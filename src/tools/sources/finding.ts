import type { PageId } from '../../policy/pages.js';
import type { Dependants } from './dependants.js';
import type { Obstacle } from './obstacle.js';

/**
 * How a cited passage stands against the day it was last recorded. `unrecorded`: it is there, but nobody has
 * recorded its words yet. `unreachable`: the page could not be read, which says nothing about the passage.
 */
export const STATUSES = ['gone', 'reworded', 'moved', 'unreachable', 'unrecorded', 'unchanged'] as const;
export type Status = (typeof STATUSES)[number];

const NEEDS_A_PERSON: ReadonlySet<Status> = new Set(['gone', 'reworded', 'moved']);

export function needsAPerson({ status }: { readonly status: Status }): boolean {
  return NEEDS_A_PERSON.has(status);
}

/** What the look at one passage showed. */
export interface PassageVerdict {
  readonly status: Status;
  /** Hash of what stands there now; null where the passage is not there; absent where nobody could look. */
  readonly hash?: string | null;
  /** The heading that it stands under now, where that is another one. */
  readonly heading?: string;
  /** The address that it stands at now, or that the page leads to now, where that is another one. */
  readonly address?: string;
  /** The HTTP status that says that the page is gone. */
  readonly httpStatus?: number;
  /** Why the page could not be read. */
  readonly obstacle?: Obstacle;
}

/** One cited passage, how it stands, and what rests on it. */
export interface Finding extends PassageVerdict {
  readonly page: PageId;
  readonly section: string;
  /** The address that guidance links to, in English. */
  readonly url: string;
  /** The day it was last recorded (ISO), or null. */
  readonly recorded: string | null;
  /** Whether it was recorded as not being on the page. */
  readonly recordedAbsent: boolean;
  readonly dependants: readonly Dependants[];
}
