import type { EditionId } from '../edition.js';
import { stepIds } from '../edition.js';
import { type CautionId, EDITIONS } from '../editions/registry.js';
import type { GuidanceStep, SaidReason, Statement } from '../engine/statement.js';
import { inOneOrder } from './one-order.js';

/** What stands in a plan once, with the subscriptions that it is for, by place. */
export type ForSome<Said> = Said & { readonly subscriptions: readonly number[] };

/** What is said of one subscription. */
export interface SaidOfOne {
  readonly reasons: readonly Statement<SaidReason>[];
  readonly steps: readonly GuidanceStep[];
  readonly cautions: readonly Statement<CautionId>[];
}

/** What is said of several together. */
export interface SaidOfAll {
  readonly reasons: readonly ForSome<Statement<SaidReason>>[];
  readonly steps: readonly ForSome<GuidanceStep>[];
  readonly cautions: readonly ForSome<Statement<CautionId>>[];
}

/** What several say, as one: cited wherever any of them is, and certain where each of them is. */
function together<S extends Statement>(first: S, others: readonly S[]): S {
  if (others.every((each) => each === first)) return first;
  const all = [first, ...others];
  return {
    ...first,
    citations: [...new Set(all.flatMap(({ citations }) => citations))],
    certain: all.every(({ certain }) => certain),
  };
}

/** Everything that some of the lists say, each once, in the order in which it is met. */
export function eachOnce<S extends Statement>(lists: readonly (readonly S[])[]): readonly ForSome<S>[] {
  const found = new Map<
    string,
    { readonly first: S; readonly others: S[]; readonly subscriptions: number[] }
  >();
  for (const [at, list] of lists.entries()) {
    for (const said of list) {
      const known = found.get(said.id);
      if (known === undefined) found.set(said.id, { first: said, others: [], subscriptions: [at] });
      else {
        known.others.push(said);
        known.subscriptions.push(at);
      }
    }
  }
  return [...found.values()].map(({ first, others, subscriptions }) => ({
    ...together(first, others),
    subscriptions,
  }));
}

/**
 * What is said of several subscriptions as one plan: each reason, step and caution once, with those it is for, and the
 * steps in an order that keeps that of each subscription; where that leaves it open, in the order of the edition.
 */
export function combine(edition: EditionId, parts: readonly SaidOfOne[]): SaidOfAll {
  const steps = eachOnce(parts.map((each) => each.steps));
  const order = inOneOrder(
    parts.map((each) => each.steps.map(({ id }) => id)),
    stepIds(EDITIONS[edition]),
  );
  const byId = new Map<string, ForSome<GuidanceStep>>(steps.map((step) => [step.id, step]));
  return {
    reasons: eachOnce(parts.map(({ reasons }) => reasons)),
    steps: order.flatMap((id) => byId.get(id) ?? []),
    cautions: eachOnce(parts.map(({ cautions }) => cautions)),
  };
}
