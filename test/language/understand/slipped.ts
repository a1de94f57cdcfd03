import type { LanguageTag } from '../../../src/language/languages.js';
import { soundsOf } from '../../../src/language/lexicon/sounds.js';

/** The rows of letters of the keyboards that people type on, each a little to the right of the one above. */
const ROWS: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ru: ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
  'zh-CN': ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  'pt-BR': ['qwertyuiop', 'asdfghjklç', 'zxcvbnm'],
  hu: ['qwertzuiopőú', 'asdfghjkléáű', 'yxcvbnm'],
};

/** How fingers slip: one kind after the other, each as often. */
const KINDS = ['neighbour', 'swapped', 'missing', 'doubled', 'bare'] as const;
/** How words slip. */
const SPACES = ['joined', 'split'] as const;
export type SlipKind = (typeof KINDS)[number] | (typeof SPACES)[number] | 'sound';

/** Shorter words are other words after a slip. */
const SHORTEST = 4;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{M}]+/gu;
const HAN = /\p{Script=Han}/gu;

/** Numbers that depend on nothing but where they begin. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function neighboursOf(letter: string, tag: LanguageTag): string {
  const lower = letter.normalize('NFD').charAt(0).toLowerCase();
  for (const [row, letters] of ROWS[tag].entries()) {
    const at = letters.includes(letter) ? letters.indexOf(letter) : letters.indexOf(lower);
    if (at < 0) continue;
    const [above, below] = [ROWS[tag][row - 1] ?? '', ROWS[tag][row + 1] ?? ''];
    const beside = [at - 1, at + 1].map((place) => letters.charAt(place));
    return [...beside, above.charAt(at), above.charAt(at + 1), below.charAt(at - 1), below.charAt(at)].join(
      '',
    );
  }
  return '';
}

/** A word with a slip in it, never in its first letter; undefined where there is none of this kind to make. */
function slip(
  word: string,
  kind: SlipKind,
  tag: LanguageTag,
  below: (most: number) => number,
): string | undefined {
  if (kind === 'bare') {
    const bare = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return bare === word || tag === 'ru' ? undefined : bare;
  }
  const at = 1 + below(word.length - 1);
  const [before, letter, behind] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  if (kind === 'missing') return before + behind;
  if (kind === 'doubled') return before + letter + letter + behind;
  if (kind === 'split') return at < 3 || word.length - at < 3 ? undefined : `${before} ${letter}${behind}`;
  if (kind === 'swapped') {
    const next = behind.charAt(0);
    return next === '' || next === letter ? undefined : before + next + letter + behind.slice(1);
  }
  const near = neighboursOf(letter, tag);
  return near === '' ? undefined : before + near.charAt(below(near.length)) + behind;
}

export interface Slipped {
  readonly text: string;
  readonly kind: SlipKind;
  /** The word as it was, and as it is. */
  readonly word: string;
  readonly typed: string;
}

/** A text with one slip of the finger, the same for the same seed; undefined for a text that has no word for it. */
export function slipped(text: string, tag: LanguageTag, seed: number): Slipped | undefined {
  const below = numbers(seed);
  const sounds = tag === 'zh-CN' ? soundsOf(tag) : undefined;
  const places = sounds === undefined || below(3) === 0 ? [...text.matchAll(WORD)] : [...text.matchAll(HAN)];
  for (let tried = 0; tried < 20 && places.length > 0; tried++) {
    const found = places[below(places.length)];
    if (found === undefined) continue;
    const { 0: word, index } = found;
    const kind: SlipKind =
      word.length === 1 && sounds !== undefined
        ? 'sound'
        : below(8) === 0
          ? (SPACES[below(2)] ?? 'split')
          : (KINDS[below(KINDS.length)] ?? 'missing');
    if (kind !== 'sound' && word.length < SHORTEST) continue;
    let typed: string | undefined;
    let end = index + word.length;
    if (kind === 'sound') {
      const alike = Object.values(sounds?.sounds ?? {}).find((all) => all.includes(word)) ?? '';
      const others = [...alike].filter((each) => each !== word);
      typed = others[below(Math.max(1, others.length))];
    } else if (kind === 'joined') {
      if (!/^ \p{L}/u.test(text.slice(end, end + 2))) continue;
      typed = word;
      end += 1;
    } else typed = slip(word, kind, tag, below);
    if (typed === undefined || (typed === word && kind !== 'joined')) continue;
    return { text: text.slice(0, index) + typed + text.slice(end), kind, word, typed };
  }
  return undefined;
}
