import { parseArgs } from 'node:util';
import { growth, type LoadOptions, load } from './load-run.js';
import { markdownTable } from './markdown-table.js';
import { percentile } from './numbers.js';

/** `load`: whole interviews against a server of its own on this machine. A tool for developers, in English. */
const { values } = parseArgs({
  options: {
    /** Conversations that are live at the same time, each with a WebSocket of its own in every second case. */
    conversations: { type: 'string', default: '2000' },
    turns: { type: 'string', default: '100000' },
    /** Ends after so long at the latest. */
    seconds: { type: 'string', default: '900' },
    connections: { type: 'string', default: '40' },
  },
});

/** More would be too much for one machine's ports. */
const MOST: LoadOptions = { conversations: 8000, turns: 10_000_000, seconds: 86_400, connections: 500 };

function options(): LoadOptions {
  const given = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]));
  for (const [name, most] of Object.entries(MOST)) {
    const number = given[name] ?? 0;
    if (!Number.isInteger(number) || number < 1 || number > most) {
      throw new Error(`--${name} must be a whole number from 1 to ${most}.`);
    }
  }
  return given as unknown as LoadOptions;
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(1);

async function main(): Promise<void> {
  const { driven, samples, finished } = await load(options(), ({ turns, seconds, rss, heap }) => {
    console.log(`${turns} turns, ${seconds.toFixed(0)} s: ${mega(rss)} MB, heap ${mega(heap)} MB`);
  });
  const { times, turns, seconds, errors } = driven;
  const shares = [0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];
  const names = shares.map((share) =>
    share === 1 ? 'longest' : `p${(share * 100).toFixed(1).replace(/\.0$/, '')}`,
  );
  const cells = shares.map((share) => percentile(times, share).toFixed(1));
  console.log(`\n${markdownTable(['', ...names], [['ms', ...cells]])}\n`);
  console.log(
    `${turns} turns in ${seconds.toFixed(1)} s, ${(turns / seconds).toFixed(0)} a second; ${finished} interviews came to guidance.`,
  );
  console.log(
    `Memory after warm-up, in a thousand turns: heap ${(growth(samples, 'heap') / 1000).toFixed(2)} KB, RSS ${(growth(samples, 'rss') / 1000).toFixed(2)} KB.`,
  );
  const wrong = turns - times.length;
  console.log(wrong === 0 ? 'No errors.' : `${wrong} errors:`);
  for (const [what, count] of errors) console.log(`  ${count}× ${what}`);
  if (wrong > 0) process.exitCode = 1;
}

await main();
