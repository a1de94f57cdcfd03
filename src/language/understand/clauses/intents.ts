import type { Word } from '../text/word.js';
import { hasValue, is, type PlacedMention } from './clauses.js';

/** What the line wants of the bot, apart from what it says about the case. */
export type Intent = 'why' | 'help' | 'restart' | 'person' | 'unknown' | 'greeting' | 'thanks';

/** Asked for, whatever else the line says. */
const ALWAYS = ['person', 'restart', 'why'] as const;
/** Only where the line says nothing about the case: "hi, customer has an EA" is no greeting. */
const ALONE = ['help', 'thanks', 'greeting'] as const;

/** "Office 365 for forty people", "the customer rang back": where something is said of the case, nobody is called. */
function inPassing(part: PlacedMention, parts: readonly PlacedMention[]): boolean {
  return parts.some(
    (each) =>
      each.clause === part.clause &&
      each !== part &&
      (hasValue(each) || (is(each, 'they') && each.first < part.first)),
  );
}

/** "Человек 60", "12 pessoas": people who are counted are not called. */
function isCounted({ first, next }: PlacedMention, words: readonly Word[]): boolean {
  return [words[first - 1], words[next]].some((word) => word !== undefined && /^\d+$/.test(word.folded));
}

export function intentOf(
  parts: readonly PlacedMention[],
  readings: number,
  unsure: boolean,
  words: readonly Word[] = [],
): Intent | undefined {
  const asked = ALWAYS.find((intent) =>
    parts.some(
      (part) =>
        is(part, `intent.${intent}`) &&
        !(intent === 'person' && readings > 0 && (inPassing(part, parts) || isCounted(part, words))),
    ),
  );
  if (asked !== undefined && (asked !== 'restart' || readings === 0)) return asked;
  if (readings > 0) return undefined;
  if (unsure) return 'unknown';
  return ALONE.find((intent) => parts.some((part) => is(part, `intent.${intent}`)));
}
