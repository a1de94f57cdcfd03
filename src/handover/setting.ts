import { type Parsed, parsed, problem } from '../problem/parsed.js';

/** Where cases go. */
export type HandOverSetting =
  | { readonly kind: 'webhook'; readonly url: string }
  | { readonly kind: 'teamsChannel'; readonly channel: string; readonly serviceUrl: string };

/** The settings as they are written, each undefined where it is not set. */
export interface HandOverWords {
  /** HANDOFF_URL */
  readonly url: string | undefined;
  /** HANDOFF_TEAMS_CHANNEL */
  readonly channel: string | undefined;
  /** HANDOFF_TEAMS_SERVICE_URL */
  readonly serviceUrl: string | undefined;
  /** Where the Teams of the bot's cloud takes messages. */
  readonly teams: string;
  /** Whether the bot may answer at an address. */
  readonly mayAnswerAt: (address: string) => boolean;
  /** Whether the bot has credentials, without which Teams takes nothing from it. */
  readonly identified: boolean;
}

const CHANNEL = /^19:[\w.-]{1,200}@thread\.(?:tacv2|skype)$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Https anywhere, http only on this machine; `fetch` refuses addresses with a password in them. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

function unsafe(name: string): Parsed<never> {
  return problem(
    `${name} cannot be used: it must be an https address without a user name and password (http only on localhost).`,
  );
}

/** Reads where cases go; undefined for nowhere. Pure; what it says holds no address, which may be a secret. */
export function parseHandOver({
  url,
  channel,
  serviceUrl,
  teams,
  mayAnswerAt,
  identified,
}: HandOverWords): Parsed<HandOverSetting | undefined> {
  if (url !== undefined && channel !== undefined) {
    return problem(
      'HANDOFF_URL and HANDOFF_TEAMS_CHANNEL are both set. Remove one: a case goes to one place.',
    );
  }
  if (channel === undefined && serviceUrl !== undefined) {
    return problem(
      'HANDOFF_TEAMS_SERVICE_URL is set, but HANDOFF_TEAMS_CHANNEL is not. Set both, or remove the first.',
    );
  }
  if (url !== undefined) {
    return isSafe(url) ? parsed({ kind: 'webhook', url }) : unsafe('HANDOFF_URL');
  }
  if (channel === undefined) return parsed(undefined);
  if (!CHANNEL.test(channel)) {
    return problem(
      // Not what it is: the address of a webhook, which whoever has it may post to, is mistaken for an id.
      `HANDOFF_TEAMS_CHANNEL must be a channel's id such as 19:…@thread.tacv2: take it, decoded, from “Get link to channel”.`,
    );
  }
  if (!identified) {
    return problem(
      'HANDOFF_TEAMS_CHANNEL is set, but MicrosoftAppId is not: Teams takes posts from registered bots only. Set it.',
    );
  }
  const service = serviceUrl ?? teams;
  if (!isSafe(service)) return unsafe('HANDOFF_TEAMS_SERVICE_URL');
  if (!mayAnswerAt(service)) {
    return problem(
      'HANDOFF_TEAMS_SERVICE_URL is no address of Teams in this cloud. Correct it, or name its host in SERVICE_HOSTS.',
    );
  }
  return parsed({ kind: 'teamsChannel', channel, serviceUrl: service });
}
