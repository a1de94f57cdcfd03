import type { Edition, Ids, Rule, Step } from '../edition.js';
import { type FactId, type OptionId, optionsOf } from '../facts.js';

/**
 * What a published edition makes of words that the vocabulary got after it: its file stays as it was, and still it
 * answers everything that people can say.
 */
export interface Addendum<I extends Ids = Ids> {
  /** Options that its text knows under another name: wherever a rule accepts the one, it accepts the other. */
  readonly readAs: { readonly [F in FactId]?: { readonly [O in OptionId<F>]?: OptionId<F> } };
  /** Options that its text does not know at all: nothing that it adds to a verdict is said of them. */
  readonly silentOn: { readonly [F in FactId]?: readonly OptionId<F>[] };
  /** Rules that decide only where its text is not silent. */
  readonly giveWay: readonly string[];
  /** The rules that decide where it is, and the steps they name. */
  readonly rules: readonly Rule<I>[];
  readonly steps: { readonly [Id in I['step']]?: Step };
}

type Accepted = Readonly<Record<string, readonly string[] | undefined>>;

/** The edition with its addendum: plain data again. */
export function withAddendum<I extends Ids>(edition: Edition<I>, addendum: Addendum<I>): Edition<I> {
  const later = addendum.readAs as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  const read = (when: Accepted): Accepted =>
    Object.fromEntries(
      Object.entries(when).map(([fact, accepted = []]) => {
        const also = Object.entries(later[fact] ?? {}).filter(([, known]) => accepted.includes(known));
        return [fact, [...accepted, ...also.map(([word]) => word)]];
      }),
    );
  const silent = Object.entries(addendum.silentOn as Accepted);
  const limited = (when: Accepted): Accepted => {
    const others = silent.filter(([fact]) => when[fact] === undefined);
    const spokenOf = others.map(([fact, words = []]) => {
      return [fact, optionsOf(fact as FactId).filter((option) => !words.includes(option))] as const;
    });
    return { ...when, ...Object.fromEntries(spokenOf) };
  };
  return {
    ...edition,
    steps: { ...edition.steps, ...addendum.steps },
    rules: [
      ...edition.rules.map((rule) => ({
        ...rule,
        when:
          rule.verdict === undefined || addendum.giveWay.includes(rule.id)
            ? limited(read(rule.when))
            : read(rule.when),
      })),
      ...addendum.rules,
    ],
  };
}
