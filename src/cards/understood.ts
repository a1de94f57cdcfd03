import { acceptData, changeData, originData } from '../conversation/action.js';
import type { ReadFact, UnderstoodView } from '../conversation/interview/shown.js';
import type { Language } from '../language/language.js';
import { optionKey } from '../language/policy-keys.js';
import type { Answer } from '../policy/facts.js';
import { quoted } from './quote.js';
import { type Report, sayingSomething } from './report.js';
import { answerText, locatedAnswer, navigation, notedRow, type Row, row, shownAnswer } from './rows.js';

function readRow(
  language: Language,
  { fact, value, said, before, places }: ReadFact,
  { origin }: UnderstoodView,
): Row {
  const label = language.say('ui.answerLine', {
    fact: language.say(`fact.${fact}.name`),
    answer: locatedAnswer(language, fact, answerText(language, fact, value), places),
  });
  const quote = quoted(said);
  const note =
    before === undefined
      ? language.say('understood.said', { said: quote })
      : language.say('understood.before', { said: quote, answer: answerText(language, fact, before) });
  return notedRow(language, label, changeData(fact, origin), note, '✎');
}

/** What was answered before and counts together with what is read now. */
function keptRows(language: Language, view: UnderstoodView): readonly Row[] {
  const anew = new Set([...view.read.map(({ fact }) => fact), view.unclear?.fact]);
  return view.answers
    .filter(([fact]) => !anew.has(fact))
    .map(([fact, value]) => {
      const answer = shownAnswer(language, view, fact, value);
      const label = language.say('ui.answerLine', { fact: language.say(`fact.${fact}.name`), answer });
      return row(label, changeData(fact, view.origin), '✎');
    });
}

function ruledOut(language: Language, { excluded }: UnderstoodView): readonly string[] {
  return excluded.map(([fact, options]) =>
    language.say('understood.not', {
      fact: language.say(`fact.${fact}.name`),
      options: language.joined(
        'nor',
        options.map((option) => language.quoted(answerText(language, fact, option))),
      ),
      count: options.length,
    }),
  );
}

/** The readings of what can mean several things, each one tap, which confirms the rest as well. */
function choices(language: Language, { unclear, origin }: UnderstoodView): readonly Row[] {
  if (unclear === undefined) return [];
  const { fact, options } = unclear;
  return [
    ...options.map((option, index) =>
      notedRow(
        language,
        answerText(language, fact, option),
        acceptData(origin, fact, option),
        language.maybe(`${optionKey(fact, option)}.note`) ?? '',
        `${index + 1}`,
      ),
    ),
    row(language.say('understood.none'), acceptData(origin, fact), `${options.length + 1}`),
  ];
}

/** What was understood: changeable lines, what is unclear as a choice, and one tap that confirms. */
export function understoodReport(language: Language, view: UnderstoodView): Report {
  const { read, unclear, origin } = view;
  const confirm = unclear === undefined ? [row(language.say('understood.yes'), acceptData(origin), '✓')] : [];
  const question = unclear === undefined ? '' : language.say(`fact.${unclear.fact}.question`);
  return {
    title: read.length === 0 ? question : language.say('understood.title'),
    text: language.sentences([
      read.length === 0 ? '' : language.say('understood.text'),
      laterText(language, view.later),
    ]),
    sections: sayingSomething(
      {
        heading: '',
        lines: ruledOut(language, view),
        rows: read.map((each) => readRow(language, each, view)),
      },
      {
        heading: language.say('understood.kept'),
        rows: keptRows(language, view),
      },
      {
        heading: read.length === 0 ? '' : question,
        lines: unclear === undefined ? [] : unclearLines(language, view),
        rows: choices(language, view),
      },
    ),
    options: [...confirm, row(language.say('understood.no'), originData('dismiss', origin), '✕')],
    nav: navigation(language, origin, view.answers.length > view.granted.length),
  };
}

/** Which subscriptions come afterwards, by what was bought; nothing where there are none. */
export function laterText(language: Language, services: readonly Answer[]): string {
  if (services.length === 0) return '';
  const named = language.all(services.map((each) => language.quoted(answerText(language, 'service', each))));
  return language.say('understood.later', { services: named });
}

function unclearLines(language: Language, { unclear, read }: UnderstoodView): readonly string[] {
  if (unclear === undefined) return [];
  const said = language.say('understood.choose', { said: quoted(unclear.said) });
  return read.length === 0 ? [said] : [said, language.say('understood.chooseConfirms')];
}
