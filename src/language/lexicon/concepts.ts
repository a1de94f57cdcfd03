import { type FactId, isFactId, isOption, type OptionId } from '../../policy/facts.js';

/**
 * What a phrase of a lexicon can mean. A *value* says something about the case (by itself or beside a cue); a *cue*
 * tells whose value it is or whether it holds. The ids are a contract with the lexicons: each file has every one.
 */
export const VALUES = [
  'cloud.public',
  'cloud.usGov',
  'cloud.gcc',
  'cloud.china',
  'government',
  'vianet',
  'service.license',
  'service.usage',
  'service.other',
  'seller.microsoft',
  'microsoft',
  'seller.mcaEnterprise',
  'mca',
  'seller.enterpriseAgreement',
  'seller.volumeLicensing',
  'seller.syndicationPartner',
  'seller.otherReseller',
  'seller.cspPartner',
  'seller.formerCspPartner',
  'seller.ownAdvisor',
  'kind.directBill',
  'kind.indirectProvider',
  'kind.indirectReseller',
  'kind.csp',
  'kind.notCsp',
  'kind.advisor',
  'kind.reseller',
  'direct',
  'indirect',
  'goal.support',
  'goal.addServices',
  'goal.takeOver',
  'goal.resell',
  'licensePlatform.newCommerce',
  'licensePlatform.legacy',
  'legacy',
  'azurePlatform.azurePlan',
  'azurePlatform.legacyAzure',
  'enrollment.direct',
  'enrollment.indirect',
  'enrollment.government',
  'designation',
  'region.same',
  'region.different',
  'country.same',
  'country.different',
  'state.active',
  'state.trial',
  'state.suspended',
  'state.expired',
  'runs',
  'stopped',
  'lapsed',
  'relationship',
  'relationship.yes',
  'relationship.no',
] as const;

export const CUES = [
  'we',
  'our',
  'they',
  'you',
  'other',
  'former',
  'new',
  'bought',
  'from',
  'sold',
  'sell',
  'supply',
  'invoice',
  'card',
  'wish',
  'keeps',
  'both',
  'have',
  'need',
  'not',
  'past',
  'now',
  'renewed',
  'reported',
  'aside',
  'ordinary',
  'correction',
  'and',
  'or',
  'but',
  'clause',
  'unsure',
  'whether',
  'inquires',
  'allowed',
  'sent',
  'accepted',
  'ended',
  'about.cloud',
  'about.partner',
  'about.service',
  'about.seller',
  'representative',
  'about.goal',
  'about.licensePlatform',
  'about.azurePlatform',
  'about.enrollment',
  'about.designation',
  'about.region',
  'about.state',
  'about.relationship',
  'term',
  'term.weak',
  'yes',
  'no',
  'same',
  'speaks',
  'intent.why',
  'intent.help',
  'intent.restart',
  'intent.person',
  'intent.greeting',
  'intent.thanks',
  'nothing',
  'filler',
] as const;

/**
 * What makes a line a question about the rules, and what ties one to a customer. These are sought apart from all else:
 * "our customer" ties a question whatever else the words say.
 */
export const QUESTION_CUES = [
  /** A question begins with it, or has it anywhere. */
  'question.asks',
  'question.particle',
  /** A whole question about what is allowed, or about what there is to do. */
  'question.allowed',
  'question.possible',
  /** It is about the rules, if it is a question. */
  'question.rules',
  'question.may',
  /** Why something matters; why something is so. */
  'question.why',
  'question.reason',
  /** What a word means. */
  'question.what',
  /** The policy itself by its name: "multi-channel support" is no wish to support somebody. */
  'question.program',
  /** What becomes of the subscription that the customer has. */
  'question.fate',
  /** It is about somebody's own case; about some customer. */
  'question.tied',
  'question.customer',
  /** Words that would tie it ("tell me whether"), but do not. */
  'question.untied',
  /** A fact by its name, where a question asks why it matters. */
  'topic.cloud',
  'topic.partner',
  'topic.service',
  'topic.seller',
  'topic.goal',
  'topic.region',
  'topic.relationship',
  'topic.designation',
  'topic.state',
] as const;

export type Value = (typeof VALUES)[number];
export type Cue = (typeof CUES)[number];
export type QuestionCue = (typeof QUESTION_CUES)[number];
/** `named`: a company is called by its name; `toUs`: the words of a phrase are those who speak; both stand in no lexicon. */
export type Concept = Value | Cue | QuestionCue | 'named' | 'toUs';
export const CONCEPTS: readonly Concept[] = [...VALUES, ...CUES];

const VALUE_SET: ReadonlySet<string> = new Set(VALUES);

export function isValue(concept: Concept): concept is Value {
  return VALUE_SET.has(concept);
}

/** The fact and option that a concept names outright ("cloud.china"), or undefined where cues decide. */
export function outright(concept: Concept): { fact: FactId; option: OptionId } | undefined {
  const [fact, option] = concept.split('.');
  return isFactId(fact) && isOption(fact, option) ? { fact, option } : undefined;
}

/** The fact that an `about.` or a `topic.` concept is about. */
export function topicOf(concept: Concept): FactId | undefined {
  const [about, fact] = concept.split('.');
  return (about === 'about' || about === 'topic') && isFactId(fact) ? fact : undefined;
}
