import type { Step } from '../edition.js';
import type { KnownCitation, KnownEdition, ReasonId, StepId } from '../editions/registry.js';
import type { Cited } from '../outcome.js';

/** What guidance may give as reasons and steps: what the editions say, and that something is still open. */
export type SaidReason = ReasonId | 'turnsOnUnknown';
export type SaidStep = StepId | 'findOut';

/** A statement of the guidance: the id of its words, and where it stands. */
export interface Statement<Id extends string = string> {
  readonly id: Id;
  readonly citations: readonly KnownCitation[];
  /** Whether at least one citation was read in Microsoft's own text; otherwise "check before you act". */
  readonly certain: boolean;
  /** Set where a cited passage has changed and nobody has compared it yet. */
  readonly underReview?: boolean;
}

export interface GuidanceStep extends Statement<SaidStep>, Step {}

/** What an edition cites, as a statement. */
export function statement<Id extends string>(
  edition: KnownEdition,
  { id, cites, uncertain }: Cited<Id>,
): Statement<Id> {
  const citations = cites.flatMap((key) => edition.citations[key] ?? []);
  const certain = uncertain !== true && citations.some(({ confidence }) => confidence === 'H');
  return { id, citations, certain };
}

/** A step of an edition with who does it and where that is told. */
export function stepStatement(edition: KnownEdition, cited: Cited<StepId>): readonly GuidanceStep[] {
  const step = edition.steps[cited.id];
  return step === undefined ? [] : [{ ...statement(edition, cited), ...step }];
}

const numbers = new Map<string, number>();
const numbered = new WeakMap<Statement, number>();

/** A number for a statement with all that stands in it, to be compared by: two have the same if they say the same. */
export function numberOf(said: Statement): number {
  const known = numbered.get(said);
  if (known !== undefined) return known;
  const text = JSON.stringify(said);
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  numbered.set(said, number);
  return number;
}
