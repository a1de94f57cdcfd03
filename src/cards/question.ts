import type { QuestionView } from '../conversation/interview/state.js';
import type { DialogNote } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import { answerRows, navigation, optionRow, type Row } from './rows.js';
import { expand } from './template.js';

function numbered(language: Language, rows: readonly Row[]): readonly string[] {
  return rows.map(({ label }, index) => language.say('ui.listNumber', { number: index + 1, text: label }));
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
  const options = view.options.map(row);
  const unknown = row('unknown');
  const progress =
    current === undefined
      ? language.say('ui.progress', { number: view.number, remaining: view.remaining })
      : language.say('ui.progressChange');
  const title = language.say(`fact.${fact}.question`);
  const hint = language.say(`fact.${fact}.hint`);
  const said = notesData(language, notes);
  const text = lines(
    ...said.map((note) => note.text),
    progress,
    title,
    hint,
    ...numbered(language, [...options, unknown]),
    language.say('ui.typeNumber'),
  );
  const answers = answerRows(language, view);
  const card = expand('question', {
    lang: language.base,
    plain: text,
    notes: said,
    progress,
    title,
    hint,
    options,
    quiet: [unknown],
    answers,
    answersTitle: language.say('ui.answers'),
    nav: navigation(language, origin, view.answers.length > 0),
  });
  return { card, text };
}
