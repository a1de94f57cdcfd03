import type { Answer, FactId } from '../../policy/facts.js';
import { canMatter, go, put, reopened, type Stepped, unchanged } from './change.js';
import { type Later, merged, type Proposal, unlessEmpty, without } from './proposal.js';
import { answerOf, type Conversation } from './state.js';
import { deciding, ownPlace, type Whereabouts } from './whereabouts.js';

/** Facts that were read from a person's own words: proposed, then accepted, one reading chosen, or put away. */

/** Whether something about the fact waits to be confirmed. */
function concerns({ read, unclear }: Proposal, fact: FactId): boolean {
  return [...read, ...unclear].some(([known]) => known === fact);
}

/** What is new in a proposal, given the answers: nobody is asked to confirm what is known. */
function news(conversation: Conversation, { read, unclear, excluded }: Proposal): Proposal {
  const known = (fact: FactId): Answer | undefined => answerOf(conversation, fact);
  return {
    read: read.filter(([fact, value]) => known(fact) !== value),
    unclear: unclear.filter(
      ([fact, options]) =>
        !(options as readonly unknown[]).includes(known(fact)) && canMatter(conversation, fact),
    ),
    excluded: excluded.filter(([fact, options]) => {
      const value = known(fact);
      const waits = conversation.proposal !== undefined && concerns(conversation.proposal, fact);
      return value === undefined || waits || (options as readonly unknown[]).includes(value);
    }),
  };
}

/** Shows what was read; what is known already is not shown again. */
export function propose(
  conversation: Conversation,
  said: Proposal,
  named?: Whereabouts,
  others?: Later,
): Stepped {
  const later = others ?? conversation.later;
  const fresh = news(conversation, said);
  // What is said again as it is answered takes back whatever else was proposed about it.
  const waiting = without(conversation.proposal, ...said.read.map(([fact]) => fact));
  if (fresh.read.length + fresh.unclear.length + fresh.excluded.length === 0) {
    const settled = waiting !== conversation.proposal && conversation.proposal !== undefined;
    return settled || others !== undefined
      ? go(conversation, { proposal: waiting, later }, { kind: 'knownAlready' })
      : unchanged(conversation, { kind: 'knownAlready' });
  }
  const all = merged(waiting, fresh);
  const proposal = unlessEmpty(all);
  // Only "not that": the question is put, and answering it is the confirmation.
  const asking = proposal === undefined ? reopened(conversation, all) : undefined;
  return go(conversation, { proposal, asking, later, ...(named && { places: named }) });
}

/** Takes over what was read, with the chosen reading of what had several. */
export function accept(
  conversation: Conversation,
  fact: FactId | undefined,
  value: Answer | undefined,
): Stepped {
  const { proposal } = conversation;
  if (proposal === undefined) return unchanged(conversation);
  const choice = proposal.unclear.find(([unclear]) => unclear === fact);
  if (value !== undefined && !(choice?.[1] as readonly unknown[] | undefined)?.includes(value)) {
    return unchanged(conversation, { kind: 'badAction' });
  }
  const chosen = fact === undefined || value === undefined ? [] : [[fact, value] as const];
  const all = [...proposal.read.map(([known, answered]) => [known, answered] as const), ...chosen];
  const answers = all.reduce((sofar, [known, answered]) => put(sofar, known, answered), conversation.answers);
  const after: Conversation = { ...conversation, answers };
  const unclear = proposal.unclear.filter(([open]) => open !== fact && canMatter(after, open));
  const rest = unlessEmpty({ read: [], unclear, excluded: unclear.length === 0 ? [] : proposal.excluded });
  // None of the readings: then the whole question.
  const whole = fact !== undefined && value === undefined && canMatter(after, fact) ? fact : undefined;
  const asking = whole ?? (rest === undefined ? reopened(after, proposal) : undefined);
  const region = all.find(([known]) => known === 'region');
  const stay = region === undefined || deciding(conversation.places, region[1]) !== undefined;
  const places = stay ? conversation.places : ownPlace(conversation.places);
  return go(conversation, { answers, places, proposal: rest, asking });
}
