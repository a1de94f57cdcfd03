import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { KeptCounts, sumOf } from '../../operation/kept-counts.js';
import { createMeasures } from '../../operation/measures.js';
import type { Weights } from '../../policy/engine/weights.js';
import { ConfigError } from '../../problem/config-error.js';
import { ALL_EDITIONS, effortsUnder } from '../../proof/survey.js';
import { endWithOutput } from '../../start/output.js';
import { StorageError } from '../../storage/error.js';
import { withStore } from '../cases/with-store.js';
import { number } from '../english.js';
import { UsageError } from '../usage-error.js';
import { answerSeries } from './prometheus-text.js';
import { type AnswerCounts, answerCounts, THIN, weightsFrom } from './smooth.js';
import { weightsFile } from './weights-file.js';

/**
 * `weights`: what people answered, as weights for the planner, and what they would do to the number of questions. For those who
 * work on the policy, so it speaks English. Exit 2 where there is too little to learn from.
 */
const USAGE = `Usage: npm run --silent weights -- [--metrics answers.prom …] [--write]
Counts the answers of the last 30 days in the store, and prints the weights that they give.
--metrics: counts those in a file of Prometheus text instead, as /metrics/answers gives it; once for each instance.
--write: puts them into src/policy/engine/learned.ts, with the day. Nothing asks by them until somebody says so in plan.ts.`;

const FILE = new URL('../../../../src/policy/engine/learned.ts', import.meta.url);

function readArguments() {
  try {
    const metrics = { type: 'string', multiple: true } as const;
    return parseArgs({ options: { write: { type: 'boolean' }, metrics } }).values;
  } catch {
    throw new UsageError(USAGE);
  }
}

function countsIn(files: readonly string[]): AnswerCounts {
  const series = files.flatMap((file) => {
    try {
      return answerSeries(readFileSync(file, 'utf8'));
    } catch {
      throw new UsageError(`${file} cannot be read.`);
    }
  });
  return answerCounts(series);
}

function countsKept(): Promise<AnswerCounts> {
  return withStore(async (store) => {
    const days = await new KeptCounts(createMeasures().answers.registry, store).days();
    return answerCounts(sumOf(days));
  });
}

function effortLines(weights: Weights): readonly string[] {
  return [...ALL_EDITIONS.map(({ id }) => id), undefined].map((edition) => {
    const { before, after } = effortsUnder(edition, weights);
    return `${edition ?? 'Newest of the cloud'}: ${number(before)} questions on average as it asks now, ${number(after)} by these weights.`;
  });
}

endWithOutput();
try {
  const { write = false, metrics } = readArguments();
  const counts = metrics === undefined ? await countsKept() : countsIn(metrics);
  const { weights, answers } = weightsFrom(counts);
  if (Object.keys(weights).length === 0) {
    throw new UsageError(`There are fewer than ${THIN} answers to every fact: too few to learn from.`);
  }
  const learned = { day: new Date().toISOString().slice(0, 10), answers, weights };
  console.log(JSON.stringify(learned, null, 2));
  for (const line of effortLines(weights)) console.log(line);
  if (write) writeFileSync(FILE, weightsFile(readFileSync(FILE, 'utf8'), learned));
} catch (error) {
  const known = [UsageError, ConfigError, StorageError].some((kind) => error instanceof kind);
  if (!known) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
