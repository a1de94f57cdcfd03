import { matters, relevant } from '../../src/policy/engine/interview.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { type Answer, type FactId, type Situation, stays } from '../../src/policy/facts.js';

/** What a person does: a tap carries which interview and turn its card was drawn in. */
export type Doing =
  | { readonly kind: 'answer'; readonly fact: FactId; readonly value: Answer; readonly drawn: Drawn }
  | { readonly kind: 'change'; readonly fact: FactId; readonly drawn: Drawn }
  | { readonly kind: 'restart'; readonly drawn: Drawn }
  | { readonly kind: 'look' };

export interface Drawn {
  readonly interview: number;
  readonly turn: number;
}

/** What has to be true of a conversation, and nothing else. */
export interface Model extends Drawn {
  readonly answers: ReadonlyMap<FactId, Answer>;
  /** What is known of the asker, whoever the customer is. */
  readonly asker: ReadonlyMap<FactId, Answer>;
}

export const EMPTY: Model = { interview: 1, turn: 0, answers: new Map(), asker: new Map() };

const policy = policyFor(undefined);

function counting({ answers }: Model): Situation {
  return relevant(policy, [...answers]);
}

function canChange(model: Model, fact: FactId): boolean {
  const { [fact]: _, ...others } = counting(model);
  return matters(policy, others, fact);
}

/**
 * The conversation after something was done, said as simply as possible: on the live card everything counts; on an
 * old card of the same interview only an answer that nobody has given yet; on any other card nothing.
 */
export function after(model: Model, doing: Doing): Model {
  if (doing.kind === 'look' || doing.drawn.interview !== model.interview) return model;
  const next = { ...model, turn: model.turn + 1 };
  const live = doing.drawn.turn === model.turn;
  if (doing.kind === 'answer') {
    const late = !model.answers.has(doing.fact) && matters(policy, counting(model), doing.fact);
    if (!live && !late) return model;
    const own = stays(doing.fact) && doing.value !== 'unknown';
    return {
      ...next,
      answers: new Map(model.answers).set(doing.fact, doing.value),
      asker: own ? new Map(model.asker).set(doing.fact, doing.value) : model.asker,
    };
  }
  if (!live) return model;
  if (doing.kind === 'restart') return { ...next, interview: model.interview + 1, answers: model.asker };
  return canChange(model, doing.fact) ? next : model;
}

/** The same as text, to compare. */
export function told({ interview, turn, answers }: Model): string {
  return JSON.stringify([
    interview,
    turn,
    [...answers].map((pair) => pair.join('=')).sort((a, b) => a.localeCompare(b)),
  ]);
}

/** Every order of a few things. */
export function orders<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length <= 1) return [all];
  return all.flatMap((one, at) =>
    orders(all.filter((_, other) => other !== at)).map((rest) => [one, ...rest]),
  );
}
