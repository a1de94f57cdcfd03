import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { acceptedLocales } from '../language/accept-language.js';
import { LANGUAGES } from '../language/languages.js';
import { negotiate } from '../language/negotiate.js';
import { DOCUMENT_PATHS } from './protocol/api-paths.js';

export interface DocumentParts {
  /** Where others reach the server; undefined: wherever they have called it. */
  readonly address: string | undefined;
}

interface SentDocument {
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where a caller has reached the server, as far as that can be believed in a document. */
function calledOrigin({ headers }: Request): string {
  const origin = `http://${headers.host ?? ''}`;
  return URL.canParse(origin) ? new URL(origin).origin : 'http://localhost';
}

const described = () => import('./describe/documents.js');

/** Serves what describes the API: to programs, and to people, without anything from elsewhere. */
export function serveDocuments(server: Server, { address }: DocumentParts): void {
  function serve(path: string, document: (req: Request) => Promise<SentDocument>): void {
    const handler = async (req: Request, res: Response): Promise<void> => {
      const { type, body, headers } = await document(req);
      const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      const isKnown = req.headers['if-none-match']?.includes(tag) === true;
      res.writeHead(isKnown ? 304 : 200, {
        ETag: tag,
        'Cache-Control': 'public, no-cache',
        ...headers,
        ...(!isKnown && { 'Content-Type': type, 'Content-Length': String(Buffer.byteLength(body)) }),
      });
      res.end(isKnown || req.method === 'HEAD' ? undefined : body);
    };
    server.get(path, handler);
    server.head(path, handler);
  }
  const json = async (make: (origin: string) => object, req: Request): Promise<SentDocument> => ({
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(make(address ?? calledOrigin(req))),
  });
  serve(DOCUMENT_PATHS.openapi, async (req) => json((await described()).openApi, req));
  serve(DOCUMENT_PATHS.swagger, async (req) => json((await described()).swagger, req));
  serve(DOCUMENT_PATHS.reference, async (req) => {
    const { referencePage } = await described();
    const asked = new URLSearchParams(req.getQuery()).get('locale');
    const language = LANGUAGES[negotiate([asked, ...acceptedLocales(req.headers['accept-language'])])];
    return { type: 'text/html; charset=utf-8', ...referencePage(language) };
  });
}
