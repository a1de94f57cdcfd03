import type { IncomingMessage } from 'node:http';

function count(rawHeaders: readonly string[], wanted: string): number {
  return rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === wanted).length;
}

/**
 * Whether a request opens a WebSocket as RFC 6455 has it (4.1), and in one way only: a proxy in front could take a body, or
 * what follows an older protocol's request, for something else. `ws` looks at the rest.
 */
export function isHandshake({
  method,
  headers,
  httpVersion,
  rawHeaders,
}: Pick<IncomingMessage, 'method' | 'headers' | 'httpVersion' | 'rawHeaders'>): boolean {
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  return (
    method === 'GET' &&
    httpVersion === '1.1' &&
    headers.upgrade?.toLowerCase() === 'websocket' &&
    count(rawHeaders, 'host') === 1 &&
    !hasBody
  );
}
