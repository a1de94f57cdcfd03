import type { LanguageTag } from '../languages.js';
import { type OtherLayout, otherLayouts } from '../layout.js';
import { glossary } from './phrases/phrasebook.js';
import type { Reading } from './readings.js';
import { wordsOf } from './text/word.js';

/** A letter in a place where a word has none, or four without a vowel: not of a language that is written in Latin. */
const ODD = /[[\];`{}][a-z]|[a-z][[\];`,'{}][a-z]|[bcdfghjklmnpqrstvwxz]{4}|\b[bcdfghjklmnpqrstvwxz]{3,}\b/i;
const TOKEN = /\S+/g;

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
    const turned = other.slice(index, index + token.length);
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
