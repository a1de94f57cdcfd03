import type { Store } from '../../storage/store.js';
import { untilWritten } from '../../storage/until-written.js';
import type { KeeperId } from '../keeper.js';
import { isZone, type OwnHour, USUAL_HOUR } from '../own-hour.js';

/** Where a keeper can be written to without having asked: a conversation, by what the channel needs to find it. */
export interface LetterAddress {
  readonly channel: string;
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly bot: string;
  readonly user: string;
  readonly tenant?: string;
}

/** How a keeper is reached. */
export interface KeeperReach extends OwnHour {
  readonly address: LetterAddress;
  /** The hour that they have chosen, which is `hour` then. */
  readonly chosen?: number;
  /** BCP 47 tag of the language to write in. */
  readonly language: string;
  /** The day on which the channel said that nobody there takes messages of the bot (ISO). */
  readonly blocked?: string;
  /** When it was taken down, such as `2026-11`. */
  readonly month: string;
}

function reachKey(keeper: KeeperId): string {
  return JSON.stringify(['case-reach', keeper]);
}

function isLetterAddress(value: unknown): value is LetterAddress {
  if (typeof value !== 'object' || value === null) return false;
  const named: { readonly [Name in keyof LetterAddress]?: unknown } = value;
  const { channel, serviceUrl, conversation, bot, user } = named;
  return [channel, serviceUrl, conversation, bot, user].every((each) => typeof each === 'string');
}

function isHour(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 24;
}

/** What was stored, as far as it can be used; undefined where nobody could be reached by it. */
function reachIn(value: unknown): KeeperReach | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const named: { readonly [Name in keyof KeeperReach]?: unknown } = value;
  const { address, language, zone, hour, chosen, blocked, month } = named;
  if (!isLetterAddress(address)) return undefined;
  return {
    address,
    language: typeof language === 'string' ? language : 'en',
    zone: isZone(zone) ? zone : 'UTC',
    hour: isHour(hour) ? hour : USUAL_HOUR,
    ...(isHour(chosen) ? { chosen } : {}),
    ...(typeof blocked === 'string' ? { blocked } : {}),
    month: typeof month === 'string' ? month : '',
  };
}

/** How keepers are reached, each once, whatever they keep. Every method rejects with `StorageError`. */
export class Reaches {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async read(keeper: KeeperId): Promise<KeeperReach | undefined> {
    return reachIn((await this.#store.read(reachKey(keeper)))?.value);
  }

  /**
   * Takes down how somebody is reached now; whoever writes takes messages again. Resolves to whether that is news.
   * @param day the day of the message (ISO): once a month it is written anew, because what nobody writes is deleted
   */
  async remember(
    keeper: KeeperId,
    reach: Omit<KeeperReach, 'blocked' | 'chosen' | 'month'>,
    day: string,
  ): Promise<boolean> {
    // The hour that they chose stays, wherever they write from.
    return this.#update(keeper, (known) => ({
      ...reach,
      ...(known?.chosen === undefined ? {} : { hour: known.chosen, chosen: known.chosen }),
      month: day.slice(0, 7),
    }));
  }

  /** The hour of their own clock at which they want to be written to. Resolves to whether that is news. */
  async setHour(keeper: KeeperId, hour: number): Promise<boolean> {
    return this.#update(keeper, (known) => known && { ...known, hour, chosen: hour });
  }

  /** The channel says that nobody there takes messages of the bot. */
  async block(keeper: KeeperId, day: string): Promise<void> {
    await this.#update(keeper, (known) => (known === undefined ? undefined : { blocked: day, ...known }));
  }

  async forget(keeper: KeeperId): Promise<void> {
    await this.#store.delete(reachKey(keeper));
  }

  async #update(
    keeper: KeeperId,
    change: (known: KeeperReach | undefined) => KeeperReach | undefined,
  ): Promise<boolean> {
    const { news } = await untilWritten(async () => {
      const stored = await this.#store.read<unknown>(reachKey(keeper));
      const known = reachIn(stored?.value);
      const next = change(known);
      if (next === undefined || JSON.stringify(next) === JSON.stringify(known)) return { news: false };
      const version = await this.#store.write(reachKey(keeper), next, stored?.version);
      return version === undefined ? undefined : { news: true };
    });
    return news;
  }
}
