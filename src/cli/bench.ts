import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { largestMessage, largestRecord } from '../bench/cards.js';
import { type Measured, measuredPairs, type Pair, ratioOf } from '../bench/pairs.js';
import { decisions, otherParts } from '../bench/parts.js';
import { enginesIn } from '../bench/rule-engines.js';
import { table } from '../bench/table.js';
import { EDITIONS } from '../policy/editions/registry.js';

/** `bench`: the bot next to a bare echo bot, and the parts of a turn. A tool for developers, in English. */
const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '5' },
    /** Turns that each server is measured with, after it is warm. */
    turns: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '20' },
    /** Where the rule engines are installed that the policy is compared with. */
    engines: { type: 'string', default: join(tmpdir(), 'advisor-engines') },
    /** Only the parts, without servers. */
    parts: { type: 'boolean', default: false },
  },
});

const MEGA = 1e6;

interface Line {
  readonly name: string;
  readonly measure: keyof Measured;
  readonly shown: (value: number) => string;
  readonly budget: string;
}

const LINES: readonly Line[] = [
  { name: 'turns a second', measure: 'perSecond', shown: (each) => each.toFixed(0), budget: '≥ 0.9' },
  { name: 'p50, ms', measure: 'p50', shown: (each) => each.toFixed(1), budget: '' },
  { name: 'p99, ms', measure: 'p99', shown: (each) => each.toFixed(1), budget: '≤ 1.5' },
  {
    name: 'start to first answer, s',
    measure: 'firstAnswer',
    shown: (each) => each.toFixed(2),
    budget: '≤ 1.25',
  },
  { name: 'processor time a turn, µs', measure: 'cpu', shown: (each) => each.toFixed(0), budget: '' },
  { name: 'memory (RSS), MB', measure: 'rss', shown: (each) => (each / MEGA).toFixed(0), budget: '' },
  {
    name: 'heap after collection, MB',
    measure: 'heap',
    shown: (each) => (each / MEGA).toFixed(0),
    budget: '',
  },
];

function ratioTable(pairs: readonly Pair[]): string {
  const rows = LINES.map(({ name, measure, shown, budget }) => {
    const { echo, advisor, ratio, least, most } = ratioOf(pairs, measure);
    const range = `${least.toFixed(2)}–${most.toFixed(2)}`;
    return [name, shown(echo), shown(advisor), ratio.toFixed(2), range, budget];
  });
  return table(['', 'echo', 'bot', 'ratio', 'range', 'budget'], rows);
}

async function partTable(): Promise<string> {
  const edition = EDITIONS['2026-11'];
  const engines = enginesIn(values.engines, edition);
  if (engines.length < 2) {
    console.log(
      `To compare with other rule engines: npm install --prefix ${values.engines} json-rules-engine@7.3.1 @gorules/zen-engine@0.54.0\n`,
    );
  }
  const parts = [...(await decisions(edition, engines)), ...(await otherParts())];
  const rows = parts.map(({ name, micros }) => [name, `${micros.toFixed(1)} µs`]);
  return table(
    ['part', 'once'],
    [
      ...rows,
      ['largest stored conversation', `${largestRecord()} bytes`],
      ['largest message in UTF-16', `${(largestMessage() / 1024).toFixed(1)} KB`],
    ],
  );
}

async function main(): Promise<void> {
  console.log(`${await partTable()}\n`);
  if (values.parts) return;
  const pairs: Pair[] = [];
  const [count, turns, connections] = [values.pairs, values.turns, values.connections].map(Number);
  if (!count || !turns || !connections)
    throw new Error('--pairs, --turns and --connections take numbers above 0.');
  for await (const pair of measuredPairs({ pairs: count, turns, connections })) {
    pairs.push(pair);
    const { echo, advisor } = pair;
    console.log(
      `pair ${pairs.length}: echo ${echo.perSecond.toFixed(0)}, bot ${advisor.perSecond.toFixed(0)} turns a second; errors ${echo.errors}, ${advisor.errors}`,
    );
  }
  console.log(`\n${ratioTable(pairs)}`);
}

await main();
