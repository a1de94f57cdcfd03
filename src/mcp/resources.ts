import { editionInFullData } from '../api/operations/edition-data.js';
import type { ApiReader } from '../api/operations/operation.js';
import { EDITION_IDS, type EditionId } from '../policy/edition.js';
import { EDITIONS } from '../policy/editions/registry.js';
import { plainDocument } from '../review/plain-document.js';

/** Something to read about an edition: the same for everybody, in the reader's language. */
interface Shelf {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
  readonly text: (reader: ApiReader, id: EditionId) => string;
}

/** Made once for each edition and language, which takes a tenth of a second: some 8 MB if all are ever read. */
const PLAIN = new Map<string, string>();

function plainWords({ language }: ApiReader, id: EditionId): string {
  const key = `${id} ${language.tag}`;
  const text = PLAIN.get(key) ?? plainDocument(EDITIONS[id], language);
  PLAIN.set(key, text);
  return text;
}

/** What is known by an address of its own: `advisor://review/2026-11`. One more kind is its entry here. */
const SHELVES: Readonly<Record<string, Shelf>> = {
  editions: {
    name: 'edition',
    title: 'An edition of the policy, as data',
    description: 'Its rules, what each decides and why, its changes and the pages that it rests on.',
    mimeType: 'application/json',
    text: ({ language }, id) => JSON.stringify(editionInFullData(language, id)),
  },
  review: {
    name: 'review',
    title: 'An edition of the policy, in plain words',
    description: 'Every question, rule and change with its sources, for people who check the policy.',
    mimeType: 'text/markdown',
    text: plainWords,
  },
};

function uriOf(shelf: string, id: string): string {
  return `advisor://${shelf}/${id}`;
}

export function resourcesFor({ language }: ApiReader) {
  return Object.entries(SHELVES).flatMap(([shelf, { name, description, mimeType }]) =>
    EDITION_IDS.map((id) => ({
      uri: uriOf(shelf, id),
      name: `${name}-${id}`,
      title: language.say(`edition.${id}`),
      description,
      mimeType,
    })),
  );
}

export const RESOURCE_TEMPLATES = Object.entries(SHELVES).map(([shelf, { text: _, ...told }]) => ({
  ...told,
  uriTemplate: uriOf(shelf, '{edition}'),
}));

/** What stands at an address; undefined where nothing does. */
export function resourceAt(uri: string, reader: ApiReader) {
  for (const [shelf, { mimeType, text }] of Object.entries(SHELVES)) {
    const id = EDITION_IDS.find((each) => uri === uriOf(shelf, each));
    if (id !== undefined) return { uri, mimeType, text: text(reader, id) };
  }
  return undefined;
}

/** Every address there is. */
export const ADDRESSES: readonly string[] = Object.keys(SHELVES).flatMap((shelf) =>
  EDITION_IDS.map((id) => uriOf(shelf, id)),
);
