import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { turnQueue } from '../../async/turn-queue.js';
import { NoRoomError } from '../../storage/error.js';
import type { Store } from '../../storage/store.js';
import type { Call } from '../seam/incoming-call.js';
import { issuedUser } from '../seam/issued-user.js';
import { type ActivityLog, activityId, END, type LoggedActivity } from './log/activity-log.js';
import { BOT_ID, CHANNEL_ID, SERVICE_URL } from './protocol/bot-account.js';
import type { ReceivedActivity } from './protocol/received.js';
import { Refusal } from './protocol/refusal.js';
import type { Claims, Tokens } from './tokens/tokens.js';

/** 128 random bits: nobody guesses another's conversation or user. */
function randomId(): string {
  return randomBytes(16).toString('base64url');
}

export const newConversationId = randomId;

/** `dl_` and at least 13 more: short ones somebody else would choose as well, or guess. */
const WISHED_USER = /^dl_[A-Za-z0-9_-]{13,61}$/;

/**
 * Keeps a user id that a page chose for itself if it is well-formed, or else makes one. Whoever knows the id shares the
 * language and the kind of partner that were chosen under it, and nothing else: conversations are bound to tokens, and cases
 * are kept only under ids that this server has given.
 */
export function userIdFrom(wish: unknown): string {
  return typeof wish === 'string' && WISHED_USER.test(wish) ? wish : `dl_${randomId()}`;
}

/** Somebody in a browser, and what it keeps so that they are the same person next time; a page's own wish has none. */
export interface BrowserUser {
  readonly userId: string;
  readonly pass?: string;
}

/**
 * Who begins a conversation, as the body of the call says: whoever the pass was given to, or whom the page wishes for, or, where it
 * asks for a pass, somebody new.
 */
export async function browserUser(
  { user, pass }: { readonly user?: unknown; readonly pass?: unknown },
  tokens: Pick<Tokens, 'issuePass' | 'passedUser'>,
): Promise<BrowserUser> {
  if (pass === undefined) {
    const wish: unknown = typeof user === 'object' && user !== null && 'id' in user ? user.id : undefined;
    return { userId: userIdFrom(wish) };
  }
  const userId = (await tokens.passedUser(pass)) ?? issuedUser(randomId());
  return { userId, pass: await tokens.issuePass(userId) };
}

/** How often one looks whether another instance greets meanwhile, and how long one waits in between, in milliseconds. */
const LOOKS = 6;
const BETWEEN_LOOKS = 150;

export interface ConversationsOptions {
  /** Remembers which conversations were started. */
  readonly store: Store;
  readonly log: ActivityLog;
  readonly botName: string;
  /** Runs one turn of the bot. */
  readonly receive: (activity: LoggedActivity, call: Call) => Promise<void>;
}

/** The conversations of the channel; the turns of each run one after another. */
export interface Conversations {
  /**
   * Starts the conversation and tells the bot who joined, once in its life: a restart does not repeat it,
   * only a failure of the bot does, and an end of the process before anything was said. Rejects with `Refusal` 502.
   * @param address where the call came from
   */
  start(claims: Claims, address: string, locale?: string): Promise<'new' | 'existing'>;
  isStarted(conversationId: string): Promise<boolean>;
  /** Logs what the person says, runs the bot's turn, and resolves to the id. Rejects with `Refusal` 502. */
  post(claims: Claims, address: string, inbound: ReceivedActivity): Promise<string>;
}

export function openConversations({ store, log, botName, receive }: ConversationsOptions): Conversations {
  const inTurn = turnQueue();
  const bot = { id: BOT_ID, name: botName, role: 'bot' };

  const mark = (conversationId: string): string => `directline:${conversationId}`;

  function addressed({ conversationId, userId }: Claims): object {
    return {
      channelId: CHANNEL_ID,
      serviceUrl: SERVICE_URL,
      conversation: { id: conversationId },
      from: { id: userId, name: '', role: 'user' },
      recipient: bot,
    };
  }

  async function runTurn(activity: LoggedActivity, call: Call): Promise<void> {
    try {
      await receive(activity, call);
    } catch (cause) {
      throw new Refusal(502, 'BotError', 'The bot could not answer; try again.', { cause });
    }
  }

  function unlogged(claims: Claims, id: string, activity: object): LoggedActivity {
    return { ...activity, ...addressed(claims), id, timestamp: new Date().toISOString() };
  }

  /**
   * Whether anything was said in a conversation that was started. Nothing was if the process ended before the greeting;
   * or another instance is about to, so it has a moment for that.
   */
  async function isGreeted(conversationId: string): Promise<boolean> {
    for (let looks = 0; looks < LOOKS; looks += 1) {
      if (looks > 0) await pause(BETWEEN_LOOKS);
      if ((await log.read(conversationId, END)).watermark > 0) return true;
    }
    return false;
  }

  /** Who was told that there is no room, so that telling them again does not take what is left of it. */
  const told = new Set<string>();

  /** Logs what the person says. Without room for it the bot says so, once, and it rejects with `NoRoomError`. */
  async function take(claims: Claims, address: string, inbound: ReceivedActivity): Promise<LoggedActivity> {
    const { conversationId } = claims;
    try {
      const activity = await log.append(conversationId, { ...inbound, ...addressed(claims) });
      told.clear();
      return activity;
    } catch (error) {
      if (error instanceof NoRoomError && !told.has(conversationId)) {
        told.add(conversationId);
        const unkept = unlogged(claims, `${conversationId}|${randomId()}`, inbound);
        await runTurn(unkept, { address }).catch(() => undefined);
      }
      throw error;
    }
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
    start: (claims, address, locale) =>
      inTurn(claims.conversationId, async () => {
        const { conversationId, userId } = claims;
        const started = await store.write(mark(conversationId), today(), undefined);
        if (started === undefined && (await isGreeted(conversationId))) return 'existing';
        const membersAdded = [bot, { id: userId, name: '', role: 'user' }];
        const update = { type: 'conversationUpdate', membersAdded, ...(locale && { locale }) };
        try {
          const activity = unlogged(claims, activityId(conversationId, 0), update);
          await runTurn(activity, { address, nothingSaid: true });
        } catch (error) {
          await store.delete(mark(conversationId));
          throw error;
        }
        return started === undefined ? 'existing' : 'new';
      }),
    isStarted: async (conversationId) => (await store.read(mark(conversationId))) !== undefined,
    post: (claims, address, inbound) =>
      inTurn(claims.conversationId, async () => {
        const { conversationId } = claims;
        const activity =
          inbound.type === 'typing'
            ? unlogged(claims, `${conversationId}|${randomId()}`, inbound)
            : await take(claims, address, inbound);
        await runTurn(activity, { address });
        await keep(conversationId);
        return activity.id;
      }),
  };
}
