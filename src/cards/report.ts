import type { DialogNote } from '../conversation/dialog-note.js';
import type { Language } from '../language/language.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import type { Button, Row } from './rows.js';
import { expand } from './template.js';
import type { TextBox } from './text-box.js';

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
  /** A text to be copied. */
  readonly box?: TextBox;
  /** What stands below the text to be copied. */
  readonly below?: ReportSection;
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

function plainSection(
  language: Language,
  { heading, lines: texts = [], plain: unmarked, rows = [] }: ReportSection,
): readonly string[] {
  return [heading, ...(unmarked ?? texts), ...rows.map((each) => plainRow(language, each))];
}

/** A section as its template shows it. */
function sectionData({ heading, lines: texts = [], rows = [] }: ReportSection) {
  return { heading, rows, lines: texts.map((line) => ({ text: line })) };
}

/** The report as a card, and the same in plain text. */
export function reportMessage(language: Language, report: Report, notes: readonly DialogNote[]): Message {
  const { title, text = '', sections, box, below, folded, fields = [], buttons = [], options, nav } = report;
  const said = notesData(language, notes);
  const foldedLines = folded?.lines ?? [];
  const plain = lines(
    ...said.map((note) => note.plain),
    title,
    text,
    ...sections.flatMap((section) => plainSection(language, section)),
    box?.text,
    ...(below === undefined ? [] : plainSection(language, below)),
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
    sections: sections.map(sectionData),
    below: below === undefined ? [] : [sectionData(below)],
    boxes: box === undefined ? [] : [box],
    fields,
    buttons,
    options,
    nav,
  });
  return { card, text: plain };
}
