import {
  type CaseFace,
  type CaseRow,
  LISTED_CASES,
  type ShownCase,
  type ShownDeadline,
} from '../../src/conversation/case-screen.js';
import type { CaseNoteKind } from '../../src/conversation/dialog-note.js';
import type { GuidanceView } from '../../src/conversation/interview/shown.js';
import { lapsing } from '../../src/policy/engine/lapsing.js';
import { SEVERAL } from './case-views.js';
import { DECIDED, type Named, OPEN } from './views.js';

/** What of kept cases is shown, made of cases of all sizes. */

const LABELS = ['', 'Client “7”', '[a](https://evil.example) <at>x</at> \u0024{it} '.repeat(2).slice(0, 80)];
const DAY = '2026-11-23';

function cased({ view: { screen } }: Named<GuidanceView>, at: number): ShownCase {
  const plan = screen.among?.whole;
  if (plan === undefined) throw new Error('It is no case.');
  const { steps, guidances } = plan.plan;
  const done = steps.slice(0, at % 6);
  const next = steps[done.length];
  const deadlines: readonly ShownDeadline[] = guidances
    .flatMap((each) => lapsing(each))
    .map((each) => ({ ...each, day: '2027-02-21' }));
  return {
    id: 'abcdefghijkl',
    label: LABELS[at % LABELS.length] ?? '',
    created: DAY,
    ...(at % 5 === 4 ? { closed: DAY } : {}),
    plan,
    ticks: done.map(({ id, actor }) => ({ step: id, day: DAY, by: actor })),
    ...(next === undefined ? {} : { waiting: { step: next.id, actor: next.actor, since: DAY } }),
    deadlines,
    terms: [{ subscription: 0, day: DAY }],
    watched: at % 2 === 0,
    shared: at % 2 === 1,
    reminding: {
      on: at % 2 === 0,
      blocked: at % 3 === 2 ? DAY : undefined,
      reached: at % 3 !== 0,
      atReturn: at % 2 === 0,
      hour: at % 24,
    },
  };
}

function rowOf({ deadlines, ...kept }: ShownCase): CaseRow {
  return { ...kept, next: deadlines[0], blocked: kept.reminding.blocked !== undefined };
}

const CASES = SEVERAL.filter((_, at) => at % 4 === 0);
const SHOWN = CASES.map((each, at) => cased(each, at));
const [ONE] = SHOWN;
if (ONE === undefined) throw new Error('There are no cases.');

const FACES: readonly CaseFace[] = [
  ...SHOWN.flatMap((each): readonly CaseFace[] => [
    { kind: 'plan', case: each },
    ...(['dates', 'settings', 'rename', 'delete', 'share'] as const).map((kind) => ({ kind, case: each })),
  ]),
  ...SHOWN.slice(0, 3).map((each) => ({
    kind: 'plan' as const,
    case: each,
    // More than ever are at once.
    review: each.plan.plan.citations.map(({ page, section }) => `${page}#${section}`).join(' '),
  })),
  ...[true, false].map((group) => ({
    kind: 'invitation' as const,
    case: ONE,
    invitation: 'abcdefghijklABCDEFGHIJKL',
    group,
  })),
  ...['/case/abc.def/case.ics', undefined].map((ics) => ({
    kind: 'export' as const,
    case: ONE,
    files: {
      json: '/case/abc.def/case.json',
      csv: '/case/abc.def/case.csv',
      ...(ics === undefined ? {} : { ics }),
    },
  })),
  { kind: 'keepAs', written: true },
  { kind: 'keepAs', written: false },
  { kind: 'list', cases: [], before: 0, after: 0, days: 365, page: false },
  { kind: 'page', code: 'a'.repeat(110), tab: true },
  { kind: 'page', code: 'a'.repeat(110), tab: false },
  ...[
    [1, 0, 0],
    [3, 7, 0],
    [LISTED_CASES, 0, 1],
    [LISTED_CASES, 7, 86],
  ].map(([count = 0, before = 0, after = 0]) => ({
    kind: 'list' as const,
    cases: SHOWN.slice(0, count).map(rowOf),
    before,
    after,
    days: 30,
    page: after === 0,
  })),
  {
    kind: 'due',
    due: SHOWN.slice(0, 3).map((each, at) => ({
      ...rowOf(each),
      because:
        each.waiting === undefined || at === 0
          ? { kind: at === 0 ? ('news' as const) : ('review' as const) }
          : { kind: 'waiting' as const, waiting: each.waiting },
    })),
  },
];

const NOTES: readonly CaseNoteKind[] = [
  'caseKept',
  'caseKeptAlready',
  'caseTooEarly',
  'caseNotHere',
  'caseFull',
  'caseGone',
  'caseClosed',
  'caseReopened',
  'caseDeleted',
  'caseJoined',
  'caseNotJoined',
  'caseNotDone',
  'caseUnshared',
];

const ORIGIN = { key: '2f1c7f6e-5a0f-4b0e-9d53-0f4f0a3f1b11', interview: 3, turn: 12, edition: undefined };

const SCREENS: readonly Named[] = [...FACES, undefined].map((face, at) => ({
  name: `kept ${at}: ${face?.kind ?? 'unread'}`,
  view: { screen: { kind: 'cases', face, origin: ORIGIN }, notes: [], origin: ORIGIN },
}));

/** Where the address of the bot is known, files are links. */
const LINKED: readonly Named[] = SCREENS.filter(({ name }) => /export|page$/.test(name)).map(
  ({ name, view }) => ({
    name: `${name}, linked`,
    view: { ...view, address: 'https://advisor.contoso.com' },
  }),
);

const NOTED: readonly Named[] = NOTES.map((kind, at) => {
  const { view } = SCREENS[at] ?? { view: undefined };
  if (view === undefined) throw new Error('There are too few.');
  return {
    name: `kept, with ${kind}`,
    view: { ...view, notes: [{ kind }, { kind: 'caseBefore', receipt: 'MC-123' }] },
  };
});

/** Guidance under which the case can be kept, or is. */
const OFFERED: readonly Named[] = [...SEVERAL, ...DECIDED, ...OPEN].flatMap(({ name, view }, at) =>
  at % 3 === 0
    ? [{ name: `${name}, kept`, view: { ...view, keeping: at % 2 === 0 ? 'kept' : 'offered' } as const }]
    : [],
);

export const KEPT_VIEWS: readonly Named[] = [...SCREENS, ...LINKED, ...NOTED, ...OFFERED];
