import type { Language } from '../../language/language.js';
import { isLanguageTag, LANGUAGES } from '../../language/languages.js';
import type { CaseId } from '../case-keys.js';
import { deadlinesOf } from '../deadlines.js';
import { type Keeper, type KeeperId, keeperId } from '../keeper.js';
import type { KeptCase } from '../kept-case.js';
import { type Seal, sealFor } from '../sealed.js';
import { caseCalendar } from './case-calendar.js';
import { casesCsv } from './case-csv.js';
import { casesJson } from './exported-case.js';

/** So long a link is good, in milliseconds: time to tap on it, and to open it on another device. */
const GOOD_FOR = 10 * 60_000;

const FORMATS = ['json', 'csv', 'ics'] as const;
type CaseFormat = (typeof FORMATS)[number];

const TYPES: Readonly<Record<CaseFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
};

function bodyOf(format: CaseFormat, language: Language, kept: KeptCase): string | undefined {
  switch (format) {
    case 'json':
      return casesJson([kept]);
    case 'csv':
      return casesCsv(language, [kept]);
    case 'ics':
      return caseCalendar(language, kept);
  }
}

/** A file as it is sent. Its name says nothing of the case: it stays in lists of downloads. */
export interface CaseFile {
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

interface Ticket {
  readonly keeper: KeeperId;
  readonly id: CaseId;
  readonly format: CaseFormat;
  readonly tag: string;
  /** In milliseconds since 1970. */
  readonly until: number;
}

export interface CaseFilesOptions {
  /** Signs links; the same for all instances. */
  readonly key: Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A case whoever keeps it. */
  readonly find: (id: CaseId) => Promise<KeptCase | undefined>;
}

/** Where the files of a case are. */
export type CaseLinks = { readonly [F in 'json' | 'csv']: string } & { readonly ics?: string };

/**
 * The files of kept cases, behind links that nobody can guess and that are good for a while. What is in a file is read when it
 * is asked for: a case that was deleted, or is not kept by whoever made the link any more, has none.
 */
export class CaseFiles {
  readonly #options: CaseFilesOptions;
  readonly #seal: Seal;

  constructor(options: CaseFilesOptions) {
    this.#options = options;
    this.#seal = sealFor(options.key, 'case file');
  }

  /** Paths on this server, in the language of the reader. */
  linksOf(keeper: Keeper, kept: KeptCase, tag: string): CaseLinks {
    const until = this.#options.now() + GOOD_FOR;
    const path = (format: CaseFormat): string => {
      const ticket: Ticket = { keeper: keeperId(keeper), id: kept.id, format, tag, until };
      return `/case/${this.#seal.close(Object.values(ticket))}/case.${format}`;
    };
    const links = { json: path('json'), csv: path('csv') };
    return deadlinesOf(kept).length === 0 ? links : { ...links, ics: path('ics') };
  }

  /** The file of a link; undefined where it is none of ours, too old, or the case is gone. Rejects with `StorageError`. */
  async open(text: string): Promise<CaseFile | undefined> {
    const ticket = this.#read(text);
    if (ticket === undefined || this.#options.now() > ticket.until) return undefined;
    const { id, keeper, format, tag } = ticket;
    const kept = await this.#options.find(id);
    if (kept?.keepers.includes(keeper) !== true) return undefined;
    const body = bodyOf(format, LANGUAGES[isLanguageTag(tag) ? tag : 'en'], kept);
    return body === undefined ? undefined : { name: `case.${format}`, type: TYPES[format], body };
  }

  #read(text: string): Ticket | undefined {
    const [keeper = '', id = '', name, tag = '', until] = this.#seal.open(text) ?? [];
    const format = FORMATS.find((each) => each === name);
    return format === undefined ? undefined : { keeper, id, format, tag, until: Number(until) };
  }
}
