import { casePlanText, forText, subscriptionNames } from '../cards/case-text.js';
import { withAddress } from '../cards/cite.js';
import { present } from '../cards/present.js';
import { answerText } from '../cards/rows.js';
import { ruleTexts } from '../cards/rule-note.js';
import { laterText } from '../cards/understood.js';
import { whyScreen } from '../conversation/explain.js';
import { type CasePlanView, planView } from '../conversation/interview/case-view.js';
import { begin, type Conversation } from '../conversation/interview/state.js';
import { view } from '../conversation/interview/viewed.js';
import { answerToRule } from '../conversation/rule-answer.js';
import type { Language } from '../language/language.js';
import { countryText, placesText } from '../language/places/places-text.js';
import { answersFor, situationsIn } from '../policy/case/case.js';
import { assumptions, guide } from '../policy/engine/guidance.js';
import { editionFor } from '../policy/engine/policy.js';
import { explain } from '../policy/engine/why.js';
import { answersIn, type Situation } from '../policy/facts.js';
import { REGION_LIST } from '../policy/regions/markets.js';
import { regionOf } from '../policy/regions/regions.js';
import { receiptOf } from '../receipt/receipt.js';
import { askData, assumedData, planData, subscriptionsData } from './case-data.js';
import { type RequestReading, readRequest } from './reading.js';
import type { AdviceRequest } from './request.js';
import { ASKING, saidOfGuidance } from './said-data.js';

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
  const { policy, all, situation, understood, unclear, excluded, others, ask } = read;
  // What there is no verdict on yet needs no guidance: that of many open facts takes ten milliseconds.
  const guidance = ask === undefined ? guide(policy, situation) : undefined;
  const several = all.subscriptions.length === 1 ? undefined : planView(policy, all);
  return {
    locale: language.tag,
    edition: editionFor(policy, situation).id,
    situation,
    places: placesData(language, request.places),
    assumed: assumedData({ assumed: assumptions(policy, situation) }),
    understood,
    unclear,
    excluded,
    others,
    question: questionAsked(language, read),
    ...(guidance === undefined ? ASKING : saidOfGuidance(language, guidance)),
    receipt: guidance === undefined ? null : several === undefined ? receiptOf(guidance) : several.receipt,
    ask: ask === undefined ? null : askData(language, ask, several === undefined),
    subscriptions: several === undefined ? [] : subscriptionsData(language, several, ask === undefined),
    plan: several === undefined || ask !== undefined ? null : planData(language, several),
  };
}

function conversationOf({
  policy,
  situation,
}: Pick<RequestReading, 'policy'> & { readonly situation: Situation }): Conversation {
  const answers = answersIn(situation);
  const { pinned } = policy;
  return { ...begin('cli'), answers, ...(pinned === undefined ? {} : { edition: pinned }) };
}

/** What a text says, without an answer to it. */
export function understoodIn(request: AdviceRequest) {
  const read = readRequest(request);
  const { understood, unclear, excluded, others } = read;
  const question = questionAsked(request.language, read);
  return { locale: request.language.tag, understood, unclear, excluded, others, question };
}

/** The same with why the guidance is what it is; of several subscriptions with why for each. Null while asking. */
export function adviseAndExplain(request: AdviceRequest) {
  const answer = advise(request);
  const { policy, all, situation, ask } = readRequest(request);
  const situations = situationsIn(policy, all);
  const why = (of: Situation) => (ask === undefined ? explain(policy, of) : null);
  return {
    ...answer,
    why: why(situation),
    subscriptions: answer.subscriptions.map((each, at) => ({ ...each, why: why(situations[at] ?? {}) })),
  };
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

/** Why the guidance of each subscription is what it is, under its name. */
function whyOfEach(language: Language, { policy, all }: RequestReading, { answers }: CasePlanView) {
  const names = subscriptionNames(language, answers);
  return answers.flatMap((_, at) => {
    const screen = whyScreen(conversationOf({ policy, situation: answersFor(all, at) }));
    if (screen === undefined) return [];
    return [`${names[at]?.full ?? ''}\n${present({ screen, notes: [], origin: undefined }, language).text}`];
  });
}

/** The plan of several subscriptions in words, or their next question with those it is put for. */
function caseInWords(language: Language, read: RequestReading, why: boolean): string {
  const { policy, all, ask } = read;
  const shown = planView(policy, all);
  if (ask === undefined)
    return [casePlanText(language, shown), ...(why ? whyOfEach(language, read, shown) : [])].join('\n\n');
  const [first = 0] = ask.subscriptions;
  const now = view(conversationOf({ policy, situation: answersFor(all, first) }));
  const names = subscriptionNames(language, shown.answers);
  const asked = now.kind === 'question' ? { ...now, ...ask } : now;
  const text = present({ screen: asked, notes: [], origin: undefined }, language).text;
  return [forText(language, names, ask.subscriptions), text].join('\n');
}

/** The same as a person would read it in the chat, without the card; with `why`, the explanation as well. */
export function adviseInWords(request: AdviceRequest, why = false): string {
  const { language } = request;
  const read = readRequest(request);
  const before = [...placesLine(request), ...understoodText(language, read)];
  if (read.all.subscriptions.length > 1) return [...before, caseInWords(language, read, why)].join('\n\n');
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
  return [...before, ...texts].join('\n\n');
}
