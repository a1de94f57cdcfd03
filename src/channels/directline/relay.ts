import type { WebSocket } from 'ws';
import type { ActivityLog } from './activity-log.js';

/**
 * A function that sends whatever the log has after the last activity sent, one sending at a time. Replay and
 * live are the same reading, so nothing falls between them; and a slow client is read for only as fast as it
 * takes. A log that fails ends the socket and is told to `onError`.
 */
export function createRelay(
  socket: WebSocket,
  log: ActivityLog,
  conversationId: string,
  after: number,
  onError: (error: unknown) => void,
): () => void {
  let position = after;
  let running = false;
  let again = false;

  /** Sends one page; false when there was nothing to send. */
  async function sendPage(): Promise<boolean> {
    const { activities, watermark } = await log.read(conversationId, position);
    position = watermark;
    if (activities.length === 0) return false;
    await send(socket, JSON.stringify({ activities, watermark: String(watermark) }));
    return true;
  }

  async function sendRest(): Promise<void> {
    try {
      while (again && socket.readyState === socket.OPEN) {
        again = false;
        if (await sendPage()) again = true;
      }
    } catch (error) {
      // A client that has gone is no defect.
      if (socket.readyState === socket.OPEN) onError(error);
      socket.terminate();
    } finally {
      running = false;
    }
  }

  return () => {
    again = true;
    if (running) return;
    running = true;
    void sendRest();
  };
}

function send(socket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(frame, (error) => (error ? reject(error) : resolve()));
  });
}
