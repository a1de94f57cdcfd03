import type { Condition } from './condition.js';
import { FACT_IDS, type FactId, type OptionId, type Situation } from './facts.js';
import type { PageId } from './pages.js';

/** How well a statement is established: H read in Microsoft's own text, M an excerpt or a mirror, L inferred. */
export type Confidence = 'H' | 'M' | 'L';

/** What a rule can decide; `outOfScope` where the article does not speak of such a thing at all. `depends` is never authored: it comes from facts that are not known. */
export const VERDICTS = ['eligible', 'otherRoute', 'notEligible', 'confirm', 'outOfScope'] as const;
export type Verdict = (typeof VERDICTS)[number];
export type Eligibility = Verdict | 'depends';

/**
 * The ids that the data of an edition name. A published edition has its own, read off its data, so that none can be
 * misspelt; an edition that is only tried out (in a proof, in a test) may call them anything.
 */
export interface Ids {
  readonly citation: string;
  readonly section: string;
  readonly reason: string;
  readonly step: string;
  readonly caution: string;
  readonly change: string;
  readonly link: PageId;
}

/** The ids of an edition with these tables: its rules can cite, tell and date nothing that is not in them. */
export type IdsOf<Citations, Steps, Changes> = Ids & {
  readonly citation: keyof Citations;
  readonly step: keyof Steps;
  readonly change: keyof Changes;
};

/** Where a statement stands. `section` names a heading of the page; its words are `section.<id>`. */
export interface Citation<Section extends string = string> {
  readonly page: PageId;
  readonly section: Section;
  /** The date the page itself bears (ISO), or undefined where it bears none. */
  readonly date?: string;
  /** The day its translation was handed over (ISO), where the words were read in a translation. */
  readonly translated?: string;
  /** The day somebody last read it for this product (ISO). */
  readonly read: string;
  readonly confidence: Confidence;
}

export const ACTORS = ['you', 'customer', 'provider', 'currentPartner'] as const;
export type Actor = (typeof ACTORS)[number];

export const ROLES = [
  'salesAgent',
  'adminAgent',
  'userAdmin',
  'globalAdmin',
  'billingAdmin',
  'enterpriseAdmin',
  /** Of the billing account, a billing profile or an invoice section. */
  'billingOwner',
  'billingContributor',
  'azureOwner',
  'userAccessAdmin',
] as const;
export type Role = (typeof ROLES)[number];

/** One thing to do. Its words are `step.<id>`; no roles means that the source names none. */
export interface Step {
  readonly actor: Actor;
  readonly roles: readonly Role[];
  /** The page that tells how. */
  readonly page: PageId;
}

/**
 * What changed against the edition before. `since` is a day, month or year as the source gives it (ISO,
 * as precise as known). Its words are `change.<id>`.
 */
export interface Change {
  /** Undefined where no source dates the change. */
  readonly since: string | undefined;
}

/** A condition on facts, what it contributes when it holds, and where that stands. */
export interface Rule<I extends Ids = Ids> {
  readonly id: string;
  readonly when: Condition;
  /** Only deciding rules have one; exactly one of them holds in every complete situation. */
  readonly verdict?: Verdict;
  /** Words `reason.<id>`. */
  readonly reasons?: readonly I['reason'][];
  /** Keys of `Edition.steps`. */
  readonly steps?: readonly I['step'][];
  /** Words `caution.<id>`. */
  readonly cautions?: readonly I['caution'][];
  readonly links?: readonly I['link'][];
  /** Keys of `Edition.changes`. */
  readonly changes?: readonly I['change'][];
  /** Keys of `Edition.citations`; at least one. */
  readonly cites: readonly I['citation'][];
  /**
   * Set where only the text below H makes the claim, and the others are cited to be compared with it: what
   * this rule says is then never told as certain.
   */
  readonly uncertain?: true;
  /** A situation in which this rule holds. */
  readonly example: Situation;
}

export const EDITION_IDS = ['2018-10-21vianet', '2019-03', '2020-06', '2026-11'] as const;
export type EditionId = (typeof EDITION_IDS)[number];
export type Family = 'global' | 'vianet';

/** One dated version of the policy for one family of clouds, as plain data. A published edition is frozen. */
export interface Edition<I extends Ids = Ids> {
  readonly id: EditionId;
  readonly family: Family;
  /** The clouds its article says it applies to. */
  readonly clouds: readonly OptionId<'cloud'>[];
  /** The article this edition restates: a key of `citations`. */
  readonly article: I['citation'];
  readonly citations: Readonly<Record<string, Citation<I['section']>>>;
  /** In the order in which they are done. */
  readonly steps: { readonly [Id in I['step']]?: Step };
  readonly changes: { readonly [Id in I['change']]?: Change };
  readonly rules: readonly Rule<I>[];
}

/** The ids of the steps an edition has, in the order in which they are done. */
export function stepIds<I extends Ids>({ steps }: Edition<I>): readonly I['step'][] {
  return Object.keys(steps) as I['step'][];
}

/** The ids of what an edition tells as changed. */
export function changeIds<I extends Ids>({ changes }: Edition<I>): readonly I['change'][] {
  return Object.keys(changes) as I['change'][];
}

/** The facts that an edition turns on: those that a condition of it names, in the order of the vocabulary. */
export function factsNamed({ rules }: Edition): readonly FactId[] {
  return FACT_IDS.filter((fact) => rules.some(({ when }) => when[fact] !== undefined));
}

export function isEditionId(text: unknown): text is EditionId {
  return (EDITION_IDS as readonly unknown[]).includes(text);
}
