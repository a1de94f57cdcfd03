import assert from 'node:assert/strict';
import type { LanguageTag } from '../../../src/language/languages.js';
import { type Hearing, type Understanding, understand } from '../../../src/language/understand/understand.js';

/** Readings in short: `seller=microsoft`, `cloud?public|usGov`, `seller≠enterpriseAgreement`. */
export function short({ readings }: Pick<Understanding, 'readings'>): readonly string[] {
  return readings.map((reading) => {
    if (reading.kind === 'is') return `${reading.fact}=${reading.value}`;
    return `${reading.fact}${reading.kind === 'unclear' ? '?' : '≠'}${reading.options.join('|')}`;
  });
}

/** What an English line says, in short, and of several subscriptions what each has of its own behind a slash; `more` is the question asked, the perspective, or another language. */
export function said(text: string, more: Partial<Hearing> = {}): string {
  const { readings, subscriptions = [] } = understand(text, { language: 'en', ...more });
  return [readings, ...subscriptions].map((each) => short({ readings: each }).join(', ')).join(' / ');
}

/** A line in a language, and what it says. */
export type LineCase = readonly [language: LanguageTag, line: string, readings: string];

/** Holds that each line says what stands beside it, heard from the asker if nothing else is given. */
export function saysAll(cases: readonly LineCase[], more: Partial<Hearing> = { perspective: 'asker' }): void {
  for (const [language, line, readings] of cases)
    assert.equal(said(line, { language, ...more }), readings, line);
}

/** Holds it of lines that nothing is known of but themselves: whoever writes, as far as the line tells. */
export function saysAllAlone(cases: readonly LineCase[]): void {
  saysAll(cases, {});
}
