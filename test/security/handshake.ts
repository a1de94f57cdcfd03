import { WebSocket } from 'ws';

/** The status a WebSocket handshake ends with: 101 when it opens. */
export async function handshake(url: string, origin?: string): Promise<number> {
  const socket = new WebSocket(url, origin === undefined ? {} : { origin });
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('error', (error) => {
      if (socket.readyState === WebSocket.OPEN) reject(error);
    });
  });
}
