import assert from 'node:assert/strict';
import { BOT_ID } from '../../src/channels/directline/protocol/bot-account.js';
import type { Json } from '../turn/bot-server.js';
import { newcomer, type Person } from './person.js';

/** Somebody who opened a conversation, or tried to. */
export interface Opened {
  readonly person: Person;
  readonly status: number;
}

/** Opens conversations until the server is gone. */
export async function openMany(address: string, onAnswer: () => void): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (;;) {
    const person = await newcomer(address).catch(() => undefined);
    if (person === undefined) return opened;
    const { status } = await person.open(address);
    opened.push({ person, status });
    if (status === 0) return opened;
    onAnswer();
  }
}

/**
 * With the server started again: who was answered was welcomed; who was not is when they come back, and nobody is twice.
 * @param statuses what it may say to those who were not answered, and come back
 */
export async function checkOpened(
  { person, status }: Opened,
  address: string,
  statuses: readonly number[],
): Promise<void> {
  if (status !== 0) {
    assert.equal(status, 201);
    assert.equal((await person.heard(address)).length, 1);
  }
  for (const expected of [status === 0 ? statuses : [200], [200]]) {
    const again = await person.open(address);
    assert.ok(expected.includes(again.status), `${again.status}, and before ${status}`);
    assert.equal((await person.heard(address)).filter(isAnswer).length, 1, 'one welcome');
  }
}

/** Whether the bot said it. */
export function isAnswer({ from }: Json): boolean {
  return (from as Json).id === BOT_ID;
}
