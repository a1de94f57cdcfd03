import type { Request, Server } from 'restify';
import { callerAddress } from '../../../limits/caller.js';
import type { RateLimit } from '../../../limits/rate.js';
import { type Counted, limitCalls } from '../../../limits/too-many.js';
import { BASE_PATH } from '../protocol/paths.js';
import type { Claims, Tokens } from '../tokens/tokens.js';

export interface CallLimits {
  /** Calls of one person in one conversation, or, without a token that is good, of one address. */
  readonly calls: RateLimit;
  /** All calls of one address, whatever tokens it has. */
  readonly ofAddress: RateLimit;
  /** New conversations of one address, in a moment and in a day. */
  readonly conversations: RateLimit;
  readonly conversationsOfDay: RateLimit;
  /** What one address says in a day: each is kept, and so is the answer. */
  readonly saidOfDay: RateLimit;
  /** Pages that streams of one address are sent in a row, beyond the first of each. */
  readonly replayed: RateLimit;
}

export interface CallLimitOptions {
  readonly limits: CallLimits;
  readonly tokens: Tokens;
  readonly trustProxy: boolean;
}

/** The name that the calls of one person in one conversation are counted under. */
export function personOf({ conversationId, userId }: Claims): string {
  return `token ${conversationId} ${userId}`;
}

/**
 * Limits the calls of Direct Line. Everybody behind one address shares the new conversations, since there is
 * nothing else yet to tell them apart by; with a token each has a limit of their own. Tokens are for everybody to have,
 * so there is a ceiling for the address as well.
 */
export function limitDirectLine(server: Server, { limits, tokens, trustProxy }: CallLimitOptions): void {
  async function holder(authorization: string | undefined): Promise<string | undefined> {
    if (authorization === undefined) return undefined;
    try {
      return personOf(await tokens.verify(authorization));
    } catch {
      // A token that is none counts for nobody: one could be made up for every call.
      return undefined;
    }
  }

  async function counted(req: Request): Promise<readonly Counted[]> {
    const caller = `address ${callerAddress(req, trustProxy)}`;
    // A token is one conversation: whoever gets few tokens begins few.
    if (req.path() === `${BASE_PATH}/tokens/generate`) return newConversation(limits, caller);
    const person = (await holder(req.headers.authorization)) ?? caller;
    const calls = [
      { limit: limits.calls, caller: person },
      { limit: limits.ofAddress, caller },
    ];
    return req.method === 'POST' ? [...calls, { limit: limits.saidOfDay, caller }] : calls;
  }

  limitCalls(server, {
    counted: (req) =>
      req.path().startsWith(`${BASE_PATH}/`) && req.method !== 'OPTIONS' ? counted(req) : undefined,
  });
}

/** What a conversation counts against that somebody begins. */
export function newConversation(
  { conversations, conversationsOfDay }: Pick<CallLimits, 'conversations' | 'conversationsOfDay'>,
  caller: string,
): readonly Counted[] {
  return [
    { limit: conversations, caller },
    { limit: conversationsOfDay, caller },
  ];
}
