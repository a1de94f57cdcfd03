import type { Activity } from 'botbuilder';

const KNOWN_TYPES: ReadonlySet<unknown> = new Set([
  'message',
  'messageUpdate',
  'messageDelete',
  'messageReaction',
  'conversationUpdate',
  'installationUpdate',
  'contactRelationUpdate',
  'invoke',
  'event',
  'typing',
  'endOfConversation',
  'trace',
  'handoff',
  'command',
  'commandResult',
  'suggestion',
]);

/** Types that may be answered with a message of the bot's own, which goes to the service address. */
const ANSWERED: ReadonlySet<unknown> = new Set([
  'message',
  'messageReaction',
  'conversationUpdate',
  'installationUpdate',
]);

function named(value: unknown): value is { readonly id: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    value.id !== ''
  );
}

/** botbuilder sends the conversation's id back in a header as well, which carries these characters only. */
const CONVERSATION_ID = /^[ -~\u00a0-\u00ff]+$/;

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}

function optionalArray(value: unknown): boolean {
  return value === undefined || value === null || Array.isArray(value);
}

/** Fields of people and conversations that are text, where they are there at all. The name of a sender is repaired. */
const TEXTS = {
  from: ['role', 'aadObjectId'],
  recipient: ['id', 'name', 'role', 'aadObjectId'],
  conversation: ['name', 'role', 'aadObjectId', 'tenantId', 'conversationType'],
} as const;

function isOptionalText(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  return value as Readonly<Record<string, unknown>>;
}

/** What botbuilder, which does not look, would trip over in the middle of a turn. */
function wrongType(activity: Partial<Record<keyof Activity, unknown>>): string | undefined {
  if (!isOptionalText(activity.serviceUrl)) return 'The serviceUrl of an activity must be a string.';
  for (const [owner, names] of Object.entries(TEXTS)) {
    const fields = fieldsOf(activity[owner as keyof typeof TEXTS]);
    if (fields === undefined) return `"${owner}" must be an object.`;
    const wrong = names.find((name) => !isOptionalText(fields[name]));
    if (wrong !== undefined) return `"${owner}.${wrong}" must be a string.`;
  }
  const isGroup = fieldsOf(activity.conversation)?.isGroup ?? false;
  if (typeof isGroup !== 'boolean') {
    return '"conversation.isGroup" must be true or false.';
  }
  const attachments: readonly unknown[] = Array.isArray(activity.attachments) ? activity.attachments : [];
  const readable = attachments.every((each) => {
    const fields = each === null ? undefined : fieldsOf(each);
    return fields !== undefined && isOptionalText(fields.contentType);
  });
  return readable ? undefined : 'Attachments must be objects, and their contentType a string.';
}

/** One sentence about what is wrong with a body that should be an activity, or undefined if it is one. */
export function activityProblem(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return 'The body must be an activity: a JSON object.';
  const activity: Partial<Record<keyof Activity, unknown>> = body;
  if (!KNOWN_TYPES.has(activity.type))
    return 'The activity needs a type that the Bot Framework knows, such as "message".';
  if (!named(activity.conversation)) return 'The activity needs a conversation with an id.';
  if (!CONVERSATION_ID.test(activity.conversation.id)) {
    return 'The id of a conversation must be one line of plain characters.';
  }
  if (!named(activity.from)) return 'The activity needs a sender, "from", with an id.';
  if (typeof activity.channelId !== 'string') return 'The activity needs a channelId.';
  // An invoke is answered in the response, and what asks for no answer needs no address for one.
  const answeredThere = activity.deliveryMode !== 'expectReplies' && ANSWERED.has(activity.type);
  if (answeredThere && !isWebAddress(activity.serviceUrl)) {
    return 'The activity needs a serviceUrl, an http or https address to answer to.';
  }
  if (activity.text !== undefined && activity.text !== null && typeof activity.text !== 'string') {
    return 'The text of an activity must be a string.';
  }
  const lists = [activity.entities, activity.attachments, activity.membersAdded, activity.reactionsAdded];
  return lists.every(optionalArray)
    ? wrongType(activity)
    : 'Entities, attachments, members and reactions must be lists.';
}

function date(value: unknown): Date | undefined {
  const parsed = typeof value === 'string' || value instanceof Date ? new Date(value) : undefined;
  return parsed === undefined || Number.isNaN(parsed.getTime()) ? undefined : parsed;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

const TIMES = ['timestamp', 'localTimestamp', 'expiration'] as const;
const IDS = ['id', 'replyToId'] as const;

/**
 * The times of an activity come as text; botbuilder wants dates, and none instead of an unreadable one. An id or a
 * name that is no text is none; botbuilder would trip over it when it answers.
 */
export function repaired(activity: Activity): Activity {
  const name: unknown = activity.from.name;
  const from = { ...activity.from, name: typeof name === 'string' ? name : '' };
  // Copied in one go, and only what is wrong taken out: to leave fields out takes ten times as long, in every turn.
  const whole: Partial<Activity> = { ...activity, from };
  for (const time of TIMES) {
    if (!(time in whole)) continue;
    const read = date(whole[time]);
    if (read === undefined) delete whole[time];
    else whole[time] = read;
  }
  for (const each of IDS) if (each in whole && !isText(whole[each])) delete whole[each];
  return whole as Activity;
}
