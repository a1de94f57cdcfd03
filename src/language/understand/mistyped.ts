import type { LanguageTag } from '../languages.js';
import { type OtherLayout, otherLayouts } from '../layout.js';
import { glossary } from './phrases/phrasebook.js';
import type { Reading } from './readings.js';
import { wordsOf } from './text/word.js';

/** A letter in a place where a word has none, or four without a vowel: not of a language that is written in Latin. */
const ODD = /[[\];`{}][a-z]|[a-z][[\];`,'{}][a-z]|[bcdfghjklmnpqrstvwxz]{4}|\b[bcdfghjklmnpqrstvwxz]{3,}\b/i;
const TOKEN = /\S+/g;
const SIGN = /[,.;]/;

function isKnown(text: string, tags: readonly LanguageTag[]): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => tags.some((tag) => glossary(tag).knows(word)));
}

/**
 * A line that was typed with the wrong keyboard layout (ЙЦУКЕН for QWERTY or the other way round), as it was meant;
 * every character stays in its place. Undefined where most of it says something as it stands, or another layout
 * makes no words of it.
 */
export function otherwiseTyped(text: string, reader: LanguageTag): string | undefined {
  for (const other of otherLayouts(text)) {
    const meant = meantBy(text, other, reader);
    if (meant !== undefined) return meant;
  }
  return undefined;
}

function isListed(text: string, tags: readonly LanguageTag[]): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every(({ folded }) => tags.some((tag) => glossary(tag).lists(folded)));
}

/** A comma or a full stop at the end of a word is a letter in the other layout: it is one where that makes a word. */
function turnedBack(token: string, turned: string, tags: readonly LanguageTag[]): string {
  const sign = token.slice(-1);
  if (!SIGN.test(sign) || turned.endsWith(sign) || isListed(turned, tags)) return turned;
  const bare = turned.slice(0, -1);
  return isListed(bare, tags) || (!isKnown(turned, tags) && isKnown(bare, tags)) ? bare + sign : turned;
}

function meantBy(
  text: string,
  { text: other, keyboard }: OtherLayout,
  reader: LanguageTag,
): string | undefined {
  const latin = /[a-z]/i.test(text);
  const latinTags: readonly LanguageTag[] = reader === keyboard ? ['en'] : ['en', reader];
  // No language that the reader doesn't speak is loaded for a line that may well be Latin.
  if (
    latin &&
    reader !== keyboard &&
    !text.split(/\s+/).some((token) => ODD.test(token) && !isKnown(token, latinTags))
  )
    return undefined;
  const [here, there] = latin ? [latinTags, [keyboard]] : [[keyboard], latinTags];
  let [strange, meant, all] = [0, 0, 0];
  let written = '';
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const turned = turnedBack(token, other.slice(index, index + token.length), there);
    const letters = token !== turned;
    const sense = letters && isKnown(turned, there);
    const known = letters && isKnown(token, here);
    if (letters) all++;
    if (letters && !known) strange++;
    if (sense && !known) meant++;
    written += text.slice(end, index) + (sense || (letters && !known) ? turned : token);
    end = index + token.length;
  }
  const enough = meant > 0 && meant * 2 >= strange && strange * 2 >= all;
  return enough ? written + text.slice(end) : undefined;
}

/** What was read of a line as it was meant, with the words as they were typed. */
export function asTyped(readings: readonly Reading[], text: string): readonly Reading[] {
  return readings.map((reading) => ({
    ...reading,
    said: { ...reading.said, text: text.slice(reading.said.start, reading.said.end) },
  }));
}
