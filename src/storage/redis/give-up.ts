import type { Redis } from 'ioredis';

const givenUp = new WeakSet<object>();

/** Leaves a connection for a new one. Once: until it has ended, every call on it finds it as silent as the first. */
export function giveUp(client: Redis): void {
  const { stream } = client;
  if (givenUp.has(stream)) return;
  givenUp.add(stream);
  client.disconnect(true);
}
