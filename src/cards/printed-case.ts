import type { CasePlanView } from '../conversation/interview/case-view.js';
import type { Language } from '../language/language.js';
import { caseByCase, differingTexts } from './case-groups.js';
import { commonLines, openText, ownLines, planTitle } from './case-note.js';
import {
  conflictLines,
  planCautionLines,
  planStepLines,
  subscriptionNames,
  verdictLines,
} from './case-text.js';
import { policyText } from './edition-line.js';
import { statementText } from './guidance-text.js';
import { LOOK } from './look.js';
import { caseParts, type Printed, type PrintedPart, sourceParts } from './printed.js';
import { todayText } from './then-and-now.js';

/** Nothing is ticked on paper. */
function unticked(view: CasePlanView) {
  return { ...view, done: [] };
}

/** What there is to say of one subscription alone. */
function ownPart(language: Language, view: CasePlanView, place: number): readonly PrintedPart[] {
  const guidance = view.plan.guidances[place];
  if (guidance === undefined) return [];
  const all = unticked(view);
  const cases = caseByCase(language, guidance);
  const items = [
    todayText(language, guidance),
    ...guidance.reasons.map((each) => statementText(language, `reason.${each.id}`, each)),
    ...ownLines(language, all, place),
    openText(language, all, place),
    ...differingTexts(cases),
    cases.groupsLeft,
    language.say('ui.receipt', { receipt: view.receipts[place] ?? '' }),
  ].filter((text) => text !== '');
  const heading = subscriptionNames(language, view.answers)[place]?.full ?? '';
  return [{ heading, items }, ...caseParts(cases)];
}

/** What all of them have come to; like none of the verdicts where they differ. */
function lookOf({ plan }: CasePlanView): Pick<Printed, 'icon' | 'style'> {
  const all = new Set(plan.guidances.map(({ now, eligibility }) => now?.eligibility ?? eligibility));
  const [only] = all;
  return only === undefined || all.size > 1 ? { icon: '', style: 'emphasis' } : LOOK[only];
}

/** A whole customer for paper: the one plan, then each subscription, then the sources with their addresses. */
export function paperOfCase(language: Language, view: CasePlanView, day: string): Printed {
  const { plan } = view;
  const all = unticked(view);
  const title = language.say('case.title', { count: plan.guidances.length });
  const parts: readonly PrintedPart[] = [
    { heading: language.say('case.subscriptions'), items: verdictLines(language, view) },
    { heading: language.say('case.conflicts'), items: conflictLines(language, view) },
    { heading: planTitle(language, all, 'ticket.toDo'), items: planStepLines(language, view), ordered: true },
    { heading: language.say('ui.cautions'), items: planCautionLines(language, view) },
    { heading: language.say('ticket.situation'), items: commonLines(language, all) },
    ...plan.guidances.flatMap((_, place) => ownPart(language, view, place)),
  ];
  return {
    ...lookOf(view),
    title,
    today: '',
    parts: [...parts.filter(({ items }) => items.length > 0), ...sourceParts(language, plan)],
    foot: [
      policyText(language, plan),
      language.say('print.asOf', { date: language.date(day) }),
      language.say('ui.receipt', { receipt: view.receipt }),
    ],
  };
}
