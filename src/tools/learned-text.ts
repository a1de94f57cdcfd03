import type { EditionId } from '../policy/edition.js';
import type { Learned } from '../policy/engine/learned.js';
import { effortsUnder } from '../proof/survey.js';
import { number } from './english.js';

/** What the answers that people gave do to the number of questions, and of which day they are. */
export interface LearnedEffort extends ReturnType<typeof effortsUnder> {
  readonly day: string;
}

/** Undefined where nobody has counted. */
export function learnedEffort(edition: EditionId, { day, weights }: Learned): LearnedEffort | undefined {
  return day === undefined ? undefined : { day, ...effortsUnder(edition, weights) };
}

export function learnedText(learned: LearnedEffort | undefined): string {
  if (learned === undefined) return 'By weights of what people answered: nobody has counted yet.';
  const { day, before, after } = learned;
  return (
    `Where people answer as counted on ${day}: ${number(before)} questions on average as it asks now, ` +
    `${number(after)} by these weights.`
  );
}
