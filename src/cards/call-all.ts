import { subscriptionData, tickForAllData } from '../conversation/action.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import { toldCase } from '../conversation/told-case.js';
import type { CallScreen } from '../conversation/view.js';
import type { WholeCase } from '../conversation/whole-case.js';
import type { Language } from '../language/language.js';
import { LANGUAGES } from '../language/languages.js';
import type { CasePlan } from '../policy/case/case-plan.js';
import { foremost } from '../policy/engine/foremost.js';
import { saidOfAll } from './aloud-case.js';
import {
  aloudTitle,
  type CallContent,
  callButtons,
  formParts,
  type StepRow,
  shortNotes,
  stepRow,
} from './call-parts.js';
import { type CallQuestion, NOTHING_ASKED } from './call-question.js';
import { shortly } from './card-room.js';
import { type CaseByCase, NO_CASES } from './case-groups.js';
import { planTitle } from './case-note.js';
import { conflictLines, forText, type SubscriptionName, subscriptionNames } from './case-text.js';
import { codeLine, policyText } from './edition-line.js';
import { statementText } from './guidance-text.js';
import { LOOK } from './look.js';
import { lines } from './message.js';
import { nextRows } from './rows.js';
import { verdictText } from './then-and-now.js';

/** A call about several subscriptions. */
export type CallAboutAll = CallScreen & { readonly all: WholeCase };

export function isAboutAll(screen: CallScreen): screen is CallAboutAll {
  return screen.all !== undefined;
}

/** The verdict of each subscription; its number opens its own guidance. */
function verdicts(
  language: Language,
  { all, now, origin }: CallAboutAll,
  names: readonly SubscriptionName[],
): CallQuestion {
  const numbers = now.kind === 'guidance' ? (now.among?.numbers ?? []) : [];
  const rows = all.plan.guidances.map((guidance, place) => {
    const { icon } = LOOK[guidance.now?.eligibility ?? guidance.eligibility];
    const label = names[place]?.full ?? '';
    const note = verdictText(language, guidance);
    return {
      label,
      title: language.say('ui.spoken', { label, note }),
      note: `${icon} ${note}`,
      mark: `${place + 1}`,
      data: subscriptionData({ kind: 'turnTo', number: numbers[place] ?? 0 }, origin),
    };
  });
  return { heading: '', title: language.say('case.subscriptions'), hint: '', rows };
}

/** What is said of each, under its name in the customer's language, and of all once. */
function customerWords({ all, customer }: CallAboutAll): CallContent['aloud'] {
  const theirs = LANGUAGES[customer];
  const said = saidOfAll(theirs, toldCase(all)).flatMap(({ about, lines }) => [
    ...(about === '' ? [] : [theirs.say('ask.aboutOne', { subscription: about })]),
    ...lines,
  ]);
  return said.map((text) => ({ text }));
}

/** How much of a plan is on the card: so many steps to tick, and so many letters of cautions; the first that fits. */
export const CALL_EXTENTS = [
  { ticks: Number.POSITIVE_INFINITY, cautions: Number.POSITIVE_INFINITY },
  { ticks: 14, cautions: 1600 },
  { ticks: 10, cautions: 1000 },
  { ticks: 8, cautions: 600 },
  { ticks: 6, cautions: 600 },
  { ticks: 5, cautions: 300 },
  { ticks: 4, cautions: 0 },
] as const;
type CallExtent = (typeof CALL_EXTENTS)[number];

/** So many steps that are done stay above the first that is not, so that a wrong tick can be taken back. */
const STAYS = 3;

interface PlanSteps {
  readonly steps: readonly StepRow[];
  /** What there is no room to tick. */
  readonly read: CaseByCase['differing']['after'];
}

/** The one list of steps: a tap is for all subscriptions that need the step. */
function planSteps(
  language: Language,
  { all, origin }: CallAboutAll,
  names: readonly SubscriptionName[],
  { ticks }: CallExtent,
): PlanSteps {
  const rows = all.plan.steps.map((step) => {
    const isDone = step.subscriptions.every((place) => all.done[place]?.includes(step.id) === true);
    const row = stepRow(language, step, {
      isDone,
      note: forText(language, names, step.subscriptions),
      data: tickForAllData(step.id, !isDone, origin),
    });
    return { row, isDone };
  });
  const first = rows.findIndex(({ isDone }) => !isDone);
  const last = Math.max(0, rows.length - ticks);
  const start = Math.min(last, Math.max(0, (first < 0 ? rows.length : first) - STAYS));
  const isTicked = (at: number): boolean => at >= start && at < start + ticks;
  return {
    steps: rows.filter((_, at) => isTicked(at)).map(({ row }) => row),
    read: rows
      .filter((_, at) => !isTicked(at))
      .map(({ row: { mark, label, note } }) => {
        return { text: language.beside([`${mark} ${label}`, note]), weight: 'Default' };
      }),
  };
}

/** The card about all subscriptions of a customer: the verdict of each, what to say, and one list of steps. */
export function callAllContent(
  language: Language,
  screen: CallAboutAll,
  notes: readonly DialogNote[],
  extent: CallExtent,
): CallContent {
  const { all, now } = screen;
  const names = subscriptionNames(language, all.answers);
  const { first, others } = foremost(all.plan.cautions);
  const cautionRow = (caution: CasePlan['cautions'][number]) => ({
    text: lines(
      statementText(language, `caution.${caution.id}`, caution),
      forText(language, names, caution.subscriptions),
    ),
  });
  const title = language.say('case.title', { count: names.length });
  const cautionsTitle = language.say('ui.cautions');
  const { steps, read } = planSteps(language, screen, names, extent);
  return {
    notes: shortNotes(language, notes),
    header: { style: 'emphasis', title, heading: title, today: '', lead: '' },
    foremost: [
      ...conflictLines(language, all).map((text) => ({ text })),
      ...(first === undefined ? [] : [cautionRow(first)]),
    ],
    today: [],
    question: NOTHING_ASKED,
    choice: NOTHING_ASKED,
    open: NOTHING_ASKED,
    each: verdicts(language, screen, names),
    aloudTitle: aloudTitle(language, screen),
    aloud: customerWords(screen),
    stepsTitle: planTitle(language, all, 'call.steps'),
    steps,
    ...NO_CASES,
    differing: { before: [], after: read },
    cautionsTitle,
    cautionsFold: language.say('ui.folded', { title: cautionsTitle, count: others.length }),
    cautions: shortly(language, others.map(cautionRow), extent.cautions),
    ...formParts(language, screen),
    dated: policyText(language, all.plan),
    code: codeLine(language, all.receipt),
    next: nextRows(language, now),
    quiet: [],
    nav: callButtons(language, screen, false),
  };
}
