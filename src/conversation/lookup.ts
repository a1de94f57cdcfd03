import type { LanguageTag } from '../language/languages.js';
import { understandLine } from '../language/understand/lazily.js';
import type { RuleQuestion, Understanding } from '../language/understand/understand.js';
import { caseOf, MOST_SUBSCRIPTIONS } from '../policy/case/case.js';
import { type Guidance, guide } from '../policy/engine/guidance.js';
import { nextQuestion } from '../policy/engine/interview.js';
import { policyFor } from '../policy/engine/policy.js';
import { type Answer, answersIn, type FactId, type Situation } from '../policy/facts.js';
import { findReceipt } from '../receipt/find-receipt.js';
import { reopen, reopenCase } from '../receipt/reopen.js';
import { type CasePlanView, planView } from './interview/case-view.js';
import { type Field, formOf } from './interview/form.js';
import { begin, type Conversation, situationOf } from './interview/state.js';
import { passage } from './passage.js';
import { answerToRule, askedOf, type RuleNote } from './rule-answer.js';

/** What the message extension finds: guidance for a situation, and what sets it apart from the others found. */
export interface LookedUp {
  readonly guidance: Guidance;
  readonly if: { readonly fact: FactId; readonly value: Answer } | undefined;
}

/** All subscriptions of a customer with their plan. */
export interface FoundCase {
  readonly whole: CasePlanView;
}

const RESELLER = { cloud: 'public', partner: 'indirectReseller' } as const;

/** What is asked most, shown before anybody has typed anything. */
const USUAL: readonly Situation[] = [
  { ...RESELLER, service: 'license', seller: 'microsoft', goal: 'support' },
  { ...RESELLER, service: 'license', seller: 'enterpriseAgreement', goal: 'support' },
  { ...RESELLER, service: 'license', seller: 'cspPartner', goal: 'takeOver' },
  { ...RESELLER, service: 'license', seller: 'formerCspPartner', goal: 'takeOver' },
  { ...RESELLER, service: 'usage', seller: 'microsoft', goal: 'takeOver' },
  { ...RESELLER, service: 'usage', seller: 'cspPartner', goal: 'takeOver', azurePlatform: 'azurePlan' },
  { ...RESELLER, service: 'usage', seller: 'enterpriseAgreement', goal: 'addServices' },
];

/** Teams shows a list of results; more would only have to be scrolled through. */
const MOST = 10;

/** What is found is by the newest edition. */
const newest = () => policyFor(undefined);

function found(situation: Situation, only?: LookedUp['if']): LookedUp {
  const counted = situationOf(conversationOf(situation));
  return { guidance: guide(newest(), counted), if: only };
}

function conversationOf(situation: Situation): Conversation {
  return { ...begin('extension'), answers: answersIn(situation) };
}

/** The facts that a text says for certain; of those with several readings, none. */
function situationIn({ readings }: Pick<Understanding, 'readings'>): Situation {
  return Object.fromEntries(
    readings.flatMap((reading) => (reading.kind === 'is' ? [[reading.fact, reading.value]] : [])),
  );
}

/** The plan for several subscriptions, and what is found for each of them, told apart by the service. */
function eachFound({ readings, subscriptions = [] }: Understanding): readonly (LookedUp | FoundCase)[] {
  const situations = subscriptions.map((own) => situationIn({ readings: [...readings, ...own] }));
  const all = caseOf(situationIn({ readings }), situations.slice(0, MOST_SUBSCRIPTIONS));
  const each = situations.map((situation) => {
    const { service } = situation;
    return found(situation, service === undefined ? undefined : { fact: 'service', value: service });
  });
  return [{ whole: planView(newest(), all) }, ...each];
}

/** Where the next fact has several answers, what each of them leads to. */
function branches({ readings }: Understanding, situation: Situation): readonly LookedUp[] {
  const unclear = readings.find((reading) => reading.kind === 'unclear');
  const next = unclear ?? nextQuestion(newest(), situationOf(conversationOf(situation)));
  if (next === undefined) return [];
  return next.options.map((value) => found({ ...situation, [next.fact]: value }, { fact: next.fact, value }));
}

/** A receipt in the text is looked up; its situation is answered by the edition of the receipt. */
function byReceipt(text: string): readonly (LookedUp | FoundCase)[] | undefined {
  const { receipt, whole } = findReceipt(text) ?? {};
  if (whole !== undefined) return [{ whole: planView(policyFor(reopenCase(whole).pinned), whole.all) }];
  if (receipt === undefined) return undefined;
  const { pinned } = reopen(receipt);
  return [{ guidance: guide(policyFor(pinned), receipt.situation), if: undefined }];
}

/** What is found for a typed line; undefined where nothing in it was understood. */
export function search(text: string, language: LanguageTag): readonly (LookedUp | FoundCase)[] | undefined {
  if (text.trim() === '') return USUAL.map((situation) => found(situation));
  const looked = byReceipt(text);
  if (looked !== undefined) return looked;
  const heard = understandLine(text, { language });
  if (heard.question !== undefined) {
    const asked = situationAsked(heard.question);
    return asked === undefined ? undefined : [found(asked), ...branches(heard, asked)].slice(0, MOST);
  }
  const situation = situationIn(heard);
  if (heard.subscriptions !== undefined) return eachFound(heard);
  if (heard.readings.every(({ kind }) => kind === 'isNot')) return undefined;
  return [found(situation), ...branches(heard, situation)].slice(0, MOST);
}

/** The situation that a question about the rules names, where it names one. */
function situationAsked(question: RuleQuestion): Situation | undefined {
  const asked = question.kind === 'term' ? {} : askedOf(question);
  return Object.keys(asked).length === 0 ? undefined : asked;
}

/** What there is to say to a typed line that asks what a word means, or why something matters. */
export function explained(text: string, language: LanguageTag): RuleNote | undefined {
  const { question } = understandLine(text, { language });
  return question === undefined ? undefined : answerToRule(conversationOf({}), question);
}

/** What was read in a message, with a form to correct it and the guidance so far. */
export interface MessageReading {
  readonly understood: readonly { readonly fact: FactId; readonly value: Answer; readonly said: string }[];
  readonly form: readonly Field[];
  readonly guidance: Guidance;
}

function reading(situation: Situation, understood: MessageReading['understood']): MessageReading {
  const conversation = conversationOf(situation);
  return {
    understood,
    form: formOf(conversation),
    guidance: guide(newest(), situationOf(conversation)),
  };
}

/** As many characters of a message are shown for each fact, so that its sentence is known again. */
const SHOWN = 78;

function isShown(passage: string): boolean {
  return passage.length <= SHOWN;
}

/** Reads the facts out of a customer's message. */
export function readMessage(text: string, language: LanguageTag): MessageReading {
  const heard = understandLine(text, { language, perspective: 'customer' });
  const understood = heard.readings.flatMap((each) =>
    each.kind === 'is'
      ? [{ fact: each.fact, value: each.value, said: passage(text, each.said, isShown) }]
      : [],
  );
  return reading(situationIn(heard), understood);
}

/** The same once the form was corrected. */
export function correctedReading(situation: Situation): MessageReading {
  return reading(situation, []);
}
