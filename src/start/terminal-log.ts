import type { DestinationStream } from 'pino';
import { pino } from 'pino';

/** What pino adds to every line for machines that collect it. */
const FOR_MACHINES = new Set(['level', 'time', 'pid', 'hostname', 'msg']);

/** How the lines of each level begin. */
const LABELS: Readonly<Record<string, string>> = {
  fatal: 'Error',
  error: 'Error',
  warn: 'Warning',
};

type TerminalLine = Readonly<Record<string, unknown>>;

function isLine(value: unknown): value is TerminalLine {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An error as `errorFields` leaves it: its name and words, what caused it, and where it happened. */
function errorLines({ name, message, codes, stack, cause }: TerminalLine): readonly string[] {
  const words = [name, message, ...(Array.isArray(codes) ? codes : [])].filter((each) => each !== undefined);
  return [
    words.join(' · '),
    ...(Array.isArray(stack) ? stack.map((place) => `  ${place}`) : []),
    ...(isLine(cause) ? errorLines(cause).map((each, at) => (at === 0 ? `because of ${each}` : each)) : []),
  ];
}

function fieldLines([name, value]: readonly [string, unknown]): readonly string[] {
  if (name === 'error' && isLine(value)) return errorLines(value);
  return [`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`];
}

/** A line of the log as a person reads it: what it is and says, and below it what else is known. */
function readable(line: TerminalLine): string {
  const { level, msg } = line;
  const name = typeof level === 'number' ? (pino.levels.labels[level] ?? '') : '';
  const label = LABELS[name] ?? name;
  const details = Object.entries(line).filter(([field]) => !FOR_MACHINES.has(field));
  return [`${label}: ${String(msg)}`, ...details.flatMap(fieldLines).map((each) => `  ${each}`)]
    .map((each) => `${each}\n`)
    .join('');
}

/** The log on a terminal: the same lines without what only machines want, in place of JSON. */
export function terminalLog(terminal: { write(text: string): unknown }): DestinationStream {
  return {
    write(text: string): void {
      const line: unknown = JSON.parse(text);
      if (isLine(line)) terminal.write(readable(line));
    },
  };
}

/** On a terminal the greeting says what the log would at its usual level; who wants more sets another one. */
export function terminalLevel(logLevel: string): string {
  return logLevel === 'info' ? 'warn' : logLevel;
}
