import { createServer } from 'node:https';
import { gunzipSync } from 'node:zlib';
import { endlessly } from '../faults/endless.js';
import { onLoopback } from '../loopback.js';
import { localCertificate } from './certificate.js';

/** One thing that was sent, as far as the tests look at it. */
export interface Envelope {
  readonly name: string;
  readonly iKey: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly data: {
    readonly baseType: string;
    readonly baseData: {
      readonly metrics: readonly { readonly name: string; readonly value: number }[];
      readonly properties: Readonly<Record<string, string>>;
    };
  };
}

export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly envelopes: readonly Envelope[];
}

export const KEY = '00000000-1111-2222-3333-444444444444';

function envelopesOf(body: string): readonly Envelope[] {
  const text = body.trim();
  if (text.startsWith('[')) return JSON.parse(text) as readonly Envelope[];
  return text.split('\n').map((line) => JSON.parse(line) as Envelope);
}

/** Application Insights, as far as sending to it goes. */
export async function ingestion() {
  const { key, cert } = localCertificate();
  const received: Received[] = [];
  const answer = { status: 200, endless: false, bytes: 0, cut: 0 };
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      const body = String(request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw);
      const envelopes = envelopesOf(body);
      received.push({ path: request.url ?? '', headers: request.headers, body, envelopes });
      response.statusCode = answer.status;
      response.setHeader('content-type', 'application/json');
      if (answer.endless) {
        response.on('close', () => {
          answer.bytes += request.socket.bytesWritten;
          answer.cut += 1;
        });
        endlessly(response);
        return;
      }
      const { length } = envelopes;
      response.end(JSON.stringify({ itemsReceived: length, itemsAccepted: length, errors: [] }));
    });
  });
  const { port, close } = await onLoopback(server);
  return {
    /** Whom to trust. */
    cert,
    received,
    answer,
    connectionString: `InstrumentationKey=${KEY};IngestionEndpoint=https://127.0.0.1:${port}/`,
    close,
  };
}
