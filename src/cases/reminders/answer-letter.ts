import { ticked, undated, watchedOr } from '../case-changes.js';
import { guidanceOfCase } from '../case-guidance.js';
import type { CaseStore } from '../case-store.js';
import { dayFrom } from '../days.js';
import type { Keeper } from '../keeper.js';
import { type DoneBy, isDoneBy, type KeptCase } from '../kept-case.js';
import { waitingNow } from '../plan-ticks.js';
import type { Reminders } from './reminders.js';

/** How many days later "later" is. */
const LATER = 3;

/** What a keeper answers to a letter, as a tap brings it: nothing of it is believed. */
export interface LetterAnswer {
  readonly case: string;
  readonly what: 'done' | 'later' | 'stop' | 'unwatch';
  readonly step?: string;
  readonly by?: string;
  readonly day?: string;
}

export interface AnsweringDesk {
  readonly cases: CaseStore;
  readonly reminders: Reminders;
}

/** A step of the plan that was done, or a date that no longer matters. */
function doneIn(kept: KeptCase, { step: said, by, day }: LetterAnswer, today: string) {
  const steps = guidanceOfCase(kept).flatMap(({ steps }) => steps);
  const step = steps.find(({ id }) => id === said);
  const who: DoneBy | undefined = isDoneBy(by) ? by : step?.actor;
  if (step === undefined || who === undefined) return undated(day);
  const done = ticked({ step: step.id, day: today, by: who });
  return (now: KeptCase) => waitingNow(done(now), today);
}

/** Carries out what a keeper answers; false where they keep no such case. Rejects with `StorageError`. */
export async function answerLetter(
  { cases, reminders }: AnsweringDesk,
  keeper: Keeper,
  answer: LetterAnswer,
  today: string,
): Promise<boolean> {
  const { case: id, what } = answer;
  const kept = await cases.open(keeper, id);
  if (kept === undefined) return false;
  switch (what) {
    case 'done':
      return (await cases.change(keeper, id, doneIn(kept, answer, today), today)) !== undefined;
    case 'later':
      await reminders.later(keeper, id, dayFrom(today, LATER));
      return true;
    case 'stop':
      await reminders.stop(keeper, id);
      return true;
    case 'unwatch':
      return (await cases.change(keeper, id, watchedOr(false), today)) !== undefined;
  }
}
