import { fold, wordsOf } from '../text/word.js';

/** How one word of a phrase is to be found. */
export type MatchForm = 'stem' | 'exact' | 'accented' | 'prefix' | 'suffix';

export interface PhrasePlace {
  readonly form: MatchForm;
  /** In lower case, accents kept. */
  readonly lower: string;
  readonly folded: string;
}

/** The gap of 0 to 3 words that "…" stands for. */
export const GAP = '…';

/** A phrase that cannot be read: a defect of a lexicon. */
export class BadPhrase extends Error {
  override readonly name = 'BadPhrase';
}

const PLAIN = /^[\p{Script=Latin}\p{Script=Cyrillic}\d]+$/u;

const HAN = /^\p{Script=Han}+$/u;
/** A phrase of nothing but Han characters of the basic plane, in one piece. */
export const RUN = /^=?[㐀-鿿]+$/;
const MARKED = /^=|^\*|\*$/;

function choice(written: string, phrase: string): readonly PhrasePlace[] {
  if (!MARKED.test(written)) {
    // Most are plain words: they need no segmenter, and there are thousands of them.
    if (PLAIN.test(written)) return [{ form: 'stem', lower: written.toLowerCase(), folded: fold(written) }];
    if (HAN.test(written)) return Array.from(written, (lower) => ({ form: 'stem', lower, folded: lower }));
  }
  const form: MatchForm = written.startsWith('==')
    ? 'accented'
    : written.startsWith('=')
      ? 'exact'
      : written.endsWith('*')
        ? 'prefix'
        : written.startsWith('*')
          ? 'suffix'
          : 'stem';
  const bare = written.replace(/^(==?|\*)|\*$/g, '');
  if (form === 'suffix') return [{ form, lower: bare.toLowerCase(), folded: fold(bare) }];
  if (PLAIN.test(bare)) return [{ form, lower: bare.toLowerCase(), folded: fold(bare) }];
  if (HAN.test(bare) && form === 'exact')
    return Array.from(bare, (lower) => ({ form, lower, folded: lower }));
  // A written word may be several to the segmenter ("ms-azr", a run of Han).
  const words = wordsOf(bare);
  if (words.length === 0) throw new BadPhrase(`"${phrase}" has a place without letters: "${written}".`);
  return words.map(({ lower, folded }, index) => ({
    form: form === 'prefix' && index < words.length - 1 ? 'exact' : form,
    lower,
    folded,
  }));
}

/** What stands between two blanks of a phrase: the ways through it, each of one word or several. */
export interface Slot {
  readonly ways: readonly (readonly (readonly PhrasePlace[])[])[];
  readonly optional: boolean;
}

/** The ways through one written place: its one-word choices together, those of several words each apart. */
function ways(written: string, phrase: string): Slot['ways'] {
  const choices = written.split('|').map((each) => choice(each, phrase));
  const single = choices.flatMap((words) => (words.length === 1 ? words : []));
  const several = choices.filter((words) => words.length > 1).map((words) => words.map((word) => [word]));
  return single.length > 0 ? [[single], ...several] : several;
}

/** The slots of a lexicon by how they are written: the same words stand in many phrases. */
export type Slots = Map<string, Slot>;

function slotOf(written: string, phrase: string, known: Slots): Slot {
  const found = known.get(written);
  if (found !== undefined) return found;
  const optional = written.endsWith('?');
  const bare = optional ? written.slice(0, -1) : written;
  const slot = { ways: optional ? slotOf(bare, phrase, known).ways : ways(bare, phrase), optional };
  known.set(written, slot);
  return slot;
}

function written(phrase: string): readonly string[] {
  return phrase.normalize('NFKC').replaceAll('...', GAP).trim().split(/\s+/);
}

/** The places that a phrase may begin at: those of its first word, and of what follows where that may be left out. */
export function leading(phrase: string, known: Slots): readonly (readonly PhrasePlace[])[] {
  // Most of Chinese is one run of characters: it begins with the first.
  if (RUN.test(phrase)) {
    const lower = phrase.replace('=', '').slice(0, 1);
    return [[{ form: phrase.startsWith('=') ? 'exact' : 'stem', lower, folded: lower }]];
  }
  const places: (readonly PhrasePlace[])[] = [];
  for (const each of written(phrase)) {
    if (each === GAP) continue;
    const slot = slotOf(each, phrase, known);
    for (const [first] of slot.ways) if (first !== undefined) places.push(first);
    if (!slot.optional) break;
  }
  return places;
}

/** A phrase as it is written: alternatives (a|b), optional words (c?) and gaps. Throws `BadPhrase`. */
export function parse(phrase: string, known: Slots = new Map()): readonly (Slot | typeof GAP)[] {
  const slots = written(phrase).map((each) => (each === GAP ? GAP : slotOf(each, phrase, known)));
  const legal =
    slots[0] !== GAP && slots.at(-1) !== GAP && slots.some((slot) => slot !== GAP && !slot.optional);
  if (!legal) throw new BadPhrase(`"${phrase}" is empty, or begins or ends with a gap.`);
  return slots;
}
