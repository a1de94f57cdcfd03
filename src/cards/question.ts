import { countriesData } from '../conversation/action.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import type { QuestionView } from '../conversation/interview/shown.js';
import type { Language } from '../language/language.js';
import { countryLists } from './country-inputs.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import { answerRows, navigation, optionRow, type Row } from './rows.js';
import { expand } from './template.js';

const NO_FIELDS = { countriesTitle: '', countries: [], check: [] };

function numbered(language: Language, rows: readonly Row[]): readonly string[] {
  return rows.map(({ label }, index) => language.say('ui.listNumber', { number: index + 1, text: label }));
}

/** What can be typed stands in the row: each answer has its number. */
function withNumbers(options: readonly Row[], unknown: Row): [readonly Row[], Row] {
  const rows = options.map((row, index) => ({ ...row, mark: `${index + 1}` }));
  return [rows, { ...unknown, mark: `${rows.length + 1}` }];
}

/** Lists for the two countries, which answer the question of the region as well. */
function countryChooser(language: Language, { fact, named, origin }: QuestionView) {
  if (fact !== 'region') return NO_FIELDS;
  return {
    countriesTitle: language.say('places.title'),
    countries: countryLists(language, named),
    check: [{ title: language.say('places.check'), data: countriesData(origin) }],
  };
}

/** A question: its options as full-width rows, "I don't know" quieter below them. */
export function questionMessage(
  language: Language,
  view: QuestionView,
  notes: readonly DialogNote[],
): Message {
  const { fact, current, origin } = view;
  const row = (value: (typeof view.options)[number] | 'unknown'): Row =>
    optionRow(language, fact, value, value === current, origin);
  const [options, unknown] = withNumbers(view.options.map(row), row('unknown'));
  const progress =
    current === undefined
      ? language.say('ui.progress', { number: view.number, remaining: view.remaining })
      : language.say('ui.progressChange');
  const title = language.say(`fact.${fact}.question`);
  const hint = language.say(`fact.${fact}.hint`);
  const said = notesData(language, notes);
  const answers = answerRows(language, view);
  // Before anything was said, what is taken for granted is in sight.
  const own = view.answers.length > view.granted.length;
  const granted = own
    ? []
    : answers.map(({ name, value }) => language.say('ui.answerLine', { fact: name, answer: value }));
  const text = lines(
    ...said.map((note) => note.plain),
    progress,
    title,
    hint,
    ...granted,
    ...numbered(language, [...options, unknown]),
    language.say('ui.typeNumber'),
    fact === 'region' ? language.say('places.type') : '',
  );
  const card = expand('question', {
    lang: language.base,
    plain: text,
    notes: said,
    progress,
    title,
    hint,
    options,
    quiet: [unknown],
    ...countryChooser(language, view),
    answers,
    answersTitle: language.say('ui.answers'),
    answersOpen: !own,
    nav: navigation(language, origin, own),
  });
  return { card, text };
}
