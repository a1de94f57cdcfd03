import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { ApiReader } from '../api/operations/operation.js';
import { inTurn } from '../async/in-turn.js';
import { assistantServer, type Failed } from './assistant-server.js';
import { sdk } from './sdk.js';

/**
 * Answers one request of the protocol, without a session: whoever asks again is answered by any instance.
 * @param body its JSON, read already and within bounds
 */
export async function answerMessage(
  asked: Request,
  body: unknown,
  reader: ApiReader,
  failed: Failed,
): Promise<Response> {
  await inTurn(reader.caller);
  const { WebStandardStreamableHTTPServerTransport } = sdk.http();
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = assistantServer(reader, failed);
  // Its optional fields may be undefined, which the interface does not say.
  await server.connect(transport as Transport);
  try {
    return await transport.handleRequest(asked, { parsedBody: body });
  } finally {
    await server.close();
  }
}
