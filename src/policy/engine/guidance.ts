import type { EditionId, Eligibility } from '../edition.js';
import {
  before,
  type CautionId,
  type ChangeId,
  EDITIONS,
  type KnownCitation,
  type KnownEdition,
  type KnownIds,
  type LinkId,
  newest,
} from '../editions/registry.js';
import { FACT_IDS, type FactId, type OptionId, offeredOptions, type Situation } from '../facts.js';
import { common, type Outcome } from '../outcome.js';
import type { PageId } from '../pages.js';
import { shared } from './alike.js';
import { eligibilityOf, type Node, outcomes, restrict, support } from './diagram.js';
import { type GuidanceGroup, groupsOf } from './groups.js';
import { differing, type Now, todayFor } from './now.js';
import { editionFor, given, open, type Policy, policyFor, presumption } from './policy.js';
import { type GuidanceStep, type SaidReason, type Statement, statement } from './statement.js';

export interface GuidanceChange extends Statement<ChangeId> {
  readonly since: string | undefined;
}

/** An open fact that the guidance turns on, and what each option would lead to. */
export interface Dependency {
  readonly fact: FactId;
  readonly branches: readonly { readonly option: OptionId; readonly eligibility: Eligibility }[];
}

/** What the edition before decided of the same situation. */
export interface EarlierVerdict {
  readonly edition: EditionId;
  readonly eligibility: Eligibility;
}

export interface Guidance {
  readonly edition: EditionId;
  /** The edition that was asked for, or undefined where the newest one answered. */
  readonly pinned: EditionId | undefined;
  readonly situation: Situation;
  readonly eligibility: Eligibility;
  /** Whether the verdict rests on a text that was read in Microsoft's own words. */
  readonly certain: boolean;
  readonly reasons: readonly Statement<SaidReason>[];
  readonly steps: readonly GuidanceStep[];
  readonly cautions: readonly Statement<CautionId>[];
  readonly links: readonly LinkId[];
  readonly changes: readonly GuidanceChange[];
  /** Present where an edition was asked for that is not today's, and today's says something else. */
  readonly now: Now | undefined;
  /** Present where this is the newest edition, and the one before decided differently. */
  readonly before: EarlierVerdict | undefined;
  /** Presumed facts that matter here: not asked, assumed, and open to one tap. */
  readonly assumed: readonly { readonly fact: FactId; readonly option: OptionId }[];
  /** Facts that still change the answer; empty unless something is unknown. */
  readonly dependsOn: readonly Dependency[];
  /** What can be said for each way that the open facts may turn out; empty where nothing is open. */
  readonly groups: readonly GuidanceGroup[];
  /** Every citation behind any of it, each once. */
  readonly citations: readonly KnownCitation[];
}

function dependency(node: Node, fact: FactId, situation: Situation): Dependency {
  const branches = offeredOptions(fact, situation).map((option) => ({
    option,
    eligibility: eligibilityOf(restrict(node, fact, option)),
  }));
  return { fact, branches };
}

/** What can be said while something is open: that it is, and to find it out. Certain, whatever the article. */
function openStatements(edition: KnownEdition): { reason: Statement<SaidReason>; step: GuidanceStep } {
  const article = statement(edition, { id: 'turnsOnUnknown', cites: [edition.article] } as const);
  const reason = { ...article, certain: true };
  return { reason, step: { ...reason, id: 'findOut', actor: 'you', roles: [], page: articleOf(edition.id) } };
}

/** The edition to compare with: from the newest look back, from an older one look at the newest. */
export function counterpart(id: EditionId): EditionId | undefined {
  const edition = EDITIONS[id];
  const latest = newest(edition.family);
  return (edition === latest ? before(edition) : latest)?.id;
}

/** What the edition before the newest decided, where it was something else. */
function lookBack(edition: KnownEdition, situation: Situation, own: Eligibility): EarlierVerdict | undefined {
  const earlier = edition === newest(edition.family) ? before(edition) : undefined;
  if (earlier === undefined || own === 'depends') return undefined;
  const eligibility = eligibilityOf(open(policyFor(earlier.id), situation));
  return eligibility === own || eligibility === 'depends' ? undefined : { edition: earlier.id, eligibility };
}

function nowBeside(policy: Policy, then: GuidanceAlone, answers: Situation): Now | undefined {
  const today = todayFor(policy, answers);
  if (policy.pinned === undefined || today === undefined) return undefined;
  const { edition, situation } = today;
  const guidance = said(today.policy, situation);
  const differs = differing(policy.pinned, then, guidance, situation);
  if (differs === undefined) return undefined;
  const turnsOn = guidance.dependsOn.map(({ fact }) => fact);
  return { edition, eligibility: guidance.eligibility, differs, turnsOn, situation };
}

/** What changed: always told by the newest edition of the family, whichever of the two is being read. */
function changesIn(edition: KnownEdition, situation: Situation): readonly GuidanceChange[] {
  const latest = newest(edition.family);
  const all = outcomes(open(policyFor(latest.id), situation));
  return common(all, ({ changes }) => changes).flatMap((cited) => {
    const change = latest.changes[cited.id];
    return change === undefined ? [] : [{ ...statement(latest, cited), since: change.since }];
  });
}

/** What is presumed of the facts that matter and that nobody was asked about. */
export function assumptions(policy: Policy, situation: Situation): Guidance['assumed'] {
  const matters = support(given(policy, situation));
  return FACT_IDS.flatMap((fact) => {
    const option = situation[fact] === undefined ? presumption(policy, fact) : undefined;
    return option !== undefined && matters.has(fact) ? [{ fact, option }] : [];
  });
}

/** What holds in every outcome that is still possible; where that is too little, that something is open. */
function whatHolds(edition: KnownEdition, all: readonly Outcome<KnownIds>[], eligibility: Eligibility) {
  const undecided = openStatements(edition);
  const open = eligibility === 'depends';
  const { reasons, steps, cautions } = shared(all);
  return {
    reasons: open || reasons.length === 0 ? [undecided.reason, ...reasons] : reasons,
    steps: open || steps.length === 0 ? [...steps, undecided.step] : steps,
    cautions,
  };
}

/** The verdict with the citations behind it; while it is open, the article itself. */
function verdictOf(
  edition: KnownEdition,
  all: readonly Outcome<KnownIds>[],
  eligibility: Eligibility,
): Statement {
  const own = all.filter((outcome) => outcome.edition === edition.id);
  const cites = eligibility === 'depends' ? [edition.article] : own.flatMap((outcome) => outcome.cites);
  return statement(edition, {
    id: eligibility,
    cites: [...new Set(cites)],
    uncertain: own.some(({ uncertain }) => uncertain),
  });
}

function commonLinks([first, ...rest]: readonly Outcome<KnownIds>[]): readonly LinkId[] {
  return (first?.links ?? []).filter((link) => rest.every(({ links }) => links.includes(link)));
}

type WhatHolds = Pick<Guidance, 'reasons' | 'steps' | 'cautions'>;

function statementsIn({ reasons, steps, cautions }: WhatHolds): readonly Statement[] {
  return [...reasons, ...steps, ...cautions];
}

function saidInGroup({ differing, ...shared }: GuidanceGroup): readonly Statement[] {
  const more = differing.flatMap(({ steps, cautions }) => [...steps, ...cautions]);
  return [...statementsIn(shared), ...more];
}

/** What an edition says, whatever others say. */
type GuidanceAlone = Omit<Guidance, 'now'>;

/** Comes by the guidance that stands under a key: puts it together, or has kept it. */
export type GuidanceKeeper = (key: string, make: () => Guidance) => Guidance;

let keeper: GuidanceKeeper = (_, make) => make();

/** Has somebody keep what is put together, in a process that answers many: nothing is kept here. */
export function keepGuidanceWith(next: GuidanceKeeper): void {
  keeper = next;
}

/**
 * The guidance for a situation. Facts that are unknown or absent and still matter make it `depends`, or
 * leave only what holds either way; what it turns on is named with each branch. Pure and total.
 * @param answers everything that was answered: today's edition may turn on what does not matter to this one
 */
export function guide(policy: Policy, situation: Situation, answers: Situation = situation): Guidance {
  const whole = answers === situation ? '' : JSON.stringify(answers);
  // In the order in which the facts were given, which is that of the situation that is shown.
  return keeper(`${policy.pinned ?? ''} ${JSON.stringify(situation)} ${whole}`, () => {
    const alone = said(policy, situation);
    return { ...alone, now: nowBeside(policy, alone, answers) };
  });
}

/** What today's edition says of the same situation: the guidance itself, unless that is another's. */
export function guidanceToday(guidance: Guidance): Guidance {
  const { now } = guidance;
  return now === undefined ? guidance : guide(policyFor(undefined), now.situation);
}

function said(policy: Policy, situation: Situation): GuidanceAlone {
  const edition = editionFor(policy, situation);
  const node = open(policy, situation);
  const all = outcomes(node);
  const eligibility = eligibilityOf(node);
  const verdict = verdictOf(edition, all, eligibility);
  const content = whatHolds(edition, all, eligibility);
  const changes = changesIn(edition, situation);
  const groups = groupsOf(node, situation);
  const cited = [verdict, ...statementsIn(content), ...groups.flatMap(saidInGroup), ...changes];
  const turnsOn = FACT_IDS.filter((fact) => support(node).has(fact));
  return {
    edition: edition.id,
    pinned: policy.pinned,
    situation,
    eligibility,
    certain: verdict.certain,
    ...content,
    links: commonLinks(all),
    changes,
    before: lookBack(edition, situation, eligibility),
    assumed: assumptions(policy, situation),
    dependsOn: turnsOn.map((fact) => dependency(node, fact, situation)),
    groups,
    citations: [...new Set(cited.flatMap(({ citations }) => citations))],
  };
}

/** The page of the article that an edition restates. */
export function articleOf(edition: EditionId): PageId {
  const { article, citations } = EDITIONS[edition];
  return citations[article]?.page ?? 'multichannel';
}
