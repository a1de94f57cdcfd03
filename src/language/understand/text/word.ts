import { inOneScript } from './scripts.js';

/** How strongly two neighbouring words are held apart. */
export const JOINED = 0;
/** A comma, a colon, a slash, brackets: another clause. */
export const CLAUSE = 1;
/** A full stop, a question mark, a line break: another sentence. */
export const SENTENCE = 2;

/** One word of a line, and what stands between it and the word before. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** In lower case and NFKC, accents kept: what a stemmer wants. */
  readonly lower: string;
  /** Without case, accents and a possessive 's: what is compared. */
  readonly folded: string;
  readonly breakBefore: number;
  /** A hyphen holds it to the word before, as an ending mostly ("EA-s"). */
  readonly glued: boolean;
  /** A slash holds it to the word before: "Open / VL". */
  readonly slashed: boolean;
  /** A full stop stands before it that may be the word's before ("lic. sold"), or may end a sentence ("not us. they …"). */
  readonly stopped: boolean;
  /** An opening bracket stands before it: it explains the word before. */
  readonly bracketed: boolean;
  /** A question mark stands behind it, before the next word. */
  readonly asks: boolean;
  /** A dictionary knows it and the character before as parts of one word of Chinese. */
  readonly continues: boolean;
  /** How many words stand before it, a Han character counting half a word. */
  readonly place: number;
  readonly width: number;
}

/** A Chinese word has two characters, mostly. */
const HAN_WIDTH = 0.5;
const HAN = /\p{Script=Han}/u;
const EACH_HAN = /(\p{Script=Han})/u;
const WORDLIKE = /[\p{L}\p{N}]/u;
const SENTENCE_END = /[!?;\n\r。！？；؟。]/u;
const QUESTION = /[?？؟]/u;
const CLAUSE_END = /[,:()[\]{}/|+&"“”«»„—–，、：（）「」『』【】《》…>•*=→·]/u;
/** The designation's name begins so in the languages that write it with letters. */
const INFRASTRUCTURE = /^(infra|инфра)/;
/** What makes a dotted word an address rather than two sentences without a space. */
const DOMAIN = /\.(com|us|cn|net|org|gov|mil|br|hu|ru|io)$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;

/** Case, width, accents and apostrophe forms taken away. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

// Word boundaries hardly differ between the five languages (Han is taken character by character anyway): one instance.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** "Infrastructure (Azure)": brackets that belong to the name of Microsoft's designation. */
function isInName(between: string, before: readonly Word[], next: string): boolean {
  const [infrastructure, azure] = before.slice(-2).map(({ lower }) => lower);
  const last = azure ?? infrastructure ?? '';
  if (/^\s*\($/.test(between)) return INFRASTRUCTURE.test(last) && /^azure$/i.test(next);
  return /^\)\s*$/.test(between) && last === 'azure' && INFRASTRUCTURE.test(infrastructure ?? '');
}

function separation(between: string, before: Word, next: string): number {
  if (between === '' || between === ' ') {
    // Chinese writes no spaces: one between two Han characters stands for a comma.
    return between === ' ' && before.width === HAN_WIDTH && HAN.test(next) && HAN.test(before.lower)
      ? CLAUSE
      : JOINED;
  }
  if (SENTENCE_END.test(between)) return SENTENCE;
  if (/\.{2}/.test(between)) return CLAUSE;
  if (/\.(\s|$|["”»)])/.test(between)) {
    // "lic. sold", "кл. MOSP": an abbreviation, not the end of a sentence.
    const abbreviation = /^\p{L}{1,4}$/u.test(before.lower) && /^[\p{Ll}\d]/u.test(next);
    return abbreviation ? JOINED : SENTENCE;
  }
  if (/^\s+$/.test(between) && HAN.test(next) && HAN.test(before.lower)) return CLAUSE;
  if (CLAUSE_END.test(between) || /\s[-~]+(\s|$)|^[-~]+\s/.test(between)) return CLAUSE;
  return JOINED;
}

interface WordPiece {
  readonly text: string;
  readonly start: number;
  readonly dotted: boolean;
  readonly continues: boolean;
}

function* pieces(segment: string, start: number): Generator<WordPiece> {
  if (HAN.test(segment)) {
    // Chinese word boundaries vary with the dictionary: the lexicon's longest match decides instead.
    let at = start;
    for (const part of segment.split(EACH_HAN)) {
      if (part !== '')
        yield { text: part, start: at, dotted: false, continues: at > start && HAN.test(part) };
      at += part.length;
    }
    return;
  }
  if (segment.includes('.') && !DOMAIN.test(segment.toLowerCase()) && !/^[\d.]+$/.test(segment)) {
    // "azure.we are": the space after the full stop was forgotten.
    let at = start;
    for (const [index, part] of segment.split('.').entries()) {
      if (part !== '') yield { text: part, start: at, dotted: index > 0, continues: false };
      at += part.length + 1;
    }
    return;
  }
  yield { text: segment, start, dotted: false, continues: false };
}

/** What is written alike is compared alike: a text has a third as many forms as words. */
interface Form {
  readonly lower: string;
  readonly folded: string;
  readonly width: number;
}

/** Nothing about it need be folded. */
const PLAIN = /^[a-z\d]+$/;

function formOf(raw: string): Form {
  const cased = raw.toLowerCase();
  if (PLAIN.test(cased) && ASCII.test(raw)) return { lower: cased, folded: cased, width: 1 };
  const lower = raw.normalize('NFKC').toLowerCase().replaceAll('’', "'").replaceAll('_', '');
  const one = inOneScript(lower);
  const folded = fold(one.replace(/'s$/, ''));
  if (one !== lower) return { lower: one, folded, width: 1 };
  return { lower, folded, width: HAN.test(folded) ? HAN_WIDTH : 1 };
}

/** Words with one blank between them, as most of a text is: the segmenter need not be asked where they end. */
const SPACED = /[^ ]+/g;
const LETTERS = /^(?:[a-z\d]+|[а-яё]+|[a-záéíóöőúüűàâãêôõç]+)$/i;
/** What belongs to the character before it. */
const JOINING = /[\p{M}\p{Cf}]/u;

/** What the segmenter takes for words, in order. */
function* segments(text: string): Generator<{ readonly segment: string; readonly index: number }> {
  if (JOINING.test(text)) {
    yield* segmented(text, 0);
    return;
  }
  for (const { 0: run, index } of text.matchAll(SPACED)) {
    if (LETTERS.test(run)) yield { segment: run, index };
    else yield* segmented(run, index);
  }
}

function* segmented(
  text: string,
  start: number,
): Generator<{ readonly segment: string; readonly index: number }> {
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike === true && WORDLIKE.test(segment)) yield { segment, index: start + index };
  }
}

/** The words of a line, in order. Total: whatever is no word lies between words. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const forms = new Map<string, Form>();
  let end = 0;
  let place = 0;
  for (const { segment, index } of segments(text)) {
    for (const piece of pieces(segment, index)) {
      // ".us" is a domain, "us" is us.
      const domain =
        /^(us|cn)$/i.test(piece.text) && /(^|[\s("'])\.$/.test(text.slice(0, piece.start).slice(-2));
      const start = domain ? piece.start - 1 : piece.start;
      const raw = text.slice(start, piece.start + piece.text.length);
      const form = forms.get(raw) ?? formOf(raw);
      forms.set(raw, form);
      const { lower, folded, width } = form;
      if (folded === '') continue;
      const between = text.slice(end, start);
      const before = words.at(-1);
      const spaced = between === ' ' || between === '';
      const breakBefore =
        piece.dotted || before === undefined
          ? SENTENCE
          : !spaced && isInName(between, words, raw)
            ? JOINED
            : separation(between, before, raw);
      end = piece.start + piece.text.length;
      words.push({
        start,
        end,
        lower,
        folded,
        breakBefore,
        glued: !spaced && /^[-‐‑]$/.test(between),
        slashed: !spaced && /^\s*\/\s*$/.test(between),
        stopped: !spaced && breakBefore === JOINED && /\.\s/.test(between),
        bracketed: !spaced && breakBefore > JOINED && /[([（]\s*["“«]?$/.test(between),
        asks: false,
        continues: piece.continues,
        place,
        width,
      });
      place += width;
    }
  }
  return words.map((word, at) => (asks(text, word, words[at + 1]) ? { ...word, asks: true } : word));
}

/** Several words of a line as one: it begins where the first does, and ends as the last. */
export function asOneWord(first: Word, last: Word, lower: string, folded: string): Word {
  const width = last.place + last.width - first.place;
  return { ...first, end: last.end, lower, folded, asks: last.asks, width };
}

function asks(text: string, { end }: Word, next: Word | undefined): boolean {
  const nothing = next !== undefined && next.start - end <= 1 && text.charAt(end) === ' ';
  return !nothing && next?.start !== end && QUESTION.test(text.slice(end, next?.start));
}
