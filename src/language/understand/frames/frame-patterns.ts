import { LANGUAGE_TAGS } from '../../languages.js';
import { type FramePart, frameWordsOf } from '../../lexicon/frame-words.js';

/**
 * How the lines around a message are known, in all languages at once: a mail may greet in one and end in another.
 * Made with the first text that is read.
 */

const HAN = /\p{Script=Han}/u;
/** Nobody writes a word right behind it: the word ends here. */
const ENDS = '(?![\\p{L}\\p{N}])';
const NEVER = '(?!)';

function wordsFor(...parts: readonly FramePart[]): readonly string[] {
  return parts.flatMap((part) => LANGUAGE_TAGS.flatMap((tag) => frameWordsOf(tag)?.[part] ?? []));
}

function anyWord(words: readonly string[]): string {
  return words.length === 0 ? NEVER : `(?:${words.join('|')})`;
}

const any = (...parts: readonly FramePart[]): string => anyWord(wordsFor(...parts));

/** One of the words, whole: where a Han word ends nothing tells. */
function whole(part: FramePart, before = ''): string {
  const words = wordsFor(part);
  const [han, others] = [words.filter((word) => HAN.test(word)), words.filter((word) => !HAN.test(word))];
  return `(?:${before}${anyWord(others)}${ENDS}|${anyWord(han)})`;
}

const header = (part: FramePart): string => `^[*_]{0,2}${any(part)}[*_]{0,2}\\s*[:：]`;

export const GREETS = new RegExp(`^${whole('greetings')}`, 'iu');
export const ADDRESSED = new RegExp(`^${any('addressees')}$`, 'iu');
export const CLOSES = new RegExp(`^${whole('closings')}`, 'iu');
/** "小刘你好，": whoever is greeted stands before. */
export const GREETED_BEHIND = new RegExp(
  `^\\p{Script=Han}{1,6}${any('greetingsBehind')}[，,！!：:。]?$`,
  'u',
);
export const NAMED = new RegExp(`[：:，,]$|${any('greetingEnds')}[！!。]?$`, 'u');
export const TITLED = new RegExp(`${any('titlesBehind')}[：:，,！!。]?$`, 'u');
export const TITLES = new RegExp(`\\b(${wordsFor('titlesBefore').join('|')})\\.`, 'gu');
export const NAME = new RegExp(`^(?:\\p{Lu}[\\p{L}'’.-]*|${any('nameParts')}\\.?)$`, 'u');

export const HEADS = new RegExp(header('headers'), 'iu');
export const HEADS_SURELY = new RegExp(`${header('sureHeaders')}|@`, 'iu');
export const NAMES_SUBJECT = new RegExp(`${header('subjects')}[*_]{0,2}`, 'iu');
export const PREFIXED = new RegExp(
  `^(?:\\[${any('outside')}\\]\\s*|${any('prefixes', 'subjects')}(?:\\[\\d+\\])?\\s*[:：]\\s*)+`,
  'iu',
);
export const QUOTES = new RegExp(
  `^-{2,} ?${any('quotedMarks')}|^${any('quotedLines')}|^_{10,}$|^.{6,160}(?<![\\p{L}])${any('wrote')}\\s*[:：]$`,
  'iu',
);
/** A mail that was handed on, rather than answered. */
export const FORWARDED = new RegExp(`^-{2,}.*${any('forwardedMarks')}|^${any('forwardedLines')}`, 'iu');
export const FORWARDS = new RegExp(`(?:^|[\\s:：\\]])${any('forwardingPrefixes')}\\s*[:：]`, 'iu');
export const FROM_DEVICE = new RegExp(`^${any('devices')}`, 'iu');
export const ABOUT_MESSAGE = new RegExp(any('noticesOf'), 'iu');
export const SAYS_NOTICE = new RegExp(any('noticesSay'), 'iu');
export const ABOUT_PRINTING = new RegExp(any('printing'), 'iu');
export const HANDS_ON = new RegExp(whole('notes', '(?<![\\p{L}])'), 'iu');
export const ADDS = new RegExp(`^${any('postscripts')}(?=[\\s:：,，.]|$)`, 'iu');
export const CONTACT = new RegExp(
  `@[\\w-]+\\.\\w|https?:|\\bwww\\.|${any('contacts')}\\.?\\s*[:：+\\d]|\\+\\d[\\d ()-]{6,}|\\(\\d{2,5}\\)\\s?\\d`,
  'iu',
);
