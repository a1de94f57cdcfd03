import type { DialogNote } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import type { Button, Row } from './rows.js';
import { expand } from './template.js';

/** One part of a report: a heading, some lines, and rows to tap. */
export interface ReportSection {
  readonly heading: string;
  readonly lines?: readonly string[];
  /** The lines without Markdown, where they have any. */
  readonly plain?: readonly string[];
  readonly rows?: readonly Row[];
}

/** A title and sections, rows to tap below them: most of what is neither a question nor guidance. */
export interface Report {
  readonly title: string;
  readonly text?: string;
  readonly sections: readonly ReportSection[];
  /** What only some want to read: behind its title on the card. */
  readonly folded?: { readonly title: string; readonly lines: readonly string[] };
  /** Text to type in, and the button that sends it. */
  readonly fields?: readonly { readonly id: string; readonly label: string }[];
  readonly buttons?: readonly Button[];
  readonly options: readonly Row[];
  readonly nav: readonly Button[];
}

/** The sections that say something. */
export function sayingSomething(...sections: readonly ReportSection[]): readonly ReportSection[] {
  return sections.filter(({ lines: texts = [], rows = [] }) => texts.length + rows.length > 0);
}

/** A row that has a number can be typed by it. */
function plainRow(language: Language, { label, note, mark }: Row): string {
  const text = language.beside([label, note]);
  return /^\d+$/.test(mark) ? language.say('ui.listNumber', { number: mark, text }) : `• ${text}`;
}

/** The report as a card, and the same in plain text. */
export function reportMessage(language: Language, report: Report, notes: readonly DialogNote[]): Message {
  const { title, text = '', sections, folded, fields = [], buttons = [], options, nav } = report;
  const said = notesData(language, notes);
  const foldedLines = folded?.lines ?? [];
  const plain = lines(
    ...said.map((note) => note.plain),
    title,
    text,
    ...sections.flatMap(({ heading, lines: texts = [], plain: unmarked, rows = [] }) => [
      heading,
      ...(unmarked ?? texts),
      ...rows.map((each) => plainRow(language, each)),
    ]),
    ...(foldedLines.length === 0 ? [] : [folded?.title, ...foldedLines]),
  );
  const card = expand('report', {
    lang: language.base,
    plain,
    notes: said,
    title,
    text,
    foldedTitle: folded?.title ?? '',
    folded: foldedLines.map((line) => ({ text: line })),
    sections: sections.map(({ heading, lines: texts = [], rows = [] }) => {
      return { heading, rows, lines: texts.map((line) => ({ text: line })) };
    }),
    fields,
    buttons,
    options,
    nav,
  });
  return { card, text: plain };
}
