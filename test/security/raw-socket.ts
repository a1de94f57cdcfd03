import { connect } from 'node:net';

export interface Dripping {
  /** Sent at once. */
  readonly first: string;
  /** Sent again and again, until the server ends the connection. */
  readonly drip?: string;
  /** Milliseconds between two drips. */
  readonly every?: number;
}

/** Sends bytes as they are, and resolves to what came back when the server has ended the connection. */
export function send(port: number, { first, drip, every = 20 }: Dripping): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(first));
    const timer = setInterval(() => {
      if (drip !== undefined) socket.write(drip);
    }, every);
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    // The server does not read on; what is still written to it then breaks.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve(text);
    });
  });
}
