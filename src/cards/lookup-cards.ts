import { begin, originOf } from '../conversation/interview/state.js';
import type { FoundCase, LookedUp, MessageReading } from '../conversation/lookup.js';
import type { Language } from '../language/language.js';
import { answersIn, FACT_IDS } from '../policy/facts.js';
import { field } from './call-form.js';
import { sharedCaseMessage } from './case-card.js';
import { subscriptionNames } from './case-text.js';
import { guidanceMessage, lead } from './guidance-card.js';
import { quoted } from './quote.js';
import { answerText } from './rows.js';
import { type Card, expand } from './template.js';
import { headOf } from './then-and-now.js';

/** One thing to insert into a chat: the card, and how it looks in the list. */
export interface Insertable {
  readonly card: Card;
  readonly title: string;
  readonly text: string;
}

type CardPiece = unknown;

function isTap(value: CardPiece): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Action.Execute';
}

/** A card that stands in somebody else's chat is to be read: what would act on a conversation is taken out. */
function untappable(value: CardPiece): CardPiece {
  if (Array.isArray(value)) return value.filter((each) => !isTap(each)).map(untappable);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, each]) => !isTap(each));
  return Object.fromEntries(kept.map(([key, each]) => [key, untappable(each)]));
}

function isEmptySet(element: CardPiece): boolean {
  const { type, actions } = element as { readonly type?: string; readonly actions?: readonly unknown[] };
  return type === 'ActionSet' && actions?.length === 0;
}

/** A card as others read it. */
function readOnly(message: Card): Card {
  const { body, ...card } = untappable(message) as Card & { readonly body: readonly CardPiece[] };
  return { ...card, body: body.filter((element) => !isEmptySet(element)) };
}

/** The guidance as a card for others to read. */
function sharedCard(language: Language, { guidance }: LookedUp | MessageReading): Card {
  const view = {
    kind: 'guidance',
    guidance,
    answers: answersIn(guidance.situation),
    granted: [],
    origin: NOBODYS,
  } as const;
  return readOnly(guidanceMessage(language, view, [], 'shared').card);
}

/** The plan for a whole customer. */
function insertableCase(language: Language, { whole }: FoundCase): Insertable {
  const { plan, answers } = whole;
  const [guidance] = plan.guidances;
  if (guidance === undefined) throw new RangeError('A case has a subscription.');
  const numbers = plan.guidances.map((_, place) => place + 1);
  const message = sharedCaseMessage(language, {
    kind: 'guidance',
    guidance,
    answers: [],
    granted: [],
    origin: NOBODYS,
    among: { number: 1, numbers, whole, alone: false },
  });
  const names = subscriptionNames(language, answers).map(({ short }) => short);
  return {
    card: readOnly(message.card),
    title: language.say('case.title', { count: plan.guidances.length }),
    text: language.beside(names),
  };
}

/** Nothing on a shared card leads back to a conversation. */
const NOBODYS = originOf(begin('shared'));

export function insertable(language: Language, found: LookedUp | FoundCase): Insertable {
  if ('whole' in found) return insertableCase(language, found);
  const { guidance } = found;
  const head = headOf(language, guidance);
  const eligibility = `${head.icon} ${head.title}`;
  const known = FACT_IDS.flatMap((fact) => {
    const value = guidance.situation[fact];
    return value === undefined ? [] : [answerText(language, fact, value)];
  });
  const text = known.length === 0 ? lead(language, guidance) : language.beside(known);
  if (found.if === undefined) return { card: sharedCard(language, found), title: eligibility, text };
  const answer = answerText(language, found.if.fact, found.if.value);
  return {
    card: sharedCard(language, found),
    title: language.say('extension.if', { answer }),
    text: eligibility,
  };
}

/** The card of the dialog: what a message says, a form to correct it, and the guidance so far. */
export function messageReadingCard(language: Language, reading: MessageReading, first: boolean): Card {
  const { understood, form, guidance } = reading;
  const said = understood.map(({ fact, value, said: words }) =>
    language.say('ui.answerLine', {
      fact: language.say(`fact.${fact}.name`),
      answer: language.say('understood.from', {
        answer: answerText(language, fact, value),
        said: quoted(words),
      }),
    }),
  );
  const nothing = first && understood.length === 0 ? [language.say('extension.noFacts')] : [];
  return expand('extension', {
    lang: language.base,
    text: language.say('extension.text'),
    said: [...nothing, ...said].map((text) => ({ text })),
    form: form.map((each) => field(language, each)),
    header: { ...headOf(language, guidance), lead: lead(language, guidance) },
    update: { title: language.say('call.update'), data: { action: 'update' } },
    insert: { title: language.say('extension.insert'), data: { action: 'insert' } },
  });
}
