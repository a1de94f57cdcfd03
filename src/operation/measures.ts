import { Counter, Histogram, Registry } from 'prom-client';

/** Where the time of a turn goes. */
export const STAGES = ['total', 'state', 'render', 'reply', 'outside'] as const;
export type Stage = (typeof STAGES)[number];

export const STORE_CALLS = ['read', 'write', 'delete'] as const;
export type StoreCall = (typeof STORE_CALLS)[number];

/** Upper bounds in seconds: from a look-up in memory to what Teams no longer waits for. */
const TURN_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const STORE_SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 5];

/**
 * Counts and times of what the bot does. Labels are ids of our own vocabulary and nothing else: no text, no name,
 * no id of a person or a conversation can get into a metric, and their number is bounded.
 */
export function createMeasures() {
  const registry = new Registry();
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> =>
    new Counter({ name: `advisor_${name}`, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string>(
    name: string,
    help: string,
    label: L,
    buckets: number[],
  ): Histogram<L> =>
    new Histogram({ name: `advisor_${name}`, help, labelNames: [label], buckets, registers });
  return {
    registry,
    turns: counter('turns_total', 'Turns, by channel and by what the person did', ['channel', 'input']),
    turnSeconds: histogram('turn_seconds', 'Time of a turn, by stage', 'stage', TURN_SECONDS),
    storeSeconds: histogram('store_seconds', 'Time of a call of the store', 'call', STORE_SECONDS),
    errors: counter('errors_total', 'Errors, by kind', ['kind']),
    languages: counter('languages_total', 'Turns, by the language of the answer', ['language']),
    guidance: counter('guidance_total', 'Guidance given', ['eligibility', 'edition']),
    questions: counter('questions_total', 'Questions asked, by fact', ['fact']),
    unknown: counter('unknown_total', 'Answers “I don’t know”, by fact', ['fact']),
    corrections: counter('corrections_total', 'Answers changed or taken back', ['kind']),
    interviews: counter('interviews_total', 'Interviews that got a first answer, and that came to guidance', [
      'state',
    ]),
    heard: counter('heard_total', 'Lines in the person’s own words, by what came of them', ['result']),
    handOvers: counter('hand_overs_total', 'Cases handed over to a person', ['result']),
    opinions: counter('opinions_total', 'Opinions about guidance', ['opinion']),
  };
}

export type Measures = ReturnType<typeof createMeasures>;
