import type { Language } from '../language/language.js';
import type { KeyUnder } from '../language/message-keys.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { SaidStep } from '../policy/engine/statement.js';
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

/** What the customer can tell us; what only we know is not asked on the phone. */
function questions(language: Language, facts: readonly FactId[]): readonly string[] {
  return facts.filter(isAskable).map((fact) => language.say(`ask.${fact}`));
}

/** While something is open: what to ask now, one thing at a time, or everything that nobody knew. */
function asking(language: Language, { dependsOn }: Guidance, asked: FactId | undefined): readonly string[] {
  const open = questions(language, asked === undefined ? dependsOn.map(({ fact }) => fact) : [asked]);
  return open.length === 0 ? [language.say('aloud.moment')] : [language.say('aloud.depends'), ...open];
}

/**
 * The guidance for the customer's ear, in the customer's language: what it means for them, and what they will
 * have to do. Short sentences, no terms of the trade, none of the cautions meant for us.
 * @param asked the question that is being asked now
 */
export function aloud(language: Language, guidance: Guidance, asked?: FactId): readonly string[] {
  const { eligibility, reasons, steps, dependsOn } = guidance;
  if (eligibility === 'depends') return asking(language, guidance, asked);
  const said = [
    opening(language, guidance),
    ...reasons.map(({ id }) => language.maybe(`aloud.reason.${id}`)),
    ...(eligibility === 'confirm'
      ? []
      : steps.map(({ id }) => language.maybe(`aloud.step.${SAID_AS[id] ?? id}`))),
    // The verdict holds in any case; a step may still turn on what only the customer knows.
    ...questions(
      language,
      dependsOn.map(({ fact }) => fact),
    ),
  ];
  return [...new Set(said.filter((text) => text !== undefined))];
}
