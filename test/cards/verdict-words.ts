import type { Language } from '../../src/language/language.js';
import type { Eligibility } from '../../src/policy/edition.js';
import type { Guidance } from '../../src/policy/engine/guidance.js';

/** What is true today, whichever edition was asked for. */
export function eligibilityToday({ eligibility, now }: Guidance): Eligibility {
  return now?.eligibility ?? eligibility;
}

/** The words that have to stand wherever a verdict is told: under an edition that today's contradicts both, and when. */
export function verdictWords(language: Language, { edition, eligibility, now }: Guidance): readonly string[] {
  if (now === undefined) return [language.say(`eligibility.${eligibility}`)];
  // Without its first letter, which is a capital where the month begins a sentence.
  const dated = language.date(edition.slice(0, 'YYYY-MM'.length)).slice(1);
  const more = eligibility === 'depends' ? 'now.otherwise' : 'now.more';
  const today = language.say(now.eligibility === 'depends' ? more : `short.${now.eligibility}`);
  if (now.differs === 'cloud') return [today];
  const before = language.say(`short.${eligibility}`);
  return now.differs === 'steps' ? [dated, before] : [dated, before, today];
}
