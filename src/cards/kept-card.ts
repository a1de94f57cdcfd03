import type { DialogNote } from '../conversation/dialog-note.js';
import type { Language } from '../language/language.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import type { ReportSection } from './report.js';
import type { Button, QuietRow, Row } from './rows.js';
import { expand } from './template.js';
import type { TextBox } from './text-box.js';

/** What a card about kept cases shows; what it does not name it does not have. */
export interface KeptContent {
  readonly title: string;
  readonly texts?: readonly string[];
  readonly sections?: readonly ReportSection[];
  /** What is to be done: rows to tick, and what follows them. */
  readonly toDo?: {
    readonly title: string;
    readonly text: string;
    readonly rows: readonly Row[];
    readonly later: readonly string[];
  };
  /** What is done: behind its title. */
  readonly done?: { readonly fold: string; readonly rows: readonly Row[] };
  readonly fields?: readonly KeptField[];
  readonly days?: readonly KeptField[];
  readonly hours?: readonly (KeptField & { readonly choices: readonly KeptChoice[] })[];
  readonly buttons?: readonly Button[];
  readonly box?: TextBox;
  readonly links?: readonly { readonly title: string; readonly url: string }[];
  /** What a page of ours downloads, and what is said where there is none. */
  readonly downloads?: { readonly buttons: readonly Button[]; readonly instead: string };
  readonly options?: readonly Row[];
  readonly more?: { readonly fold: string; readonly quiet: readonly QuietRow[] };
  readonly nav?: readonly Button[];
}

interface KeptField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

interface KeptChoice {
  readonly title: string;
  readonly value: string;
}

function plainRow(language: Language, { mark, label, note }: Row): string {
  return `${mark} ${language.beside([label, note])}`;
}

function plain(language: Language, said: KeptContent, notes: readonly string[]): string {
  const { title, texts = [], sections = [], toDo, done, box, options = [] } = said;
  const rows = (all: readonly Row[]): readonly string[] => all.map((each) => plainRow(language, each));
  return lines(
    ...notes,
    title,
    ...texts,
    ...sections.flatMap((each) => [each.heading, ...(each.lines ?? []), ...rows(each.rows ?? [])]),
    ...(toDo === undefined ? [] : [toDo.title, toDo.text, ...rows(toDo.rows), ...toDo.later]),
    ...(done === undefined || done.rows.length === 0 ? [] : [done.fold, ...rows(done.rows)]),
    box?.text,
    ...rows(options),
  );
}

/** A card about kept cases, and the same in plain text. */
export function keptCaseMessage(
  language: Language,
  said: KeptContent,
  notes: readonly DialogNote[],
): Message {
  const told = notesData(language, notes);
  const text = plain(
    language,
    said,
    told.map((note) => note.plain),
  );
  const { title, texts = [], sections = [], toDo, done, box, more } = said;
  const data = {
    lang: language.base,
    plain: text,
    notes: told,
    title,
    texts: texts.map((each) => ({ text: each })),
    sections: sections.map(({ heading, lines: all = [], rows = [] }) => ({
      heading,
      rows,
      lines: all.map((each) => ({ text: each })),
    })),
    stepsTitle: toDo?.title ?? '',
    stepsText: toDo?.text ?? '',
    steps: toDo?.rows ?? [],
    later: (toDo?.later ?? []).map((each) => ({ text: each })),
    done: done?.rows ?? [],
    doneFold: done?.fold ?? '',
    fields: said.fields ?? [],
    days: said.days ?? [],
    hours: said.hours ?? [],
    buttons: said.buttons ?? [],
    boxes: box === undefined ? [] : [box],
    links: said.links ?? [],
    downloads: said.downloads === undefined ? [] : [said.downloads],
    options: said.options ?? [],
    quiet: more?.quiet ?? [],
    moreFold: more?.fold ?? '',
    nav: said.nav ?? [],
  };
  return { card: expand('kept', data), text };
}
