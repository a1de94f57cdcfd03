import type { EditionId, Eligibility, Step } from '../edition.js';
import { EDITIONS, newest } from '../editions/registry.js';
import { cloudIn, type FactId, type Situation } from '../facts.js';
import type { GuidanceGroup } from './groups.js';
import { editionFor, type Policy, policyFor } from './policy.js';

/**
 * What is true today, where another edition was asked for and says something else. An old edition says what its
 * article said; this stands beside it, so that nobody takes the one for the other.
 */
export interface Now {
  /** The newest edition of the family of the customer's cloud. */
  readonly edition: EditionId;
  /** `depends` where it needs more facts than the edition that was asked for. */
  readonly eligibility: Eligibility;
  /** `cloud`: the edition that was asked for does not cover this cloud. `steps`: who does what is all that differs. */
  readonly differs: 'cloud' | 'verdict' | 'steps';
  /** The facts that it turns on, in the order of the vocabulary. */
  readonly turnsOn: readonly FactId[];
  /** What it was asked: everything that was answered, whether or not the other edition knows of it. */
  readonly situation: Situation;
}

/** The edition that answers today, and what to ask it. */
export interface Today {
  readonly edition: EditionId;
  readonly policy: Policy;
  readonly situation: Situation;
}

/** What answers today in this situation; undefined where that is what answers anyway. */
export function todayFor({ pinned }: Policy, situation: Situation): Today | undefined {
  if (pinned === undefined) return undefined;
  const { clouds, family } = EDITIONS[pinned];
  const [only, ...others] = clouds;
  const placed: Situation =
    situation.cloud === undefined && only !== undefined && others.length === 0
      ? { ...situation, cloud: only }
      : situation;
  const policy = policyFor(undefined);
  const edition = cloudIn(placed) === undefined ? newest(family) : editionFor(policy, placed);
  return edition.id === pinned ? undefined : { edition: edition.id, policy, situation: placed };
}

type Steps = readonly (Step & { readonly id: string })[];

interface VerdictAndSteps {
  readonly eligibility: Eligibility;
  readonly steps: Steps;
  readonly groups: readonly GuidanceGroup[];
}

/** The verdict, and while it is open that of each way it may turn out. */
function verdictOf({ eligibility, groups }: VerdictAndSteps): string {
  if (eligibility !== 'depends') return eligibility;
  return JSON.stringify(groups.map((group) => [group.eligibility, group.options]));
}

function whoDoesWhat(steps: Steps): readonly unknown[] {
  return steps.map(({ id, actor, roles }) => [id, actor, roles]);
}

function stepsOf({ steps, groups }: VerdictAndSteps): string {
  const inGroups = groups.map((group) => [
    whoDoesWhat(group.steps),
    group.differing.map(({ options, steps: own }) => [options, whoDoesWhat(own)]),
  ]);
  return JSON.stringify([whoDoesWhat(steps), inGroups]);
}

/** What differs between what an edition says and what is said today; undefined where verdict and steps are the same. */
export function differing(
  pinned: EditionId,
  then: VerdictAndSteps,
  today: VerdictAndSteps,
  situation: Situation,
): Now['differs'] | undefined {
  const sameVerdict = verdictOf(then) === verdictOf(today);
  if (sameVerdict && stepsOf(then) === stepsOf(today)) return undefined;
  const cloud = cloudIn(situation);
  if (cloud !== undefined && !EDITIONS[pinned].clouds.includes(cloud)) return 'cloud';
  return sameVerdict ? 'steps' : 'verdict';
}
