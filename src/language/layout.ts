/** The keys that have a letter in one layout or the other, in one order: ЙЦУКЕН and QWERTY. */
const LATIN = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';

const TO_CYRILLIC: ReadonlyMap<string, string> = new Map(
  Array.from(LATIN, (key, at) => [key, CYRILLIC.charAt(at)]),
);
const TO_LATIN: ReadonlyMap<string, string> = new Map(
  Array.from(CYRILLIC, (key, at) => [key, LATIN.charAt(at)]),
);

const HAS_LATIN = /[a-z]/i;
const HAS_CYRILLIC = /[а-яё]/i;

/**
 * What the same keys write in the other layout, character by character, so that everything stays in its place;
 * undefined where no letters were typed, or letters of both.
 */
export function otherLayout(text: string): string | undefined {
  const latin = HAS_LATIN.test(text);
  if (latin === HAS_CYRILLIC.test(text)) return undefined;
  const keys = latin ? TO_CYRILLIC : TO_LATIN;
  return text.replace(/./gsu, (key) => keys.get(key) ?? key);
}
