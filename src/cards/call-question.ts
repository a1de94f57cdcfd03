import { answerData, changeData } from '../conversation/action.js';
import type { QuestionView, UnderstoodView } from '../conversation/interview/shown.js';
import type { CallScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { answerText, type Row } from './rows.js';
import { understoodReport } from './understood.js';

/** A row with its mark in front: a number to press, a box to tick. */
export interface MarkedRow extends Pick<Row, 'label' | 'note' | 'mark' | 'data'> {
  /** What a screen reader says the tap does. */
  readonly title: string;
}

export interface CallQuestion {
  readonly heading: string;
  readonly title: string;
  readonly hint: string;
  readonly rows: readonly MarkedRow[];
}

/** Nothing to answer. */
export const NOTHING_ASKED: CallQuestion = { heading: '', title: '', hint: '', rows: [] };

function question(language: Language, { fact, options, origin }: QuestionView): CallQuestion {
  const rows = [...options, 'unknown' as const].map((value, index) => {
    const label = answerText(language, fact, value);
    return { label, title: label, note: '', mark: `${index + 1}`, data: answerData(fact, value, origin) };
  });
  return {
    heading: language.say('call.next'),
    title: language.say(`fact.${fact}.question`),
    hint: language.say(`fact.${fact}.hint`),
    rows,
  };
}

/** What was understood from a typed line: its lines, and how to confirm them. */
function understood(language: Language, view: UnderstoodView): CallQuestion {
  const { title, text = '', sections, options } = understoodReport(language, view);
  const [read] = sections;
  const lines = view.read.length === 0 ? [] : (read?.rows ?? []);
  // With a choice below, choosing confirms; then only "none of it" stands here.
  const rows = [...lines, ...(view.unclear === undefined ? options : [])];
  return {
    heading: '',
    title: view.read.length === 0 ? '' : title,
    hint: view.read.length === 0 ? '' : language.sentences([text, ...(read?.lines ?? [])]),
    rows: rows.map(({ label, note, spoken, mark, data }) => ({ label, title: spoken, note, mark, data })),
  };
}

/** What could be read in several ways: its question, and the readings with the keys that choose them. */
export function choice(language: Language, { now: view }: CallScreen): CallQuestion {
  if (view.kind !== 'understood') return NOTHING_ASKED;
  const section = understoodReport(language, view).sections.at(-1);
  if (view.unclear === undefined || section === undefined) return NOTHING_ASKED;
  const { options } = understoodReport(language, view);
  const rows = (section.rows ?? []).map(({ label, note, spoken, data }, index) => {
    return { label, title: spoken, note, mark: `${index + 1}`, data };
  });
  const rest = options.map(({ label, note, spoken, mark, data }) => ({
    label,
    title: spoken,
    note,
    mark,
    data,
  }));
  return {
    heading: language.say('call.next'),
    title: language.say(`fact.${view.unclear.fact}.question`),
    hint: language.sentences(section.lines ?? []),
    rows: [...rows, ...rest],
  };
}

export function asked(language: Language, { now }: CallScreen): CallQuestion {
  if (now.kind === 'question') return question(language, now);
  return now.kind === 'understood' ? understood(language, now) : NOTHING_ASKED;
}

/** What it turns on that nobody knew, each to be asked again by its number: somebody may have looked meanwhile. */
export function askedAgain(language: Language, { now, guidance, origin }: CallScreen): CallQuestion {
  if (now.kind !== 'guidance' || guidance.dependsOn.length === 0) return NOTHING_ASKED;
  const rows = guidance.dependsOn.map(({ fact }, index) => {
    const label = language.say(`fact.${fact}.question`);
    const note = language.say(`fact.${fact}.hint`);
    return { label, title: label, note, mark: `${index + 1}`, data: changeData(fact, origin) };
  });
  return { heading: '', title: language.say('ui.dependsOn'), hint: '', rows };
}
