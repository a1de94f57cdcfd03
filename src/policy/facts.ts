/**
 * The vocabulary: which facts make up a situation and which options each has. The ids are a contract:
 * links, receipts, tests and other programs rely on them.
 */

/**
 * Whose fact it is, and so how often it is answered. `asker`: true of who asks, whoever the customer is; asked of a person
 * once. `customer`: true of the customer's tenant, or between it and the asker, whichever subscription it is; once a
 * customer. `subscription`: true of one subscription, and answered for each. A customer may have several agreements, and
 * ask for something else with each subscription (support for one, the bill of the other), so `enrollment` and `goal` are
 * the subscription's. A tenant has one relationship with a partner, whatever is done in it, so `relationship` is not.
 */
export type FactOwner = 'asker' | 'customer' | 'subscription';

interface FactDefinition {
  readonly options: readonly string[];
  /** The value that is assumed without asking, because asking would only tire people. */
  readonly presumed?: string;
  /** Whether somebody can do something about it (a relationship can be requested; the cloud cannot be changed). */
  readonly actionable: boolean;
  /** Whose fact it is: see `FactOwner`. */
  readonly of: FactOwner;
  /** Who can find it out: what the customer knows can be asked in a message to the customer. */
  readonly knownBy: 'asker' | 'customer';
}

export const FACTS = {
  cloud: { options: ['public', 'usGov', 'china'], actionable: false, of: 'customer', knownBy: 'customer' },
  /** Who is asking. */
  partner: {
    options: ['directBill', 'indirectProvider', 'indirectReseller', 'notCsp'],
    actionable: false,
    of: 'asker',
    knownBy: 'asker',
  },
  /** `other` is what these rules do not speak of: perpetual, preinstalled and boxed software, marketplace items, support plans. */
  service: {
    options: ['license', 'usage', 'other'],
    actionable: false,
    of: 'subscription',
    knownBy: 'customer',
  },
  /** Where the customer bought. */
  seller: {
    options: [
      'microsoft',
      /** The Microsoft Customer Agreement signed through a Microsoft representative. */
      'mcaEnterprise',
      'enterpriseAgreement',
      'volumeLicensing',
      'advisor',
      'ownAdvisor',
      'cspPartner',
      'formerCspPartner',
      'syndicationPartner',
      'otherReseller',
      'vianet',
    ],
    actionable: false,
    of: 'subscription',
    knownBy: 'customer',
  },
  goal: {
    options: ['support', 'addServices', 'takeOver', 'resell'],
    actionable: true,
    of: 'subscription',
    knownBy: 'asker',
  },
  /**
   * Presumed new commerce: since 1 September 2024 licences are sold on it, but for 5 and 6 year
   * public-sector terms (new-commerce-license-based).
   */
  licensePlatform: {
    options: ['newCommerce', 'legacy'],
    presumed: 'newCommerce',
    actionable: true,
    of: 'subscription',
    knownBy: 'customer',
  },
  azurePlatform: {
    options: ['azurePlan', 'legacyAzure'],
    actionable: true,
    of: 'subscription',
    knownBy: 'customer',
  },
  /** Which kind of Enterprise Agreement: only asked where Azure is to move out of one. */
  enrollment: {
    options: ['direct', 'indirect', 'government'],
    actionable: false,
    of: 'subscription',
    knownBy: 'customer',
  },
  /** Whether the asker holds the designation that Microsoft wants for moving an agreement's Azure billing. */
  designation: { options: ['held', 'notHeld'], actionable: true, of: 'asker', knownBy: 'asker' },
  /** The state of the subscription, where it is to be transferred: only active ones are. */
  state: {
    options: ['active', 'trial', 'suspended', 'expired'],
    presumed: 'active',
    actionable: true,
    of: 'subscription',
    knownBy: 'customer',
  },
  /**
   * Whether the customer's tenant is in the CSP region of the asker's own; `unlisted` where Microsoft's list
   * does not settle it for one of the two countries (see `src/policy/regions`).
   */
  region: {
    options: ['same', 'different', 'unlisted'],
    presumed: 'same',
    actionable: false,
    of: 'customer',
    knownBy: 'customer',
  },
  /** Whether a reseller relationship with the customer exists already. */
  relationship: {
    options: ['yes', 'no'],
    presumed: 'no',
    actionable: true,
    of: 'customer',
    knownBy: 'asker',
  },
} as const satisfies Record<string, FactDefinition>;

export type FactId = keyof typeof FACTS;
export type OptionId<F extends FactId = FactId> = (typeof FACTS)[F]['options'][number];

/** What the person said: an option, or that they do not know. */
export type Answer<F extends FactId = FactId> = OptionId<F> | 'unknown';

/** The facts known so far; a fact that is not a key is absent (never asked). */
export type Situation = { readonly [F in FactId]?: Answer<F> };

/** The facts of one owner. */
export type FactOf<W extends FactOwner> = {
  [F in FactId]: (typeof FACTS)[F]['of'] extends W ? F : never;
}[FactId];

/** What is known of one owner. */
export type SituationOf<W extends FactOwner> = Pick<Situation, FactOf<W>>;

/** The facts that the customer can tell us. */
export type AskableFact = {
  [F in FactId]: (typeof FACTS)[F]['knownBy'] extends 'customer' ? F : never;
}[FactId];

export const FACT_IDS = Object.keys(FACTS) as readonly FactId[];

/** The options of a fact, in the order of the vocabulary. */
export function optionsOf(fact: FactId): readonly OptionId[] {
  return FACTS[fact].options;
}

/** The value assumed for a fact nobody was asked about, or undefined. */
export function presumedValue(fact: FactId): OptionId | undefined {
  const definition: FactDefinition = FACTS[fact];
  return definition.presumed as OptionId | undefined;
}

export function isFactId(text: unknown): text is FactId {
  return typeof text === 'string' && Object.hasOwn(FACTS, text);
}

export function isOption(fact: FactId, text: unknown): text is OptionId {
  return (optionsOf(fact) as readonly unknown[]).includes(text);
}

export function isAskable(fact: FactId): fact is AskableFact {
  return FACTS[fact].knownBy === 'customer';
}

/** Whether it is the asker's own and stays, whoever the customer is. */
export function stays(fact: FactId): boolean {
  return FACTS[fact].of === 'asker';
}

/** Whether it is answered once for all subscriptions of a customer. */
export function outlasts(fact: FactId): boolean {
  return FACTS[fact].of !== 'subscription';
}

/** Whether `text` can be an answer to `fact`: one of its options, or "unknown". */
export function isAnswer(fact: FactId, text: unknown): text is Answer {
  return text === 'unknown' || isOption(fact, text);
}

/** The answers of a situation with their facts, in the order in which the situation names them. */
export function answersIn(situation: Situation): readonly (readonly [FactId, Answer])[] {
  return Object.keys(situation).flatMap((fact) => {
    const answer = isFactId(fact) ? situation[fact] : undefined;
    return isFactId(fact) && answer !== undefined ? [[fact, answer] as const] : [];
  });
}

/** The cloud, once it is known. */
export function cloudIn({ cloud }: Situation): OptionId<'cloud'> | undefined {
  return cloud === 'unknown' ? undefined : cloud;
}

/**
 * The options worth offering, given what is known: 21Vianet sells only in its own cloud, and there the
 * other sellers do not exist apart. Anything in the vocabulary is still accepted when it is said outright.
 */
export function offeredOptions(fact: FactId, situation: Situation): readonly OptionId[] {
  // Nobody knows by heart that a country is on no list: the table says so.
  if (fact === 'region') return ['same', 'different'];
  if (fact !== 'seller') return optionsOf(fact);
  if (situation.cloud === 'china') return ['vianet', 'ownAdvisor', 'otherReseller'];
  if (cloudIn(situation) === undefined) return optionsOf(fact);
  return optionsOf(fact).filter((option) => option !== 'vianet');
}
