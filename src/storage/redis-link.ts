import { Redis } from 'ioredis';
import { StorageError } from './error.js';
import { inTime, Late } from './in-time.js';

/** How long a call may take, and how long one waits for a lost connection, in milliseconds; a channel waits 15 s. */
const PATIENCE = 2000;
/** The longest pause between two attempts to connect again, in milliseconds. */
const LONGEST_PAUSE = 2000;

export interface RedisLinkOptions {
  /** `redis://` or `rediss://`, with credentials where there are any; never shown to anybody. */
  readonly url: string;
  /** Told when the connection is lost and when it is there again, for the log. */
  readonly onChange?: ((connected: boolean) => void) | undefined;
}

/** A pause that grows, with jitter: many instances must not all come back at the same moment. */
function pause(attempt: number): number {
  const most = Math.min(LONGEST_PAUSE, 50 * 2 ** Math.min(attempt, 10));
  return most / 2 + Math.random() * (most / 2);
}

/** What Redis calls its error, such as `WRONGPASS` or `OOM`. Its other words could quote what it was sent. */
function nameOf(error: unknown): string {
  const reply = error instanceof Error && error.name === 'ReplyError' ? error.message : '';
  const word = /^[A-Z]{2,20}\b/.exec(reply)?.[0];
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const name = word ?? (typeof code === 'string' ? code : undefined);
  return name === undefined ? '' : ` (${name})`;
}

function unreachable(cause: unknown): StorageError {
  return new StorageError(
    `Redis does not answer${nameOf(cause)}: check that it runs, and its address and credentials in STORAGE_URL.`,
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
  #lostAt = Date.now();
  #back: Promise<void> = Promise.resolve();
  #lastError: unknown;
  #closed = false;

  private constructor({ url, onChange }: RedisLinkOptions) {
    this.client = new Redis(url, {
      lazyConnect: true,
      connectTimeout: PATIENCE,
      // For what the client asks by itself when it connects.
      socketTimeout: PATIENCE * 3,
      retryStrategy: pause,
      // What was under way when the connection broke is not sent again: it may have been carried out.
      autoResendUnfulfilledCommands: false,
      autoResubscribe: false,
      enableOfflineQueue: false,
    });
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
      this.#lostAt = Date.now();
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

  #expect(): void {
    this.#back = new Promise((resolve) => {
      this.client.once('ready', resolve);
    });
  }

  async #connected(): Promise<void> {
    const left = this.#lostAt + PATIENCE - Date.now();
    if (this.client.status === 'ready' || left <= 0) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, left);
    });
    await Promise.race([this.#back, late]);
    clearTimeout(timer);
  }

  /** Runs one call. Whatever it rejects with becomes a `StorageError`. */
  async run<T>(call: (client: Redis) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StorageError('The connection to Redis is closed.');
    await this.#connected();
    if (this.client.status !== 'ready') throw unreachable(this.#lastError);
    try {
      return await inTime(call(this.client), PATIENCE);
    } catch (error) {
      // Who does not answer in time may never do so on this connection, such as a machine that is gone.
      if (error instanceof Late) this.client.disconnect(true);
      throw unreachable(error);
    }
  }

  /** Rejects once it is closed. */
  requireOpen(): void {
    if (this.#closed) throw new StorageError('The connection to Redis is closed.');
  }

  /** Finishes what is under way and disconnects; afterwards every call rejects. Never rejects. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.client.status === 'ready') await inTime(this.client.quit(), PATIENCE).catch(() => undefined);
    this.client.disconnect();
  }
}
