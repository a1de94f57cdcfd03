import {
  type Citation,
  EDITION_IDS,
  type Edition,
  type EditionId,
  type Family,
  type Ids,
  type Rule,
} from '../edition.js';
import type { PageId } from '../pages.js';
import { edition201810vianet } from './2018-10-21vianet.js';
import { edition201903 } from './2019-03.js';
import { edition202006 } from './2020-06.js';
import { edition202611 } from './2026-11.js';
import { withAddendum } from './addendum.js';
import { LATER_WORDS } from './later-words.js';

/** Every edition, oldest first. A new edition is its file and its line here. */
const ALL = {
  '2018-10-21vianet': edition201810vianet,
  '2019-03': edition201903,
  '2020-06': edition202006,
  '2026-11': edition202611,
} as const;

/** The ids that the editions name, read off their data; what is in none of them does not compile. */
type Data = (typeof ALL)[EditionId];
type Later = (typeof LATER_WORDS)[keyof typeof LATER_WORDS];
type RuleData = Data['rules'][number] | Later['rules'][number];
type Named<Part extends PropertyKey, Each = RuleData> = Each extends unknown
  ? Part extends keyof Each
    ? NonNullable<Each[Part]> extends readonly (infer Id extends string)[]
      ? Id
      : never
    : never
  : never;
/** Of ids that one edition no longer writes out, none is known: better that nothing compiles than that everything does. */
type Written<Id extends string> = string extends Id ? never : Id;
type KeysOf<Table> = Table extends unknown ? keyof Table & string : never;
type ValuesOf<Table> = Table extends unknown ? Table[keyof Table] : never;

export type ReasonId = Written<Named<'reasons'>>;
export type CautionId = Written<Named<'cautions'>>;
/** The pages that some rule links to. */
export type LinkId = Written<Named<'links'>> & PageId;
export type StepId = Written<KeysOf<Data['steps'] | Later['steps']>>;
export type ChangeId = Written<KeysOf<Data['changes']>>;
export type SectionId = Written<ValuesOf<Data['citations']>['section']>;

/** The ids of the editions there are. Which of them an edition cites is checked where it is written. */
export interface KnownIds extends Ids {
  readonly section: SectionId;
  readonly reason: ReasonId;
  readonly step: StepId;
  readonly caution: CautionId;
  readonly change: ChangeId;
  readonly link: LinkId;
}

/** An edition that is one of those there are, or made from what they say. */
export type KnownEdition = Edition<KnownIds>;
export type KnownRule = Rule<KnownIds>;
export type KnownCitation = Citation<SectionId>;

export const EDITIONS: Readonly<Record<EditionId, KnownEdition>> = {
  ...ALL,
  '2018-10-21vianet': withAddendum<KnownIds>(ALL['2018-10-21vianet'], LATER_WORDS['2018-10-21vianet']),
  '2019-03': withAddendum<KnownIds>(ALL['2019-03'], LATER_WORDS['2019-03']),
  '2020-06': withAddendum<KnownIds>(ALL['2020-06'], LATER_WORDS['2020-06']),
};

/**
 * Published editions are frozen: what they say is never changed, a change of policy is a new edition. The one
 * that is not named here is still open.
 */
export const PUBLISHED: readonly EditionId[] = ['2018-10-21vianet', '2019-03', '2020-06'];

function ofFamily(family: Family): readonly KnownEdition[] {
  return EDITION_IDS.map((id) => EDITIONS[id]).filter((edition) => edition.family === family);
}

/** The newest edition of a family of clouds. */
export function newest(family: Family): KnownEdition {
  const edition = ofFamily(family).at(-1);
  if (edition === undefined) throw new Error(`No edition of the family "${family}" is registered.`);
  return edition;
}

/** The edition just before this one in its family, or undefined for the first. */
export function before(edition: KnownEdition): KnownEdition | undefined {
  const family = ofFamily(edition.family);
  return family[family.indexOf(edition) - 1];
}
