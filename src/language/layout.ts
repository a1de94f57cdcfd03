import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from './languages.js';

/** The keys that have a letter in one layout or the other, as QWERTY writes them. */
const KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const HAS_LATIN = /[a-z]/i;

/** A keyboard on which the letters of a language stand where another has Latin ones. */
interface Keyboard {
  readonly tag: LanguageTag;
  readonly letters: RegExp;
  readonly toLatin: ReadonlyMap<string, string>;
  readonly fromLatin: ReadonlyMap<string, string>;
}

/** What the same keys write in another layout. */
export interface OtherLayout {
  readonly text: string;
  /** The language of the keyboard whose letters are not Latin: these, or the Latin ones, were typed. */
  readonly keyboard: LanguageTag;
}

let known: readonly Keyboard[] | undefined;

function keyboards(): readonly Keyboard[] {
  known ??= LANGUAGE_TAGS.flatMap((tag): readonly Keyboard[] => {
    const keys = LANGUAGES[tag].alternatives('keyboard.keys');
    if (keys.length !== KEYS.length) return [];
    const pairs = keys.flatMap((own, at) => [
      [KEYS.charAt(at), own] as const,
      [SHIFTED.charAt(at), own.toUpperCase()] as const,
    ]);
    return [
      {
        tag,
        letters: new RegExp(`[${keys.join('')}]`, 'i'),
        toLatin: new Map(pairs.map(([latin, own]) => [own, latin])),
        fromLatin: new Map(pairs),
      },
    ];
  });
  return known;
}

/**
 * What the same keys write in other layouts, character by character, so that everything stays in its place; none
 * where no letters were typed, or letters of both.
 */
export function otherLayouts(text: string): readonly OtherLayout[] {
  const latin = HAS_LATIN.test(text);
  return keyboards()
    .filter(({ letters }) => letters.test(text) !== latin)
    .map(({ tag, toLatin, fromLatin }) => {
      const keys = latin ? fromLatin : toLatin;
      return { keyboard: tag, text: text.replace(/./gsu, (key) => keys.get(key) ?? key) };
    });
}
