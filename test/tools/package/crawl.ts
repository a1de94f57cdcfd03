import { memoryStore } from '../../../src/storage/memory.js';
import type { Store } from '../../../src/storage/store.js';
import { type Answered, type BotServer, botServer, type Json } from '../../turn/bot-server.js';
import { cardOf, taps } from '../../turn/card-reader.js';
import type { ChannelCall } from '../../turn/connector-stub.js';
import { sentFor } from './places.js';

/** One card somebody can come to, how they came there, and what the bot sent for it. */
export interface Visit {
  /** What was typed first, and tapped since. */
  readonly path: readonly string[];
  /** How many lines were typed for it; 0 for a tap. */
  readonly typed: number;
  readonly card: unknown;
  readonly answered: Answered;
  readonly calls: readonly ChannelCall[];
}

/** Whose conversation it is: each branch of the crawl is somebody else's, with the same things said. */
interface Branch {
  readonly user: string;
  readonly visit: Visit;
}

/** The same card in another conversation or turn is the same card. */
function faceOf(card: unknown): string {
  return JSON.stringify(card).replaceAll(/"from":"[^"]*"/g, '""');
}

function name(data: Json): string {
  const { action, fact, value, language, wanted, step, reason } = data;
  return [action, fact, value, language, wanted, step, reason].filter((each) => each !== undefined).join(' ');
}

/** Everything that can be reached by taps, breadth first, from where a typed line leads. */
export class Crawl {
  readonly #seen = new Set<string>();
  #users = 0;
  readonly #bot: BotServer;
  readonly #store: Store;

  private constructor(bot: BotServer, store: Store) {
    this.#bot = bot;
    this.#store = store;
  }

  /** A bot of its own, with somebody who receives cases, for as long as it is used. */
  static async with<T>(use: (crawl: Crawl) => Promise<T>): Promise<T> {
    const store = memoryStore();
    const bot = await botServer({ store, handOver: { send: async () => undefined } });
    try {
      return await use(new Crawl(bot, store));
    } finally {
      await bot.close();
    }
  }

  #envelope(user: string, locale: string): Json {
    return { from: { id: user, name: 'Anna' }, conversation: { id: `a:${user}` }, locale };
  }

  #nobody(): string {
    this.#users += 1;
    return `29:${this.#users}`;
  }

  /** What is stored of one person becomes what is stored of another. */
  async #copy(from: string, to: string): Promise<void> {
    const keys = (user: string): readonly string[] => [
      JSON.stringify(['conversation', 'msteams', `a:${user}`, user]),
      JSON.stringify(['person', 'msteams', user]),
    ];
    for (const [index, key] of keys(from).entries()) {
      const stored = await this.#store.read(key);
      if (stored !== undefined) await this.#store.write(keys(to)[index] ?? '', stored.value, undefined);
    }
  }

  /** The message with the card that somebody taps on. */
  async #openCard(user: string): Promise<string> {
    const key = JSON.stringify(['conversation', 'msteams', `a:${user}`, user]);
    const stored = await this.#store.read<{ readonly open?: string }>(key);
    return stored?.value.open ?? 'card-1';
  }

  async #tap({ user, visit }: Branch, data: Json, locale: string): Promise<Branch> {
    const other = this.#nobody();
    await this.#copy(user, other);
    let answered: Answered = { status: 0, body: {} };
    const replyToId = await this.#openCard(user);
    const calls = await sentFor(this.#bot, async () => {
      answered = await this.#bot.execute(data, { ...this.#envelope(other, locale), replyToId });
    });
    const card = typeof answered.body.value === 'object' ? answered.body.value : undefined;
    return { user: other, visit: { path: [...visit.path, name(data)], typed: 0, card, answered, calls } };
  }

  async #begin(lines: readonly string[], locale: string): Promise<Branch> {
    const user = this.#nobody();
    let answered: Answered = { status: 0, body: {} };
    const calls = await sentFor(this.#bot, async () => {
      for (const line of lines) answered = await this.#bot.say(line, this.#envelope(user, locale));
    });
    return {
      user,
      visit: { path: [...lines], typed: lines.length, card: cardOf(this.#bot.last()), answered, calls },
    };
  }

  /** Visits every card at most `depth` taps away that was not seen before in this crawl. */
  async *from(lines: readonly string[], locale: string, depth: number): AsyncGenerator<Visit> {
    let front = [await this.#begin(lines, locale)];
    for (let taken = 0; front.length > 0; taken += 1) {
      const next: Branch[] = [];
      for (const branch of front) {
        const { visit } = branch;
        const face = faceOf(visit.card ?? visit.calls.map(({ body }) => body));
        if (this.#seen.has(face)) continue;
        this.#seen.add(face);
        yield visit;
        if (taken === depth) continue;
        for (const data of taps(visit.card)) next.push(await this.#tap(branch, data, locale));
      }
      front = next;
    }
  }
}
