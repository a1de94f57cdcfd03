import { readFileSync } from 'node:fs';

/**
 * Templates are put together when they are read. `{ "$include": "option-row", "$with": { "rows": "options" } }` stands
 * for what is in `cards/pieces/option-row.json`, with `options` in place of every `<rows>` in its texts. What stands
 * beside `$include` and `$with` is added to the piece, such as a `$when`. A piece may include pieces.
 */

type TemplateValue =
  | string
  | number
  | boolean
  | null
  | readonly TemplateValue[]
  | { readonly [key: string]: TemplateValue };
type PieceValues = Readonly<Record<string, string>>;

const FOLDER = new URL('../../../cards/', import.meta.url);

const PLACE = /<([a-z]+)>/g;

function readJson(file: string, folder: URL): TemplateValue {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as TemplateValue;
}

/** One file on its way into a template. */
interface IncludePlace {
  readonly folder: URL;
  readonly file: string;
  readonly values: PieceValues;
  /** The names in the texts that were given a value. */
  readonly used: Set<string>;
  /** The files that it stands in. */
  readonly within: readonly string[];
}

function defect({ file }: IncludePlace, what: string): never {
  throw new Error(`cards/${file} ${what}`);
}

function filled(text: string, place: IncludePlace): string {
  return text.replaceAll(PLACE, (_, name: string) => {
    place.used.add(name);
    return place.values[name] ?? defect(place, `is not given <${name}>: name it in "$with".`);
  });
}

function valuesOf(given: TemplateValue | undefined, place: IncludePlace): PieceValues {
  if (given === undefined) return {};
  const entries = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (typeof value !== 'string') return defect(place, `gives <${name}> something that is no text.`);
      return [name, filled(value, place)];
    }),
  );
}

function included(name: string, values: PieceValues, place: IncludePlace): TemplateValue {
  const file = `pieces/${name}.json`;
  const within = [...place.within, place.file];
  if (within.includes(file)) defect(place, `includes ${name}, which it is part of.`);
  const piece = { folder: place.folder, file, values, used: new Set<string>(), within };
  const result = resolved(readJson(file, place.folder), piece);
  const unused = Object.keys(values).filter((each) => !piece.used.has(each));
  if (unused.length > 0) defect(place, `gives ${name} what it has no place for: ${unused.join(', ')}.`);
  return result;
}

function resolved(node: TemplateValue, place: IncludePlace): TemplateValue {
  if (typeof node === 'string') return filled(node, place);
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((each: TemplateValue) => resolved(each, place));
  const { $include: name, $with: given, ...own } = node as Readonly<Record<string, TemplateValue>>;
  const rest = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, resolved(value, place)]));
  if (name === undefined) return rest;
  if (typeof name !== 'string') return defect(place, 'has an "$include" that is no name.');
  return { ...(included(name, valuesOf(given, place), place) as object), ...rest };
}

/**
 * The template in `cards/<name>.json`, whole. Throws `Error` where a piece is missing, includes itself, or is given
 * less or more than it has places for.
 * @param folder in place of `cards/`, for tests
 */
export function readTemplate(name: string, folder: URL = FOLDER): TemplateValue {
  const file = `${name}.json`;
  return resolved(readJson(file, folder), { folder, file, values: {}, used: new Set(), within: [] });
}
