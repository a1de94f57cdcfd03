import { type Answer, FACT_IDS, type FactId, type OptionId } from '../policy/facts.js';
import { bareLetters, bareWords } from './bare-letters.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from './languages.js';
import { otherLayouts } from './layout.js';
import { languageFor } from './negotiate.js';
import { placeNamed } from './place.js';
import { hasPlainSigns } from './plain-signs.js';
import { optionKey } from './policy-keys.js';

/** Words that can be typed instead of tapping a button. */
export const COMMANDS = [
  'help',
  'start',
  'restart',
  'back',
  'next',
  'another',
  'showAll',
  'language',
  'edition',
  'change',
  'why',
  'askCustomer',
  'call',
  'chat',
  'ticket',
  'wholeTicket',
  'share',
  'print',
  'person',
  'helped',
  'wrong',
  'known',
  'cases',
  'keep',
  'forget',
  'forgetNow',
] as const;
export type Command = (typeof COMMANDS)[number];

/** What a typed line was read as. It is never guessed: what is none of these is `nothing`. */
export type Typed =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'change'; readonly fact: FactId }
  | { readonly kind: 'answer'; readonly value: Answer }
  | { readonly kind: 'language'; readonly tag: LanguageTag }
  /** The language of the customer on the phone. */
  | { readonly kind: 'customer'; readonly tag: LanguageTag }
  | { readonly kind: 'nothing' };

/** The question on the table, as far as typed answers need it. */
export interface OpenQuestion {
  readonly fact: FactId;
  readonly options: readonly OptionId[];
}

/** "-1", "–1", "是 -2": a number less than none. */
const SIGNED = /(?:^|\s)[+−\p{Pd}]+\s*\d/u;
/** On other keys the question mark is another sign: only letters are meant for sure. */
const SURE_KEYS = /^[\p{L}\p{N}\s()"'-]+$/u;

/** The longest line that can be a typed command or option. */
const LONGEST = 120;

/** A look-up from folded words to what they mean; the reader's own language wins over the others. */
function lookUp<T>(entries: (tag: LanguageTag) => readonly (readonly [string, T])[]) {
  const tables = new Map<LanguageTag, ReadonlyMap<string, T>>();
  const table = (tag: LanguageTag): ReadonlyMap<string, T> => {
    const known =
      tables.get(tag) ?? new Map(entries(tag).map(([words, value]) => [bareLetters(words), value]));
    tables.set(tag, known);
    return known;
  };
  return (folded: string, tag: LanguageTag): T | undefined => {
    for (const each of [tag, ...LANGUAGE_TAGS]) {
      const found = table(each).get(folded);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

const commands = lookUp<Command>((tag) =>
  COMMANDS.flatMap((command) =>
    LANGUAGES[tag].alternatives(`command.${command}`).map((words) => [words, command] as const),
  ),
);

const replies = lookUp<boolean>((tag) =>
  [true, false].flatMap((yes) =>
    LANGUAGES[tag].alternatives(`reply.${yes ? 'yes' : 'no'}`).map((words) => [words, yes] as const),
  ),
);

/** Whether a line says yes or no to something that waits to be confirmed; undefined for anything else. */
export function readReply(text: string, tag: LanguageTag): boolean | undefined {
  return text.length > LONGEST || !hasPlainSigns(text) ? undefined : replies(bareLetters(text), tag);
}

const languageNames = lookUp<LanguageTag>((tag) => [
  [LANGUAGES[tag].say('language.self'), tag],
  ...LANGUAGES[tag].alternatives('language.aliases').map((words) => [words, tag] as const),
]);

const factNames = lookUp<FactId>((tag) =>
  FACT_IDS.map((fact) => [LANGUAGES[tag].say(`fact.${fact}.name`), fact] as const),
);

const dontKnow = lookUp<true>((tag) =>
  [LANGUAGES[tag].say('ui.unknown'), ...LANGUAGES[tag].alternatives('command.unknown')].map(
    (words) => [words, true] as const,
  ),
);

/** A number, "the second" or "选3" names the option at that place; the one after the last is "I don't know". */
function numbered(folded: string, { options }: OpenQuestion, tag: LanguageTag): Answer | undefined {
  const place = placeNamed(folded, tag, options.length);
  if (place === undefined) return undefined;
  return place === options.length + 1 ? 'unknown' : options[place - 1];
}

function answer(folded: string, asked: OpenQuestion, tag: LanguageTag): Answer | undefined {
  const named = [tag, ...LANGUAGE_TAGS].flatMap((each) =>
    asked.options.filter(
      (option) => bareWords(LANGUAGES[each].say(optionKey(asked.fact, option))) === folded,
    ),
  );
  return (
    named[0] ?? asked.options.find((option) => bareLetters(option) === folded) ?? numbered(folded, asked, tag)
  );
}

/** A fact by its name, by its id, or by words of its name that no other fact has: "relationship". */
function factCalled(folded: string, tag: LanguageTag): FactId | undefined {
  const whole = factNames(folded, tag) ?? FACT_IDS.find((fact) => fact.toLowerCase() === folded);
  if (whole !== undefined || folded === '') return whole;
  const [only, ...others] = FACT_IDS.filter((fact) =>
    ` ${bareWords(LANGUAGES[tag].say(`fact.${fact}.name`))} `.includes(` ${folded} `),
  );
  return others.length === 0 ? only : undefined;
}

/** "change cloud", "更改云", or just the name of a fact. */
function change(folded: string, tag: LanguageTag): FactId | undefined {
  const alone = factNames(folded, tag);
  if (alone !== undefined) return alone;
  for (const each of [tag, ...LANGUAGE_TAGS]) {
    for (const word of LANGUAGES[each].alternatives('command.change').map(bareWords)) {
      const fact = folded.startsWith(word) ? factCalled(folded.slice(word.length).trim(), tag) : undefined;
      if (fact !== undefined) return fact;
    }
  }
  return undefined;
}

/** "customer: hu", "клиент: по-английски": the language of whoever is on the phone. */
function customerLanguage(text: string, tag: LanguageTag): LanguageTag | undefined {
  const [, who, name] =
    /^(.{1,40}?)\s*[:：=–-]\s*(.{1,40})$/u.exec(text.trim()) ??
    /^(\S{1,40})\s+(\S{2,40})$/u.exec(text.trim()) ??
    [];
  if (who === undefined || name === undefined) return undefined;
  const spoken = bareLetters(who);
  const customer = [tag, ...LANGUAGE_TAGS].some((each) =>
    LANGUAGES[each].alternatives('customer.names').some((words) => bareWords(words) === spoken),
  );
  return customer
    ? (languageNames(bareLetters(name), tag) ??
        LANGUAGE_TAGS.find((each) => each.toLowerCase() === name.toLowerCase()) ??
        languageFor(name))
    : undefined;
}

/** Reads one typed line as it stands, or as the same keys write it in another layout. */
export function readTyped(text: string, tag: LanguageTag, asked: OpenQuestion | undefined): Typed {
  if (text.length > LONGEST) return { kind: 'nothing' };
  const typed = readAsTyped(text, tag, asked);
  if (typed.kind !== 'nothing') return typed;
  for (const other of otherLayouts(text)) {
    const meant = readAsTyped(other.text, tag, asked);
    if (meant.kind === 'answer' && !SURE_KEYS.test(other.text)) continue;
    if (meant.kind !== 'nothing') return meant;
  }
  return typed;
}

/** Reads one typed line: an answer to the question on the table, a command, a language, or nothing. */
function readAsTyped(text: string, tag: LanguageTag, asked: OpenQuestion | undefined): Typed {
  const folded = bareLetters(text);
  if (folded === '') return { kind: 'nothing' };
  // A number with a sign is no place in a list, nor is what has a thumb down; folding would take the sign off.
  const signed = SIGNED.test(text) || !hasPlainSigns(text);
  const value = asked === undefined || signed ? undefined : answer(folded, asked, tag);
  if (value !== undefined) return { kind: 'answer', value };
  const customer = customerLanguage(text, tag);
  if (customer !== undefined) return { kind: 'customer', tag: customer };
  const command = commands(folded, tag);
  if (command !== undefined) return { kind: 'command', command };
  const language = languageNames(folded, tag);
  if (language !== undefined) return { kind: 'language', tag: language };
  if (asked !== undefined && dontKnow(folded, tag) === true) return { kind: 'answer', value: 'unknown' };
  const fact = change(folded, tag);
  return fact === undefined ? { kind: 'nothing' } : { kind: 'change', fact };
}
