import { subscriptionData, tickData } from '../conversation/action.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import type { InterviewView } from '../conversation/interview/shown.js';
import type { CallScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { LANGUAGES } from '../language/languages.js';
import { foremost } from '../policy/engine/foremost.js';
import { guidanceToday } from '../policy/engine/guidance.js';
import { receiptOf } from '../receipt/receipt.js';
import { aloud } from './aloud.js';
import {
  aloudTitle,
  type CallContent,
  type CallHeader,
  callButtons,
  formParts,
  type StepRow,
  shortNotes,
  stepRow,
} from './call-parts.js';
import { asked, askedAgain, choice, NOTHING_ASKED } from './call-question.js';
import { caseByCase, citedAsShown, foldedCases, NO_CASES } from './case-groups.js';
import { subscriptionNames, verdictLine } from './case-text.js';
import { codeLine, policyText } from './edition-line.js';
import { lead } from './guidance-card.js';
import { statementText } from './guidance-text.js';
import { nextRows, opinionRows, type Row, row } from './rows.js';
import { asOfThen, headOf, stepsTitle, todayRows, todayText } from './then-and-now.js';

/**
 * What to say now. While what was heard waits to be confirmed, nothing may be told yet; and a customer is told what is
 * true today, whichever edition the agent reads.
 */
function customerWords({ now, guidance, customer }: CallScreen): readonly string[] {
  const theirs = LANGUAGES[customer];
  if (now.kind === 'understood') return [theirs.say('aloud.moment')];
  const told = guidance.eligibility === 'depends' ? guidance : guidanceToday(guidance);
  return aloud(theirs, told, now.kind === 'question' ? now.fact : undefined);
}

/** While what was heard waits to be confirmed, or the answer is open, nothing is to be done yet. */
function isOpen({ now, guidance }: CallScreen): boolean {
  return now.kind === 'understood' || guidance.eligibility === 'depends';
}

function steps(language: Language, screen: CallScreen): readonly StepRow[] {
  const { guidance, done, origin } = screen;
  if (isOpen(screen)) return [];
  return guidance.steps.map((step) => {
    const isDone = done.includes(step.id);
    return stepRow(language, step, { isDone, note: '', data: tickData(step.id, !isDone, origin) });
  });
}

/** The verdict; of one of several subscriptions under its name. */
function verdict(language: Language, { now, guidance }: CallScreen, title: string): string {
  const among = now.kind === 'guidance' ? now.among : undefined;
  if (among === undefined) return title;
  const place = among.numbers.indexOf(among.number);
  return verdictLine(language, subscriptionNames(language, among.whole.answers)[place]?.full ?? '', guidance);
}

/** The eligibility as far as it is known: while a question can still change something, "so far". */
function header(language: Language, screen: CallScreen): CallHeader {
  const { now, guidance } = screen;
  const { style, icon, title: plain } = headOf(language, guidance);
  const settled = now.kind === 'guidance';
  const title = settled
    ? verdict(language, screen, plain)
    : language.say('call.soFar', { eligibility: plain });
  return {
    style,
    title,
    heading: `${icon} ${title}`,
    today: settled ? todayText(language, guidance) : '',
    // What it depends on stands below, each by its number.
    lead:
      settled && guidance.eligibility !== 'depends'
        ? asOfThen(language, guidance, lead(language, guidance))
        : '',
  };
}

/** Back to all subscriptions from one of them, or on to another one. */
function onwards(language: Language, now: InterviewView): readonly Row[] {
  if (now.kind !== 'guidance' || now.among?.alone !== true) return nextRows(language, now);
  const { among, origin } = now;
  const title = language.say('ui.allSubscriptions', { count: among.numbers.length });
  return [row(title, subscriptionData({ kind: 'showAll' }, origin))];
}

/** The card about one subscription: the question, or its guidance. */
export function callContent(
  language: Language,
  screen: CallScreen,
  notes: readonly DialogNote[],
): CallContent {
  const { guidance, now, origin } = screen;
  const { first, others } = foremost(isOpen(screen) ? [] : guidance.cautions);
  const cautionRow = (caution: (typeof others)[number]) => ({
    text: statementText(language, `caution.${caution.id}`, caution),
  });
  const settled = now.kind === 'guidance';
  const cases = settled ? foldedCases(language, caseByCase(language, guidance)) : NO_CASES;
  const cautionsTitle = language.say('ui.cautions');
  return {
    notes: shortNotes(language, notes),
    header: header(language, screen),
    foremost: first === undefined ? [] : [cautionRow(first)],
    today: settled ? todayRows(language, guidance, origin) : [],
    question: asked(language, screen),
    choice: choice(language, screen),
    open: askedAgain(language, screen),
    each: NOTHING_ASKED,
    aloudTitle: aloudTitle(language, screen),
    aloud: customerWords(screen).map((text) => ({ text })),
    stepsTitle: stepsTitle(language, guidance, 'call.steps'),
    steps: steps(language, screen),
    ...cases,
    cautionsTitle,
    cautionsFold: language.say('ui.folded', { title: cautionsTitle, count: others.length }),
    cautions: others.map(cautionRow),
    ...formParts(language, screen),
    dated: policyText(language, settled ? citedAsShown(guidance, cases) : guidance),
    code: codeLine(language, receiptOf(guidance)),
    next: onwards(language, now),
    quiet: settled ? opinionRows(language, origin) : [],
    nav: callButtons(language, screen, settled),
  };
}
