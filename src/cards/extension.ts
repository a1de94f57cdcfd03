import type { Found, MessageReading } from '../dialog/extension.js';
import type { Language } from '../language/language.js';
import { begin, originOf } from '../policy/conversation.js';
import { FACT_IDS } from '../policy/facts.js';
import { field } from './form.js';
import { guidanceMessage, lead } from './guidance.js';
import { LOOK } from './look.js';
import { answerText } from './parts.js';
import { quoted } from './quote.js';
import { type Card, expand } from './template.js';

/** One thing to insert into a chat: the card, and how it looks in the list. */
export interface Insertable {
  readonly card: Card;
  readonly title: string;
  readonly text: string;
}

type Json = unknown;

function isTap(value: Json): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Action.Execute';
}

/** A card that stands in somebody else's chat is to be read: what would act on a conversation is taken out. */
function untappable(value: Json): Json {
  if (Array.isArray(value)) return value.filter((each) => !isTap(each)).map(untappable);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, each]) => !isTap(each));
  return Object.fromEntries(kept.map(([key, each]) => [key, untappable(each)]));
}

function isEmptySet(element: Json): boolean {
  const { type, actions } = element as { readonly type?: string; readonly actions?: readonly unknown[] };
  return type === 'ActionSet' && actions?.length === 0;
}

/** The guidance as a card for others to read. */
function sharedCard(language: Language, { guidance }: Found | MessageReading): Card {
  const view = {
    kind: 'guidance',
    guidance,
    answers: answersOf(guidance.situation),
    origin: NOBODYS,
  } as const;
  const { body, ...card } = untappable(guidanceMessage(language, view, [], 'shared').card) as Card & {
    readonly body: readonly Json[];
  };
  return { ...card, body: body.filter((element) => !isEmptySet(element)) };
}

/** Nothing on a shared card leads back to a conversation. */
const NOBODYS = originOf(begin('shared'));

function answersOf(situation: Found['guidance']['situation']) {
  return Object.entries(situation) as unknown as readonly (readonly [never, never])[];
}

export function insertable(language: Language, found: Found): Insertable {
  const { guidance } = found;
  const eligibility = `${LOOK[guidance.eligibility].icon} ${language.say(`eligibility.${guidance.eligibility}`)}`;
  const known = FACT_IDS.flatMap((fact) => {
    const value = guidance.situation[fact];
    return value === undefined ? [] : [answerText(language, fact, value)];
  });
  const text = known.length === 0 ? lead(language, guidance) : known.join(' · ');
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
      answer: `${answerText(language, fact, value)} (“${quoted(words)}”)`,
    }),
  );
  const nothing = first && understood.length === 0 ? [language.say('extension.noFacts')] : [];
  return expand('extension', {
    lang: language.base,
    text: language.say('extension.text'),
    said: [...nothing, ...said].map((text) => ({ text })),
    form: form.map((each) => field(language, each)),
    header: {
      ...LOOK[guidance.eligibility],
      title: language.say(`eligibility.${guidance.eligibility}`),
      lead: lead(language, guidance),
    },
    update: { title: language.say('call.update'), data: { action: 'update' } },
    insert: { title: language.say('extension.insert'), data: { action: 'insert' } },
  });
}
