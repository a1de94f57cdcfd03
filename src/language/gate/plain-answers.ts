import type { Answer, FactId, OptionId } from '../../policy/facts.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../languages.js';
import { optionKey } from '../policy-keys.js';
import type { OpenQuestion } from '../typed.js';
import { formsOf, formsOfLabel, normalForm } from './normal-form.js';

/**
 * The gate: the lines that count as an answer without being shown first. They are a finite set for each question and
 * language, listed under `alone` and `place` in the language files; a line is one of them or it is not. No pattern, no
 * endings, no slips: whatever else a line may mean is shown before it counts.
 */

/** The questions that a bare "yes" or "no" answers, and with what. */
export const YES_AND_NO: { readonly [F in FactId]?: readonly [yes: OptionId, no: OptionId] } = {
  azurePlatform: ['azurePlan', 'legacyAzure'],
  designation: ['held', 'notHeld'],
  region: ['same', 'different'],
  relationship: ['yes', 'no'],
};

/** "1️⃣", as telephones write it. */
const KEYCAPS = ['{n}\u20e3', '{n}\ufe0f\u20e3'];
/** A line in one of these scripts can be in no other of our languages. */
const OWN_SCRIPT: readonly (readonly [LanguageTag, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/u],
  ['zh-CN', /\p{Script=Han}/u],
];

/** The languages in which a reader's line is compared: theirs, English, and the one that its script tells. */
export function languagesOf(line: string, reader: LanguageTag): readonly LanguageTag[] {
  const told = OWN_SCRIPT.filter(([, script]) => script.test(line)).map(([tag]) => tag);
  return [...new Set<LanguageTag>([reader, 'en', ...told])];
}

/** The first meaning that a line is given stands: an option's own words before its number, and that before "no". */
type Lines = Map<string, Answer>;

function put(lines: Lines, forms: readonly string[], answer: Answer): void {
  for (const form of forms) if (form !== '' && !lines.has(form)) lines.set(form, answer);
}

/** The words on the buttons, and the ids that stand for them everywhere. */
function putLabels(lines: Lines, { fact, options }: OpenQuestion, tags: readonly LanguageTag[]): void {
  for (const option of options) {
    for (const tag of tags) put(lines, formsOfLabel(LANGUAGES[tag].say(optionKey(fact, option))), option);
  }
}

/** The place of each option by its number, its ordinal or its letter; the number after the last is "I don't know". */
function putPlaces(lines: Lines, { options }: OpenQuestion, tag: LanguageTag): void {
  const list = (key: 'place.frames' | 'place.ordinals' | 'place.letters') => LANGUAGES[tag].alternatives(key);
  const [ordinals, letters] = [list('place.ordinals'), list('place.letters')];
  const answers: readonly Answer[] = [...options, 'unknown'];
  for (const frame of [...list('place.frames'), ...KEYCAPS]) {
    for (const [at, answer] of answers.entries()) {
      if (frame.includes('{n}')) put(lines, formsOf(frame.replace('{n}', String(at + 1))), answer);
      if (answer === 'unknown') continue;
      for (const word of frame.includes('{o}') ? (ordinals[at]?.split(' ') ?? []) : [])
        put(lines, formsOf(frame.replace('{o}', word)), answer);
      const letter = letters[at];
      if (frame.includes('{l}') && letter !== undefined)
        put(lines, formsOf(frame.replace('{l}', letter)), answer);
    }
  }
}

/** Other names of the options, yes and no where the question has them, and "I don't know". */
function putWords(lines: Lines, { fact, options }: OpenQuestion, tag: LanguageTag): void {
  const language = LANGUAGES[tag];
  for (const line of language.alternatives(`alone.${fact}`)) {
    const [id, names = ''] = line.split(' = ');
    const option = options.find((each) => each === id);
    if (option !== undefined) put(lines, names.split(', ').flatMap(formsOf), option);
  }
  for (const [at, option] of (YES_AND_NO[fact] ?? []).entries()) {
    const words = language.alternatives(at === 0 ? 'alone.yes' : 'alone.no');
    if (options.includes(option)) put(lines, words.flatMap(formsOf), option);
  }
  const unknown = [language.say('ui.unknown'), ...language.alternatives('command.unknown')];
  put(lines, unknown.flatMap(formsOf), 'unknown');
}

/** What of the set does not depend on the line: a table for each question as it is shown, made once. */
const tables = new Map<string, ReadonlyMap<string, Answer>>();
/** So many are kept; a question can be shown with some of its options only. */
const MOST_TABLES = 200;

function table(shown: OpenQuestion, tag: LanguageTag | 'labels' | 'ids'): ReadonlyMap<string, Answer> {
  const key = [tag, shown.fact, ...shown.options].join(' ');
  const known = tables.get(key);
  if (known !== undefined) return known;
  const made: Lines = new Map();
  if (tag === 'labels') {
    putLabels(made, shown, LANGUAGE_TAGS);
  } else if (tag === 'ids') {
    for (const option of shown.options) put(made, formsOf(option), option);
  } else {
    putLabels(made, shown, [tag]);
    putPlaces(made, shown, tag);
    putWords(made, shown, tag);
  }
  if (tables.size >= MOST_TABLES) tables.clear();
  tables.set(key, made);
  return made;
}

/** Every line that answers a question unseen in a language, in its normal form, with its answer. */
export function plainLines(shown: OpenQuestion, reader: LanguageTag): ReadonlyMap<string, Answer> {
  return new Map([...table(shown, 'ids'), ...table(shown, 'labels'), ...table(shown, reader)]);
}

/** The answer that a line is and nothing else; undefined for a line that is not in the set. */
export function plainAnswer(line: string, reader: LanguageTag, shown: OpenQuestion): Answer | undefined {
  const form = normalForm(line);
  if (form === undefined) return undefined;
  for (const tag of languagesOf(form, reader)) {
    const answer = table(shown, tag).get(form);
    if (answer !== undefined) return answer;
  }
  return table(shown, 'labels').get(form) ?? table(shown, 'ids').get(form);
}

/** The option that a line names outright, as its button does: what else is shown makes nothing else of it. */
export function labelled(line: string, shown: OpenQuestion): Answer | undefined {
  const form = normalForm(line);
  return form === undefined ? undefined : table(shown, 'labels').get(form);
}

/** Whether a line is a plain yes, and not the "OK" of somebody who has only read. */
export function isPlainYes(line: string, reader: LanguageTag): boolean {
  const form = normalForm(line);
  if (form === undefined) return false;
  return languagesOf(form, reader).some((tag) =>
    LANGUAGES[tag].alternatives('alone.yes').some((words) => formsOf(words).includes(form)),
  );
}

const replies = new Map<LanguageTag, ReadonlyMap<string, boolean>>();

/** The lines that confirm, or put away, what is shown to be confirmed. */
export function plainReplies(tag: LanguageTag): ReadonlyMap<string, boolean> {
  const known = replies.get(tag);
  if (known !== undefined) return known;
  const language = LANGUAGES[tag];
  const made = new Map(
    [false, true].flatMap((yes) =>
      language
        .alternatives(yes ? 'reply.yes' : 'reply.no')
        .flatMap((words) => formsOf(words).map((form) => [form, yes] as const)),
    ),
  );
  replies.set(tag, made);
  return made;
}

/** Whether a line is a yes or a no to what waits to be confirmed; undefined for anything else. */
export function plainReply(line: string, reader: LanguageTag): boolean | undefined {
  const form = normalForm(line);
  if (form === undefined) return undefined;
  for (const tag of languagesOf(form, reader)) {
    const reply = plainReplies(tag).get(form);
    if (reply !== undefined) return reply;
  }
  return undefined;
}
