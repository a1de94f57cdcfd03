import type { Actor, Citation, EditionId, Eligibility, Role } from '../policy/edition.js';
import type { ConflictId } from '../policy/editions/conflicts.js';
import type { LapseId } from '../policy/editions/lapses.js';
import type { CautionId, ChangeId, LinkId, SectionId } from '../policy/editions/registry.js';
import type { SaidReason, SaidStep } from '../policy/engine/statement.js';
import type { AskableFact, FactId, OptionId } from '../policy/facts.js';
import type { PageId } from '../policy/pages.js';
import type { RegionId } from '../policy/regions/markets.js';

/**
 * What the policy needs words for, read off its data: where a new fact, option, reason or page has none, the line of
 * the language in `languages.ts` does not compile.
 */
export type PolicyKey =
  | OptionKey
  | WhenKey
  | `when.${FactId}`
  | `fact.${FactId}.${'name' | 'inList' | 'question' | 'hint'}`
  | `ask.${AskableFact}`
  | `alone.${FactId}`
  | `eligibility.${Eligibility}`
  | `short.${Eligibility}`
  | `reason.${SaidReason}`
  | `step.${SaidStep}`
  | `caution.${CautionId}`
  | `conflict.${ConflictId}`
  | `change.${ChangeId}`
  | `lapse.${LapseId}`
  | `lapsesOn.${LapseId}`
  | `link.${LinkId}`
  | `page.${PageId}`
  | `section.${SectionId}`
  | `confidence.${Citation['confidence']}`
  | `edition.${EditionId}`
  | `region.${RegionId}`
  | `actor.${Actor}`
  | `role.${Role}`;

/** Every option has words, under the fact that it answers. */
export type OptionKey = { readonly [Fact in FactId]: `option.${Fact}.${OptionId<Fact>}` }[FactId];

/** The key of an option's words. */
export function optionKey(fact: FactId, option: OptionId): OptionKey {
  // An option always comes with its own fact; the compiler cannot see that once both of them are variables.
  return `option.${fact}.${option}` as OptionKey;
}

/** Every option stands in a condition as well: `when.<fact>` is the clause, this is what the option says in it. */
type WhenKey = { readonly [Fact in FactId]: `when.${Fact}.${OptionId<Fact>}` }[FactId];

/** The key of an option's words in a condition. */
export function whenKey(fact: FactId, option: OptionId): WhenKey {
  return `when.${fact}.${option}` as WhenKey;
}
