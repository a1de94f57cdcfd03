import { pageLink, withAddress } from '../../cards/cite.js';
import { editionBeforeText, roleText, statementText } from '../../cards/guidance-text.js';
import { present } from '../../cards/present.js';
import { answerText } from '../../cards/rows.js';
import { ruleTexts } from '../../cards/rule-note.js';
import { conditionData } from '../../cards/situation.js';
import { nowIds, todayText, verdictText } from '../../cards/then-and-now.js';
import { laterText } from '../../cards/understood.js';
import { whyScreen } from '../../conversation/explain.js';
import { begin, type Conversation, view } from '../../conversation/interview/state.js';
import { answerToRule } from '../../conversation/rule-answer.js';
import type { Language } from '../../language/language.js';
import type { MessageKey } from '../../language/message-keys.js';
import { countryText, placesText } from '../../language/places/places-text.js';
import { optionKey } from '../../language/policy-keys.js';
import type { KnownCitation } from '../../policy/editions/registry.js';
import type { StepsAndCautions } from '../../policy/engine/differing.js';
import type { GuidanceGroup } from '../../policy/engine/groups.js';
import { articleOf, type Guidance, type GuidanceChange, guide } from '../../policy/engine/guidance.js';
import type { Question } from '../../policy/engine/interview.js';
import type { GuidanceStep, Statement } from '../../policy/engine/statement.js';
import { explain } from '../../policy/engine/why.js';
import { answersIn } from '../../policy/facts.js';
import { type PageId, standingOf } from '../../policy/pages.js';
import { REGION_LIST } from '../../policy/regions/markets.js';
import { regionOf } from '../../policy/regions/regions.js';
import { receiptOf } from '../../receipt/receipt.js';
import { type RequestReading, readRequest } from './reading.js';
import type { AdviceRequest } from './request.js';

/** A page that bears no date is "undated": the day it was read is not its date. */
const UNDATED = 'undated';

/** A link, with `standing` where the address is archived, inferred or was not opened. */
function linkData(language: Language, page: PageId) {
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

function item(language: Language, key: MessageKey, statement: Statement) {
  return {
    id: statement.id,
    text: statementText(language, key, statement),
    certain: statement.certain,
    citations: statement.citations.map((citation) => citationData(language, citation)),
  };
}

function changeData(language: Language, change: GuidanceChange) {
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

function questionData(language: Language, { fact, options, remaining }: Question) {
  return {
    fact,
    question: language.say(`fact.${fact}.question`),
    hint: language.say(`fact.${fact}.hint`),
    options: options.map((option) => ({ id: option, text: language.say(optionKey(fact, option)) })),
    unknown: { id: 'unknown', text: language.say('ui.unknown') },
    remaining,
  };
}

function stepData(language: Language, step: GuidanceStep) {
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

function guidanceData(language: Language, guidance: Guidance) {
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
      ...guidance.changes.map((change) => changeData(language, change)),
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

const ASKING = {
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

/** The countries that were named, each with its region, and what the two of them decide in words. */
function placesData(language: Language, { customer, partner }: AdviceRequest['places']) {
  if (customer === undefined && partner === undefined) return null;
  const country = (code: string | undefined) =>
    code === undefined ? null : { code, name: countryText(language, code) };
  const region = (code: string | undefined) => {
    const id = code === undefined ? undefined : regionOf(code);
    return id === undefined ? null : { id, name: language.say(`region.${id}`) };
  };
  return {
    customer: country(customer),
    partner: country(partner),
    regions: { customer: region(customer), partner: region(partner) },
    list: REGION_LIST.date,
    text:
      customer === undefined || partner === undefined ? null : placesText(language, { customer, partner }),
  };
}

/** What the policy says to a question about the rules. */
function questionAsked(language: Language, read: RequestReading) {
  if (read.question === undefined) return null;
  const { kind, named } = read.question;
  const text = ruleTexts(language, answerToRule(conversationOf(read), read.question), (link) =>
    withAddress(language, link),
  );
  return { kind, named, text };
}

/** What the advisor says to a request, as data and in words: the guidance, or the next question. */
export function advise(request: AdviceRequest) {
  const { language } = request;
  const read = readRequest(request);
  const { policy, situation, understood, unclear, excluded, others, ask } = read;
  const guidance = guide(policy, situation);
  const assumed = guidance.assumed.map(({ fact, option }) => [fact, option] as const);
  return {
    locale: language.tag,
    edition: guidance.edition,
    situation,
    places: placesData(language, request.places),
    assumed: Object.fromEntries(assumed),
    understood,
    unclear,
    excluded,
    others,
    question: questionAsked(language, read),
    ...(ask === undefined ? guidanceData(language, guidance) : ASKING),
    receipt: ask === undefined ? receiptOf(guidance) : null,
    ask: ask === undefined ? null : questionData(language, ask),
  };
}

function conversationOf({ policy, situation }: RequestReading): Conversation {
  const answers = answersIn(situation);
  const { pinned } = policy;
  return { ...begin('cli'), answers, ...(pinned === undefined ? {} : { edition: pinned }) };
}

/** Why the guidance is what it is: the fewest answers that decide, the rules that hold, what would change it. */
export function explainAdvice(request: AdviceRequest) {
  const { policy, situation, ask } = readRequest(request);
  return ask === undefined ? explain(policy, situation) : null;
}

function placesLine({ language, places: { customer, partner } }: AdviceRequest): readonly string[] {
  return customer === undefined || partner === undefined ? [] : [placesText(language, { customer, partner })];
}

function understoodText(language: Language, { understood, others }: RequestReading): readonly string[] {
  if (understood.length === 0) return [];
  const services = others.flat().flatMap(({ fact, value }) => (fact === 'service' ? [value] : []));
  const facts = understood.map(({ fact, value, said }) => {
    const answer = language.say('understood.from', {
      answer: answerText(language, fact, value),
      said: said.text,
    });
    return language.say('ui.answerLine', { fact: language.say(`fact.${fact}.name`), answer });
  });
  return [
    language.say('cli.understood', {
      facts: facts.map((text) => language.say('ticket.line', { text })).join('\n'),
    }),
    laterText(language, services),
  ].filter((each) => each !== '');
}

/** The same as a person would read it in the chat, without the card; with `why`, the explanation as well. */
export function adviseInWords(request: AdviceRequest, why = false): string {
  const { language } = request;
  const read = readRequest(request);
  const conversation = conversationOf(read);
  const now = view(conversation);
  const shown = now.kind === 'question' && read.ask !== undefined ? { ...now, ...read.ask } : now;
  const screens = [shown, why ? whyScreen(conversation) : undefined];
  const notes = read.question === undefined ? [] : [answerToRule(conversation, read.question)];
  const texts = screens.flatMap((screen, at) =>
    screen === undefined
      ? []
      : [present({ screen, notes: at === 0 ? notes : [], origin: undefined }, language).text],
  );
  return [...placesLine(request), ...understoodText(language, read), ...texts].join('\n\n');
}
