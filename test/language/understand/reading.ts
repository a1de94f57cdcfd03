import { type Hearing, type Understanding, understand } from '../../../src/language/understand/understand.js';

/** Readings in short: `seller=microsoft`, `cloud?public|usGov`, `seller≠enterpriseAgreement`. */
export function short({ readings }: Understanding): readonly string[] {
  return readings.map((reading) => {
    if (reading.kind === 'is') return `${reading.fact}=${reading.value}`;
    return `${reading.fact}${reading.kind === 'unclear' ? '?' : '≠'}${reading.options.join('|')}`;
  });
}

/** What an English line says, in short; `more` is the question asked, the perspective, or another language. */
export function said(text: string, more: Partial<Hearing> = {}): string {
  return short(understand(text, { language: 'en', ...more })).join(', ');
}
