import type { EditionId } from '../edition.js';
import type { KnownCitation, LinkId } from '../editions/registry.js';
import { type Guidance, type GuidanceChange, guide } from '../engine/guidance.js';
import { editionFor, type Policy } from '../engine/policy.js';
import { FACT_IDS, type FactId, type OptionId } from '../facts.js';
import { answersFor, type Case, commonIn, situationsIn } from './case.js';
import { combine, eachOnce, type ForSome, type SaidOfAll } from './combine.js';
import { conflictsAmong, type NamedConflict } from './standing-against.js';

/** The answer for a whole case: the guidance of each subscription, and one plan of what they come to together. */
export interface CasePlan extends SaidOfAll {
  readonly edition: EditionId;
  /** The edition that was asked for, or undefined where the newest one answered. */
  readonly pinned: EditionId | undefined;
  /** The guidance of each subscription, by its place. What it turns on, and what is said then, stands there alone. */
  readonly guidances: readonly Guidance[];
  readonly conflicts: readonly NamedConflict[];
  readonly links: readonly LinkId[];
  readonly changes: readonly ForSome<GuidanceChange>[];
  /** Presumed facts that matter to some subscription, each once; those of a subscription once for each option. */
  readonly assumed: readonly ForSome<{ readonly fact: FactId; readonly option: OptionId }>[];
  /** Every citation behind any of it, each once. */
  readonly citations: readonly KnownCitation[];
}

function assumptions(guidances: readonly Guidance[]): CasePlan['assumed'] {
  return FACT_IDS.flatMap((fact) => {
    const by = new Map<OptionId, number[]>();
    for (const [at, { assumed }] of guidances.entries()) {
      const option = assumed.find((each) => each.fact === fact)?.option;
      if (option !== undefined) by.set(option, [...(by.get(option) ?? []), at]);
    }
    return [...by].map(([option, subscriptions]) => ({ fact, option, subscriptions }));
  });
}

/** The guidance of each subscription; where the same is known of several, which is often nothing, it is found once. */
function guidancesFor(policy: Policy, all: Case): readonly Guidance[] {
  const found = new Map<string, Guidance>();
  return situationsIn(policy, all).map((situation, at) => {
    const answers = answersFor(all, at);
    const known = JSON.stringify([situation, answers]);
    const guidance = found.get(known) ?? guide(policy, situation, answers);
    found.set(known, guidance);
    return guidance;
  });
}

/** The plan of a case. Pure and total: what is open leaves what holds either way, as in the guidance of one. */
export function planFor(policy: Policy, all: Case): CasePlan {
  const guidances = guidancesFor(policy, all);
  // The cloud is the customer's, so one edition answers for all.
  const edition = editionFor(policy, commonIn(all)).id;
  const said = combine(edition, guidances);
  const conflicts = conflictsAmong(edition, guidances);
  const cited = [...guidances, ...conflicts].flatMap(({ citations }) => citations);
  return {
    edition,
    pinned: policy.pinned,
    guidances,
    ...said,
    conflicts,
    links: [...new Set(guidances.flatMap(({ links }) => links))],
    changes: eachOnce(guidances.map(({ changes }) => changes)),
    assumed: assumptions(guidances),
    citations: [...new Set(cited)],
  };
}
