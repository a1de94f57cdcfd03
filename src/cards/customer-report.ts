import { askCustomerData } from '../conversation/action.js';
import type { Origin } from '../conversation/interview/state.js';
import type { ToldCase } from '../conversation/told-case.js';
import type { CustomerMessageScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import type { AskableFact } from '../policy/facts.js';
import { aloud } from './aloud.js';
import { namesForCustomer, toldOfAll } from './aloud-case.js';
import type { Report } from './report.js';
import { navigation, proceed, row } from './rows.js';
import { textBox } from './text-box.js';

type Opening = 'ask.intro' | 'ask.introAll' | 'ask.also';

/** What has to be known from the customer, one question a line. */
function questions(
  theirs: Language,
  facts: CustomerMessageScreen['facts'],
  opening: Opening,
): readonly string[] {
  if (facts.length === 0) return [];
  return ['', theirs.say(opening), ...facts.map((fact) => questionLine(theirs, fact))];
}

/** What can be told by now, in the words that are said on the phone: they promise nothing that a caution takes back. */
function told(theirs: Language, { guidance, facts }: CustomerMessageScreen): readonly string[] {
  if (guidance.eligibility === 'depends')
    return facts.length === 0 ? ['', theirs.say('ask.about'), theirs.say('ask.checking')] : [];
  return ['', theirs.say('ask.about'), ...aloud(theirs, { ...guidance, dependsOn: [] })];
}

function questionLine(theirs: Language, fact: AskableFact): string {
  return theirs.say('ask.line', { text: theirs.say(`ask.${fact}`) });
}

/** What is told about several subscriptions, each under its name. */
function toldTogether(theirs: Language, all: ToldCase): readonly string[] {
  const told = toldOfAll(theirs, all).flatMap(({ about, lines }) => [
    '',
    ...(about === '' ? [] : [theirs.say('ask.aboutOne', { subscription: about })]),
    ...lines,
  ]);
  // What nobody is asked for is ours to find out.
  const waits = all.each.some(
    ({ guidance, facts }) => guidance.eligibility === 'depends' && facts.length === 0,
  );
  const checking = waits && all.facts.length === 0 ? ['', theirs.say('ask.checking')] : [];
  return told.length + checking.length === 0 ? [] : ['', theirs.say('ask.aboutAll'), ...told, ...checking];
}

/** What has to be known of all subscriptions, and of each. */
function questionsTogether(theirs: Language, { each, facts }: ToldCase, opening: Opening): readonly string[] {
  const names = namesForCustomer(theirs, each);
  const own = each.flatMap((one, place) =>
    one.facts.length === 0
      ? []
      : [
          theirs.say('ask.aboutOne', { subscription: names[place] ?? '' }),
          ...one.facts.map((fact) => questionLine(theirs, fact)),
        ],
  );
  const all = [...facts.map((fact) => questionLine(theirs, fact)), ...own];
  return all.length === 0 ? [] : ['', theirs.say(opening), ...all];
}

/** What the message says between its greeting and its end. */
function body(theirs: Language, screen: CustomerMessageScreen) {
  const { all, facts } = screen;
  const said = all === undefined ? told(theirs, screen) : toldTogether(theirs, all);
  const opening = said.length > 0 ? 'ask.also' : all === undefined ? 'ask.intro' : 'ask.introAll';
  const asked =
    all === undefined ? questions(theirs, facts, opening) : questionsTogether(theirs, all, opening);
  return { said, asked };
}

/** The message, line by line, in the customer's language. */
export function customerLetter(theirs: Language, screen: CustomerMessageScreen): readonly string[] {
  const { said, asked } = body(theirs, screen);
  return [
    theirs.say('ask.greeting'),
    ...said,
    ...asked,
    '',
    theirs.say(asked.length === 0 ? 'ask.reply' : 'ask.thanks'),
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
