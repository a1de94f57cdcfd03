import { askCustomerData } from '../conversation/action.js';
import type { Origin } from '../conversation/interview/state.js';
import type { CustomerMessageScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { aloud } from './aloud.js';
import type { Report } from './report.js';
import { navigation, proceed, row } from './rows.js';
import { textBox } from './text-box.js';

/** What has to be known from the customer, one question a line. */
function questions(
  theirs: Language,
  facts: CustomerMessageScreen['facts'],
  opening: 'ask.intro' | 'ask.also',
): readonly string[] {
  if (facts.length === 0) return [];
  return [
    '',
    theirs.say(opening),
    ...facts.map((fact) => theirs.say('ask.line', { text: theirs.say(`ask.${fact}`) })),
  ];
}

/** What can be told by now, in the words that are said on the phone: they promise nothing that a caution takes back. */
function told(theirs: Language, { guidance, facts }: CustomerMessageScreen): readonly string[] {
  if (guidance.eligibility === 'depends')
    return facts.length === 0 ? ['', theirs.say('ask.about'), theirs.say('ask.checking')] : [];
  return ['', theirs.say('ask.about'), ...aloud(theirs, { ...guidance, dependsOn: [] })];
}

/** The message, line by line, in the customer's language. */
export function customerLetter(theirs: Language, screen: CustomerMessageScreen): readonly string[] {
  const { facts } = screen;
  const said = told(theirs, screen);
  return [
    theirs.say('ask.greeting'),
    ...said,
    ...questions(theirs, facts, said.length === 0 ? 'ask.intro' : 'ask.also'),
    '',
    theirs.say(facts.length === 0 ? 'ask.reply' : 'ask.thanks'),
    theirs.say('ask.regards'),
  ];
}

/** A message to the customer, ready to be sent, in a language that can be chosen. */
export function customerReport(
  language: Language,
  screen: CustomerMessageScreen,
  origin: Origin | undefined,
): Report {
  const { customer } = screen;
  const theirs = LANGUAGES[customer];
  const mark = (tag: string): string => (tag === customer ? '✓' : '›');
  return {
    title: language.say('ask.title'),
    text: language.say('ask.text'),
    sections: [],
    box: textBox(language, theirs.say('language.self'), customerLetter(theirs, screen), origin),
    below: {
      heading: language.say('ask.choose'),
      rows: LANGUAGE_TAGS.map((tag) =>
        row(LANGUAGES[tag].say('language.self'), askCustomerData(tag, origin), mark(tag)),
      ),
    },
    options: [proceed(language, origin)],
    nav: navigation(language, origin, false),
  };
}
