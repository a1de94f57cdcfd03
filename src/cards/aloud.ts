import type { Language } from '../language/language.js';
import type { KeyUnder } from '../language/message-keys.js';
import { grave } from '../policy/engine/foremost.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { GuidanceStep, SaidStep } from '../policy/engine/statement.js';
import { type FactId, isAskable } from '../policy/facts.js';

/** Steps of ours that the customer notices in the same way, and the words for them. */
const SAID_AS: Readonly<Partial<Record<SaidStep, KeyUnder<'aloud.step'>>>> = {
  askPermission: 'request',
  requestRelationship: 'request',
  requestJointRelationship: 'request',
  createInvitation: 'request',
  sendInvitation: 'request',
  useProviderInvitation: 'request',
  orderSameLicenses: 'order',
  providerOrdersSameLicenses: 'order',
  createAzureSubscription: 'create',
  providerCreatesAzureSubscription: 'create',
  providerSignsChangeForm: 'signChangeForm',
};

/** Cautions that to the customer are the same reservation as another. */
const RESERVED_AS: Readonly<Record<string, string>> = {
  whatTransfers: 'aloud.caution.blocksTransfer',
  archivedInChina: 'aloud.uncertain',
};

/** Nobody listens to more sentences than this. */
const MOST = 10;

/** Whether something new is set up in place of what the customer has; then it is not said to stay as it is. */
function replaces({ steps }: Guidance): boolean {
  return steps.some(({ id }) => SAID_AS[id] === 'order' || SAID_AS[id] === 'create');
}

/** The opening: good news is told as exactly as there are words for. */
function opening(language: Language, guidance: Guidance): string {
  const { eligibility, situation } = guidance;
  const stays = situation.goal !== 'takeOver' && !replaces(guidance);
  const exact = eligibility === 'eligible' && (stays || situation.goal === 'takeOver');
  return (
    (exact && situation.goal !== undefined
      ? language.maybe(`aloud.eligibleFor.${situation.goal}`)
      : undefined) ?? language.say(`aloud.${eligibility}`)
  );
}

/**
 * What may still come between: no promise without what can take it back, nor as certain as it is not. What is refused
 * or still to be checked promises nothing.
 */
function reservations(language: Language, { eligibility, cautions, certain }: Guidance): readonly string[] {
  if (eligibility !== 'eligible' && eligibility !== 'otherRoute') return [];
  const said = grave(cautions).map(({ id }) => language.maybe(RESERVED_AS[id] ?? `aloud.caution.${id}`));
  return [
    ...(certain ? [] : [language.say('aloud.uncertain')]),
    ...said.filter((text) => text !== undefined),
  ];
}

/** What the customer can tell us; what only we know is not asked on the phone. */
function questions(language: Language, facts: readonly FactId[]): readonly string[] {
  return facts.filter(isAskable).map((fact) => language.say(`ask.${fact}`));
}

/**
 * While something is open: what to ask now, one thing at a time, or everything that nobody knew and the customer may
 * find. What only we can find out is no reason to let anybody wait on the phone.
 */
function asking(language: Language, { dependsOn }: Guidance, asked: FactId | undefined): readonly string[] {
  const open = questions(language, asked === undefined ? dependsOn.map(({ fact }) => fact) : [asked]);
  if (open.length === 0) return [language.say(asked === undefined ? 'aloud.ours' : 'aloud.moment')];
  return [language.say(asked === undefined ? 'aloud.lookUp' : 'aloud.depends'), ...open];
}

/**
 * The guidance for the customer's ear, in the customer's language: what it means for them, and what they will
 * have to do. Short sentences, no terms of the trade; of the cautions, what can take a promise back, in the customer's terms.
 * @param asked the question that is being asked now
 */
export function aloud(language: Language, guidance: Guidance, asked?: FactId): readonly string[] {
  const { eligibility, reasons, steps, dependsOn } = guidance;
  if (eligibility === 'depends') return asking(language, guidance, asked);
  const told = eligibility === 'confirm' ? [] : steps;
  const before = [
    opening(language, guidance),
    ...reservations(language, guidance),
    ...reasons.map(({ id }) => language.maybe(`aloud.reason.${id}`)),
  ];
  // The verdict holds in any case; a step may still turn on what only the customer knows.
  const after = questions(
    language,
    dependsOn.map(({ fact }) => fact),
  );
  const all = different([...before, ...told.map((step) => stepWords(language, step)), ...after]);
  if (all.length <= MOST) return all;
  // What we do by ourselves in the end need not be announced.
  const last = told.findLast((step) => step.actor === 'you' && stepWords(language, step) !== undefined);
  const fewer = told.filter((step) => step !== last);
  return different([...before, ...fewer.map((step) => stepWords(language, step)), ...after]);
}

function stepWords(language: Language, { id }: GuidanceStep): string | undefined {
  return language.maybe(`aloud.step.${SAID_AS[id] ?? id}`);
}

function different(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}
