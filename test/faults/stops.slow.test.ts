import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { timeLimit, tries } from '../effort.js';
import { eventually } from '../eventually.js';
import { type Product, startProduct } from '../operation/process.js';
import { checkHangUps, manyHangUp } from './hang-ups.js';
import { memoryFolder } from './memory-folder.js';
import { checkOpened, type Opened, openMany } from './openings.js';
import type { Person } from './person.js';
import { StopTalker } from './stop-crowd.js';

/** `STOPS=100` for a longer look. */
const STOPS = Number(process.env.STOPS ?? tries({ all: 40, quick: 10 }));
const SEED = Number(process.env.STOPS_SEED ?? Date.now() % 1_000_000);
/** As many servers are stopped at the same time, each with a folder of its own. */
const LANES = 2;
/** Who talks: with a stream or without, at once or slowly. */
const TALKERS = [true, true, true, false, true, false].map((follows, at) => ({ follows, slow: at >= 4 }));

interface Totals {
  answers: number;
  late: number;
  hungUp: number;
}

/** One life of the product: under load until its end. */
interface Life {
  readonly talkers: readonly StopTalker[];
  readonly opened: readonly Opened[];
  readonly hungUp: readonly Person[];
}

/** What it has said beside information and warnings. */
function complaintsOf(product: Product): readonly string[] {
  const lines = product.output().split('\n');
  return lines.filter((line) => line !== '' && !/"level":[34]0/.test(line));
}

describe('SIGTERM under load', () => {
  const folders = Array.from({ length: LANES }, () => memoryFolder());
  const running = new Set<Product>();
  after(async () => {
    await Promise.all([...running].map((product) => product.kill()));
    for (const folder of folders) folder.remove();
  });

  async function begin(folder: string): Promise<Product> {
    const product = await startProduct(folder, { RATE_LIMIT_PER_MINUTE: '0' });
    running.add(product);
    return product;
  }

  /** Ends it, in good order, and in time: where it is late it ends with 1, by its own clock. */
  async function stop(product: Product): Promise<void> {
    product.stop('SIGTERM');
    const ended = await product.ended;
    running.delete(product);
    assert.deepEqual(ended, { code: 0 }, product.output());
    assert.deepEqual(complaintsOf(product), []);
  }

  /** Looks after the people of the life before; what the product has logged is told where that fails. */
  async function check({ talkers, opened, hungUp }: Life, product: Product, totals: Totals): Promise<void> {
    const { address } = product;
    try {
      const late = await Promise.all(talkers.map((talker) => talker.check(address)));
      for (const each of late) totals.late += each;
      const taken = await Promise.all(hungUp.map((person) => checkHangUps(person, address)));
      for (const each of taken) totals.hungUp += each;
      await Promise.all(opened.map((one) => checkOpened(one, address, [201])));
    } catch (error) {
      console.log(complaintsOf(product).join('\n'));
      throw error;
    }
  }

  async function live(product: Product, roll: (most: number) => number, totals: Totals): Promise<Life> {
    const { address } = product;
    const talkers = await Promise.all(TALKERS.map(({ follows }) => StopTalker.begin(address, follows)));
    let answers = 0;
    const onAnswer = (): void => {
      answers += 1;
    };
    const enough = roll(60);
    const moment = roll(20);
    const between = (): number => roll(10);
    const talking = talkers.map((talker, at) =>
      talker.talk(address, TALKERS[at]?.slow ? between : undefined, onAnswer),
    );
    const opening = openMany(address, onAnswer);
    const hangingUp = manyHangUp(address, between);
    await eventually(`${enough} answers`, () => answers >= enough);
    await pause(moment);
    await stop(product);
    await Promise.all(talking);
    totals.answers += answers;
    return { talkers, opened: await opening, hungUp: await hangingUp };
  }

  async function lane(folder: string, stops: number, seed: number, totals: Totals): Promise<void> {
    const dice = xoroshiro128plus(seed);
    const roll = (most: number): number => uniformInt(dice, 0, most);
    let product = await begin(folder);
    for (let life = 0; life < stops; life += 1) {
      const lived = await live(product, roll, totals);
      product = await begin(folder);
      await check(lived, product, totals);
    }
    await stop(product);
  }

  it(`leaves nothing that was carried out without its answer, at ${STOPS} random moments`, async () => {
    const totals: Totals = { answers: 0, late: 0, hungUp: 0 };
    console.log(`      STOPS_SEED=${SEED}`);
    await Promise.all(folders.map(({ path }, at) => lane(path, Math.ceil(STOPS / LANES), SEED + at, totals)));
    const { answers, late, hungUp } = totals;
    console.log(
      `      ${answers} answers before ${STOPS} stops, ${late} of them read after the next start, and ${hungUp} to who had hung up`,
    );
    assert.ok(answers > STOPS);
  }).timeout(timeLimit(180_000));
});
