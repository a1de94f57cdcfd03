import { askCustomerData } from '../conversation/action.js';
import type { Origin } from '../conversation/interview/state.js';
import type { CustomerMessageScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import type { Report } from './report.js';
import { navigation, proceed, row } from './rows.js';

/** A message that asks the customer for what is missing, in the customer's language. */
export function customerReport(
  language: Language,
  { facts, customer }: CustomerMessageScreen,
  origin: Origin | undefined,
): Report {
  const theirs = LANGUAGES[customer];
  const questions = facts.map((fact) => theirs.say(`ask.${fact}`));
  const letter = [
    theirs.say('ask.greeting'),
    theirs.say('ask.intro'),
    ...questions.map((text) => theirs.say('ask.line', { text })),
    theirs.say('ask.thanks'),
  ];
  const mark = (tag: string): string => (tag === customer ? '✓' : '›');
  return {
    title: language.say('ask.title'),
    text: language.say('ask.text'),
    sections: [
      { heading: LANGUAGES[customer].say('language.self'), lines: letter, rows: [] },
      {
        heading: language.say('ask.choose'),
        lines: [],
        rows: LANGUAGE_TAGS.map((tag) =>
          row(LANGUAGES[tag].say('language.self'), askCustomerData(tag, origin), mark(tag)),
        ),
      },
    ],
    options: [proceed(language, origin)],
    nav: navigation(language, origin, false),
  };
}
