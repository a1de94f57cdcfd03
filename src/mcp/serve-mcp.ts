import type { Logger } from 'pino';
import type { Response as Answered, Request as Asked, Server } from 'restify';
import { callerOf, sendProblem } from '../api/api-gate.js';
import { MCP_PATH } from '../api/protocol/api-paths.js';
import { requestId } from '../api/protocol/request-id.js';
import { callerLanguage } from '../api/refusal-form.js';
import type { EditionId } from '../policy/edition.js';

export interface McpParts {
  readonly edition: EditionId | undefined;
  readonly log: Logger;
}

/** With its SDK: whoever has no assistant need not hold it. */
const loaded = () => import('./answer-message.js');

/** Versions of the protocol before June 2025 knew lists of messages: a hundred answers for one call, all in one go. */
const ONE_AT_A_TIME = JSON.stringify({
  jsonrpc: '2.0',
  id: null,
  error: { code: -32_600, message: 'Send one message at a time; lists of messages are not taken.' },
});

function webRequest({ headers }: Asked): Request {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith(':') ? [[name, value] as [string, string]] : [],
  );
  // It goes nowhere: the protocol reads its method and its headers.
  return new Request(`http://localhost${MCP_PATH}`, { method: 'POST', headers: given });
}

/** Serves assistants at `/mcp`, to whom the gate of the API lets in. */
export function serveMcp(server: Server, { edition, log }: McpParts): void {
  server.post(MCP_PATH, async (req: Asked, res: Answered): Promise<void> => {
    // Nobody comes here past the gate.
    const caller = callerOf(req);
    if (caller === undefined) return sendProblem(req, res, 'unauthorized');
    const failed = (error: unknown): void =>
      log.error({ error, request: requestId(req, res), caller }, 'the MCP server failed');
    try {
      if (Array.isArray(req.body)) {
        res.writeHead(400, { 'Cache-Control': 'no-store', 'Content-Type': 'application/json' });
        res.end(ONE_AT_A_TIME);
        return;
      }
      const { answerMessage } = await loaded();
      const reader = { language: callerLanguage(req), edition, caller };
      const answer = await answerMessage(webRequest(req), req.body as unknown, reader, failed);
      const body = await answer.text();
      const type = answer.headers.get('content-type');
      res.writeHead(answer.status, {
        'Cache-Control': 'no-store',
        'Content-Length': String(Buffer.byteLength(body)),
        ...(type !== null && { 'Content-Type': type }),
      });
      res.end(body);
    } catch (error) {
      if (req.socket.destroyed) return;
      failed(error);
      if (res.headersSent) req.socket.destroy();
      else sendProblem(req, res, 'failed');
    }
  });
  // There is no stream of news and no session to end.
  for (const method of ['get', 'del'] as const) {
    server[method](MCP_PATH, async (req: Asked, res: Answered): Promise<void> => {
      res.setHeader('Allow', 'POST, OPTIONS');
      sendProblem(req, res, 'method');
    });
  }
}
