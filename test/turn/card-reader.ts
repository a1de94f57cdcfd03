import type { Json } from './bot-server.js';

/** Everything inside a value, depth first. */
function* inside(value: unknown): Generator<Json> {
  if (Array.isArray(value)) {
    for (const each of value) yield* inside(each);
  } else if (typeof value === 'object' && value !== null) {
    yield value as Json;
    for (const each of Object.values(value)) yield* inside(each);
  }
}

/** The data of every tap of one type that a card offers. */
export function taps(card: unknown, type = 'Action.Execute'): readonly Json[] {
  return [...inside(card)].filter((each) => each.type === type).map(({ data }) => data as Json);
}

/** The data of the tap that answers `fact` with `value`. Throws if the card does not offer it. */
export function tapFor(card: unknown, fact: string, value: string, type?: string): Json {
  const found = taps(card, type).find((data) => data.fact === fact && data.value === value);
  if (found === undefined) throw new Error(`The card offers no tap for ${fact}=${value}.`);
  return found;
}

/** The fact that a question card asks for, or undefined for any other card. */
export function askedFact(card: unknown, type?: string): string | undefined {
  return taps(card, type).find(({ action }) => action === 'answer')?.fact as string | undefined;
}

/** All text that a card shows. */
export function textOf(card: unknown): string {
  return [...inside(card)]
    .map(({ text, isMultiline, label, value }) => (isMultiline === true ? `${label}\n${value}` : text))
    .filter((text) => typeof text === 'string')
    .join('\n');
}

/** The card of a message. */
export function cardOf(message: Json): unknown {
  const [attachment] = message.attachments as readonly { readonly content: unknown }[];
  return attachment?.content;
}

/** Whether a message holds the line that an older card has become: one row, and what it opens. */
export function isLine(message: Json): boolean {
  const [attachment] = (message.attachments ?? []) as readonly {
    readonly content: { body: readonly Json[] };
  }[];
  const [row, rest, ...more] = attachment?.content.body ?? [];
  return row?.selectAction !== undefined && more.length === 0 && (rest === undefined || rest.id === 'folded');
}
