import { existsSync, readFileSync } from 'node:fs';
import type { Language } from '../../src/language/language.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../../src/language/languages.js';
import { hasLexicon } from '../../src/language/lexicon/lexicons.js';

const FOLDER = new URL('../../../test/language/stories/', import.meta.url);

export function storyFile(tag: LanguageTag): URL {
  return new URL(`${tag}.txt`, FOLDER);
}

/** The languages in which the bot understands own words. */
export const UNDERSTOOD: readonly LanguageTag[] = LANGUAGE_TAGS.filter(hasLexicon);

/** One situation as somebody would type it: an Enterprise Agreement, support by an indirect reseller. */
export function ownWords(tag: LanguageTag): string {
  return existsSync(storyFile(tag)) ? readFileSync(storyFile(tag), 'utf8').trim() : '';
}

/** A question about the rules as somebody would type it: whether multi-channel support works with an Enterprise Agreement. */
export function questionIn(tag: LanguageTag): string {
  const file = new URL(`../../../test/language/understand/${tag}.questions.json`, import.meta.url);
  const { rules } = JSON.parse(readFileSync(file, 'utf8')) as { readonly rules: readonly { text: string }[] };
  return rules[0]?.text ?? '';
}

/** What it says. */
export const SAID = {
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
} as const;

/** Its answers, as they are shown. */
export function saidIn(language: Language): readonly string[] {
  return [
    language.say(`option.partner.${SAID.partner}`),
    language.say(`option.service.${SAID.service}`),
    language.say(`option.seller.${SAID.seller}`),
    language.say(`option.goal.${SAID.goal}`),
  ];
}
