import { addAbortSignal, Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { type BackOff, pauseBefore } from '../../async/back-off.js';
import { boundedText } from '../../async/bounded-text.js';
import { retryAfter } from '../../async/retry-after.js';
import { DeliveryError } from '../seam/delivery-error.js';

/** How long sending goes on, in milliseconds. The channel waits 15 s for a turn, and then delivers it again. */
export interface SendTimeouts {
  /** A message, with everything tried again. */
  readonly send: number;
  /** The replacing of a card; where that fails, a message follows. */
  readonly update: number;
}

export const TIMEOUTS: SendTimeouts = { send: 8000, update: 4000 };

const MOST_TRIES = 5;
const BACK_OFF: BackOff = { first: 400, longest: 3000, jitter: 0.5 };

/** The channel refused and did nothing: it asks to be called again. */
const REFUSED_FOR_NOW: ReadonlySet<number> = new Set([412, 429]);
/** What is wrong with the message itself: another one may be taken. */
const REFUSED_CONTENT: ReadonlySet<number> = new Set([400, 405, 413, 415, 422]);
/** The request never left, or reached nobody. */
const NEVER_SENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** How one try ended. `again` says whether the same request may be sent once more. */
type Tried =
  | { readonly kind: 'response'; readonly response: PipelineResponse }
  | {
      readonly kind: 'failed';
      readonly again: boolean;
      readonly wait: number | undefined;
      readonly error: DeliveryError;
    };

/** What an answer means. A message is not sent again when it may have arrived; to replace a card twice is no harm. */
function judge(request: PipelineRequest, response: PipelineResponse): Tried {
  const { status } = response;
  const wait = retryAfter(response.headers.get('retry-after'));
  const failed = (again: boolean, mayHaveArrived: boolean): Tried => {
    return { kind: 'failed', again, wait, error: new DeliveryError(mayHaveArrived, status, undefined, wait) };
  };
  if (REFUSED_FOR_NOW.has(status)) return failed(true, false);
  if (status === 503 && wait !== undefined) return failed(true, false);
  if (status >= 500 || status === 408) return failed(request.method === 'PUT', true);
  if (status >= 400 && !REFUSED_CONTENT.has(status)) return failed(false, false);
  return { kind: 'response', response };
}

type Send = (request: PipelineRequest) => Promise<PipelineResponse>;

/** In bytes; it is the id of a message, or a sentence about an error. */
const LONGEST_ANSWER = 64 * 1024;
/** How the SDK is told not to read the body, whatever the status is. */
const UNREAD: ReadonlySet<number> = new Set([Number.POSITIVE_INFINITY]);

/**
 * The answer, all of it. The SDK's own limit ends with the headers: it would wait for the rest of a body, and keep what
 * comes of one, for ever.
 */
async function answerWithin(request: PipelineRequest, send: Send, milliseconds: number) {
  const { streamResponseStatusCodes: usual } = request;
  const limit = new AbortController();
  const late = setTimeout(() => limit.abort(), milliseconds);
  try {
    request.abortSignal = limit.signal;
    request.streamResponseStatusCodes = new Set(UNREAD);
    const { readableStreamBody, ...response } = await send(request);
    const body = Readable.from(readableStreamBody ?? []);
    const bodyAsText = await boundedText(addAbortSignal(limit.signal, body), LONGEST_ANSWER);
    return { ...response, bodyAsText };
  } catch (error) {
    // What still comes is not wanted.
    limit.abort();
    throw error;
  } finally {
    clearTimeout(late);
    if (usual === undefined) delete request.streamResponseStatusCodes;
    else request.streamResponseStatusCodes = usual;
  }
}

async function attempt(request: PipelineRequest, send: Send, milliseconds: number) {
  try {
    return judge(request, await answerWithin(request, send, milliseconds));
  } catch (cause) {
    const reached = !(cause instanceof Error && 'code' in cause && NEVER_SENT.has(cause.code));
    const error = new DeliveryError(reached, undefined, { cause });
    const failed: Tried = {
      kind: 'failed',
      again: !reached || request.method === 'PUT',
      wait: undefined,
      error,
    };
    return failed;
  }
}

/**
 * Sends to a channel with a time limit, and again only what the channel cannot have taken. In place of the retries of
 * botbuilder's own client, which repeat messages after errors of the server, and know no time limit.
 */
export function retryPolicy(timeouts: SendTimeouts = TIMEOUTS): PipelinePolicy {
  return {
    name: 'retries within a time limit',
    async sendRequest(request, next) {
      const end = performance.now() + (request.method === 'PUT' ? timeouts.update : timeouts.send);
      for (let tries = 0; ; tries += 1) {
        const tried = await attempt(request, next, Math.max(1, end - performance.now()));
        if (tried.kind === 'response') return tried.response;
        const wait = pauseBefore(BACK_OFF, tries, tried.wait);
        const late = performance.now() + wait >= end;
        if (!tried.again || tries + 1 >= MOST_TRIES || late) throw tried.error;
        await pause(wait);
      }
    },
  };
}
