import { originData, subscriptionData } from '../conversation/action.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import type { Among, GuidanceView } from '../conversation/interview/shown.js';
import type { View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { foremost } from '../policy/engine/foremost.js';
import { firstThatFits, shortly } from './card-room.js';
import { conflictLines, forText, type SubscriptionName, subscriptionNames } from './case-text.js';
import { markdown, pageLink } from './cite.js';
import { codeLine, policyText } from './edition-line.js';
import { moreTitle, quietRows, stepRows } from './guidance-rows.js';
import { statementText } from './guidance-text.js';
import { LOOK } from './look.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import { anotherButtons, nextRows, notedRow, opinionRows, type Row, row } from './rows.js';
import { THINGS_TO_TAKE, takeAlong } from './take-along.js';
import { tapsLeft } from './taps-left.js';
import { expand } from './template.js';
import { verdictText } from './then-and-now.js';

/** The guidance of one of several subscriptions, with all of them beside it. */
export type CaseShown = GuidanceView & { readonly among: Among };

/** Whether the plan for all is to be shown. */
export function isCase(view: GuidanceView): view is CaseShown {
  return view.among !== undefined && !view.among.alone;
}

/** The verdict of each subscription; a tap opens its own guidance. */
function verdictRows(
  language: Language,
  { among, origin }: CaseShown,
  names: readonly SubscriptionName[],
): readonly Row[] {
  return among.whole.plan.guidances.map((guidance, place) => {
    const { icon } = LOOK[guidance.now?.eligibility ?? guidance.eligibility];
    const data = subscriptionData({ kind: 'turnTo', number: among.numbers[place] ?? 0 }, origin);
    return notedRow(language, names[place]?.full ?? '', data, verdictText(language, guidance), icon);
  });
}

/** So many letters of cautions, which the plain text says again, and of sources with their addresses; the first that fits. */
const ROOMS = [
  { cautions: 2000, sources: 6000 },
  { cautions: 1400, sources: 4200 },
  { cautions: 900, sources: 2600 },
  { cautions: 600, sources: 1400 },
] as const;
type Letters = (typeof ROOMS)[number];

/** What stands around the plan: where its card is, and what can be done with it there. */
interface CardPlace {
  readonly notes: readonly DialogNote[];
  readonly keeping?: View['keeping'];
  readonly address?: string | undefined;
  /** It is read in somebody else's chat: nothing on it can be tapped. */
  readonly isShared?: true;
}

function content(language: Language, view: CaseShown, around: CardPlace, letters: Letters) {
  const { among, origin } = view;
  const { notes, keeping, address, isShared = false } = around;
  const { plan, answers } = among.whole;
  const names = subscriptionNames(language, answers);
  const { first, others } = foremost(plan.cautions);
  const caution = (said: (typeof plan.cautions)[number]) => ({
    text: lines(
      statementText(language, `caution.${said.id}`, said),
      forText(language, names, said.subscriptions),
    ),
  });
  const verdicts = verdictRows(language, view, names);
  const cautions = shortly(language, others.map(caution), letters.cautions);
  // Several subscriptions rest on many sections: here each page once; which of its sections, and of which day, stands
  // under the guidance of each subscription.
  const pages = [...new Set(plan.citations.map(({ page }) => page))];
  const sources = shortly(
    language,
    pages.map((page) => ({ text: markdown(pageLink(language, page)) })),
    letters.sources,
  );
  // An opinion is about the guidance of one.
  const quiet = isShared
    ? []
    : quietRows(language, view, { keeping }).slice(opinionRows(language, origin).length);
  const next = view.next === undefined ? [] : nextRows(language, view);
  const nav = isShared
    ? []
    : [
        ...anotherButtons(language, view),
        { title: language.say('ui.nextCustomer'), data: originData('restart', origin) },
      ];
  const taken = isShared
    ? []
    : [{ ...takeAlong(language, among.whole.receipt, origin, address), letters: [0] }];
  const folds = [cautions, sources, taken, quiet];
  // Where there is no room to tap each of them, they are opened behind a row.
  const fits = !isShared && tapsLeft([next, nav], folds) >= verdicts.length;
  const opened = fits || isShared ? [] : verdicts.map(({ label, data }) => row(label, data));
  const room = tapsLeft(fits ? [verdicts, next, nav] : [next, nav], [...folds, opened]);
  const steps = stepRows(language, plan.steps, room).map((row, index) => {
    const { subscriptions = [] } = plan.steps[index] ?? {};
    const which = forText(language, names, subscriptions);
    return { ...row, which, role: language.beside([which, row.role]) };
  });
  return {
    notes: notesData(language, notes),
    title: language.say('case.title', { count: names.length }),
    verdicts,
    rows: fits ? verdicts : [],
    read: fits ? [] : verdicts,
    opened,
    openedFold: language.say('ui.folded', { title: language.say('case.each'), count: opened.length }),
    foremost: first === undefined ? [] : [caution(first)],
    againstTitle: language.say('case.conflicts'),
    conflicts: conflictLines(language, among.whole).map((text) => ({ text })),
    stepsTitle: language.say('case.steps'),
    steps,
    next,
    cautionsTitle: language.say('ui.cautions'),
    cautionsFold: language.say('ui.folded', { title: language.say('ui.cautions'), count: others.length }),
    cautions,
    sources,
    sourcesFold: language.say('ui.folded', {
      title: language.say('case.pages'),
      count: pages.length,
    }),
    takeAlong: taken,
    takeAlongFold: language.say('ui.folded', { title: language.say('ui.takeAlong'), count: THINGS_TO_TAKE }),
    quiet,
    moreFold: moreTitle(language, view, keeping),
    dated: policyText(language, plan),
    code: codeLine(language, among.whole.receipt),
    nav,
  };
}

function plain(language: Language, said: ReturnType<typeof content>): string {
  const under = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [title, ...items];
  const verdict = ({ label, note }: Row): string => language.beside([label, note]);
  return lines(
    ...said.notes.map((note) => note.plain),
    said.title,
    ...said.verdicts.map(verdict),
    ...said.foremost.map(({ text }) => text),
    ...under(
      said.againstTitle,
      said.conflicts.map(({ text }) => text),
    ),
    ...under(
      said.stepsTitle,
      said.steps.flatMap(({ number, text, who, which }) => [
        language.say('ui.stepBy', { text: language.say('ui.listNumber', { number, text }), who }),
        which,
      ]),
    ),
    ...under(
      said.cautionsTitle,
      said.cautions.map(({ text }) => text),
    ),
    said.dated,
    said.code,
    ...said.next.map(({ mark, label }) => `${mark} ${label}`),
  );
}

function inRoom(language: Language, view: CaseShown, around: CardPlace): Message {
  return firstThatFits<Letters>(ROOMS, (letters) => {
    const said = content(language, view, around, letters);
    const text = plain(language, said);
    return { card: expand('case', { lang: language.base, plain: text, ...said }), text };
  });
}

/** The whole customer: the verdict of each subscription, and one plan of what is to be done. */
export function caseMessage(
  language: Language,
  view: CaseShown,
  notes: readonly DialogNote[],
  keeping?: View['keeping'],
  address?: string | undefined,
): Message {
  return inRoom(language, view, { notes, keeping, address });
}

/** The same to be read in somebody else's chat. */
export function sharedCaseMessage(language: Language, view: CaseShown): Message {
  return inRoom(language, view, { notes: [], isShared: true });
}
