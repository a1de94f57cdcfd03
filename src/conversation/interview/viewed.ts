import { type Case, caseOf } from '../../policy/case/case.js';
import { type Guidance, guide } from '../../policy/engine/guidance.js';
import { nextQuestion, type Question, questionAbout, relevant } from '../../policy/engine/interview.js';
import type { Answer, FactId, Situation } from '../../policy/facts.js';
import { planView } from './case-view.js';
import { allOf, numberNow, sharedAnswers } from './others.js';
import type { Proposal } from './proposal.js';
import type { Among, InterviewView, Shown, UnderstoodView } from './shown.js';
import {
  answerOf,
  type Conversation,
  originOf,
  ownAnswers,
  policyOf,
  situationOf,
  waitingServices,
} from './state.js';
import { deciding } from './whereabouts.js';

function question(conversation: Conversation, situation: Situation): Question | undefined {
  const { asking } = conversation;
  const policy = policyOf(conversation);
  return asking === undefined ? nextQuestion(policy, situation) : questionAbout(policy, situation, asking);
}

/** The question that is put again, or the next one; undefined where guidance can be given. */
export function questionOf(conversation: Conversation): Question | undefined {
  return question(conversation, situationOf(conversation));
}

function proposed(proposal: Proposal | undefined, fact: FactId): Answer | undefined {
  return proposal?.read.find(([known]) => known === fact)?.[1];
}

/** The answers of before that will count together with what is proposed, however what is unclear turns out. */
function resting(conversation: Conversation, { read, unclear: [first] }: Proposal): Shown['answers'] {
  const anew = new Map<FactId, Answer>(read.map(([fact, value]) => [fact, value]));
  const kept = conversation.answers.filter(([fact]) => !anew.has(fact));
  const choices = first === undefined ? [[]] : first[1].map((option) => [[first[0], option] as const]);
  const situations = choices.map((choice) => {
    return relevant(policyOf(conversation), [...new Map([...kept, ...anew, ...choice])]);
  });
  return kept.filter(([fact]) => situations.some((situation) => situation[fact] !== undefined));
}

function understood(conversation: Conversation, proposal: Proposal, shown: Shown): UnderstoodView {
  const [first] = proposal.unclear;
  return {
    kind: 'understood',
    read: proposal.read.map(([fact, value, said]) => {
      const places = fact === 'region' ? deciding(conversation.places, value) : undefined;
      return { fact, value, said, before: answerOf(conversation, fact), ...(places && { places }) };
    }),
    excluded: proposal.excluded,
    unclear: first && { fact: first[0], options: first[1], said: first[2] },
    later: waitingServices(conversation),
    ...shown,
    answers: resting(conversation, proposal),
  };
}

/** Several places of a turn ask for the same of one conversation, which never changes: it is made once for each. */
function onceEach<T extends object | undefined>(
  make: (conversation: Conversation) => T,
): (conversation: Conversation) => T {
  const made = new WeakMap<Conversation, T>();
  return (conversation) => {
    const known = made.get(conversation);
    if (known !== undefined) return known;
    const fresh = make(conversation);
    made.set(conversation, fresh);
    return fresh;
  };
}

/** What can be said now, whatever is still open. What does not matter to the edition asked for may matter to today's. */
export const guidanceIn = onceEach((conversation: Conversation): Guidance => {
  const { answers } = conversation;
  return guide(policyOf(conversation), situationOf(conversation), Object.fromEntries(answers));
});

/** All of the customer's subscriptions as one case, in the order of their numbers. */
export function wholeCase(conversation: Conversation): Case {
  const common: Situation = Object.fromEntries(sharedAnswers(conversation));
  const each = allOf(conversation).map(({ answers }): Situation => Object.fromEntries(answers));
  return caseOf(common, each);
}

/** All of the customer's subscriptions with one plan; undefined where there is just one. */
export const amongOf = onceEach((conversation: Conversation): Among | undefined => {
  const { alone = false, others } = conversation;
  if (others === undefined) return undefined;
  const all = allOf(conversation);
  const whole = planView(policyOf(conversation), wholeCase(conversation));
  return { number: numberNow(conversation), numbers: all.map(({ number }) => number), whole, alone };
});

/** What the conversation shows now. */
export const view = onceEach((conversation: Conversation): InterviewView => {
  const situation = situationOf(conversation);
  const { asking, proposal } = conversation;
  const shown: Shown = {
    answers: conversation.answers.filter(([fact]) => situation[fact] !== undefined),
    granted: (conversation.granted ?? []).filter((fact) => situation[fact] !== undefined),
    places: deciding(conversation.places, situation.region),
    origin: originOf(conversation),
  };
  if (asking === undefined && proposal !== undefined) return understood(conversation, proposal, shown);
  const asked = question(conversation, situation);
  if (asked === undefined) {
    const [next] = waitingServices(conversation);
    const among = amongOf(conversation);
    return {
      kind: 'guidance',
      guidance: guidanceIn(conversation),
      ...(next && { next }),
      ...(among && { among }),
      ...shown,
    };
  }
  const others = ownAnswers(conversation).filter(
    ([fact]) => situation[fact] !== undefined && fact !== asked.fact,
  );
  return {
    kind: 'question',
    ...asked,
    number: others.length + 1,
    current: proposed(proposal, asked.fact) ?? situation[asked.fact],
    named: asked.fact === 'region' ? conversation.places : undefined,
    ...shown,
  };
});
