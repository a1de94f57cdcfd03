import assert from 'node:assert/strict';
import { isAnswer } from './openings.js';
import { newPerson, type Person } from './person.js';

/** So many lines each says: fewer than a conversation keeps. */
const LINES = 20;

/** Says a line after another, and hangs up after each before it can be answered; false when the server is gone. */
async function hangUpOften(
  { conversationId, token }: Person,
  address: string,
  patience: () => number,
): Promise<boolean> {
  const url = `${address}/v3/directline/conversations/${conversationId}/activities`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ type: 'message', text: 'start', locale: 'en-GB' });
  for (let line = 0; line < LINES; line += 1) {
    const signal = AbortSignal.timeout(1 + patience());
    try {
      await (await fetch(url, { method: 'POST', headers, body, signal })).arrayBuffer();
    } catch {
      if (!signal.aborted) return false;
    }
  }
  return true;
}

/** One after another, until the server is gone. */
export async function manyHangUp(address: string, patience: () => number): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (;;) {
    const person = await newPerson(address).catch(() => undefined);
    if (person === undefined) return people;
    people.push(person);
    if (!(await hangUpOften(person, address, patience))) return people;
  }
}

/** With the server started again: whatever was taken is answered, once. Resolves to how much that was. */
export async function checkHangUps(person: Person, address: string): Promise<number> {
  const [, ...heard] = await person.heard(address);
  const taken = heard.filter((one) => !isAnswer(one)).map(({ id }) => id);
  const answered = heard.filter(isAnswer).map(({ replyToId }) => replyToId);
  assert.deepEqual(answered, taken);
  return taken.length;
}
