import assert from 'node:assert/strict';
import type { Action } from '../../src/conversation/action.js';
import type { Input } from '../../src/conversation/dialog.js';
import type { Origin } from '../../src/conversation/interview/state.js';
import type { View } from '../../src/conversation/view.js';
import { FACTS, type FactId, type OptionId } from '../../src/policy/facts.js';
import type { Store } from '../../src/storage/store.js';
import { Sessions, type SessionTurn } from '../../src/turn/sessions.js';
import { fresh } from '../conversation/talk.js';
import { after, type Doing, EMPTY, type Model, orders, told } from './session-model.js';

/** One step of a random life. The numbers choose among what there is. */
export interface Step {
  readonly does: 'answer' | 'change' | 'restart' | 'look';
  /** Which of the cards seen so far, counted from the newest: 0 is the live one. */
  readonly card: number;
  readonly fact: number;
  readonly option: number;
  /** How many steps later it arrives. */
  readonly delay: number;
  /** When it arrives once more, and whether under the same id. */
  readonly again: readonly { readonly delay: number; readonly sameId: boolean }[];
  /** The process is started anew before this step. */
  readonly restart: boolean;
}

interface Card {
  readonly origin: Origin;
  readonly fact: FactId | undefined;
  readonly known: readonly FactId[];
}

interface Arrival {
  readonly due: number;
  readonly id: string;
  readonly doing: Doing;
  readonly input: Input;
}

/** Opens the store, the same one again after a restart. */
export interface Home {
  open(): Promise<Store>;
}

const OWNER = { channel: 'msteams', conversation: 'a:1', user: '29:anna' };
const { around } = fresh();

function pick<T>(all: readonly T[], at: number): T | undefined {
  return all[at % Math.max(1, all.length)];
}

function cardOf({ conversation, view }: SessionTurn): Card {
  const { key, interview, turn, edition } = conversation;
  const { screen } = view;
  return {
    origin: { key, interview, turn, edition },
    fact: screen.kind === 'question' ? screen.fact : undefined,
    known: conversation.answers.map(([fact]) => fact),
  };
}

/** What the step means on that card: what the model is told, and what the bot gets. */
function meant(step: Step, card: Card): { readonly doing: Doing; readonly input: Input } {
  const { origin } = card;
  const drawn = { interview: origin.interview, turn: origin.turn };
  const tap = (action: Action): Input => ({ kind: 'tap', action });
  const fact = step.does === 'change' ? pick(card.known, step.fact) : card.fact;
  if (step.does === 'restart') {
    return { doing: { kind: 'restart', drawn }, input: tap({ kind: 'restart', origin }) };
  }
  if (step.does === 'look' || fact === undefined) {
    return { doing: { kind: 'look' }, input: { kind: 'text', text: 'start' } };
  }
  if (step.does === 'change') {
    return { doing: { kind: 'change', fact, drawn }, input: tap({ kind: 'change', fact, origin }) };
  }
  const options: readonly (OptionId | 'unknown')[] = [...FACTS[fact].options, 'unknown'];
  const value = pick(options, step.option) ?? 'unknown';
  return {
    doing: { kind: 'answer', fact, value, drawn },
    input: tap({ kind: 'answer', fact, value, origin }),
  };
}

function modelOf({ conversation: { interview, turn, answers } }: SessionTurn): Model {
  return { interview, turn, answers: new Map(answers), asker: new Map() };
}

/** What a changed answer has changed is told once: it is too long to be kept with the conversation. */
function toldAgain(view: View): View {
  return { ...view, notes: view.notes.filter(({ kind }) => kind !== 'answerChanged') };
}

/** Lives through the steps, and compares with the model after every one. */
export async function live(steps: readonly Step[], home: Home): Promise<void> {
  let store = await home.open();
  let devices: readonly Sessions[] = [];
  const connect = (): void => {
    devices = [new Sessions(store, undefined), new Sessions(store, undefined)];
  };
  connect();
  const deliver = (device: number, input: Input, delivery?: string): Promise<SessionTurn> =>
    (pick(devices, device) ?? assert.fail()).turn({ input, owner: OWNER, locales: ['en'], delivery, around });
  const look = (): Promise<SessionTurn> => deliver(0, { kind: 'text', text: 'start' });

  const cards = [cardOf(await look())];
  let model = EMPTY;
  let waiting: Arrival[] = [];

  async function arrive(now: number): Promise<void> {
    const due = waiting.filter((one) => one.due <= now).slice(0, 3);
    waiting = waiting.filter((one) => !due.includes(one));
    const turns = await Promise.all(due.map(({ input, id }, at) => deliver(at, input, id)));
    const seen = await look();
    const ends = orders(due).map((order) => order.reduce((sofar, { doing }) => after(sofar, doing), model));
    const found = ends.find((end) => told(end) === told(modelOf(seen)));
    assert.ok(
      found,
      `after ${JSON.stringify(due)} on ${told(model)} it is ${told(modelOf(seen))}, not ${ends.map(told).join(' or ')}`,
    );
    model = found;
    for (const turn of turns) cards.unshift(cardOf(turn));
    const [only] = due;
    const [answer] = turns;
    if (only === undefined || answer === undefined || due.length > 1) return;
    // Nothing has happened since: under the same id, or as the same tap under another one, it is answered the same.
    const again = await deliver(1, only.input, only.id);
    assert.deepEqual(again.view, toldAgain(answer.view));
    assert.equal(told(modelOf(again)), told(model));
    if (answer.before.turn === answer.conversation.turn) return;
    const renamed = await deliver(0, only.input, `${only.id} anew`);
    assert.deepEqual(renamed.view, toldAgain(answer.view));
    assert.equal(told(modelOf(renamed)), told(model));
  }

  for (const [now, step] of steps.entries()) {
    if (step.restart) {
      await store.close();
      store = await home.open();
      connect();
    }
    const card = pick(cards, step.card);
    if (card === undefined) continue;
    const { doing, input } = meant(step, card);
    const id = `delivery ${now}`;
    waiting.push({ due: now + step.delay, id, doing, input });
    for (const [at, { delay, sameId }] of step.again.entries()) {
      const due = now + step.delay + delay;
      waiting.push({ due, id: sameId ? id : `${id}.${at}`, doing, input });
    }
    await arrive(now);
  }
  for (let now = steps.length; waiting.length > 0; now += 1) await arrive(now);
  await store.close();
}
