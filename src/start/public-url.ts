import { type Parsed, parsed, problem } from '../problem/parsed.js';

/** Reads PUBLIC_URL: where browsers reach the bot. Pure. */
export function parseAddress(text: string | undefined): Parsed<string | undefined> {
  if (text === undefined) return parsed(undefined);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  return isOrigin
    ? parsed(url.origin)
    : problem(
        `PUBLIC_URL is "${text}", but must be where browsers reach the bot, such as https://advisor.contoso.com, without a path.`,
      );
}
