import type { Request, Response, Server } from 'restify';

/** A file as it is sent. */
interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

/** Nobody keeps a copy on the way, and no page learns of it. */
const PRIVATE = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Content-Security-Policy': "default-src 'none'; sandbox",
} as const;

/**
 * `GET /case/<link>/case.csv`: the files of kept cases, for whoever has the link.
 * @param open undefined where the link is not, or no longer, good
 */
export function caseFileRoutes(server: Server, open: (link: string) => Promise<SentFile | undefined>): void {
  async function answer(req: Request, res: Response): Promise<void> {
    // A part of a path of its own may not be so long.
    const [, , link = ''] = req.path().split('/');
    const file = await open(link);
    const { name, type, body } = file ?? { name: '', type: 'text/plain; charset=utf-8', body: '' };
    res.writeHead(file === undefined ? 404 : 200, {
      ...PRIVATE,
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(body),
      ...(name === '' ? {} : { 'Content-Disposition': `attachment; filename="${name}"` }),
    });
    res.end(req.method === 'HEAD' ? undefined : body);
  }
  server.get('/case/*', answer);
  server.head('/case/*', answer);
}
