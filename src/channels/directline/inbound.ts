import { badArgument } from './refusal.js';

/** What a client may say: its own words, without any claim about who, where and when. */
export interface Inbound {
  readonly type: InboundType;
  readonly [field: string]: unknown;
}

const TYPES = ['message', 'event', 'typing', 'endOfConversation'] as const;
type InboundType = (typeof TYPES)[number];

const TEXT_FIELDS = [
  'code',
  'inputHint',
  'locale',
  'localTimestamp',
  'localTimezone',
  'name',
  'replyToId',
  'speak',
  'text',
  'textFormat',
];
const OPEN_FIELDS = ['channelData', 'entities', 'value'];

/**
 * Takes the fields that are the client's to say from a posted activity, and nothing else: a client that could
 * set `deliveryMode` would lose its answers, one that could set `from` would speak for others.
 * Throws `Refusal` 400.
 */
export function parseInbound(body: unknown): Inbound {
  const posted = parseObject(body);
  if (posted === undefined) throw badArgument('The body must be an activity.');
  const type = TYPES.find((known) => known === posted.type);
  if (type === undefined) throw badArgument(`The activity's type must be one of ${TYPES.join(', ')}.`);
  if (Array.isArray(posted.attachments) && posted.attachments.length > 0) throw badArgument(NO_ATTACHMENTS);
  if (posted.entities !== undefined && !Array.isArray(posted.entities)) {
    throw badArgument('"entities" must be a list.');
  }
  const inbound: Record<string, unknown> = {};
  for (const field of TEXT_FIELDS) {
    const value = posted[field] ?? undefined;
    if (value === undefined) continue;
    if (typeof value !== 'string') throw badArgument(`"${field}" must be text.`);
    inbound[field] = value;
  }
  for (const field of OPEN_FIELDS) {
    if (posted[field] !== undefined) inbound[field] = posted[field];
  }
  return { ...inbound, type };
}

export const NO_ATTACHMENTS = 'This bot does not support attachments: send text.';

/** A JSON object, an empty one when there is no body, or undefined for anything else. */
export function parseObject(body: unknown): { readonly [field: string]: unknown } | undefined {
  if (body === undefined || body === '' || (Buffer.isBuffer(body) && body.length === 0)) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body) || Buffer.isBuffer(body))
    return undefined;
  return body as { readonly [field: string]: unknown };
}
