import { originData, plainData } from '../conversation/action.js';
import type { HandOverScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { CountryPair } from '../policy/regions/regions.js';
import { receiptOf } from '../receipt/receipt.js';
import { caseRequest } from './case-request.js';
import { statementText } from './guidance-text.js';
import type { Report } from './report.js';
import type { RequestDraft } from './request-draft.js';
import { navigation, proceed, type Row, row } from './rows.js';
import { type TextBox, textBox } from './text-box.js';
import { resultLines, situationLines } from './ticket.js';

/** What a person who never saw the conversation has to know. */
function caseLines(
  language: Language,
  guidance: Guidance,
  places: CountryPair | undefined,
): readonly string[] {
  const unknown = guidance.dependsOn.map(({ fact }) => language.say(`fact.${fact}.inList`));
  return [
    ...resultLines(language, guidance),
    ...guidance.reasons.map((reason) => statementText(language, `reason.${reason.id}`, reason)),
    ...situationLines(language, guidance, places),
    ...(unknown.length === 0 ? [] : [language.say('handOver.unknown', { facts: language.all(unknown) })]),
    language.say('ui.receipt', { receipt: receiptOf(guidance) }),
  ];
}

/** Whether the person gave an answer that says something. */
function isGiven<Value extends string>(value: Value | undefined): value is Exclude<Value, 'unknown'> {
  return value !== undefined && value !== 'unknown';
}

export function requestDraft(
  language: Language,
  guidance: Guidance,
  places?: CountryPair | undefined,
): RequestDraft {
  const { goal, service, seller } = guidance.situation;
  const description = [language.say('handOver.question'), ...caseLines(language, guidance, places)].join(
    '\n',
  );
  if (!isGiven(goal) || !isGiven(service) || !isGiven(seller)) {
    return {
      title: language.say('handOver.subjectOpen'),
      topic: language.say('handOver.topic.open'),
      description,
    };
  }
  return {
    title: language.say('handOver.subject', {
      goal: language.say(`option.goal.${goal}`),
      service: language.say(`option.service.${service}`),
      seller: language.say(`option.seller.${seller}`),
    }),
    topic: language.say(`handOver.topic.${goal}`),
    description,
  };
}

function sendRow(language: Language, { state, origin }: HandOverScreen): readonly Row[] {
  if (state !== 'draft' && state !== 'failed') return [];
  const label = language.say(state === 'draft' ? 'handOver.send' : 'handOver.again');
  return [row(label, originData('sendToPerson', origin))];
}

/** The draft about all subscriptions, or the only one. */
export function draftOf(
  language: Language,
  { guidance, all, places }: Pick<HandOverScreen, 'guidance' | 'all' | 'places'>,
): RequestDraft {
  return all === undefined ? requestDraft(language, guidance, places) : caseRequest(language, all, places);
}

/** What goes to a person: the case, and a draft of a support request; or what became of it. */
export function handOverReport(
  language: Language,
  screen: HandOverScreen,
): Report & { readonly box: TextBox } {
  const { guidance, all, origin, state } = screen;
  const { title, topic, description } = draftOf(language, screen);
  return {
    title: language.say('handOver.title'),
    text: language.say(`handOver.${state}`, { receipt: all?.receipt ?? receiptOf(guidance) }),
    sections: [],
    box: textBox(
      language,
      language.say('handOver.request'),
      [
        language.say('handOver.requestTitle', { text: title }),
        language.say('handOver.requestTopic', { text: topic }),
        language.say('handOver.requestDescription'),
        ...description.split('\n'),
      ],
      origin,
    ),
    options: [
      ...sendRow(language, screen),
      row(language.say('call.ticket'), plainData('ticket', origin)),
      proceed(language, origin),
    ],
    nav: navigation(language, origin, false),
  };
}
