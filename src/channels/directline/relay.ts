import type { WebSocket } from 'ws';
import { withTimeout } from '../../async/with-timeout.js';
import { type ActivityLog, END, isSaid } from './log/activity-log.js';

export interface Relay {
  /** Sends whatever the log has after the last activity sent; in the background. */
  send(): void;
  /** Resolves when what was sent has gone out. Never rejects. */
  sent(): Promise<void>;
}

export interface RelayOptions {
  readonly socket: WebSocket;
  readonly log: ActivityLog;
  readonly conversationId: string;
  /** The watermark to begin after. */
  readonly after: number;
  /** How long the client may take to read a page, in milliseconds; one that takes longer is left. */
  readonly readTimeout: number;
  /** Makes room for a page until the client has it; the returned function gives it back. Undefined: there is none. */
  readonly hold: () => (() => void) | undefined;
  /** Resolves when another page may be sent, right behind the one before. Never rejects. */
  readonly pace: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/**
 * Brings what the log has to a socket, one sending at a time. Replay and live are the same reading, so nothing falls
 * between them; and a slow client is read for only as fast as it takes. A log that fails ends the socket and is told
 * to `onError`.
 */
export function createRelay({
  socket,
  log,
  conversationId,
  after,
  readTimeout,
  hold,
  pace,
  onError,
}: RelayOptions): Relay {
  let position = after;
  let running = false;
  let again = false;
  let last: Promise<void> | undefined;

  /** Sends one page; false when there was none. */
  async function sendPage(): Promise<boolean> {
    const { activities, watermark } = await log.read(conversationId, position);
    position = watermark;
    if (activities.length === 0) return false;
    const said = activities.filter(isSaid);
    if (said.length > 0) {
      const leave = hold();
      if (leave === undefined) {
        socket.terminate();
        return false;
      }
      const sending = send(socket, JSON.stringify({ activities: said, watermark: String(watermark) }));
      await withTimeout(sending, readTimeout, () => socket.terminate()).finally(leave);
    }
    return true;
  }

  /** Whether there is more is looked at first: what was said just now is a page as well, and mostly the last one. */
  async function goOn(): Promise<void> {
    if ((await log.read(conversationId, END)).watermark <= position) return;
    await pace();
    again = true;
  }

  async function sendRest(): Promise<void> {
    try {
      while (again && socket.readyState === socket.OPEN) {
        again = false;
        if (await sendPage()) await goOn();
      }
    } catch (error) {
      // A client that has gone is no defect.
      if (socket.readyState === socket.OPEN) onError(error);
      socket.terminate();
    } finally {
      running = false;
    }
  }

  return {
    send() {
      again = true;
      if (running) return;
      running = true;
      last = sendRest();
    },
    async sent() {
      await last;
    },
  };
}

function send(socket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(frame, (error) => (error ? reject(error) : resolve()));
  });
}
