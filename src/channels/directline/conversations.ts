import { randomBytes } from 'node:crypto';
import type { Store } from '../../storage/store.js';
import { turnQueue } from '../../storage/turn-queue.js';
import { type ActivityLog, activityId, type LoggedActivity } from './activity-log.js';
import { BOT_ID, CHANNEL_ID, SERVICE_URL } from './bot-account.js';
import type { Inbound } from './inbound.js';
import { Refusal } from './refusal.js';
import type { Claims } from './tokens.js';

/** 128 random bits: nobody guesses another's conversation or user. */
function randomId(): string {
  return randomBytes(16).toString('base64url');
}

export const newConversationId = randomId;

/** `dl_` and at least 13 more: short ones somebody else would choose as well, or guess. */
const WISHED_USER = /^dl_[A-Za-z0-9_-]{13,61}$/;

/**
 * Keeps a user id that a page chose for itself if it is well-formed, or else makes one. Whoever knows the id shares
 * the language that was chosen under it, and nothing else: conversations are bound to tokens.
 */
export function userIdFrom(wish: unknown): string {
  return typeof wish === 'string' && WISHED_USER.test(wish) ? wish : `dl_${randomId()}`;
}

export interface ConversationsOptions {
  /** Remembers which conversations were started. */
  readonly store: Store;
  readonly log: ActivityLog;
  readonly botName: string;
  /** Runs one turn of the bot. */
  readonly receive: (activity: LoggedActivity) => Promise<void>;
}

/** The conversations of the channel; the turns of each run one after another. */
export interface Conversations {
  /**
   * Starts the conversation and tells the bot who joined, once in its life: a restart does not repeat it,
   * only a failure of the bot does. Rejects with `Refusal` 502.
   */
  start(claims: Claims, locale?: string): Promise<'new' | 'existing'>;
  isStarted(conversationId: string): Promise<boolean>;
  /** Logs what the person says, runs the bot's turn, and resolves to the id. Rejects with `Refusal` 502. */
  post(claims: Claims, inbound: Inbound): Promise<string>;
}

export function openConversations({ store, log, botName, receive }: ConversationsOptions): Conversations {
  const inTurn = turnQueue();
  const bot = { id: BOT_ID, name: botName, role: 'bot' };

  const mark = (conversationId: string): string => `directline:${conversationId}`;

  function address({ conversationId, userId }: Claims): object {
    return {
      channelId: CHANNEL_ID,
      serviceUrl: SERVICE_URL,
      conversation: { id: conversationId },
      from: { id: userId, name: '', role: 'user' },
      recipient: bot,
    };
  }

  async function runTurn(activity: LoggedActivity): Promise<void> {
    try {
      await receive(activity);
    } catch (cause) {
      throw new Refusal(502, 'BotError', 'The bot could not answer; try again.', { cause });
    }
  }

  function unlogged(claims: Claims, id: string, activity: object): LoggedActivity {
    return { ...activity, ...address(claims), id, timestamp: new Date().toISOString() };
  }

  const today = (): string => new Date().toISOString().slice(0, 10);

  /** Once a day the mark is written again, so that it lives as long as somebody talks; never rejects. */
  async function keep(conversationId: string): Promise<void> {
    try {
      const known = await store.read(mark(conversationId));
      if (known === undefined || known.value === today()) return;
      await store.write(mark(conversationId), today(), known.version);
    } catch {
      // Tomorrow is early enough.
    }
  }

  return {
    start: (claims, locale) =>
      inTurn(claims.conversationId, async () => {
        const { conversationId, userId } = claims;
        const started = await store.write(mark(conversationId), today(), undefined);
        if (started === undefined) return 'existing';
        const membersAdded = [bot, { id: userId, name: '', role: 'user' }];
        const update = { type: 'conversationUpdate', membersAdded, ...(locale && { locale }) };
        try {
          await runTurn(unlogged(claims, activityId(conversationId, 0), update));
        } catch (error) {
          await store.delete(mark(conversationId));
          throw error;
        }
        return 'new';
      }),
    isStarted: async (conversationId) => (await store.read(mark(conversationId))) !== undefined,
    post: (claims, inbound) =>
      inTurn(claims.conversationId, async () => {
        const { conversationId } = claims;
        const activity =
          inbound.type === 'typing'
            ? unlogged(claims, `${conversationId}|${randomId()}`, inbound)
            : await log.append(conversationId, { ...inbound, ...address(claims) });
        await runTurn(activity);
        await keep(conversationId);
        return activity.id;
      }),
  };
}
