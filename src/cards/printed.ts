import type { Language } from '../language/language.js';
import type { Guidance } from '../policy/engine/guidance.js';
import { receiptOf } from '../receipt/receipt.js';
import { caseByCase, citedAsShown, differingTexts, groupLines } from './case-groups.js';
import { sourceList, withAddress } from './cite.js';
import { policyText } from './edition-line.js';
import { changeTexts, statementText } from './guidance-text.js';
import { headOf, stepsTitle, todayText, verdictText } from './then-and-now.js';
import { situationLines, stepLine } from './ticket.js';

/** One part of an answer on paper. */
export interface PrintedPart {
  readonly heading: string;
  readonly items: readonly string[];
  /** Done one after the other. */
  readonly ordered?: true;
}

/** A whole answer for paper: nothing is folded, every address is written out. */
export interface Printed {
  readonly icon: string;
  readonly style: string;
  readonly title: string;
  readonly today: string;
  readonly parts: readonly PrintedPart[];
  /** What it rests on, when, and how it is opened again. */
  readonly foot: readonly string[];
}

/** @param day the day on which it is printed, as an ISO date */
export function paperOf(language: Language, guidance: Guidance, day: string): Printed {
  const cases = caseByCase(language, guidance);
  const cited = citedAsShown(guidance, cases);
  const [casesTitle = '', ...cased] = groupLines(cases).filter((line) => line !== '');
  const sources = sourceList(language, cited.citations, (link) => withAddress(language, link));
  const open = guidance.dependsOn.flatMap(({ fact }) => [
    language.say(`fact.${fact}.question`),
    language.say(`fact.${fact}.hint`),
  ]);
  const parts: readonly PrintedPart[] = [
    {
      heading: language.say('ui.reasons'),
      items: guidance.reasons.map((each) => statementText(language, `reason.${each.id}`, each)),
    },
    {
      heading: language.say('ui.cautions'),
      items: guidance.cautions.map((each) => statementText(language, `caution.${each.id}`, each)),
    },
    {
      heading: stepsTitle(language, guidance, 'ui.steps'),
      items: guidance.steps.map((step) => stepLine(language, step)),
      ordered: true,
    },
    { heading: language.say('ui.dependsOn'), items: [...differingTexts(cases), ...open] },
    { heading: casesTitle, items: cased },
    { heading: language.say('ticket.situation'), items: situationLines(language, guidance) },
    { heading: language.say('ui.changes'), items: changeTexts(language, guidance) },
  ];
  const { icon, style } = headOf(language, guidance);
  return {
    icon,
    style,
    title: verdictText(language, guidance),
    today: todayText(language, guidance),
    parts: [
      ...parts.filter(({ items }) => items.length > 0),
      ...(sources.groups.length === 0 ? [] : [{ heading: sources.heading, items: [] }]),
      ...sources.groups.map(({ heading, pages }) => ({ heading, items: pages })),
    ],
    foot: [
      policyText(language, cited),
      language.say('print.asOf', { date: language.date(day) }),
      language.say('ui.receipt', { receipt: receiptOf(guidance) }),
    ],
  };
}
