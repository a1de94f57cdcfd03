import { distance } from 'fastest-levenshtein';
import { bareLetters } from '../bare-letters.js';
import type { LanguageTag } from '../languages.js';
import { countryCoded, countryNamed, nearNames } from './country-names.js';

/** No name of a country is as long; a longer text is not looked at. */
const LONGEST = 60;
/** Shorter names have too many true neighbours ("Iran", "Iraq"). */
const SHORTEST_SLIP = 6;
/** From this length on two slips are forgiven. */
const LONG = 9;

/** The letters that a flag is made of, as the code they spell; undefined for what is no flag. */
export function flagged(text: string): string | undefined {
  const letters = [...text].map((sign) => (sign.codePointAt(0) ?? 0) - 0x1f1e6);
  const isFlag = letters.length === 2 && letters.every((letter) => letter >= 0 && letter < 26);
  return isFlag ? String.fromCharCode(...letters.map((letter) => 65 + letter)) : undefined;
}

/** How many slips make one of the other; two letters that changed places are one. */
function slipsBetween(a: string, b: string): number {
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  const swapped = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
  return at >= 0 && swapped === b ? 1 : distance(a, b);
}

/** The only country that a mistyped name is near to; "Austrlia" is near to two and therefore none. */
function mistyped(text: string, reader: LanguageTag): string | undefined {
  const key = bareLetters(text);
  if (key.length < SHORTEST_SLIP || /\d/.test(key)) return undefined;
  const tolerance = key.length >= LONG ? 2 : 1;
  const near = new Set<string>();
  for (const names of nearNames(reader)) {
    for (const [name, code] of names) {
      const apart = Math.abs(name.length - key.length);
      if (name.length >= SHORTEST_SLIP - 1 && apart <= tolerance && slipsBetween(key, name) <= tolerance)
        near.add(code);
    }
  }
  const [only = ''] = near;
  return near.size === 1 && only !== '' ? only : undefined;
}

/**
 * The country that a text names and nothing else: its name in the reader's language, in English, in another of ours
 * or in its own, its code, or its flag. Pure and total; undefined for a name of two countries.
 */
export function readCountry(text: string, reader: LanguageTag): string | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, '').trim();
  const code = flagged(bare) ?? bare.toUpperCase();
  return countryCoded(code) ?? countryNamed(bare, reader) ?? mistyped(bare, reader);
}
