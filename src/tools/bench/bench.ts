import { parseArgs } from 'node:util';
import { EDITIONS } from '../../policy/editions/registry.js';
import { type Met, metBy } from './budget.js';
import { largestMessage, largestRecord } from './cards.js';
import { largestOfFive, recordOfFive } from './cases-of-five.js';
import { decisions, otherParts } from './costs.js';
import { markdownTable } from './markdown-table.js';
import { type EchoName, measuredPairs, type Pair, ratioOf, type ServerMeasures, unrest } from './pairs.js';
import { enginesWith } from './rule-engines.js';
import { wireTable } from './wire.js';

/** `bench`: the bot next to a bare echo bot, and the parts of a turn. A tool for developers, in English. */
const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '5' },
    /** Turns that each server is measured with, after it is warm. */
    turns: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '20' },
    /** Only the parts, without servers. */
    parts: { type: 'boolean', default: false },
    /** Only the bytes of what is sent, by card and language. */
    cards: { type: 'boolean', default: false },
    /** What an answer of the HTTP API costs, beside the echo bot’s turn. */
    api: { type: 'boolean', default: false },
    /** What somebody with a slow phone waits for, in a browser, as often as `loads` says. */
    page: { type: 'boolean', default: false },
    loads: { type: 'string', default: '3' },
  },
});

const MEGA = 1e6;

interface BenchLine {
  readonly name: string;
  readonly measure: keyof ServerMeasures;
  readonly shown: (value: number) => string;
  /** The most, or with `least` the least, that the ratio may be; undefined where there is no budget. */
  readonly budget?: number;
  readonly least?: true;
}

const whole = (value: number): string => value.toFixed(0);
const mega = (value: number): string => (value / MEGA).toFixed(0);

const LINES: readonly BenchLine[] = [
  { name: 'turns a second', measure: 'perSecond', shown: whole, budget: 1, least: true },
  { name: 'p50, ms', measure: 'p50', shown: (each) => each.toFixed(1) },
  { name: 'p99, ms', measure: 'p99', shown: (each) => each.toFixed(1), budget: 1.3 },
  {
    name: 'start to first answer, s',
    measure: 'firstAnswer',
    shown: (each) => each.toFixed(2),
    budget: 1.25,
  },
  { name: 'processor time a turn, µs', measure: 'cpu', shown: whole },
  { name: 'memory, without mapped files, MB', measure: 'rss', shown: mega, budget: 2 },
  { name: 'heap after collection, MB', measure: 'heap', shown: mega },
];

/** What an answer by the API should come to; memory and start are those of the bot. */
const API_LINES: readonly BenchLine[] = [
  { name: 'answers or turns a second', measure: 'perSecond', shown: whole, budget: 3, least: true },
  { name: 'p50, ms', measure: 'p50', shown: (each) => each.toFixed(1) },
  { name: 'p99, ms', measure: 'p99', shown: (each) => each.toFixed(1) },
  { name: 'processor time each, µs', measure: 'cpu', shown: whole },
];

/** What a line comes to, next to botbuilder’s echo: nobody has a budget for the other one. */
function judged(pairs: readonly Pair[], { measure, budget, least }: BenchLine): Met | undefined {
  if (budget === undefined) return undefined;
  const { ratio, varies } = ratioOf(pairs, measure);
  return metBy(ratio, varies, { budget, ...(least && { least }) });
}

function ratioTable(pairs: readonly Pair[], lines: readonly BenchLine[], beside: EchoName): string {
  const rows = lines.map((line) => {
    const { echo, advisor, ratio, least, most } = ratioOf(pairs, line.measure, beside);
    const range = `${least.toFixed(2)}–${most.toFixed(2)}`;
    const met = beside === 'echo' ? judged(pairs, line) : undefined;
    const wanted = met === undefined ? '' : `${line.least ? '≥' : '≤'} ${line.budget}`;
    const shown = [line.shown(echo), line.shown(advisor), ratio.toFixed(2), range];
    return [line.name, ...shown, ...(beside === 'echo' ? [wanted, met ?? ''] : [])];
  });
  const head = beside === 'echo' ? ['echo', 'bot', 'ratio', 'range', 'budget', 'met'] : [];
  const other = ['echo of the Agents SDK', 'bot', 'ratio', 'range'];
  return markdownTable(['', ...(beside === 'echo' ? head : other)], rows);
}

async function partTable(): Promise<string> {
  const edition = EDITIONS['2026-11'];
  const engines = enginesWith(edition);
  const parts = [...(await decisions(edition, engines)), ...(await otherParts())];
  const rows = parts.map(({ name, micros }) => [name, `${micros.toFixed(1)} µs`]);
  return markdownTable(
    ['part', 'once'],
    [
      ...rows,
      ['stored, everything answered', `${largestRecord()} bytes`],
      ['largest question or guidance, UTF-16', `${(largestMessage() / 1024).toFixed(1)} KB`],
      ['a case of five stored, everything answered', `${recordOfFive()} bytes`],
      ['largest answer to a case of five, UTF-16', `${(largestOfFive() / 1024).toFixed(1)} KB`],
    ],
  );
}

/** Ends with 1 where something was missed. */
function endAs(missed: readonly { readonly name: string }[]): void {
  if (missed.length === 0) return;
  console.error(`Missed by more than it varies: ${missed.map(({ name }) => name).join('; ')}.`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  if (values.page) {
    // Loaded only here: it takes a browser.
    const { pagesOnPhone } = await import('./pages-on-phone.js');
    return endAs(await pagesOnPhone(Number(values.loads)));
  }
  if (values.cards) return void console.log(wireTable());
  if (!values.api) console.log(`${await partTable()}\n`);
  if (values.parts) return;
  const pairs: Pair[] = [];
  const [count, turns, connections] = [values.pairs, values.turns, values.connections].map(Number);
  if (!count || !turns || !connections)
    throw new Error('--pairs, --turns and --connections take numbers above 0.');
  for await (const pair of measuredPairs({ pairs: count, turns, connections, api: values.api })) {
    pairs.push(pair);
    const { echo, advisor } = pair;
    console.log(
      `pair ${pairs.length}: echo ${echo.perSecond.toFixed(0)}, bot ${advisor.perSecond.toFixed(0)} turns a second; errors ${echo.errors}, ${advisor.errors}`,
    );
  }
  const lines = values.api ? API_LINES : LINES;
  console.log(`\n${ratioTable(pairs, lines, 'echo')}`);
  if (!values.api) console.log(`\n${ratioTable(pairs, lines, 'agents')}`);
  console.log(
    `\nThe echo alone differed from itself by ${(unrest(pairs) * 100).toFixed(0)} % of its turns a second.`,
  );
  endAs(lines.filter((line) => judged(pairs, line) === 'no'));
}

await main();
