import { type DestinationStream, type Logger, pino } from 'pino';
import { Refusal } from '../channels/directline/protocol/refusal.js';
import { DeliveryError } from '../channels/seam/delivery-error.js';
import { HandOverError } from '../handover/hand-over.js';
import { ConfigError } from '../problem/config-error.js';
import { StorageError } from '../storage/error.js';

/** Errors whose messages we wrote ourselves: they hold nothing of a caller's, and no secret. */
const OWN_ERRORS = [ConfigError, DeliveryError, HandOverError, Refusal, StorageError];

/** Codes of the system, of lmdb and of Microsoft's sign-in: they say what to do about an error, and nothing else. */
const CODES = /\b(?:E[A-Z]{4,15}|ERR_[A-Z_]{3,60}|MDB_[A-Z_]{3,30}|AADSTS\d{4,8})\b/g;
const LONGEST_CHAIN = 5;

function codesOf(error: Error, message: string): readonly string[] {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return [...new Set(`${code} ${message}`.match(CODES) ?? [])];
}

/** Where it happened. The stack begins with the message, which may have lines of its own. */
function places(error: Error, message: string): readonly string[] {
  const { stack = '' } = error;
  const at = message === '' ? -1 : stack.indexOf(message);
  return stack
    .slice(at < 0 ? 0 : at + message.length)
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim());
}

/**
 * What went wrong and where. The words of others' errors are left out: a parser's quote what it was given, and
 * the connector's carry whole requests, tokens included.
 */
export function errorFields(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const message = String(error.message);
  const own = OWN_ERRORS.some((each) => error instanceof each);
  const codes = codesOf(error, message);
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
  const { cause } = error;
  return {
    name: error.constructor.name,
    ...(own && { message }),
    ...(codes.length > 0 && { codes }),
    ...(status !== undefined && { status }),
    stack: places(error, message),
    ...(cause !== undefined && depth < LONGEST_CHAIN && { cause: errorFields(cause, depth + 1) }),
  };
}

/** Fields that would hold a secret or somebody's words, should one ever get into a log line. */
const SECRET = [
  'activity',
  'authorization',
  'body',
  'conversation',
  'cookie',
  'from',
  'headers',
  'password',
  'recipient',
  'request',
  'response',
  'secret',
  'speaker',
  'summary',
  'text',
  'token',
  'user',
  'value',
];

/** Each field at the top of a line, and inside what stands there. */
const REDACTED = SECRET.flatMap((field) => ['', '*.', '*.*.'].map((above) => `${above}${field}`));

/** So much waits to be written where the output takes nothing, in bytes; what comes after it is lost. */
const WAITING_BYTES = 1024 * 1024;

/**
 * The standard output. One that cannot be written to, such as a file on a full disk, must not end the process; and not
 * stop it either, as waiting until the last line is out would, which pino does unless it is kept from it.
 */
function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true, maxLength: WAITING_BYTES });
  output.on('error', () => undefined);
  return { write: (line) => void output.write(line) };
}

/** The log of this process: JSON, a line an event. Nothing that people write and no secret gets into it. */
export function createLog({ logLevel }: { readonly logLevel: string }, to?: DestinationStream): Logger {
  const options = {
    level: logLevel,
    redact: { paths: REDACTED, censor: '[redacted]' },
    errorKey: 'error',
    serializers: {
      error: (error: unknown) => errorFields(error),
      err: (error: unknown) => errorFields(error),
    },
    hooks: {
      // Without words of ours, pino would take the error's.
      logMethod(this: Logger, line: Parameters<Logger['info']>, method: (...line: unknown[]) => void): void {
        const [first, second]: readonly unknown[] = line;
        if (typeof first === 'object' && first !== null && typeof second !== 'string') {
          method.apply(this, [first instanceof Error ? { error: first } : first, 'something failed']);
        } else method.apply(this, line);
      },
    },
  };
  return pino(options, to ?? standardOutput());
}
