import { createHash } from 'node:crypto';

/** Stands for a keeper wherever several of them may be read together: a case says of nobody who they are. */
export type KeeperId = string;

/** Whoever keeps cases, as their channel knows them. */
export interface ChannelKeeper {
  readonly channel: string;
  readonly user: string;
}

/** Whoever keeps cases: as their channel knows them, or, where it has vouched for them before, by what stands for them. */
export type Keeper = ChannelKeeper | { readonly keeper: KeeperId };

/** 96 bits of a hash: enough that no two share one, and no way back to an id of the channel. */
export function keeperId(whoever: Keeper): KeeperId {
  if ('keeper' in whoever) return whoever.keeper;
  const named = JSON.stringify(['keeper', whoever.channel, whoever.user]);
  return createHash('sha256').update(named, 'utf16le').digest('base64url').slice(0, 16);
}

export function isKeeperId(text: unknown): text is KeeperId {
  return typeof text === 'string' && /^[\w-]{16}$/.test(text);
}
