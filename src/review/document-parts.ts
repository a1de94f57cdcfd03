import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { VERDICTS, type Verdict } from '../policy/edition.js';
import { CONFLICTS } from '../policy/editions/conflicts.js';
import type { KnownEdition, KnownRule } from '../policy/editions/registry.js';

/** What rules that decide nothing add; a rule that adds several things belongs to the first. */
const ADDITIONS = ['steps', 'cautions', 'reasons'] as const;
type Addition = (typeof ADDITIONS)[number];

/** What was bought, for the rules that speak of one kind of purchase only. */
const PURCHASES = ['license', 'usage', 'any'] as const;
type Purchase = (typeof PURCHASES)[number];

/** The rules that stand together. */
export type RuleGroupId = `decides-${Verdict}` | `adds-${Addition}-${Purchase}`;

/** A part of a document, which has a page of its own where documents have several. */
export type PartId = 'questions' | RuleGroupId | 'conflicts' | 'map' | 'examples' | 'changed';

interface RuleGroup {
  readonly id: RuleGroupId;
  readonly title: (language: Language) => string;
}

function decided(verdict: Verdict): RuleGroup {
  return {
    id: `decides-${verdict}`,
    title: (language) =>
      language.say('review.deciding', { eligibility: language.say(`eligibility.${verdict}`) }),
  };
}

function added(addition: Addition, purchase: Purchase): RuleGroup {
  return {
    id: `adds-${addition}-${purchase}`,
    title: (language) =>
      language.say(`review.adding.${addition}`, {
        bought: language.say(purchase === 'any' ? 'review.anyPurchase' : `option.service.${purchase}`),
      }),
  };
}

/** In the order in which they stand in a document. */
const GROUPS: readonly RuleGroup[] = [
  ...VERDICTS.map(decided),
  ...ADDITIONS.flatMap((addition) => PURCHASES.map((purchase) => added(addition, purchase))),
];

const RULE_GROUPS: readonly PartId[] = GROUPS.map(({ id }) => id);

const PARTS: readonly PartId[] = ['questions', ...RULE_GROUPS, 'conflicts', 'map', 'examples', 'changed'];

export function isPartId(text: unknown): text is PartId {
  return (PARTS as readonly unknown[]).includes(text);
}

function purchaseOf({ when }: KnownRule): Purchase {
  const [only, ...others] = when.service ?? [];
  return others.length === 0 ? (PURCHASES.find((each) => each === only) ?? 'any') : 'any';
}

/** Where the rule stands: with those that decide the same, or with those that add the same to the same purchases. */
export function groupOf(rule: KnownRule): RuleGroupId {
  const { verdict, steps = [], cautions = [] } = rule;
  if (verdict !== undefined) return `decides-${verdict}`;
  const addition = steps.length > 0 ? 'steps' : cautions.length > 0 ? 'cautions' : 'reasons';
  return `adds-${addition}-${purchaseOf(rule)}`;
}

/** The parts that an edition has: it need not have rules of every group, nor anything that stands against each other. */
export function documentParts({ id, rules }: KnownEdition): readonly PartId[] {
  const groups = new Set<PartId>(rules.map(groupOf));
  return PARTS.filter((part) =>
    part === 'conflicts' ? CONFLICTS[id].length > 0 : groups.has(part) || !RULE_GROUPS.includes(part),
  );
}

export function partTitle(language: Language, part: PartId): string {
  const group = GROUPS.find(({ id }) => id === part);
  return group === undefined
    ? language.say(`review.${part as Exclude<PartId, RuleGroupId>}`)
    : group.title(language);
}

/** Where something of a part stands, as an address for a link. */
export type Leads = (part: PartId, anchor: string) => string;

/** Everything stands on one page. */
export const ON_THIS_PAGE: Leads = (_part, anchor) => `#${anchor}`;

/** The style that a part is laid out by. */
export function partClass(part: PartId): string {
  if (part === 'conflicts') return 'rules conflicts';
  return RULE_GROUPS.includes(part) ? 'rules' : part;
}

/** The number of a rule in its edition, which stays: editions are frozen. The first has 1. */
export function ruleNumber(edition: KnownEdition, { id }: KnownRule): number {
  return edition.rules.findIndex((each) => each.id === id) + 1;
}

export function ruleAnchor({ id }: KnownRule): string {
  return `rule-${id}`;
}

/** What a rule is called, as a link to where it stands. */
export function ruleLink(language: Language, edition: KnownEdition, rule: KnownRule, leads: Leads): Html {
  const number = ruleNumber(edition, rule);
  const address = leads(groupOf(rule), ruleAnchor(rule));
  return html`<a href="${address}">${language.say('review.ruleNumber', { number })}</a>`;
}
