import { pageLink } from '../cards/cite.js';
import { present } from '../cards/present.js';
import { otherEditionText, roleText, statementText } from '../cards/words.js';
import { whyScreen } from '../dialog/explain.js';
import type { Language } from '../language/language.js';
import { readTyped } from '../language/typed.js';
import { begin, type Conversation, view } from '../policy/conversation.js';
import type { Citation } from '../policy/edition.js';
import type { Situation } from '../policy/facts.js';
import { articleOf, type Guidance, type GuidanceChange, guide, type Statement } from '../policy/guidance.js';
import { nextQuestion, type Question } from '../policy/interview.js';
import { type Policy, policyFor } from '../policy/policy.js';
import { explain } from '../policy/why.js';
import type { AdviceRequest } from './request.js';

/** A page that bears no date is "undated": the day it was read is not its date. */
const UNDATED = 'undated';

function citationData(language: Language, { page, section, date, translated, read, confidence }: Citation) {
  return {
    page,
    ...pageLink(language, page),
    section: language.say(`section.${section}`),
    date: date ?? UNDATED,
    ...(translated === undefined ? {} : { translated }),
    read,
    confidence,
  };
}

type Part = 'reason' | 'step' | 'caution' | 'change';

function item(language: Language, part: Part, statement: Statement) {
  return {
    id: statement.id,
    text: statementText(language, part, statement),
    certain: statement.certain,
    citations: statement.citations.map((citation) => citationData(language, citation)),
  };
}

function changeData(language: Language, change: GuidanceChange) {
  return { ...item(language, 'change', change), since: change.since ?? null };
}

/** What another edition decides instead, as the first change; its words are those on the card. */
function otherEditionData(language: Language, guidance: Guidance) {
  const text = otherEditionText(language, guidance);
  const { other } = guidance;
  if (text === undefined || other === undefined) return [];
  const citations = guidance.changes.flatMap((change) => change.citations);
  return [
    {
      id: 'otherEdition',
      text,
      edition: other.edition,
      eligibility: other.eligibility ?? null,
      citations: [...new Set(citations)].map((citation) => citationData(language, citation)),
    },
  ];
}

function questionData(language: Language, { fact, options, remaining }: Question) {
  return {
    fact,
    question: language.say(`fact.${fact}.question`),
    hint: language.say(`fact.${fact}.hint`),
    options: options.map((option) => ({ id: option, text: language.say(`option.${fact}.${option}`) })),
    unknown: { id: 'unknown', text: language.say('ui.unknown') },
    remaining,
  };
}

function guidanceData(language: Language, guidance: Guidance) {
  const links = [...new Set([...guidance.links, articleOf(guidance.edition)])];
  return {
    eligibility: guidance.eligibility,
    title: language.say(`eligibility.${guidance.eligibility}`),
    reasons: guidance.reasons.map((reason) => item(language, 'reason', reason)),
    steps: guidance.steps.map((step) => ({
      ...item(language, 'step', step),
      actor: step.actor,
      roles: step.roles,
      who: roleText(language, step),
      link: pageLink(language, step.page),
    })),
    cautions: guidance.cautions.map((caution) => item(language, 'caution', caution)),
    links: links.map((page) => ({ id: page, ...pageLink(language, page) })),
    changes: [
      ...otherEditionData(language, guidance),
      ...guidance.changes.map((change) => changeData(language, change)),
    ],
    dependsOn: guidance.dependsOn.map(({ fact, branches }) => ({
      fact,
      question: language.say(`fact.${fact}.question`),
      hint: language.say(`fact.${fact}.hint`),
      branches,
    })),
  };
}

const ASKING = {
  eligibility: null,
  title: null,
  reasons: [],
  steps: [],
  cautions: [],
  links: [],
  changes: [],
  dependsOn: [],
} as const;

/** A typed line answers the question on the table, as in the chat; anything else leaves the situation as it is. */
function withText({ language, text }: AdviceRequest, policy: Policy, situation: Situation): Situation {
  const asked = nextQuestion(policy, situation);
  if (text === undefined || asked === undefined) return situation;
  const tag = language.tag as Parameters<typeof readTyped>[1];
  const typed = readTyped(text, tag, asked);
  return typed.kind === 'answer' ? { ...situation, [asked.fact]: typed.value } : situation;
}

/** What the advisor says to a request, as data and in words: the guidance, or the next question. */
export function advise(request: AdviceRequest) {
  const { language, edition } = request;
  const policy = policyFor(edition);
  const situation = withText(request, policy, request.situation);
  const ask = nextQuestion(policy, situation);
  const guidance = guide(policy, situation);
  const assumed = guidance.assumed.map(({ fact, option }) => [fact, option] as const);
  return {
    locale: language.tag,
    edition: guidance.edition,
    situation,
    assumed: Object.fromEntries(assumed),
    ...(ask === undefined ? guidanceData(language, guidance) : ASKING),
    ask: ask === undefined ? null : questionData(language, ask),
  };
}

function conversationOf(request: AdviceRequest, policy: Policy): Conversation {
  const answers = Object.entries(withText(request, policy, request.situation)) as Conversation['answers'];
  const { edition } = request;
  return { ...begin('cli'), answers, ...(edition === undefined ? {} : { edition }) };
}

/** Why the guidance is what it is: the fewest answers that decide, the rules that hold, what would change it. */
export function explainAdvice(request: AdviceRequest) {
  const policy = policyFor(request.edition);
  const situation = withText(request, policy, request.situation);
  return nextQuestion(policy, situation) === undefined ? explain(policy, situation) : null;
}

/** The same as a person would read it in the chat, without the card; with `why`, the explanation as well. */
export function adviseInWords(request: AdviceRequest, why = false): string {
  const conversation = conversationOf(request, policyFor(request.edition));
  const screens = [view(conversation), why ? whyScreen(conversation) : undefined];
  return screens
    .flatMap((screen) =>
      screen === undefined ? [] : [present({ screen, notes: [], origin: undefined }, request.language).text],
    )
    .join('\n\n');
}
