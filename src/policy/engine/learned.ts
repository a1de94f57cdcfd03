import type { Weights } from './weights.js';

/**
 * What people answered, as weights: written by `npm run weights -- --write`, and looked at by `npm run prove`. Nothing asks by
 * them: who wants that gives them to the planner in `plan.ts`.
 */
export interface Learned {
  /** The day on which they were counted (ISO); undefined: nobody has counted yet. */
  readonly day: string | undefined;
  /** How many answers were counted. */
  readonly answers: number;
  /** Facts with too few answers are not named. */
  readonly weights: Weights;
}

export const LEARNED: Learned = { day: undefined, answers: 0, weights: {} };
