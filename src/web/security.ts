import { randomBytes } from 'node:crypto';

export interface PageSecurity {
  /** Marks the styles that Web Chat adds while it runs; new for every response. */
  readonly nonce: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The hash of nothing: an empty style element, which Web Chat 4.18 adds for its transcript without the nonce and then
 * fills by script.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** A host as browsers send it. Anything else does not get into a header. */
const HOST = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/;

/** Whether it is a host as browsers send it. */
export function isHost(text: string): boolean {
  return HOST.test(text);
}

/** An origin that may frame the page, such as `https://contoso.com`; '*' for any. */
const FRAME_SOURCE = /^(?:\*|https?:\/\/[^\s/;,'"]+)$/;

/**
 * Who may show the pages in a frame.
 * @param teamsPages where Teams shows its tabs, which are frames; none: the bot is not in Teams
 * Throws `TypeError` for an origin that is none, since it would weaken or break the policy silently.
 */
export function frameSources(embedOrigins: readonly string[], teamsPages: readonly string[]): string {
  const wrong = embedOrigins.find((origin) => !FRAME_SOURCE.test(origin));
  if (wrong !== undefined) {
    throw new TypeError(`"${wrong}" is no origin: write it as https://contoso.com, without a path.`);
  }
  return ["'self'", ...teamsPages, ...embedOrigins].join(' ');
}

/**
 * What a page connects to when it chats through the Direct Line service. Its sockets may be on a host of a region,
 * whichever the calls went to.
 */
function serviceSources(base: string): string {
  const { protocol, host } = new URL(base);
  const sockets = protocol === 'https:' ? `wss://${host} wss://*.${host}` : `ws://${host}`;
  return ` ${protocol}//${host} ${sockets}`;
}

/**
 * The headers of a page. Scripts come from files of ours only; Web Chat adds its styles under the nonce, a page
 * without it adds none; the sockets are named because not every browser counts them as 'self'.
 * @param directLine where the Direct Line service is, if the page uses it
 */
export function pageSecurity(
  host: string | undefined,
  frames: string,
  webChat: boolean,
  directLine?: string,
): PageSecurity {
  const nonce = randomBytes(16).toString('base64');
  const sockets = host !== undefined && HOST.test(host) ? ` ws://${host} wss://${host}` : '';
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${webChat ? ` 'nonce-${nonce}' ${EMPTY_STYLE}` : ''}`,
    "img-src 'self' data: blob:",
    `connect-src 'self'${sockets}${directLine === undefined ? '' : serviceSources(directLine)}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frames}`,
  ];
  return {
    nonce,
    headers: {
      'Content-Security-Policy': policy.join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    },
  };
}
