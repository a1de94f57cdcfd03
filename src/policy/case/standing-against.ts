import type { EditionId } from '../edition.js';
import { CONFLICTS, type ConflictId, type KnownConflict, type Saying } from '../editions/conflicts.js';
import { EDITIONS } from '../editions/registry.js';
import { type Statement, statement } from '../engine/statement.js';
import type { SaidOfOne } from './combine.js';

/** Something of one subscription that stands against something of another; its words are `conflict.<id>`. */
export interface NamedConflict extends Statement<ConflictId> {
  /** For which something is done that stands in the way, by place. */
  readonly one: readonly number[];
  /** In whose way it stands. A subscription can be on both sides, against another one each time. */
  readonly other: readonly number[];
}

function says(said: SaidOfOne, sayings: readonly Saying[]): boolean {
  const among = (ids: readonly string[] = [], all: readonly Statement[]): boolean =>
    ids.every((id) => all.some((each) => each.id === id));
  return sayings.some(
    ({ reasons, steps, cautions }) =>
      among(reasons, said.reasons) && among(steps, said.steps) && among(cautions, said.cautions),
  );
}

function named(
  edition: EditionId,
  conflict: KnownConflict,
  parts: readonly SaidOfOne[],
): readonly NamedConflict[] {
  const ones = parts.flatMap((each, at) => (says(each, conflict.one) ? [at] : []));
  const others = parts.flatMap((each, at) => (says(each, conflict.other) ? [at] : []));
  // Nothing stands against itself: what one subscription has of both sides, its own guidance speaks of.
  const one = ones.filter((at) => others.some((each) => each !== at));
  const other = others.filter((at) => ones.some((each) => each !== at));
  return one.length === 0 ? [] : [{ ...statement(EDITIONS[edition], conflict), one, other }];
}

/** What stands against each other among several subscriptions of a customer: what their guidance says in any case. */
export function conflictsAmong(edition: EditionId, parts: readonly SaidOfOne[]): readonly NamedConflict[] {
  return CONFLICTS[edition].flatMap((conflict) => named(edition, conflict, parts));
}
