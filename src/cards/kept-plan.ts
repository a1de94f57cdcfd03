import { plainData } from '../conversation/action.js';
import type { CaseDeed, PlainCaseDeed } from '../conversation/case-deed.js';
import type { CaseFace, ShownCase, ShownTick } from '../conversation/case-screen.js';
import { caseTap } from '../conversation/case-taps.js';
import type { Origin } from '../conversation/interview/state.js';
import type { Language } from '../language/language.js';
import { ACTORS } from '../policy/edition.js';
import { forText, subscriptionNames, verdictLines } from './case-text.js';
import { byTitle } from './cite.js';
import { roleText, statementText } from './guidance-text.js';
import type { KeptContent } from './kept-card.js';
import { caseName, lapseText, newsSections, reviewSections } from './letter.js';
import type { ReportSection } from './report.js';
import { type Button, notedRow, type Row, row } from './rows.js';
import { tapsLeft } from './taps-left.js';

type PlanFace = Extract<CaseFace, { readonly kind: 'plan' }>;

/** Who did a step: whoever it was for, or a role. */
export function byText(language: Language, by: ShownTick['by']): string {
  const actor = ACTORS.find((each) => each === by);
  return actor === undefined
    ? language.say(`role.${by as Exclude<ShownTick['by'], (typeof ACTORS)[number]>}`)
    : language.say(`actor.${actor}`);
}

function tickData(kept: ShownCase, step: string, done: boolean, origin: Origin) {
  return caseTap({ what: 'tick', case: kept.id, step, done }, origin);
}

/** The steps that are not done yet, to tick. */
function openSteps(language: Language, kept: ShownCase, origin: Origin): readonly Row[] {
  const { plan, answers } = kept.plan;
  const names = subscriptionNames(language, answers);
  const open = plan.steps.filter(({ id }) => !kept.ticks.some(({ step }) => step === id));
  return open.map((step) => {
    const note = language.beside([roleText(language, step), forText(language, names, step.subscriptions)]);
    const text = statementText(language, `step.${step.id}`, step);
    return notedRow(language, text, tickData(kept, step.id, true, origin), note, '○');
  });
}

/** The steps that are done, with their days and by whom; a tap takes the tick back. */
function doneSteps(language: Language, kept: ShownCase, origin: Origin): readonly Row[] {
  return kept.ticks.map(({ step, day, by }) => {
    const done = language.say('kept.doneOn', { day: language.date(day), who: byText(language, by) });
    const planned = kept.plan.plan.steps.some(({ id }) => id === step);
    const note = planned ? done : language.say('kept.idle', { done });
    const data = tickData(kept, step, false, origin);
    return notedRow(language, language.say(`step.${step}`), data, note, '✓');
  });
}

function waitingLines(language: Language, { waiting, deadlines, closed }: ShownCase): readonly string[] {
  if (closed !== undefined) return [language.say('kept.closedOn', { day: language.date(closed) })];
  const waits =
    waiting === undefined
      ? []
      : [
          language.say('kept.waitingFor', {
            step: language.say(`step.${waiting.step}`),
            actor: language.say(`actor.${waiting.actor}`),
            day: language.date(waiting.since),
          }),
        ];
  return [...waits, ...deadlines.map((each) => lapseText(language, each))];
}

/** What else can be done with a case, two and two. */
function moreRows(language: Language, kept: ShownCase, origin: Origin) {
  const button = (title: string, deed: CaseDeed): Button => ({ title, data: caseTap(deed, origin) });
  const about = (what: PlainCaseDeed, key: Parameters<Language['say']>[0]): Button =>
    button(language.say(key), { what, case: kept.id });
  return [
    { left: about('dates', 'kept.dates'), right: about('settings', 'kept.settings') },
    { left: about('share', 'kept.share'), right: about('export', 'kept.export') },
    {
      left: about('rename', 'kept.rename'),
      right: kept.closed === undefined ? about('close', 'kept.close') : about('reopen', 'kept.reopen'),
    },
    {
      left: about('delete', 'kept.delete'),
      right: { title: language.say('ui.help'), data: plainData('help', origin) },
    },
  ];
}

/** A kept case: what it comes to, what is waited for, what is done and what is not. */
export function casePlanContent(
  language: Language,
  { case: kept, news, review = '' }: PlanFace,
  origin: Origin,
): KeptContent {
  const steps = openSteps(language, kept, origin);
  const done = doneSteps(language, kept, origin);
  const options = [row(language.say('kept.answers'), plainData('show', origin))];
  const nav = [{ title: language.say('kept.mine'), data: caseTap({ what: 'list' }, origin) }];
  const quiet = moreRows(language, kept, origin);
  const room = tapsLeft([options, nav], [done, quiet]);
  const shown = kept.closed === undefined ? steps.slice(0, room) : [];
  const later = steps
    .slice(shown.length)
    .map(({ label, note }) => language.say('ticket.line', { text: language.beside([label, note]) }));
  const allDone = steps.length === 0;
  const verdicts: ReportSection = { heading: '', lines: verdictLines(language, kept.plan) };
  const stepsText = shown.length === 0 ? '' : language.say('kept.stepsText');
  const none = language.say(done.length === 0 ? 'kept.noSteps' : 'kept.allDone');
  return {
    title: caseName(language, kept),
    texts: [...waitingLines(language, kept), ...(kept.shared ? [language.say('kept.sharedNow')] : [])],
    sections: [
      ...(news === undefined ? [] : newsSections(language, news)),
      ...(review === '' ? [] : reviewSections(language, kept.plan.plan, review, byTitle)),
      verdicts,
    ],
    toDo: {
      title: language.say('kept.steps'),
      text: allDone ? none : stepsText,
      rows: shown,
      later,
    },
    done: {
      fold: language.say('ui.folded', { title: language.say('kept.done'), count: done.length }),
      rows: done,
    },
    options,
    more: { fold: language.say('kept.fold'), quiet },
    nav,
  };
}
