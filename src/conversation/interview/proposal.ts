import type { Answer, FactId, OptionId } from '../../policy/facts.js';

/**
 * What was read from a person's own words and not yet confirmed: it is shown, it can be changed, and nothing
 * relies on it before. Pairs instead of objects, because it is stored with the conversation.
 */
export interface Proposal {
  /** A fact, its value, and the words that said so. */
  readonly read: readonly (readonly [fact: FactId, value: Answer, said: string])[];
  /** A fact with two or more readings: a question with just these choices. */
  readonly unclear: readonly (readonly [fact: FactId, options: readonly OptionId[], said: string])[];
  /** What the words ruled out ("not through EA"). */
  readonly excluded: readonly (readonly [fact: FactId, options: readonly OptionId[], said: string])[];
}

/** What was read of the customer's other subscriptions: each is proposed once the one before has its guidance. */
export interface Later {
  /** One each, in the order in which they were named; what they share with the first one is not in it. */
  readonly waiting: readonly Proposal[];
  /** What was said of all of them at once: the answers to these facts are kept. */
  readonly shared: readonly FactId[];
}

/** The service that a proposal is about, where it says one. */
export function serviceIn({ read }: Pick<Proposal, 'read'>): Answer | undefined {
  return read.find(([fact]) => fact === 'service')?.[1];
}

const NOTHING: Proposal = { read: [], unclear: [], excluded: [] };

/** The proposal, or undefined where there is nothing in it to confirm or to choose. */
export function unlessEmpty(proposal: Proposal): Proposal | undefined {
  return proposal.read.length + proposal.unclear.length === 0 ? undefined : proposal;
}

/** The proposal without anything about these facts. */
export function without(proposal: Proposal | undefined, ...facts: readonly FactId[]): Proposal | undefined {
  if (proposal === undefined) return undefined;
  const others = ([fact]: readonly [FactId, ...unknown[]]): boolean => !facts.includes(fact);
  return unlessEmpty({
    read: proposal.read.filter(others),
    unclear: proposal.unclear.filter(others),
    excluded: proposal.excluded.filter(others),
  });
}

/** What is ruled out among the readings is no reading; one that is left over is clear. */
function narrowed({ read, unclear, excluded }: Proposal): Proposal {
  const ruledOut = (fact: FactId, option: Answer): boolean =>
    excluded.some(([other, options]) => other === fact && (options as readonly Answer[]).includes(option));
  const left = unclear.map(([fact, options, said]) => {
    return [fact, options.filter((option) => !ruledOut(fact, option)), said] as const;
  });
  const clear = left.flatMap(([fact, [option, ...others], said]) =>
    option !== undefined && others.length === 0 ? [[fact, option, said] as const] : [],
  );
  return {
    read: [...read.filter(([fact, value]) => !ruledOut(fact, value)), ...clear],
    unclear: left.filter(([, options]) => options.length > 1),
    excluded,
  };
}

/** What is ruled out again and again is ruled out once, in the words of the last time. */
function saidLast(excluded: Proposal['excluded']): Proposal['excluded'] {
  const named = excluded.map(([fact, options]) => [fact, ...options].join(' '));
  return excluded.filter((_, at) => named.lastIndexOf(named[at] ?? '') === at);
}

/** What was proposed before and what is said now; about the same fact, what is said now counts. */
export function merged(before: Proposal | undefined, now: Proposal): Proposal {
  const facts = [...now.read, ...now.unclear].map(([fact]) => fact);
  const kept = without(before, ...facts) ?? NOTHING;
  return narrowed({
    read: [...kept.read, ...now.read],
    unclear: [...kept.unclear, ...now.unclear],
    excluded: saidLast([...kept.excluded, ...now.excluded]),
  });
}
