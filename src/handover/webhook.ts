import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type BackOff, pauseBefore } from '../async/back-off.js';
import { retryAfter } from '../async/retry-after.js';
import { type HandedOver, type HandOver, HandOverError } from './hand-over.js';

/** How long one attempt may take, in milliseconds. With the pause, two stay below the 15 s a channel waits. */
const TIMEOUT = 5000;
/** How long all of it may take, in milliseconds: whoever stops the bot waits nine seconds for who is being answered. */
const LONGEST = 8000;
/** The longest pause that the other side may ask for, in milliseconds; a longer one is a refusal. */
const LONGEST_PAUSE = 2000;
const BACK_OFF: BackOff = { first: 600, longest: 600, jitter: 0.5 };
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

type Attempt =
  | { readonly kind: 'taken' }
  | { readonly kind: 'failed'; readonly message: string }
  /** Worth another attempt. */
  | { readonly kind: 'busy'; readonly message: string; readonly asked: number | undefined };

/** What a header can carry as it is; any other id goes as its hash. */
function headerOf(id: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(id)) return id;
  return createHash('sha256').update(id, 'utf16le').digest('base64url');
}

function judge({ ok, status, headers }: Response): Attempt {
  if (ok) return { kind: 'taken' };
  const message = `HANDOFF_URL answered ${status}: look there why it does not take hand-overs.`;
  if (!BUSY.has(status)) return { kind: 'failed', message };
  const asked = retryAfter(headers.get('retry-after'));
  const isLong = asked !== undefined && asked > LONGEST_PAUSE;
  return isLong ? { kind: 'failed', message } : { kind: 'busy', message, asked };
}

/** Errors of `fetch` can name the address, which may hold a secret: only their code is passed on. */
function judgeError(error: unknown): Attempt {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { kind: 'failed', message: 'HANDOFF_URL did not answer in time: look whether it is up.' };
  }
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') {
    const message = `HANDOFF_URL cannot be reached (${cause.code}): look whether it is right and up.`;
    return { kind: 'busy', message, asked: undefined };
  }
  // Following a redirect would hand the case to an address that nobody has set.
  return { kind: 'failed', message: 'HANDOFF_URL redirects or cannot be used: set it to the final address.' };
}

async function attempt(url: string, id: string, body: string, timeout: number): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': headerOf(id) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    // Nothing in the answer is of use; unread, it would hold the connection.
    await response.body?.cancel();
    return judge(response);
  } catch (error) {
    return judgeError(error);
  }
}

/**
 * Posts cases as JSON to an address of the operator's. The same case always has the same `Idempotency-Key`, so the
 * one repetition (after a broken connection, 429, 502, 503 or 504) does no harm. An answer that does not come in
 * time is not waited for twice: a person is waiting.
 * @param url parsed by `parseHandOver`
 * @param timeout how long one attempt may take, in milliseconds
 * @param longest how long all of it may take, in milliseconds
 */
export function webhook(url: string, timeout = TIMEOUT, longest = LONGEST): HandOver {
  return {
    async send(one: HandedOver): Promise<void> {
      const body = JSON.stringify(one);
      const end = performance.now() + longest;
      let result = await attempt(url, one.id, body, timeout);
      if (result.kind === 'busy') {
        const pause = pauseBefore(BACK_OFF, 0, result.asked);
        const left = Math.floor(end - performance.now() - pause);
        if (left > 0) {
          await wait(pause);
          result = await attempt(url, one.id, body, Math.min(timeout, left));
        }
      }
      if (result.kind !== 'taken') throw new HandOverError(result.message);
    },
  };
}
