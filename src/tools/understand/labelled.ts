import type { FactId } from '../../policy/facts.js';

/** What a person says that a line, or one subscription in it, means. */
interface Meaning {
  readonly facts?: Readonly<Record<string, string>>;
  readonly unclear?: Readonly<Record<string, readonly string[]>>;
  readonly not?: Readonly<Record<string, readonly string[]>>;
}

type Own = Omit<Meaning, 'facts'> & Readonly<Record<string, unknown>>;

/** A sentence and what a person says it means (the annotation guide is in test/language/understand/README.md). */
export interface Labelled extends Meaning {
  readonly text: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string>>;
  /** What each of two subscriptions has of its own, in the order of the text; its facts stand beside what is unclear. */
  readonly subscriptions?: readonly Own[];
  readonly intent?: string;
  /** The question on the table that the line answers. */
  readonly asked?: FactId;
  readonly perspective?: 'asker' | 'customer';
}

/** What is said of one fact, in short: `seller=microsoft`, `cloud?public|usGov`, `seller≠enterpriseAgreement`. */
export type Item = string;

export function sureItem(fact: string, value: string): Item {
  return `${fact}=${value}`;
}

export function isSure(item: Item): boolean {
  return item.includes('=') && !item.startsWith('intent ');
}

function itemsOf({ facts = {}, unclear = {}, not = {} }: Meaning): readonly Item[] {
  return [
    ...Object.entries(facts).map(([fact, value]) => sureItem(fact, value)),
    ...Object.entries(unclear).map(([fact, options]) => `${fact}?${options.join('|')}`),
    ...Object.entries(not).map(([fact, options]) => `${fact}≠${options.join('|')}`),
  ];
}

function factsOf(own: Own): Readonly<Record<string, string>> {
  const facts = Object.entries(own).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(facts);
}

/** What holds for each subscription of the line: one list where it is about one. */
export function labels(labelled: Labelled): readonly (readonly Item[])[] {
  const shared = itemsOf(labelled);
  return (labelled.subscriptions ?? [{}]).map((own) => [
    ...shared,
    ...itemsOf({ ...own, facts: factsOf(own) }),
  ]);
}
