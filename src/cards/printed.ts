import type { Language } from '../language/language.js';
import type { Guidance } from '../policy/engine/guidance.js';
import { receiptOf } from '../receipt/receipt.js';
import { type CaseByCase, caseByCase, citedAsShown, differingTexts } from './case-groups.js';
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
  /** Part of what stands above it. */
  readonly under?: true;
  /** What one case of several comes to. Its items bring numbers and marks of their own. */
  readonly verdict?: string;
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

/** Each case with its condition above it, as on the card when all is unfolded. */
export function caseParts({ groups, moreGroups }: CaseByCase): readonly PrintedPart[] {
  return [...groups, ...moreGroups].map(({ condition, title, lines }) => ({
    heading: condition,
    verdict: title,
    items: lines.map(({ text }) => text),
    under: true,
  }));
}

/** The heading of all cases, and how many are left out. */
function casesPart({ groupsTitle, groups, groupsLeft }: CaseByCase): readonly PrintedPart[] {
  if (groups.length === 0) return [];
  return [{ heading: groupsTitle, items: groupsLeft === '' ? [] : [groupsLeft] }];
}

/** The sources with their addresses, by how and when each was read. */
export function sourceParts(language: Language, { citations }: Pick<Guidance, 'citations'>) {
  const { heading, groups } = sourceList(language, citations, (link) => withAddress(language, link));
  const parts: readonly PrintedPart[] = groups.map((group) => ({
    heading: group.heading,
    items: group.pages,
    under: true,
  }));
  return parts.length === 0 ? [] : [{ heading, items: [] }, ...parts];
}

/** @param day the day on which it is printed, as an ISO date */
export function paperOf(language: Language, guidance: Guidance, day: string): Printed {
  const cases = caseByCase(language, guidance);
  const cited = citedAsShown(guidance, cases);
  const open = guidance.dependsOn.map(({ fact }) =>
    language.sentences([language.say(`fact.${fact}.question`), language.say(`fact.${fact}.hint`)]),
  );
  const isSaid = ({ items }: PrintedPart): boolean => items.length > 0;
  const first: readonly PrintedPart[] = [
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
  ];
  const last: readonly PrintedPart[] = [
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
      ...first.filter(isSaid),
      ...casesPart(cases),
      ...caseParts(cases),
      ...last.filter(isSaid),
      ...sourceParts(language, cited),
    ],
    foot: [
      policyText(language, cited),
      language.say('print.asOf', { date: language.date(day) }),
      language.say('ui.receipt', { receipt: receiptOf(guidance) }),
    ],
  };
}
