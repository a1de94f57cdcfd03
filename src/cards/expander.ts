/** What a template, or a part of one, becomes with data. */
export type Expand = (data: unknown) => unknown;

/** A template says something that is not in this dialect: a defect of ours. */
export class TemplateDefect extends Error {
  override readonly name = 'TemplateDefect';
}

const PATH = String.raw`[a-z]\w*(?:\.[a-z]\w*)*`;
const VALUE = new RegExp(`^${PATH}$`, 'i');
const NOT_EMPTY = new RegExp(`^(${PATH}) != ''$`, 'i');
const COUNTED = new RegExp(`^count\\((${PATH})\\) > 0$`, 'i');
const BINDING = /\$\{([^}]*)\}/;
/** What decides about an object instead of being part of it. */
const RESERVED: ReadonlySet<string> = new Set(['$data', '$when']);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function reading(path: string): Expand {
  const [first = '', ...rest] = path.split('.');
  const step = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);
  if (rest.length === 0) return (data) => step(data, first);
  return (data) => rest.reduce(step, step(data, first));
}

/** An expression: a value by its path, whether it is not empty, or whether a list has something in it. */
function expression(text: string): Expand {
  if (VALUE.test(text)) return reading(text);
  const compared = NOT_EMPTY.exec(text)?.[1];
  if (compared !== undefined) {
    const read = reading(compared);
    return (data) => {
      const value = read(data);
      return value !== undefined && value !== '';
    };
  }
  const counted = COUNTED.exec(text)?.[1];
  if (counted === undefined) {
    throw new TemplateDefect(`A template has \${${text}}: write a path, path != '' or count(path) > 0.`);
  }
  const read = reading(counted);
  return (data) => {
    const value = read(data);
    return Array.isArray(value) && value.length > 0;
  };
}

/** A text with bindings in it. One binding alone keeps the type of its value; what is missing shows its name. */
function text(source: string): Expand {
  // Texts and bindings in turn: the bindings have the odd places.
  const pieces = source.split(BINDING);
  const shown = (binding: string): Expand => {
    const value = expression(binding);
    return (data) => value(data) ?? `\${${binding}}`;
  };
  const [before, only = '', after] = pieces;
  if (pieces.length === 1) return () => source;
  if (pieces.length === 3 && before === '' && after === '') return shown(only);
  const parts = pieces.map((piece, index) => (index % 2 === 0 ? () => piece : shown(piece)));
  return (data) => parts.map((part) => String(part(data))).join('');
}

/** A list: what an item drops out of is left out, what it is repeated into follows one another. */
function list(items: readonly unknown[]): Expand {
  const parts = items.map(expander);
  return (data) => {
    const result: unknown[] = [];
    for (const part of parts) {
      const item = part(data);
      if (Array.isArray(item)) result.push(...item);
      else if (item !== null) result.push(item);
    }
    return result;
  };
}

/** An object: once for each element of `$data`, wherever `$when` is true; null where it is nowhere. */
function object(source: Readonly<Record<string, unknown>>): Expand {
  const fields = Object.entries(source)
    .filter(([key]) => !RESERVED.has(key))
    .map(([key, value]) => [key, expander(value)] as const);
  const { $data, $when } = source;
  const when = typeof $when === 'string' ? text($when) : undefined;
  const one = (data: unknown): unknown => {
    if (when !== undefined && when(data) !== true) return null;
    const result: Record<string, unknown> = {};
    for (const [key, value] of fields) result[key] = value(data);
    return result;
  };
  if ($data === undefined) return one;
  const scope = expander($data);
  return (data) => {
    const within = scope(data);
    if (!Array.isArray(within)) return one(within);
    const results = within.map(one).filter((result) => result !== null);
    return results.length > 1 ? results : (results[0] ?? null);
  };
}

/**
 * Reads a template once, so that it can be expanded many times. It is the part of Microsoft's Adaptive Cards
 * templating that our cards use, word for word (a test holds both against each other): the whole language costs
 * a third of the start, and most of the time of a turn. Throws `TemplateDefect`.
 */
export function expander(template: unknown): Expand {
  if (typeof template === 'string') return text(template);
  if (Array.isArray(template)) return list(template);
  return isRecord(template) ? object(template) : () => template;
}
