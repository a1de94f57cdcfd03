/** An object of JSON, or undefined. */
function objectOf(value: unknown): { readonly [field: string]: unknown } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as { readonly [field: string]: unknown };
}

function shortText(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' && value.length <= longest ? value : undefined;
}

/** The fields that are there; undefined where none is. */
function present(fields: { readonly [field: string]: unknown }): object | undefined {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return there.length === 0 ? undefined : Object.fromEntries(there);
}

/** More than the largest form has. */
const MOST_FIELDS = 100;
const LONGEST_NAME = 64;
/** In characters: a little more than is read of the longest answer that is typed into a card. */
const LONGEST_ANSWER = 600;

function answer(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST_ANSWER);
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** What a card was tapped for. The data of our cards are fields with a word each; anything else is nobody's answer. */
export function readValue(value: unknown): object | undefined {
  const data = objectOf(value);
  if (data === undefined) return undefined;
  const fields = Object.entries(data)
    .filter(([name]) => name.length <= LONGEST_NAME)
    .slice(0, MOST_FIELDS);
  // Without any field it is a tap all the same.
  return present(Object.fromEntries(fields.map(([name, each]) => [name, answer(each)]))) ?? {};
}

/** Which card was seen last when a line was written. */
function readSeen(value: unknown): object | undefined {
  const { kind, from, edition } = objectOf(value) ?? {};
  return present({
    kind: shortText(kind, LONGEST_NAME),
    from: shortText(from, LONGEST_NAME),
    edition: shortText(edition, LONGEST_NAME),
  });
}

/**
 * The client's own name for the activity, by which it knows it again when it comes back, and whether it is to be shown:
 * a post back is not. And what was seen when it was written.
 */
export function readChannelData(value: unknown): object | undefined {
  const data = objectOf(value);
  if (data === undefined) return undefined;
  const displayText = shortText(objectOf(data.messageBack)?.displayText, 500);
  return present({
    clientActivityID: shortText(data.clientActivityID, 200),
    clientTimestamp: shortText(data.clientTimestamp, 100),
    postBack: data.postBack === true ? true : undefined,
    messageBack: displayText === undefined ? undefined : { displayText },
    seen: readSeen(data.seen),
  });
}

const MOST_ENTITIES = 10;

function readEntity(entity: unknown): readonly object[] {
  const { type, text, mentioned, locale } = objectOf(entity) ?? {};
  if (type === 'clientInfo') return [{ type, ...present({ locale: shortText(locale, 100) }) }];
  if (type !== 'mention') return [];
  const id = shortText(objectOf(mentioned)?.id, 200);
  return [
    { type, ...present({ text: shortText(text, 200) }), ...(id !== undefined && { mentioned: { id } }) },
  ];
}

/** Who is addressed, and the client's language. */
export function readEntities(list: readonly unknown[] | undefined): readonly object[] | undefined {
  const known = list?.slice(0, MOST_ENTITIES).flatMap(readEntity) ?? [];
  return known.length === 0 ? undefined : known;
}
