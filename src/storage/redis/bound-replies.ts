import type { Redis } from 'ioredis';

/** In bytes; a page of a transcript, the largest there is, has some 200 KB. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Ends a connection on which one reply grows larger than any is: the client would keep what has come of it until it is
 * whole. The returned function is told of each reply, and each message counts as one.
 */
export function boundReplies(client: Redis): () => void {
  let bytes = 0;
  const replied = (): void => {
    bytes = 0;
  };
  client.on('connect', () => {
    const { stream } = client;
    replied();
    stream.on('data', ({ length }: Buffer) => {
      bytes += length;
      if (bytes > LARGEST) stream.destroy(new Error('A reply is too large.'));
    });
  });
  client.on('message', replied);
  return replied;
}
