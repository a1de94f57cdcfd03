import { Redis } from 'ioredis';
import { type BackOff, pauseBefore } from '../../async/back-off.js';
import { TimeoutError, withTimeout } from '../../async/with-timeout.js';
import { StorageError } from '../error.js';
import { boundReplies } from './bound-replies.js';
import { giveUp } from './give-up.js';

/** How long a call may take, and how long one waits for a lost connection, in milliseconds; a channel waits 15 s. */
const TIMEOUT = 2000;
/** Between two attempts to connect again, which never end. */
const BACK_OFF: BackOff = { first: 100, longest: 2000, jitter: 0.5 };

/** How often a Redis that takes no writes is left for whichever has its address now, in milliseconds; it can be read. */
const LEAVE_PERIOD = 1000;

export interface RedisLinkOptions {
  /** `redis://` or `rediss://`, with credentials where there are any; never shown to anybody. */
  readonly url: string;
  /** Told when the connection is lost and when it is there again, for the log. */
  readonly onChange?: ((connected: boolean) => void) | undefined;
}

/** Why Redis takes no writes: it is a replica, has no memory left, or cannot write to its own disk. */
const REFUSED = /\b(?:READONLY|OOM|MISCONF)\b/;

/** What Redis calls its error, such as `WRONGPASS` or `OOM`. Its other words could quote what it was sent. */
function nameOf(error: unknown): string {
  if (error instanceof TimeoutError) return ' (ETIMEDOUT)';
  const reply = error instanceof Error && error.name === 'ReplyError' ? error.message : '';
  const word = REFUSED.exec(reply)?.[0] ?? /^[A-Z]{2,20}\b/.exec(reply)?.[0];
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const name = word ?? (typeof code === 'string' ? code : undefined);
  return name === undefined ? '' : ` (${name})`;
}

function unreachable(cause: unknown): StorageError {
  const name = nameOf(cause);
  return new StorageError(
    REFUSED.test(name)
      ? `Redis takes no writes${name}: check that STORAGE_URL leads to the primary, its maxmemory and its disk.`
      : `Redis does not answer${name}: check that it runs, and its address and credentials in STORAGE_URL.`,
    { cause: withoutCommand(cause) },
  );
}

/** ioredis hangs the command on its errors, and with it values and passwords. */
function withoutCommand(error: unknown): unknown {
  if (error instanceof Error && 'command' in error) delete error.command;
  return error;
}

/**
 * One connection to Redis. It connects again by itself; a call made meanwhile waits a moment, and once the
 * connection has been away for longer, calls fail at once, so that people get an answer.
 */
export class RedisLink {
  readonly client: Redis;
  /** On a clock that nobody sets back. */
  #lostAt = performance.now();
  #leftAt = Number.NEGATIVE_INFINITY;
  #back: Promise<void> = Promise.resolve();
  #lastError: unknown;
  readonly #replied: () => void;
  #closed = false;

  private constructor({ url, onChange }: RedisLinkOptions) {
    this.client = new Redis(url, {
      lazyConnect: true,
      connectTimeout: TIMEOUT,
      // For what the client asks by itself when it connects.
      socketTimeout: TIMEOUT * 3,
      retryStrategy: (attempt) => pauseBefore(BACK_OFF, attempt - 1),
      // What was under way when the connection broke is not sent again: it may have been carried out.
      autoResendUnfulfilledCommands: false,
      autoResubscribe: false,
      reconnectOnError: (error) => this.#isDemoted(error),
      enableOfflineQueue: false,
    });
    this.#replied = boundReplies(this.client);
    this.client.on('error', (error: unknown) => {
      this.#lastError = withoutCommand(error);
    });
    this.#expect();
    let connected = false;
    let lost = false;
    this.client.on('close', () => {
      if (!connected) return;
      connected = false;
      lost = true;
      this.#lostAt = performance.now();
      this.#expect();
      if (!this.#closed) onChange?.(false);
    });
    this.client.on('ready', () => {
      if (lost) onChange?.(true);
      connected = true;
      lost = false;
      this.#lastError = undefined;
    });
  }

  /** Connects. Rejects with `StorageError` when that does not work within a moment. */
  static async open(options: RedisLinkOptions): Promise<RedisLink> {
    const link = new RedisLink(options);
    try {
      await link.client.connect();
      return link;
    } catch (error) {
      link.client.disconnect();
      throw unreachable(link.#lastError ?? error);
    }
  }

  /**
   * Whether to connect anew because of an error: a Redis that has become a replica keeps its connections, while the
   * address leads to another one by now.
   */
  #isDemoted({ message }: Error): boolean {
    if (!/\bREADONLY\b/.test(message)) return false;
    const now = performance.now();
    if (now - this.#leftAt < LEAVE_PERIOD) return false;
    this.#leftAt = now;
    return true;
  }

  #expect(): void {
    this.#back = new Promise((resolve) => {
      this.client.once('ready', resolve);
    });
  }

  async #connected(): Promise<void> {
    const left = this.#lostAt + TIMEOUT - performance.now();
    if (this.client.status === 'ready' || left <= 0) return;
    await withTimeout(this.#back, left, () => undefined);
  }

  /**
   * Runs one call. Whatever it rejects with becomes a `StorageError`, and so does a reply that cannot be one to this
   * call: on such a connection every reply may be that of another call, so that a new one is made.
   */
  async run<T>(call: (client: Redis) => Promise<T>, isReply: (reply: T) => boolean): Promise<T> {
    if (this.#closed) throw new StorageError('The connection to Redis is closed.');
    await this.#connected();
    if (this.client.status !== 'ready') throw unreachable(this.#lastError);
    try {
      const reply = await withTimeout(call(this.client).finally(this.#replied), TIMEOUT);
      if (isReply(reply)) return reply;
    } catch (error) {
      // Who does not answer in time may never do so on this connection, such as a machine that is gone.
      if (error instanceof TimeoutError) giveUp(this.client);
      throw unreachable(error);
    }
    giveUp(this.client);
    throw new StorageError(
      'Redis answered something else than it was asked: check what is between it and the bot.',
    );
  }

  /** Rejects once it is closed. */
  requireOpen(): void {
    if (this.#closed) throw new StorageError('The connection to Redis is closed.');
  }

  /** Finishes what is under way and disconnects; afterwards every call rejects. Never rejects. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.client.status === 'ready')
      await withTimeout<unknown>(this.client.quit(), TIMEOUT).catch(() => undefined);
    this.client.disconnect();
  }
}
