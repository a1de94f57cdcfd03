import type { Activity } from 'botbuilder';
import type { Action } from '../conversation/action.js';
import type { Input } from '../conversation/dialog.js';
import { parseAction, parseOrigin } from '../conversation/parse-action.js';
import type { Seen } from '../conversation/seen.js';
import { type ExtensionRequest, readExtension } from './extension/extension.js';
import type { Speaker } from './seam/speaker.js';

/**
 * What an activity means. It is parsed once, here; the inside trusts it. `ignore` is what needs no answer
 * by the protocol (somebody typing, a trace), `unsupported` an invoke that nobody here can carry out.
 */
export type Inbound =
  | {
      readonly kind: 'input';
      readonly input: Input;
      readonly speaker: Speaker;
      /** The reader's locales, best first. */
      readonly locales: readonly unknown[];
      /** Names this delivery, so that a second one is known. */
      readonly delivery: string | undefined;
      /** The activity whose card was tapped, where the channel tells. */
      readonly card: string | undefined;
      /** A tap that is answered in the response itself. */
      readonly invoke: boolean;
    }
  /** The message extension: answered in the response, without a conversation. */
  | {
      readonly kind: 'extension';
      readonly request: ExtensionRequest;
      readonly speaker: Speaker;
      readonly locales: readonly unknown[];
    }
  | { readonly kind: 'ignore' }
  | { readonly kind: 'unsupported' };

/** What a person did in a conversation. */
export type InboundInput = Extract<Inbound, { kind: 'input' }>;

/** What somebody wants of the message extension. */
export type InboundExtension = Extract<Inbound, { kind: 'extension' }>;

type Incoming = Partial<Activity>;

function clientLocale({ entities }: Incoming): unknown {
  const info: { readonly type?: unknown; readonly locale?: unknown } | undefined = (entities ?? []).find(
    (entity) => entity?.type === 'clientInfo',
  );
  return info?.locale;
}

/** A text longer than this is not read anyway, so nothing is searched in it. */
const SEARCHED = 10_000;

/** How the bot is addressed in a text, as its mentions say. */
function addresses({ entities, recipient }: Incoming): ReadonlySet<string> {
  const words = new Set<string>();
  for (const entity of entities ?? []) {
    const id: unknown = entity?.mentioned?.id;
    const text: unknown = entity?.text;
    const mentionsBot = entity?.type === 'mention' && typeof id === 'string' && id === recipient?.id;
    if (mentionsBot && typeof text === 'string' && text.trim() !== '') words.add(text);
  }
  return words;
}

/** The person's own words: a mention of the bot is an address, not part of them. */
function withoutMention(activity: Incoming): string {
  const text = typeof activity.text === 'string' ? activity.text : '';
  if (text.length > SEARCHED) return text;
  let own = text;
  for (const words of [...addresses(activity)].slice(0, 10)) own = own.replaceAll(words, ' ');
  return own.trim();
}

/** Teams repeats every formatted text as an HTML attachment; that is no file. */
function hasFiles({ attachments }: Incoming): boolean {
  return (Array.isArray(attachments) ? attachments : []).some(
    ({ contentType }) => typeof contentType !== 'string' || !contentType.startsWith('text/html'),
  );
}

/** What the page around the chat says of the card that was seen last: its trace. */
function seenBy({ channelData }: Incoming): Seen | undefined {
  const data: unknown = channelData;
  const seen: unknown = typeof data === 'object' && data !== null && 'seen' in data ? data.seen : undefined;
  if (typeof seen !== 'object' || seen === null || !('kind' in seen)) return undefined;
  const { kind } = seen;
  return typeof kind === 'string' ? { kind, origin: parseOrigin({ ...seen }) } : undefined;
}

function message(activity: Incoming): Input {
  const text = withoutMention(activity);
  if (activity.value !== undefined && activity.value !== null && text === '') {
    return { kind: 'tap', action: parseAction(activity.value) };
  }
  if (text === '' && hasFiles(activity)) return { kind: 'attachment' };
  const seen = seenBy(activity);
  return { kind: 'text', text, ...(seen && { seen }) };
}

/** A tap through Action.Execute: `value.action.data`. */
function executed({ value }: Incoming): Action | undefined {
  const action: unknown = typeof value === 'object' && value !== null ? value.action : undefined;
  return typeof action === 'object' && action !== null && 'data' in action
    ? parseAction(action.data)
    : undefined;
}

function arrived({ membersAdded, recipient, from, channelId }: Incoming): boolean {
  const added = Array.isArray(membersAdded) ? membersAdded : [];
  const bot = recipient?.id !== undefined && added.some((member) => member?.id === recipient.id);
  // Teams tells a group of every member that joins; only the bot's own arrival is greeted there.
  return bot || (channelId !== 'msteams' && added.some((member) => member?.id === from?.id));
}

function inputOf(activity: Incoming): Input | 'ignore' | 'unsupported' {
  switch (activity.type) {
    case 'message':
      return message(activity);
    case 'invoke':
      return activity.name === 'adaptiveCard/action'
        ? { kind: 'tap', action: executed(activity) }
        : 'unsupported';
    case 'conversationUpdate':
      return arrived(activity) ? { kind: 'arrive' } : 'ignore';
    case 'installationUpdate':
      return activity.action === 'add' || activity.action === 'add-upgrade' ? { kind: 'arrive' } : 'ignore';
    case 'messageReaction':
      return (activity.reactionsAdded ?? []).length > 0 ? { kind: 'reaction' } : 'ignore';
    default:
      return 'ignore';
  }
}

/** An id as it should be: whatever else a channel sends is none. */
function named(id: unknown): string | undefined {
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/**
 * Names the delivery. Direct Line gives every activity an id of its own, also one that a client sends again because
 * it got no answer; the client's name for it stays the same.
 */
function deliveryOf({ id, channelId, channelData }: Incoming): string | undefined {
  const data: unknown = channelId === 'directline' ? channelData : undefined;
  const own =
    typeof data === 'object' && data !== null && 'clientActivityID' in data && data.clientActivityID;
  return named(own) ?? named(id);
}

/** Microsoft 365 Copilot speaks as Teams does, and says beside it where it is. */
function isInCopilot({ channelId, channelData, entities }: Incoming): boolean {
  if (channelId !== 'msteams') return false;
  const data: unknown = channelData;
  const product: unknown =
    typeof data === 'object' && data !== null && 'productContext' in data ? data.productContext : undefined;
  const named = (entities ?? []).filter((entity) => String(entity?.type).toLowerCase() === 'productinfo');
  const products: readonly unknown[] = [product, ...named.map((entity) => entity.id as unknown)];
  return products.some((name) => typeof name === 'string' && name.toLowerCase() === 'copilot');
}

function speakerOf(activity: Incoming, address?: string): Speaker | undefined {
  const { channelId, conversation, from } = activity;
  if (conversation?.id === undefined) return undefined;
  return {
    channel: channelId ?? 'unknown',
    conversation: conversation.id,
    user: from?.id ?? 'unknown',
    name: typeof from?.name === 'string' ? from.name : '',
    group: conversation.isGroup === true,
    ...(isInCopilot(activity) && { host: 'copilot' as const }),
    ...(address !== undefined && { address }),
  };
}

/**
 * Reads an activity. Total: whatever a channel sends becomes one of the kinds.
 * @param address where the call came from, if anybody can call
 */
export function readInbound(activity: Incoming, address?: string): Inbound {
  const { locale, replyToId, type } = activity;
  const speaker = speakerOf(activity, address);
  if (speaker === undefined) return { kind: 'ignore' };
  const locales = [locale, clientLocale(activity)];
  const request = type === 'invoke' ? readExtension(activity) : undefined;
  if (request !== undefined) return { kind: 'extension', request, speaker, locales };
  const input = inputOf(activity);
  if (input === 'unsupported' || input === 'ignore') return { kind: input };
  return {
    kind: 'input',
    input,
    speaker,
    locales,
    delivery: deliveryOf(activity),
    card: named(replyToId),
    invoke: type === 'invoke',
  };
}
