import { caseIn } from '../cases/case-guidance.js';
import type { CaseNews } from '../cases/case-news.js';
import type { Deadline } from '../cases/deadlines.js';
import type { KeptCase } from '../cases/kept-case.js';
import type { WriteReason } from '../cases/reminders/due.js';
import { isAmong, type ReviewedPassages } from '../cases/reminders/reviewed.js';
import { type RemindData, remindData } from '../conversation/action.js';
import type { Language } from '../language/language.js';
import { type CasePlan, planFor } from '../policy/case/case-plan.js';
import { policyFor } from '../policy/engine/policy.js';
import type { SaidStep, Statement } from '../policy/engine/statement.js';
import { bestCitation, citationText, type Link, markdown } from './cite.js';
import { onlyThere } from './guidance-text.js';
import type { Message } from './message.js';
import { quoted } from './quote.js';
import { type Report, type ReportSection, reportMessage } from './report.js';
import { type Row, row } from './rows.js';

/** What a keeper is written about a case without having asked. */

export function caseName(
  language: Language,
  { label, created }: Pick<KeptCase, 'label' | 'created'>,
): string {
  return label === '' ? language.say('privacy.caseOf', { day: language.date(created) }) : quoted(label);
}

function stepSection(
  language: Language,
  step: SaidStep,
  actor: 'you' | 'customer' | 'provider' | 'currentPartner',
): ReportSection {
  return {
    heading: language.say('letter.step'),
    lines: [language.say(`step.${step}`), language.say(`actor.${actor}`)],
  };
}

/** When it lapses; told as certain only where that was read in Microsoft's own text. */
export function lapseText(
  language: Language,
  { id, day, certain }: Pick<Deadline, 'id' | 'day' | 'certain'>,
): string {
  const text = language.say(`lapsesOn.${id}`, { day: language.date(day) });
  return certain ? text : language.say('ui.checkFirst', { text });
}

function sourceSection(language: Language, { citations }: Deadline): readonly ReportSection[] {
  const source = bestCitation(citations);
  if (source === undefined) return [];
  return [{ heading: language.say('letter.source'), lines: [citationText(language, source, markdown)] }];
}

export function newsSections(
  language: Language,
  { differing, keptTicks, idleTicks }: Pick<CaseNews, 'differing' | 'keptTicks' | 'idleTicks'>,
): readonly ReportSection[] {
  const subscriptions = differing.map(({ subscription, difference: { before, after, gone, added } }) => {
    const verdicts = {
      before: language.say(`eligibility.${before}`),
      after: language.say(`eligibility.${after}`),
    };
    return {
      heading: language.say('letter.subscription', { number: subscription + 1 }),
      lines: [
        language.say(before === after ? 'letter.sameVerdict' : 'letter.verdict', verdicts),
        ...onlyThere(language, gone).map((text) => language.say('notice.receiptGone', { text })),
        ...onlyThere(language, added).map((text) => language.say('notice.receiptAdded', { text })),
      ],
    };
  });
  const ticks = [
    ...keptTicks.map(({ step }) => language.say('letter.tickKept', { text: language.say(`step.${step}`) })),
    ...idleTicks.map(({ step }) => language.say('letter.tickIdle', { text: language.say(`step.${step}`) })),
  ];
  return ticks.length === 0
    ? subscriptions
    : [...subscriptions, { heading: language.say('letter.ticked'), lines: ticks }];
}

function rowsFor(language: Language, id: string, done: Omit<RemindData, 'case' | 'what'>): readonly Row[] {
  return [
    row(language.say('letter.done'), remindData({ case: id, what: 'done', ...done }), '✓'),
    row(language.say('letter.later'), remindData({ case: id, what: 'later' })),
    row(language.say('letter.stop'), remindData({ case: id, what: 'stop' })),
  ];
}

/** What has changed at its source, and what of the plan rests on that. */
export function reviewSections(
  language: Language,
  plan: Pick<CasePlan, 'citations' | 'reasons' | 'steps' | 'cautions'>,
  passages: ReviewedPassages,
  link: (link: Link) => string,
): readonly ReportSection[] {
  const isReviewed = isAmong(passages);
  const resting = <S extends Statement>(statements: readonly S[]) =>
    statements.filter(({ citations }) => citations.some(isReviewed));
  const { reasons, steps, cautions } = plan;
  const said = { reasons: resting(reasons), steps: resting(steps), cautions: resting(cautions) };
  const cited = plan.citations.filter(isReviewed);
  return [
    {
      heading: language.say('letter.changedSources'),
      lines: cited.map((each) => citationText(language, each, link)),
    },
    { heading: language.say('letter.restsOn'), lines: onlyThere(language, said) },
  ].filter(({ lines }) => lines.length > 0);
}

function letterReport(language: Language, kept: KeptCase, reason: WriteReason): Report {
  const name = caseName(language, kept);
  const common = { sections: [], nav: [], options: [] };
  const unwatch = [row(language.say('letter.unwatch'), remindData({ case: kept.id, what: 'unwatch' }))];
  switch (reason.kind) {
    case 'waiting': {
      const { step, actor, since } = reason.waiting;
      return {
        ...common,
        title: language.say('letter.reminder', { name }),
        text: language.say('letter.waiting', { day: language.date(since) }),
        sections: [stepSection(language, step, actor)],
        options: rowsFor(language, kept.id, { step, by: actor }),
      };
    }
    case 'lapse': {
      const { step, actor, day } = reason.deadline;
      return {
        ...common,
        title: language.say('letter.reminder', { name }),
        text: lapseText(language, reason.deadline),
        sections: [
          ...(step === undefined ? [] : [stepSection(language, step, actor)]),
          ...sourceSection(language, reason.deadline),
        ],
        options: rowsFor(language, kept.id, step === undefined ? { day } : { step, by: actor }),
      };
    }
    case 'news':
      return {
        ...common,
        title: language.say('letter.news', { name }),
        text: language.say('letter.edition', { edition: language.say(`edition.${reason.news.to}`) }),
        sections: newsSections(language, reason.news),
        options: unwatch,
      };
    case 'review':
      return {
        ...common,
        title: language.say('letter.review', { name }),
        text: language.say('letter.reviewText'),
        sections: reviewSections(
          language,
          planFor(policyFor(kept.edition), caseIn(kept)),
          reason.passages,
          markdown,
        ),
        options: unwatch,
      };
  }
}

/** The letter as a card, and the same in plain text. */
export function letterMessage(language: Language, kept: KeptCase, reason: WriteReason): Message {
  return reportMessage(language, letterReport(language, kept, reason), []);
}
