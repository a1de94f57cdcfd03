import { type FactId, isFactId, isOption, type OptionId } from '../../../policy/facts.js';
import { type Concept, outright, topicOf } from '../../lexicon/concepts.js';
import { type Clause, is, type PlacedMention } from '../clauses/clauses.js';

/** A fact that a question is about, with the option that it names. */
export interface NamedFact {
  readonly fact: FactId;
  readonly option?: OptionId;
}

/** Concepts that name a fact or an option in a question, whatever they would say in a statement. */
const NAMES: { readonly [C in Concept]?: NamedFact } = {
  'kind.directBill': { fact: 'partner', option: 'directBill' },
  'kind.indirectProvider': { fact: 'partner', option: 'indirectProvider' },
  'kind.indirectReseller': { fact: 'partner', option: 'indirectReseller' },
  'kind.notCsp': { fact: 'partner', option: 'notCsp' },
  'kind.advisor': { fact: 'seller', option: 'advisor' },
  vianet: { fact: 'seller', option: 'vianet' },
  'cloud.gcc': { fact: 'cloud' },
};

function namedBy(concept: Concept): NamedFact | undefined {
  const known = NAMES[concept];
  if (known !== undefined) return known;
  const option = outright(concept);
  if (option !== undefined) return option;
  const fact = topicOf(concept) ?? concept;
  return isFactId(fact) ? { fact } : undefined;
}

/** Which of the two is meant stays open: both are explained. */
const INDIRECT: readonly NamedFact[] = [
  { fact: 'partner', option: 'indirectProvider' },
  { fact: 'partner', option: 'indirectReseller' },
];

/** The facts and options that are named, each once, in the order in which they are. */
export function namedIn(parts: readonly PlacedMention[]): readonly NamedFact[] {
  const all = parts.flatMap(({ concepts }) =>
    [...concepts].flatMap((concept) => (concept === 'indirect' ? INDIRECT : (namedBy(concept) ?? []))),
  );
  const seen = new Set<string>();
  const once = all.filter(({ fact, option }) => {
    const key = `${fact} ${option}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const withOption = new Set(once.flatMap(({ fact, option }) => (option === undefined ? [] : [fact])));
  return once.filter(({ fact, option }) => option !== undefined || !withOption.has(fact));
}

const TRADE = ['bought', 'sold', 'from', 'supply'] as const;

/** A kind of partner that a question names, where it is no seller. */
export interface NamedPartner {
  readonly option: OptionId<'partner'>;
  /** Its words, from one up to another. */
  readonly first: number;
  readonly next: number;
}

/** Who is outside CSP is who asks as well. */
function partnerNamed(concept: Concept): NamedFact | undefined {
  return concept === 'seller.otherReseller' ? NAMES['kind.notCsp'] : NAMES[concept];
}

/** "Can a distributor take over …": a kind of partner is who asks, unless somebody buys or sells in the clause. */
export function partnerIn(clauses: readonly Clause[]): NamedPartner | undefined {
  for (const { parts } of clauses) {
    if (parts.some((part) => is(part, ...TRADE))) continue;
    for (const { concepts, first, next } of parts) {
      const named = [...concepts].map(partnerNamed).find((each) => each?.fact === 'partner');
      if (named?.option !== undefined && isOption('partner', named.option))
        return { option: named.option as OptionId<'partner'>, first, next };
    }
  }
  return undefined;
}
