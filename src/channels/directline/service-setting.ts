import { type Parsed, parsed, problem } from '../../problem/parsed.js';

/** Microsoft's Direct Line service, in place of the embedded server. */
export interface DirectLineService {
  /** Where it is, such as `https://directline.botframework.com`. */
  readonly base: string;
  /** A key of the bot's Direct Line channel: whoever has it may speak as anybody. It never leaves this process. */
  readonly secret: string;
}

/** The settings as they are written, and what they must fit. */
export interface ServiceWords {
  /** DIRECT_LINE_SECRET */
  readonly secret: string | undefined;
  /** The bot's cloud, and where its Direct Line is, if it has one. */
  readonly cloud: string;
  readonly base: string | undefined;
  /** Whether the bot has credentials, without which Direct Line does not reach it. */
  readonly identified: boolean;
}

/** Reads which Direct Line there is; undefined for the embedded one. Pure; what it says never quotes the secret. */
export function parseService({
  secret,
  cloud,
  base,
  identified,
}: ServiceWords): Parsed<DirectLineService | undefined> {
  if (secret === undefined) return parsed(undefined);
  if (base === undefined) {
    return problem(
      `DIRECT_LINE_SECRET is set, but the cloud ${cloud} has no Direct Line service. Remove it: the bot then serves Web Chat itself.`,
    );
  }
  if (!identified) {
    return problem(
      'DIRECT_LINE_SECRET is set, but MicrosoftAppId is not: Direct Line reaches only a registered bot. Set it, or remove DIRECT_LINE_SECRET.',
    );
  }
  // What no header can carry would make a call fail in words that quote it.
  if (!/^[!-~]+$/.test(secret)) {
    return problem(
      'DIRECT_LINE_SECRET has a space, a line break or a letter that no key has. Copy the key again from the Direct Line channel.',
    );
  }
  return parsed({ base, secret });
}
