import type { FactId, OptionId } from '../../policy/facts.js';
import type { LanguageTag } from '../languages.js';
import { placeTold } from '../place.js';
import type { Reading } from './readings.js';

/** The question on the table, in the language in which it is answered. */
interface ShownQuestion {
  readonly language: LanguageTag;
  readonly asked?: FactId;
  readonly shown?: readonly OptionId[];
}

/** An answer by its place in the list that is shown, and what else the line says. */
export interface NumberedAnswer {
  readonly reading: Extract<Reading, { kind: 'is' }>;
  /** The line with the answer blanked out: what is found in it stands where it stood. */
  readonly rest: string;
}

/** "The third one. And they accepted our invitation", "it's the LSP's, so the second": that answers, the rest is read by itself. */
export function numberedAnswer(
  text: string,
  { language, asked, shown }: ShownQuestion,
): NumberedAnswer | undefined {
  if (asked === undefined || shown === undefined) return undefined;
  const told = placeTold(text, language, shown.length);
  const value = told && shown[told.place - 1];
  if (told === undefined || value === undefined) return undefined;
  const { start, end } = told;
  return {
    reading: { kind: 'is', fact: asked, value, said: { start, end, text: text.slice(start, end) } },
    rest: text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
  };
}

/** What the rest of the line says beside the answer; where it says another value of it, the person has to choose. */
export function besideAnswer(
  { reading }: NumberedAnswer,
  rest: readonly Reading[],
  order: readonly OptionId[],
): readonly Reading[] {
  const { fact, value, said } = reading;
  // "The fourth. We left the program": whoever left it is who we are, and no seller.
  const left = fact === 'partner' && value === 'notCsp';
  const others = rest.filter(
    (each) =>
      each.fact !== fact &&
      !(left && each.fact === 'seller' && each.kind === 'is' && each.value === 'formerCspPartner'),
  );
  const same = rest.find((each) => each.fact === fact && each.kind !== 'isNot');
  if (same === undefined) return [reading, ...others];
  const named = same.kind === 'unclear' ? same.options : same.kind === 'is' ? [same.value] : [];
  if (named.includes(value as OptionId)) return [reading, ...others];
  const options = order.filter((option) => option === value || (named as readonly string[]).includes(option));
  return [options.length > 1 ? { kind: 'unclear', fact, options, said } : reading, ...others];
}
