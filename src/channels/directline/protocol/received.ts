import { badArgument, Refusal } from './refusal.js';
import { readChannelData, readEntities, readValue } from './said-besides.js';

/** What a client may say: its own words, without any claim about who, where and when. */
export interface ReceivedActivity {
  readonly type: InboundType;
  readonly [field: string]: unknown;
}

const TYPES = ['message', 'event', 'typing', 'endOfConversation'] as const;
type InboundType = (typeof TYPES)[number];

/** In characters. A text that is longer than the bot reads is cut, but not so short that it could be read. */
export const LONGEST_TEXT = 4100;

/** The fields that are text, and how many characters of one there may be. */
const TEXT_FIELDS = {
  locale: 100,
  localTimestamp: 100,
  localTimezone: 100,
  name: 200,
  replyToId: 200,
  textFormat: 100,
} as const;

/** All that is kept of one activity, in bytes: what a transcript, a page and a socket hold are multiples of it. */
const MAX_ACTIVITY_BYTES = 16 * 1024;

function readText(posted: Posted, field: string): string | undefined {
  const value = posted[field] ?? undefined;
  if (value !== undefined && typeof value !== 'string') throw badArgument(`"${field}" must be text.`);
  return value;
}

function readTexts(posted: Posted): object {
  const read: Record<string, string> = {};
  const text = readText(posted, 'text');
  if (text !== undefined) read.text = text.length > LONGEST_TEXT ? text.trim().slice(0, LONGEST_TEXT) : text;
  for (const [field, longest] of Object.entries(TEXT_FIELDS)) {
    const value = readText(posted, field);
    if (value === undefined) continue;
    if (value.length > longest) throw badArgument(`"${field}" must have at most ${longest} characters.`);
    read[field] = value;
  }
  return read;
}

/**
 * Takes what the bot or the person's own client reads from a posted activity, and nothing else: a client that could
 * set `deliveryMode` would lose its answers, one that could set `from` would speak for others, and whatever else it
 * sent would be kept, and sent again with every replay. Throws `Refusal` 400, or 413 for what is too large even so.
 */
export function parseInbound(body: unknown): ReceivedActivity {
  const posted = parseObject(body);
  if (posted === undefined) throw badArgument('The body must be an activity.');
  const type = TYPES.find((known) => known === posted.type);
  if (type === undefined) throw badArgument(`The activity's type must be one of ${TYPES.join(', ')}.`);
  if (Array.isArray(posted.attachments) && posted.attachments.length > 0) throw badArgument(NO_ATTACHMENTS);
  if (posted.entities !== undefined && !Array.isArray(posted.entities)) {
    throw badArgument('"entities" must be a list.');
  }
  const channelData = readChannelData(posted.channelData);
  const entities = readEntities(posted.entities);
  const value = readValue(posted.value);
  const inbound: ReceivedActivity = {
    ...readTexts(posted),
    ...(channelData !== undefined && { channelData }),
    ...(entities !== undefined && { entities }),
    ...(value !== undefined && { value }),
    type,
  };
  if (Buffer.byteLength(JSON.stringify(inbound)) > MAX_ACTIVITY_BYTES) {
    throw new Refusal(413, 'MessageSizeTooBig', `An activity has at most ${MAX_ACTIVITY_BYTES} bytes.`);
  }
  return inbound;
}

export const NO_ATTACHMENTS = 'This bot does not support attachments: send text.';

type Posted = { readonly [field: string]: unknown };

/** A JSON object, an empty one when there is no body, or undefined for anything else. */
export function parseObject(body: unknown): Posted | undefined {
  if (body === undefined || body === '' || (Buffer.isBuffer(body) && body.length === 0)) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body) || Buffer.isBuffer(body))
    return undefined;
  return body as Posted;
}
