import { anotherCustomer } from '../announced/another-customer.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../languages.js';
import { otherLayouts } from '../layout.js';
import { COMMANDS, type Command } from '../typed.js';
import { evenly, formsOf, normalForm } from './normal-form.js';
import { languagesOf } from './plain-answers.js';

/**
 * The commands that take something away: answers, or the place where one is. Like the answers that count unseen they are
 * a finite set of lines, so that "do not start over", "start over?" and a struck-out word are none of them.
 */
export const LOSING = ['restart', 'next', 'back', 'forgetNow'] as const satisfies readonly Command[];
export type LosingCommand = (typeof LOSING)[number];

export function isLosing(command: Command): command is LosingCommand {
  return (LOSING as readonly Command[]).includes(command);
}

/** A command as it is typed, and whether those words may speak of the open question as well: "new" commerce. */
interface PlainCommand {
  readonly command: Command;
  readonly unsure: boolean;
}

const tables = new Map<LanguageTag, ReadonlyMap<string, PlainCommand>>();

/** The words of a command, and those that only whoever begins again says. */
function wordsOf(tag: LanguageTag, command: Command): readonly string[] {
  const language = LANGUAGES[tag];
  const words = language.alternatives(`command.${command}`);
  if (command !== 'restart') return words;
  return [...words, ...language.alternatives('gate.anew')];
}

function table(tag: LanguageTag): ReadonlyMap<string, PlainCommand> {
  const known = tables.get(tag);
  if (known !== undefined) return known;
  const language = LANGUAGES[tag];
  const frames = ['{words}', ...language.alternatives('gate.please')];
  const doubtful = language.alternatives('gate.unsure').flatMap(formsOf);
  const made = new Map<string, PlainCommand>();
  for (const command of COMMANDS)
    for (const words of wordsOf(tag, command)) {
      const unsure = formsOf(words).some((form) => doubtful.includes(form));
      for (const frame of frames)
        for (const form of formsOf(frame.replace('{words}', words)))
          if (!made.has(form)) made.set(form, { command, unsure });
    }
  tables.set(tag, made);
  return made;
}

/** "Start over!" */
const CALLED_OUT = /!+$/;

/** Case, blanks and a stop apart, the line as it was typed, or as the same keys write it in another layout. */
function lines(line: string): readonly string[] {
  return [line, ...otherLayouts(line).map(({ text }) => text)].flatMap((each) => {
    const form = normalForm(each)?.replace(CALLED_OUT, '');
    return form === undefined ? [] : [...new Set([form, form.replaceAll('ё', 'е')])];
  });
}

/** The command that a line is and nothing else; undefined for a line that is not in the set. */
export function plainCommand(line: string, reader: LanguageTag): PlainCommand | undefined {
  for (const form of lines(line))
    for (const tag of [...languagesOf(form, reader), ...LANGUAGE_TAGS]) {
      const command = table(tag).get(form);
      if (command !== undefined) return command;
    }
  return anotherCustomer.isWhole(line, reader) ? { command: 'restart', unsure: false } : undefined;
}

/**
 * How a line begins that goes on with what it says of a customer: `anew` with another one ("next customer: …"), `named`
 * where that depends on how it goes on ("new customer has …"), `asked` where one is spoken of and not begun with
 * ("new customer? …"), `unsure` where the words may mean something else there ("at first they bought …").
 */
export type Beginning = 'anew' | 'named' | 'asked' | 'unsure' | 'other';

const PAUSE = /^\s*(?:[.:;!\n\u2028\u2029。]|-\s)/u;
const COMMA = /^\s*[,、]/u;
/** Behind its last word a sentence goes on with another word; Chinese asks with one. */
const WORD = /^\s+[\p{L}\p{N}]/u;
const WORD_HAN = /^(?![吗嘛么呢])[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}$/u;
const IN_A_WORD = /^[\p{L}\p{N}\p{M}]/u;

/** What stands behind the longest of these words that a line begins with; undefined where it begins with none. */
function behind(line: string, words: readonly string[]): string | undefined {
  const rests = words
    .flatMap(formsOf)
    .filter((form) => line.startsWith(form))
    .map((form) => ({ form, rest: line.slice(form.length) }))
    .filter(({ form, rest }) => HAN.test(form) || !IN_A_WORD.test(rest));
  return rests.toSorted((a, b) => a.rest.length - b.rest.length)[0]?.rest;
}

/** "New customer has …", "新客户有…"; and not "new customer?", "新客户吗？". */
function goesOn(rest: string): boolean {
  return WORD.test(rest) || WORD_HAN.test(rest);
}

/** The words that a line may begin with, politely as well. */
function framed(tag: LanguageTag, words: readonly string[]): readonly string[] {
  const before = LANGUAGES[tag].alternatives('gate.please').filter((frame) => frame.endsWith('{words}'));
  return ['{words}', ...before].flatMap((frame) => words.map((each) => frame.replace('{words}', each)));
}

/** How a line begins; nothing of what it says further on is looked at. */
export function beginning(line: string, reader: LanguageTag): Beginning {
  const form = evenly(line).toLowerCase();
  const tags = languagesOf(form, reader);
  const after = (words: (tag: LanguageTag) => readonly string[]) => behind(form, tags.flatMap(words));
  const customer = anotherCustomer.behind(line, reader);
  if (customer !== undefined) {
    if (PAUSE.test(customer) || COMMA.test(customer)) return 'anew';
    return goesOn(customer) ? 'named' : 'asked';
  }
  if (after((tag) => LANGUAGES[tag].alternatives('gate.unsure')) !== undefined) return 'unsure';
  const again = after((tag) => framed(tag, [...wordsOf(tag, 'restart'), ...wordsOf(tag, 'next')]));
  if (again === undefined) return 'other';
  if (PAUSE.test(again)) return 'anew';
  return COMMA.test(again) ? 'named' : 'other';
}
