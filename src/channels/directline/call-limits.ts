import type { Request, Server } from 'restify';
import { callerAddress } from '../../limits/caller.js';
import type { RateLimit } from '../../limits/rate.js';
import { limitCalls } from '../../limits/too-many.js';
import { BASE_PATH } from './paths.js';
import type { Tokens } from './tokens.js';

export interface CallLimits {
  /** Calls of one person in one conversation, or, without a token that is good, of one address. */
  readonly calls: RateLimit;
  /** New conversations of one address. */
  readonly conversations: RateLimit;
}

export interface CallLimitOptions {
  readonly limits: CallLimits;
  readonly tokens: Tokens;
  readonly trustProxy: boolean;
}

/**
 * Limits the calls of Direct Line. Everybody behind one address shares the new conversations, since there is
 * nothing else yet to tell them apart by; with a token each has a limit of their own.
 */
export function limitDirectLine(server: Server, { limits, tokens, trustProxy }: CallLimitOptions): void {
  async function holder(authorization: string | undefined): Promise<string | undefined> {
    if (authorization === undefined) return undefined;
    try {
      const { conversationId, userId } = await tokens.verify(authorization);
      return `token ${conversationId} ${userId}`;
    } catch {
      // A token that is none counts for nobody: one could be made up for every call.
      return undefined;
    }
  }

  async function counted(req: Request): Promise<{ limit: RateLimit; caller: string }> {
    const address = `address ${callerAddress(req, trustProxy)}`;
    // A token is one conversation: whoever gets few tokens begins few.
    if (req.path() === `${BASE_PATH}/tokens/generate`) {
      return { limit: limits.conversations, caller: address };
    }
    return { limit: limits.calls, caller: (await holder(req.headers.authorization)) ?? address };
  }

  limitCalls(server, {
    counted: (req) =>
      req.path().startsWith(`${BASE_PATH}/`) && req.method !== 'OPTIONS' ? counted(req) : undefined,
  });
}
