import { createHash } from 'node:crypto';

/** Whoever keeps cases, as their channel knows them. */
export interface Keeper {
  readonly channel: string;
  readonly user: string;
}

/** Stands for a keeper wherever several of them may be read together: a case says of nobody who they are. */
export type KeeperId = string;

/** 96 bits of a hash: enough that no two share one, and no way back to an id of the channel. */
export function keeperId({ channel, user }: Keeper): KeeperId {
  const named = JSON.stringify(['keeper', channel, user]);
  return createHash('sha256').update(named, 'utf16le').digest('base64url').slice(0, 16);
}

export function isKeeperId(text: unknown): text is KeeperId {
  return typeof text === 'string' && /^[\w-]{16}$/.test(text);
}
