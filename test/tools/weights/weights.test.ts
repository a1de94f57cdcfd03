import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countsOf } from '../../../src/operation/history.js';
import { createMeasures } from '../../../src/operation/measures.js';
import { FACT_IDS, optionsOf } from '../../../src/policy/facts.js';
import { effortsUnder } from '../../../src/proof/survey.js';
import { openLmdbStore } from '../../../src/storage/lmdb/lmdb.js';
import { memoryStore } from '../../../src/storage/memory.js';
import { learnedEffort, learnedText } from '../../../src/tools/learned-text.js';
import { answerSeries } from '../../../src/tools/weights/prometheus-text.js';
import { answerCounts, THIN, weightsFrom } from '../../../src/tools/weights/smooth.js';
import { weightsFile } from '../../../src/tools/weights/weights-file.js';
import { temporaryFolder } from '../../start/running.js';
import { botServer } from '../../turn/bot-server.js';

const TOOL = fileURLToPath(new URL('../../../src/tools/weights/answer-weights.js', import.meta.url));
const SERIES: Readonly<Record<string, number>> = {
  'advisor_answers_total{answer=goal.support}': 900,
  'advisor_answers_total{answer=goal.takeOver}': 100,
  'advisor_answers_total{answer=cloud.public}': THIN - 1,
  'advisor_answers_total{answer=goal.moon}': 4000,
  'advisor_answers_total{answer=text.anna}': 4000,
  'advisor_turns_total{channel=msteams,input=text}': 5,
};

describe('Weights from what people answered', () => {
  it('are read from the counts of answers, and from no other words', () => {
    const counts = answerCounts(Object.entries(SERIES));
    assert.deepEqual(counts, { cloud: { public: THIN - 1 }, goal: { support: 900, takeOver: 100 } });
  });

  it('say nothing of a fact with thin data, nor that an option is impossible', () => {
    const { weights, answers } = weightsFrom(answerCounts(Object.entries(SERIES)));
    assert.deepEqual(Object.keys(weights), ['goal']);
    assert.equal(answers, 1000);
    const goal = weights.goal ?? {};
    for (const option of optionsOf('goal')) assert.ok((goal[option] ?? 0) > 0, option);
    const all = Object.values(goal).reduce((sum, weight) => sum + weight, 0);
    assert.ok(Math.abs(all - optionsOf('goal').length) < 0.01, 'as all being 1 would');
  });

  it('never lead to more questions than are asked now, and to fewer where people differ from what was assumed', () => {
    const skewed = Object.fromEntries(
      FACT_IDS.map((fact) => [
        fact,
        Object.fromEntries(optionsOf(fact).map((option, at) => [option, at === 0 ? 50 : 1])),
      ]),
    );
    for (const edition of ['2020-06', '2026-11', undefined] as const) {
      const { before, after } = effortsUnder(edition, skewed);
      assert.ok(after <= before + 1e-9, `${edition}: ${after} of ${before}`);
      const uniform = effortsUnder(edition, {});
      assert.ok(
        Math.abs(uniform.before - uniform.after) < 1e-9,
        'as it asks now is best where all is as likely',
      );
    }
  });

  it('are printed with what they do, and refused where there is too little', async () => {
    const folder = temporaryFolder();
    try {
      const run = () => {
        const env = { ...process.env, DATA_DIR: folder.path };
        return spawnSync(process.execPath, [TOOL], { encoding: 'utf8', env });
      };
      const empty = run();
      assert.equal(empty.status, 2);
      assert.match(empty.stderr, /too few/);
      const store = openLmdbStore(folder.path);
      const day = new Date().toISOString().slice(0, 10);
      await store.write(JSON.stringify(['counts', day]), SERIES, undefined);
      await store.close();
      const { stdout, status } = run();
      assert.equal(status, 0);
      assert.match(stdout, /"answers": 1000/);
      assert.match(stdout, /2026-11: \S+ questions on average as it asks now, \S+ by these weights/);
    } finally {
      folder.remove();
    }
  });

  it('are read from what /metrics/answers says as well, of several instances together', async () => {
    const folder = temporaryFolder();
    try {
      const measures = createMeasures();
      for (let said = 0; said < 120; said += 1) measures.answers.inc({ answer: 'goal.support' });
      const text = await measures.answers.registry.metrics();
      const scraped =
        'advisor_answers_total{answer="goal.takeOver",instance="b:9090",job="x"} 1.2e+02 1764000000000\n';
      assert.deepEqual(
        answerCounts([
          ...answerSeries(text),
          ...answerSeries(`${scraped}advisor_answers_total{answer="goal.resell"} NaN\n`),
        ]),
        {
          goal: { support: 120, takeOver: 120 },
        },
      );
      const files = [`${folder.path}/a.prom`, `${folder.path}/b.prom`];
      writeFileSync(files[0] ?? '', text);
      writeFileSync(files[1] ?? '', scraped);
      const run = (...named: readonly string[]) =>
        spawnSync(process.execPath, [TOOL, ...named.flatMap((file) => ['--metrics', file])], {
          encoding: 'utf8',
        });
      const both = run(...files);
      assert.equal(both.status, 0, both.stderr);
      assert.match(both.stdout, /"answers": 240/);
      assert.match(both.stdout, /2026-11: \S+ questions on average as it asks now, \S+ by these weights/);
      assert.match(run(files[0] ?? '').stderr, /too few/, 'of one instance it is too little');
      assert.match(run(`${folder.path}/none`).stderr, /cannot be read/);
    } finally {
      folder.remove();
    }
  });

  it('are told by the proof, and so is that nobody has counted', () => {
    const { weights, answers } = weightsFrom(answerCounts(Object.entries(SERIES)));
    const learned = learnedEffort('2026-11', { day: '2026-11-23', answers, weights });
    const { before, after } = effortsUnder('2026-11', weights);
    assert.deepEqual(learned, { day: '2026-11-23', before, after });
    assert.match(
      learnedText(learned),
      /counted on 2026-11-23: 2\.\d+ questions .* now, 2\.\d+ by these weights/,
    );
    assert.match(
      learnedText(learnedEffort('2026-11', { day: undefined, answers: 0, weights: {} })),
      /nobody has counted/,
    );
  });

  it('are counted once an interview is finished, each fact alone, and are not among the metrics', async () => {
    const measures = createMeasures();
    measures.answers.inc({ answer: 'goal.support' });
    measures.answers.inc({ answer: 'somebody’s words' });
    assert.deepEqual(
      [...(await countsOf(measures.answers.registry)).keys()],
      ['advisor_answers_total{answer=goal.support}', 'advisor_answers_total{answer=other}'],
    );
    assert.doesNotMatch(await measures.registry.metrics(), /answers_total/);
    const store = memoryStore();
    const bot = await botServer({ measures, store });
    try {
      for (const text of ['start', '1', '4']) await bot.say(text);
      const counts = answerCounts(await countsOf(measures.answers.registry));
      assert.deepEqual(counts, { cloud: { public: 1 }, partner: { notCsp: 1 }, goal: { support: 1 } });
    } finally {
      await bot.close();
    }
  });

  it('are written as data with their day, behind what stands in the file', () => {
    const before = readFileSync(new URL('../../../../src/policy/engine/learned.ts', import.meta.url), 'utf8');
    const { weights, answers } = weightsFrom(answerCounts(Object.entries(SERIES)));
    const after = weightsFile(before, { day: '2026-11-23', answers, weights });
    assert.ok(after.startsWith(before.slice(0, before.indexOf('export const LEARNED'))));
    assert.match(
      after,
      /day: '2026-11-23',\n {2}answers: 1000,\n {2}weights: \{\n {4}goal: \{ support: 3\.\d+, /,
    );
    assert.equal(weightsFile(after, { day: '2026-11-23', answers, weights }), after);
  });
});
