import { type Difference, differ } from '../policy/compare/difference.js';
import type { EditionId } from '../policy/edition.js';
import { EDITIONS, newest } from '../policy/editions/registry.js';
import { cloudIn } from '../policy/facts.js';
import { guidanceOfCase, situationIn } from './case-guidance.js';
import type { KeptCase, Tick } from './kept-case.js';

/** What another edition says differently about a case. */
export interface CaseNews {
  readonly from: EditionId;
  readonly to: EditionId;
  /** The subscriptions that are answered differently, from 0, with what differs. */
  readonly differing: readonly { readonly subscription: number; readonly difference: Difference }[];
  /** Steps that are done and are in the plan no longer. */
  readonly idleTicks: readonly Tick[];
  /** Steps that are done and still are in the plan. */
  readonly keptTicks: readonly Tick[];
}

function isSame({ before, after, gone, added }: Difference): boolean {
  const parts = [gone, added].flatMap(({ reasons, steps, cautions }) => [...reasons, ...steps, ...cautions]);
  return before === after && parts.length === 0;
}

/** The newest edition of the customer's cloud. */
export function newestFor(kept: KeptCase): EditionId {
  const cloud = cloudIn(situationIn(kept, 0)) ?? 'public';
  return newest(cloud === 'china' ? 'vianet' : 'global').id;
}

/**
 * What an edition says differently of a case than the one whose answer its keepers know; undefined where it says the same, or
 * is about other clouds. Pure.
 */
export function newsOf(kept: KeptCase, to = newestFor(kept), from = kept.told): CaseNews | undefined {
  if (from === to || EDITIONS[from].family !== EDITIONS[to].family) return undefined;
  const differing = kept.subscriptions.flatMap((_, subscription) => {
    const difference = differ(from, to, situationIn(kept, subscription));
    return isSame(difference) ? [] : [{ subscription, difference }];
  });
  if (differing.length === 0) return undefined;
  const planned = new Set(guidanceOfCase(kept, to).flatMap(({ steps }) => steps.map(({ id }) => id)));
  const keptTicks = kept.ticks.filter(({ step }) => planned.has(step));
  return {
    from,
    to,
    differing,
    keptTicks,
    idleTicks: kept.ticks.filter((tick) => !keptTicks.includes(tick)),
  };
}
