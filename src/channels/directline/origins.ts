import type { IncomingHttpHeaders } from 'node:http';

export interface OriginOptions {
  /** Origins whose pages may chat, such as `https://contoso.com`; '*' allows any. The own origin needs none. */
  readonly allowedOrigins: readonly string[];
  /** Whether a proxy in front tells host and scheme (X-Forwarded-…); otherwise anyone could. */
  readonly trustProxy: boolean;
}

/** The host that a client called: behind a proxy, what the proxy was called by, if it says so. */
export function calledHost(headers: IncomingHttpHeaders, trustProxy: boolean): string | undefined {
  const forwarded = trustProxy ? headers['x-forwarded-host'] : undefined;
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last === undefined || last === '' ? headers.host : last;
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
