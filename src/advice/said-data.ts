import { pageLink } from '../cards/cite.js';
import { editionBeforeText, roleText, statementText } from '../cards/guidance-text.js';
import { conditionData } from '../cards/situation.js';
import { nowIds, todayText, verdictText } from '../cards/then-and-now.js';
import type { Language } from '../language/language.js';
import type { MessageKey } from '../language/message-keys.js';
import { optionKey } from '../language/policy-keys.js';
import type { KnownCitation } from '../policy/editions/registry.js';
import type { StepsAndCautions } from '../policy/engine/differing.js';
import type { GuidanceGroup } from '../policy/engine/groups.js';
import { articleOf, type Guidance, type GuidanceChange } from '../policy/engine/guidance.js';
import type { Question } from '../policy/engine/interview.js';
import type { GuidanceStep, Statement } from '../policy/engine/statement.js';
import { type PageId, standingOf } from '../policy/pages.js';

/** A page that bears no date is "undated": the day it was read is not its date. */
const UNDATED = 'undated';

/** A link, with `standing` where the address is archived, inferred or was not opened. */
export function linkData(language: Language, page: PageId) {
  const standing = standingOf(page);
  return { ...pageLink(language, page), ...(standing === undefined ? {} : { standing }) };
}

function citationData(
  language: Language,
  { page, section, date, translated, read, confidence }: KnownCitation,
) {
  return {
    page,
    ...linkData(language, page),
    section: language.say(`section.${section}`),
    date: date ?? UNDATED,
    ...(translated === undefined ? {} : { translated }),
    read,
    confidence,
  };
}

export function item(language: Language, key: MessageKey, statement: Statement) {
  return {
    id: statement.id,
    text: statementText(language, key, statement),
    certain: statement.certain,
    citations: statement.citations.map((citation) => citationData(language, citation)),
  };
}

export function saidOfChange(language: Language, change: GuidanceChange) {
  return { ...item(language, `change.${change.id}`, change), since: change.since ?? null };
}

/** What the edition before decided instead, as the first change; its words are those on the card. */
function editionBeforeData(language: Language, guidance: Guidance) {
  const text = editionBeforeText(language, guidance);
  const { before } = guidance;
  if (text === undefined || before === undefined) return [];
  const citations = guidance.changes.flatMap((change) => change.citations);
  return [
    {
      id: 'editionBefore',
      text,
      edition: before.edition,
      eligibility: before.eligibility,
      citations: [...new Set(citations)].map((citation) => citationData(language, citation)),
    },
  ];
}

/** What is true today, where an old edition was asked for and today's says something else. */
function nowData(language: Language, guidance: Guidance) {
  const { now } = nowIds(guidance);
  return now === undefined ? null : { ...now, text: todayText(language, guidance) };
}

export function questionData(language: Language, { fact, options, remaining }: Question) {
  return {
    fact,
    question: language.say(`fact.${fact}.question`),
    hint: language.say(`fact.${fact}.hint`),
    options: options.map((option) => ({ id: option, text: language.say(optionKey(fact, option)) })),
    unknown: { id: 'unknown', text: language.say('ui.unknown') },
    remaining,
  };
}

export function stepData(language: Language, step: GuidanceStep) {
  return {
    ...item(language, `step.${step.id}`, step),
    actor: step.actor,
    roles: step.roles,
    who: roleText(language, step),
    link: linkData(language, step.page),
  };
}

function stepsAndCautions(language: Language, { steps, cautions }: StepsAndCautions) {
  return {
    steps: steps.map((step) => stepData(language, step)),
    cautions: cautions.map((caution) => item(language, `caution.${caution.id}`, caution)),
  };
}

/** One way that the open facts may turn out. */
function groupData(language: Language, group: GuidanceGroup) {
  return {
    eligibility: group.eligibility,
    title: language.say(`eligibility.${group.eligibility}`),
    certain: group.certain,
    options: conditionData(group.options),
    reasons: group.reasons.map((reason) => item(language, `reason.${reason.id}`, reason)),
    ...stepsAndCautions(language, group),
    differing: group.differing.map((each) => ({
      options: conditionData(each.options),
      ...stepsAndCautions(language, each),
    })),
    more: group.more,
  };
}

export function saidOfGuidance(language: Language, guidance: Guidance) {
  const links = [...new Set([...guidance.links, articleOf(guidance.edition)])];
  return {
    eligibility: guidance.eligibility,
    title: verdictText(language, guidance),
    now: nowData(language, guidance),
    reasons: guidance.reasons.map((reason) => item(language, `reason.${reason.id}`, reason)),
    ...stepsAndCautions(language, guidance),
    links: links.map((page) => ({ id: page, ...linkData(language, page) })),
    changes: [
      ...editionBeforeData(language, guidance),
      ...guidance.changes.map((change) => saidOfChange(language, change)),
    ],
    dependsOn: guidance.dependsOn.map(({ fact, branches }) => ({
      fact,
      question: language.say(`fact.${fact}.question`),
      hint: language.say(`fact.${fact}.hint`),
      branches,
    })),
    groups: guidance.groups.map((group) => groupData(language, group)),
  };
}

export const ASKING = {
  eligibility: null,
  title: null,
  now: null,
  reasons: [],
  steps: [],
  cautions: [],
  links: [],
  changes: [],
  dependsOn: [],
  groups: [],
} as const;
