import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { paperOfReceipt } from '../cards/paper.js';
import { calledHost, isCalledSecurely } from '../channels/directline/callers/origins.js';
import { serviceDomain, TOKEN_PATH } from '../channels/directline/service.js';
import { acceptedLocales } from '../language/accept-language.js';
import { LANGUAGES, type LanguageTag } from '../language/languages.js';
import { negotiate } from '../language/negotiate.js';
import { findReceipt } from '../receipt/find-receipt.js';
import { receiptAddress } from '../receipt/link.js';
import { startCode } from '../receipt/start-code.js';
import { type Asset, COMPRESSIONS, createAsset, openAssets } from './assets.js';
import { callHtml } from './call-page.js';
import { casesHtml } from './cases-page.js';
import { embedScript } from './embed.js';
import { chatHtml, type PageOptions } from './page.js';
import { printHtml } from './print-page.js';
import { frameSources, isHost, pageSecurity } from './security.js';

export interface WebOptions {
  /** Origins whose pages may show this one in a frame, such as `https://contoso.com`; '*' allows any. */
  readonly embedOrigins?: readonly string[];
  /** Origins where Teams may, in its tabs and side panels; none: the bot is not in Teams. */
  readonly teamsPages?: readonly string[];
  /** Where the Direct Line service is, such as `https://directline.example.com`; undefined: it is embedded. */
  readonly directLine?: string | undefined;
  /** Where browsers reach the bot, such as `https://advisor.contoso.com`, if that is known. */
  readonly publicUrl?: string | undefined;
  /** Whether a proxy in front tells by what host and scheme it was called. */
  readonly trustProxy?: boolean;
  /** Where the built files are. */
  readonly folder?: URL;
}

const BUILT = new URL('../../web/', import.meta.url);
const YEAR_SECONDS = 31_536_000;

/** Scripts of ours, which find each other beside themselves: their version is in the path, so that all of them have it. */
const isModule = (name: string): boolean => name.endsWith('.js') && !VENDORED.includes(name);
const VENDORED: readonly string[] = ['webchat.js', 'adaptivecards.min.js', 'directline.js'];
const MODULES = '/modules';

/**
 * Answers with an asset, or that the browser's copy is still good.
 * @param named whether the address names this very content
 */
function sendAsset(req: Request, res: Response, asset: Asset, named = false): void {
  const encoding = COMPRESSIONS.find((each) => asset.compressed[each] && req.acceptsEncoding(each));
  const tag = `"${asset.version}${encoding === undefined ? '' : `-${encoding}`}"`;
  const asked = new URLSearchParams(req.getQuery()).get('v');
  res.setHeader('ETag', tag);
  res.setHeader('Vary', 'Accept-Encoding');
  // Only an address that names this very content may be kept without asking again.
  res.setHeader(
    'Cache-Control',
    named || asked === asset.version ? `public, max-age=${YEAR_SECONDS}, immutable` : 'public, no-cache',
  );
  const known = req.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (known?.includes(tag)) {
    res.writeHead(304);
    res.end();
    return;
  }
  const content = (encoding && asset.compressed[encoding]) ?? asset.content;
  res.writeHead(200, {
    'Content-Type': asset.type,
    'Content-Length': content.length,
    'X-Content-Type-Options': 'nosniff',
    ...(encoding && { 'Content-Encoding': encoding }),
  });
  res.end(req.method === 'HEAD' ? undefined : content);
}

/** The receipt in the address, if there is one; nothing else of the address gets anywhere. */
function receiptIn(req: Request): ReturnType<typeof findReceipt> {
  try {
    return findReceipt(decodeURIComponent(req.path()));
  } catch {
    // The address cannot be decoded.
    return undefined;
  }
}

/** Where the page was called, for links to it; nothing, so that they stay within it, where a caller names no sound host. */
function calledAt(req: Request, trustProxy: boolean): string {
  const host = calledHost(req.headers, trustProxy);
  const origin = `${isCalledSecurely(req, trustProxy) ? 'https' : 'http'}://${host}`;
  return host !== undefined && isHost(host) ? origin : '';
}

const MODES = { chat: chatHtml, call: callHtml, cases: casesHtml } as const;
type Mode = keyof typeof MODES;

function modeIn(query: URLSearchParams): Mode {
  const mode = query.get('mode');
  return mode === 'call' || mode === 'cases' ? mode : 'chat';
}

/** The same page in the other mode: in the language that was asked for, in the same frame of the same page. */
function otherMode(query: URLSearchParams, mode: Mode): string {
  return inMode(query, mode === 'chat' ? 'call' : undefined, ['locale', 'frame', 'host']);
}

function inMode(query: URLSearchParams, mode: Mode | undefined, same: readonly string[]): string {
  const wanted = new URLSearchParams(mode === undefined ? {} : { mode });
  for (const key of same) {
    const asked = query.get(key);
    if (asked !== null) wanted.set(key, asked);
  }
  return wanted.size === 0 ? '/' : `/?${wanted}`;
}

/** Answers with a page that is made anew for everybody, in the language of the reader. */
function sendHtml(
  req: Request,
  res: Response,
  tag: LanguageTag,
  headers: Readonly<Record<string, string>>,
  body: string,
): void {
  res.writeHead(200, {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Content-Language': tag,
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language',
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** Serves the pages of the chat and the call, their files, and the script with which other sites embed them. */
export function webRoutes(
  server: Server,
  {
    embedOrigins = [],
    teamsPages = [],
    directLine,
    publicUrl,
    trustProxy = false,
    folder = BUILT,
  }: WebOptions = {},
): void {
  const frames = frameSources(embedOrigins, teamsPages);
  const ownFrames = frameSources([], teamsPages);
  const assets = openAssets(folder);
  const modules = assets.names.filter(isModule);
  const release = createHash('sha256')
    .update(modules.map((name) => assets.get(name).version).join())
    .digest('base64url')
    .slice(0, 16);
  const address = (name: string): string =>
    modules.includes(name) ? `${MODULES}/${release}/${name}` : `/${name}?v=${assets.get(name).version}`;

  function serve(path: string, answer: (req: Request, res: Response) => void): void {
    const handler = async (req: Request, res: Response): Promise<void> => answer(req, res);
    server.get(path, handler);
    server.head(path, handler);
  }

  function sendPage(req: Request, res: Response, receipt: string | undefined): void {
    const query = new URLSearchParams(req.getQuery());
    const tag = negotiate([query.get('locale'), ...acceptedLocales(req.headers['accept-language'])]);
    const mode = modeIn(query);
    // What can be deleted there is shown in no frame of another site.
    const shownIn = mode === 'cases' ? ownFrames : frames;
    const { nonce, headers } = pageSecurity(req.headers.host, shownIn, mode === 'chat', directLine);
    const options: PageOptions = {
      language: LANGUAGES[tag],
      nonce,
      inPanel: query.get('frame') === 'launcher',
      receipt: receipt ?? startCode(query.getAll('set')),
      service:
        directLine === undefined ? undefined : { domain: serviceDomain(directLine), tokens: TOKEN_PATH },
      otherMode: otherMode(query, mode),
      cases: inMode(query, 'cases', ['locale']),
      address,
    };
    sendHtml(req, res, tag, headers, MODES[mode](options));
  }

  /** The whole answer of a receipt, for paper; to the chat, which says what is wrong with it, where it is none. */
  function sendPrint(req: Request, res: Response): void {
    const found = receiptIn(req);
    const query = new URLSearchParams(req.getQuery());
    const tag = negotiate([query.get('locale'), ...acceptedLocales(req.headers['accept-language'])]);
    const answer = found && paperOfReceipt(LANGUAGES[tag], found, new Date().toISOString().slice(0, 10));
    if (found === undefined || answer === undefined) {
      const chat = found === undefined ? '/' : `/r/${found.code}`;
      res.writeHead(302, { Location: query.size === 0 ? chat : `${chat}?${query}` });
      res.end();
      return;
    }
    const { headers } = pageSecurity(req.headers.host, frames, false);
    const body = printHtml({
      language: LANGUAGES[tag],
      answer,
      link: receiptAddress(publicUrl ?? calledAt(req, trustProxy), found.code),
      address,
    });
    sendHtml(req, res, tag, headers, body);
  }

  serve('/', (req, res) => sendPage(req, res, undefined));
  serve('/r/*', (req, res) => sendPage(req, res, receiptIn(req)?.code));
  serve('/print/*', sendPrint);

  const embed = createAsset(
    'embed.js',
    Buffer.from(embedScript(assets.get('embed.js').content.toString(), embedOrigins)),
  );
  serve('/embed.js', (req, res) => sendAsset(req, res, embed));

  for (const name of assets.names.filter((each) => each !== 'embed.js')) {
    serve(`/${name}`, (req, res) => sendAsset(req, res, assets.get(name)));
  }
  // A page of the version before still finds them, and asks again the next time.
  for (const name of modules) {
    serve(`${MODULES}/:release/${name}`, (req, res) =>
      sendAsset(req, res, assets.get(name), req.params.release === release),
    );
  }
}
