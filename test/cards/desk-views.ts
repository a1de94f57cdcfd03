import type { DialogNote } from '../../src/conversation/dialog-note.js';
import type { Proposal } from '../../src/conversation/interview/proposal.js';
import { step } from '../../src/conversation/interview/step.js';
import type { Session, Turn } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS } from '../../src/language/languages.js';
import type { EditionId } from '../../src/policy/edition.js';
import { FACT_IDS, optionsOf, type Situation } from '../../src/policy/facts.js';
import { receiptOf } from '../../src/receipt/receipt.js';
import { fresh, having, origin, say, tap } from '../conversation/talk.js';
import { SEVERAL, SEVERAL_CONVERSATIONS } from './case-views.js';
import { KEPT_VIEWS } from './kept-views.js';
import { ALL_VIEWS, DECIDED, type Named, OPEN, QUESTIONS } from './views.js';

/** What a support agent sees, and what can be done with guidance: made by walking there. */

interface Case {
  readonly name: string;
  readonly situation: Situation;
  readonly edition: EditionId | undefined;
}

function every<T>(items: readonly T[], nth: number): readonly T[] {
  return items.filter((_, index) => index % nth === 0);
}

export const CASES: readonly Case[] = [
  { name: 'nothing known', situation: {}, edition: undefined },
  ...[...DECIDED, ...OPEN].map(({ name, view: { screen } }) => ({
    name,
    situation: screen.guidance.situation,
    edition: screen.origin.edition,
  })),
];

function sessionOf({ situation, edition }: Case): Session {
  return having(fresh(), situation, edition);
}

function named(name: string, turn: Turn): Named {
  return { name, view: turn.view };
}

/** The call card with the first step done, for a customer of another language each time. */
export const CALLS: readonly Named[] = every(CASES, 3).map((each, index) => {
  const tag = LANGUAGE_TAGS[index % LANGUAGE_TAGS.length] ?? 'en';
  const call = say(sessionOf(each), `customer: ${tag}`);
  const { screen } = call.view;
  const [first] = screen.kind === 'call' ? screen.guidance.steps : [];
  const ticked =
    first === undefined
      ? call
      : tap(call, { kind: 'tick', step: first.id, done: true, origin: origin(call) });
  return named(`call for ${tag}: ${each.name}`, ticked);
});

const TICKETS: readonly Named[] = every(CASES, 5).flatMap((each) =>
  ['ticket', 'long note', 'share'].map((line) => named(`${line}: ${each.name}`, say(sessionOf(each), line))),
);

const HAND_OVERS: readonly Named[] = every(CASES, 7).flatMap((each) => {
  const draft = say(sessionOf(each), 'person');
  const sent = tap(draft, { kind: 'sendToPerson', origin: origin(draft) });
  const { screen } = sent.view;
  const failed: readonly Named[] =
    screen.kind === 'handOver'
      ? [
          {
            name: `handOver failed: ${each.name}`,
            view: { ...sent.view, screen: { ...screen, state: 'failed' } },
          },
          {
            name: `handOver copy: ${each.name}`,
            view: { ...sent.view, screen: { ...screen, state: 'copy' } },
          },
        ]
      : [];
  return [
    named(`handOver draft: ${each.name}`, draft),
    named(`handOver sent: ${each.name}`, sent),
    ...failed,
  ];
});

/** What is taken along of a whole customer, and of one subscription among several. */
const OF_SEVERAL: readonly Named[] = every(SEVERAL_CONVERSATIONS, 4).flatMap(([name, conversation]) =>
  ['ticket', 'long note', 'share', 'person', 'message'].map((line) =>
    named(`${line}: ${name}`, say({ ...fresh(), conversation }, line)),
  ),
);

/** A customer with several subscriptions on the phone: all of them, and one of them, with the first step done. */
export const CALLS_OF_SEVERAL: readonly Named[] = every(SEVERAL_CONVERSATIONS, 3).map(
  ([name, conversation], index) => {
    const tag = LANGUAGE_TAGS[index % LANGUAGE_TAGS.length] ?? 'en';
    const call = say({ ...fresh(), conversation }, `customer: ${tag}`);
    const { screen } = call.view;
    if (screen.kind !== 'call') return named(name, call);
    const [first] = screen.all?.plan.steps ?? [];
    if (first === undefined) return named(`call for ${tag}: ${name}`, call);
    const tick = { kind: 'tick', step: first.id, done: true, all: true, origin: origin(call) } as const;
    return named(`call for ${tag}: ${name}`, tap(call, tick));
  },
);

const WORDS = 'what “they” said, [about](https://evil.example) \u0024{it} <at>x</at> **now**';
const READ: Proposal['read'] = FACT_IDS.map((fact) => [fact, optionsOf(fact)[0] ?? 'unknown', WORDS]);
const UNCLEAR: Proposal['unclear'] = FACT_IDS.map((fact) => [fact, optionsOf(fact).slice(0, 2), WORDS]);
const EXCLUDED: Proposal['excluded'] = FACT_IDS.map((fact) => [fact, optionsOf(fact).slice(0, 1), WORDS]);
const PROPOSALS: readonly Proposal[] = [
  { read: READ, unclear: [], excluded: [] },
  ...READ.map((each) => ({ read: [each], unclear: [], excluded: [] })),
  ...UNCLEAR.map((each) => ({ read: [], unclear: [each], excluded: [] })),
  ...UNCLEAR.map((each) => ({
    read: READ.filter(([fact]) => fact !== each[0]),
    unclear: [each],
    excluded: [],
  })),
  { read: READ.slice(0, 3), unclear: UNCLEAR.slice(4, 6), excluded: EXCLUDED.slice(3, 4) },
];

function proposing(session: Session, proposal: Proposal): Session {
  return { ...session, conversation: step(session.conversation, { kind: 'propose', proposal }).conversation };
}

/** What was understood, in a chat and on a call, before anything was answered and after. */
export const UNDERSTOOD: readonly Named[] = PROPOSALS.flatMap((proposal, index) => {
  const sessions = [fresh(), having(fresh(), OPEN[index]?.view.screen.guidance.situation ?? {})];
  return sessions.flatMap((session) => {
    const said = proposing(session, proposal);
    return [
      named(`understood ${index}`, say(said, '')),
      named(`understood ${index} on a call`, say(said, 'call')),
    ];
  });
});

const REASONS: readonly Named[] = every(DECIDED, 40).map(({ name, view: { screen } }) => {
  const session = having(fresh(), screen.guidance.situation, screen.origin.edition);
  return named(`reason: ${name}`, tap(session, { kind: 'wrong', origin: origin(session) }));
});

/** What is kept of somebody, and whether to delete it. */
const PRIVACY: readonly Named[] = every(CASES, 20).flatMap((each) => {
  const session = sessionOf(each);
  return (['known', 'forget'] as const).map((kind) =>
    named(`${kind}: ${each.name}`, tap(session, { kind, origin: origin(session) })),
  );
});

/** Receipts of every edition, opened today over other answers. */
const RECEIPTS: readonly Named[] = every([...DECIDED, ...OPEN], 4).map(({ name, view: { screen } }) => {
  const before = having(fresh(), { cloud: 'public', goal: 'resell' });
  return named(`receipt: ${name}`, say(before, receiptOf(screen.guidance)));
});

const NOTES: readonly DialogNote[] = (
  [
    'knownAlready',
    'youAreWelcome',
    'receiptMistyped',
    'feedbackTaken',
    'forgotten',
    'notForgotten',
    'remindDone',
    'remindLater',
    'remindStop',
    'remindUnwatch',
    'remindGone',
  ] as const
).map((kind) => ({ kind }));

const DESK_NOTED: readonly Named[] = NOTES.flatMap((note) =>
  [QUESTIONS[0], DECIDED[0], CALLS[0], CALLS[1]].flatMap((each) =>
    each === undefined
      ? []
      : [{ name: `${note.kind} beside ${each.name}`, view: { ...each.view, notes: [note] } }],
  ),
);

/** Answers changed after the guidance was there, on the verdicts of every edition. */
const CHANGED: readonly Named[] = every(DECIDED, 8).flatMap(({ name, view: { screen } }) => {
  const session = having(fresh(), screen.guidance.situation, screen.origin.edition);
  const asked = tap(session, { kind: 'change', fact: 'goal', origin: origin(session) });
  if (asked.view.screen.kind !== 'question') return [];
  return asked.view.screen.options.flatMap((value) => {
    const turn = tap(asked, { kind: 'answer', fact: 'goal', value, origin: origin(asked) });
    return turn.view.notes.some(({ kind }) => kind === 'answerChanged')
      ? [named(`${value} instead: ${name}`, turn)]
      : [];
  });
});

/** Words back, which are lines. */
const REMARKS: readonly Named[] = (['reaction', 'youAreWelcome', 'feedbackTaken'] as const).map((kind) => ({
  name: `remark: ${kind}`,
  view: { screen: { kind: 'remark' }, notes: [{ kind }], origin: undefined },
}));

export const DESK_VIEWS: readonly Named[] = [
  ...CHANGED,
  ...REMARKS,
  ...CALLS,
  ...CALLS_OF_SEVERAL,
  ...TICKETS,
  ...HAND_OVERS,
  ...OF_SEVERAL,
  ...UNDERSTOOD,
  ...REASONS,
  ...PRIVACY,
  ...RECEIPTS,
  ...DESK_NOTED,
  ...KEPT_VIEWS,
];

export const EVERY_VIEW: readonly Named[] = [...ALL_VIEWS, ...SEVERAL, ...DESK_VIEWS];
