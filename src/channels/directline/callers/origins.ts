import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'restify';
import { lastHop } from '../../../limits/caller.js';
import { type Parsed, parsed, problem } from '../../../problem/parsed.js';

export interface OriginOptions {
  /** Origins whose pages may chat, such as `https://contoso.com`; '*' allows any. The own origin needs none. */
  readonly allowedOrigins: readonly string[];
  /** Whether a proxy in front tells host and scheme (X-Forwarded-…); otherwise anyone could. */
  readonly trustProxy: boolean;
}

/** The host that a client called: behind a proxy, what the proxy was called by, if it says so. */
export function calledHost(headers: IncomingHttpHeaders, trustProxy: boolean): string | undefined {
  return (trustProxy ? lastHop(headers['x-forwarded-host']) : undefined) ?? headers.host;
}

/** Whether a client called by https: behind a proxy, as the proxy was called, if it says so. */
export function isCalledSecurely(req: Pick<Request, 'headers' | 'isSecure'>, trustProxy: boolean): boolean {
  const forwarded = trustProxy ? req.headers['x-forwarded-proto'] : undefined;
  return forwarded === undefined ? req.isSecure() : /^https\b/i.test(String(forwarded));
}

function isOwn(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: called } = new URL(origin);
  // Parsed like the origin, so that a usual port that is written out makes no difference.
  const own = `${protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === called && /^https?:$/.test(protocol);
}

/**
 * Whether a call comes from a page that may make it. Browsers name the page's origin in every call that could do
 * something; what names none is no page, and has nobody's session that it could abuse.
 */
export function mayCall(
  headers: IncomingHttpHeaders,
  { allowedOrigins, trustProxy }: OriginOptions,
): boolean {
  const { origin } = headers;
  if (origin === undefined || allowedOrigins.includes('*') || allowedOrigins.includes(origin)) return true;
  return isOwn(origin, calledHost(headers, trustProxy));
}

/**
 * Reads a list of origins, entry by entry. Pure.
 * @param setting whose list it is
 */
export function parseOrigins(
  listed: readonly string[],
  isProduction: boolean,
  setting = 'EMBED_ORIGINS',
): Parsed<readonly string[]> {
  if (listed.includes('*') && isProduction) {
    return problem(
      `${setting} is *, which lets every site show and use this bot. Name the origins that may, such as https://www.example.com.`,
    );
  }
  const wrong = listed.find(
    (origin) =>
      origin !== '*' && !(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/i.test(origin) && URL.canParse(origin)),
  );
  if (wrong !== undefined) {
    return problem(
      `${setting} has "${wrong}", but every entry must be an origin such as https://www.example.com.`,
    );
  }
  // As browsers write it: in lower case, without the usual port.
  return parsed(listed.map((origin) => (origin === '*' ? origin : new URL(origin).origin)));
}
