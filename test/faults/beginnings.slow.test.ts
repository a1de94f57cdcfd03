import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { timeLimit, tries } from '../effort.js';
import { eventually } from '../eventually.js';

import { connectorStub } from '../turn/connector-stub.js';
import { endChildren, startChild } from './child.js';
import { memoryFolder } from './memory-folder.js';
import { checkOpened, type Opened, openMany } from './openings.js';
import { call } from './person.js';

const KILLS = Number(process.env.KILLS ?? tries({ all: 20, quick: 6 }));
const SEED = Number(process.env.KILLS_SEED ?? Date.now() % 1_000_000);
/** As many servers are killed at the same time, each with a folder of its own. */
const LANES = 2;
/** So many open conversations in Web Chat, and so many in Teams, at the same time. */
const CROWD = 6;

/** Somebody in Teams: their conversation, and what the channel was answered when it told of them. */
interface Arrival {
  readonly conversation: string;
  readonly status: number;
  /** What the product had to complain about when it was killed. */
  readonly complaints?: string;
}

type Stub = Awaited<ReturnType<typeof connectorStub>>;

/** Teams tells of somebody who arrives, under the same id however often it does. */
async function arrive(address: string, { url }: Stub, conversation: string): Promise<Arrival> {
  const { status } = await call(`${address}/api/messages`, '', 'POST', {
    type: 'conversationUpdate',
    membersAdded: [{ id: '28:bot' }],
    channelId: 'msteams',
    serviceUrl: url,
    id: `arrival-${conversation}`,
    from: { id: '29:anna', name: 'Anna' },
    recipient: { id: '28:bot', name: 'Multi-channel Advisor' },
    conversation: { id: conversation, conversationType: 'personal' },
    locale: 'en-GB',
  });
  return { conversation, status };
}

function greetingsIn({ calls }: Stub, conversation: string): number {
  return calls.filter(({ path }) => path.includes(`/${encodeURIComponent(conversation)}/`)).length;
}

async function arriveMany(
  address: string,
  stub: Stub,
  names: () => string,
  onAnswer: () => void,
): Promise<readonly Arrival[]> {
  const arrived: Arrival[] = [];
  for (;;) {
    const arrival = await arrive(address, stub, names());
    arrived.push(arrival);
    if (arrival.status === 0) return arrived;
    onAnswer();
  }
}

/**
 * Told once more by the channel, who was not greeted is. A greeting that the channel has and that was not noted any more
 * comes once more: nothing tells it from one that was never sent.
 */
async function checkArrival(
  { conversation, status, complaints }: Arrival,
  address: string,
  stub: Stub,
): Promise<boolean> {
  const before = greetingsIn(stub, conversation);
  if (status !== 0) assert.deepEqual([status, before], [200, 1], complaints);
  assert.equal((await arrive(address, stub, conversation)).status, 200);
  const now = greetingsIn(stub, conversation);
  assert.ok(now >= 1 && now <= before + (status === 0 ? 1 : 0), `${before} greetings, then ${now}`);
  assert.equal((await arrive(address, stub, conversation)).status, 200);
  assert.equal(greetingsIn(stub, conversation), now, 'and no more');
  return before === 0;
}

interface Totals {
  begun: number;
  madeGood: number;
}

describe('kill -9 while conversations begin', () => {
  const folders = Array.from({ length: LANES }, () => memoryFolder());
  let stub: Stub;
  before(async () => {
    stub = await connectorStub();
  });
  after(async () => {
    await endChildren();
    await stub?.close();
    for (const folder of folders) folder.remove();
  });

  async function lane(folder: string, kills: number, seed: number, totals: Totals): Promise<void> {
    const dice = xoroshiro128plus(seed);
    const roll = (most: number): number => uniformInt(dice, 0, most);
    let named = 0;
    const name = (): string => {
      named += 1;
      return `a:${seed}-${named}`;
    };
    let opened: readonly Opened[] = [];
    let arrived: readonly Arrival[] = [];
    for (let kill = 0; kill <= kills; kill += 1) {
      const child = await startChild({ DATA_DIR: folder });
      const { address } = child;
      const greeted = arrived.map((each) => checkArrival(each, address, stub));
      await Promise.all(opened.map((each) => checkOpened(each, address, [200, 201])));
      for (const late of await Promise.all(greeted)) totals.madeGood += late ? 1 : 0;
      if (kill === kills) {
        await child.end('SIGTERM');
        return;
      }
      let answers = 0;
      const onAnswer = (): void => {
        answers += 1;
      };
      const enough = roll(40);
      const moment = roll(20);
      const crowd = Array.from({ length: CROWD }, () => openMany(address, onAnswer));
      const inTeams = Array.from({ length: CROWD }, () => arriveMany(address, stub, name, onAnswer));
      await eventually(`${enough} answers`, () => answers >= enough);
      await pause(moment);
      await child.end('SIGKILL');
      opened = (await Promise.all(crowd)).flat();
      const complaints = JSON.stringify(child.log.filter(({ level }) => Number(level) > 40));
      arrived = (await Promise.all(inTeams)).flat().map((arrival) => ({ ...arrival, complaints }));
      totals.begun += opened.length + arrived.length;
      totals.madeGood += opened.filter(({ status }) => status === 0).length;
    }
  }

  it(`everybody is greeted, whatever died when, at ${KILLS} random moments`, async () => {
    const totals: Totals = { begun: 0, madeGood: 0 };
    console.log(`      KILLS_SEED=${SEED}`);
    await Promise.all(folders.map(({ path }, at) => lane(path, Math.ceil(KILLS / LANES), SEED + at, totals)));
    console.log(`      ${totals.begun} conversations begun, ${totals.madeGood} greeted after the next start`);
    assert.ok(totals.madeGood > KILLS);
  }).timeout(timeLimit(180_000));
});
