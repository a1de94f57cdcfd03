import type { Claim } from './claims/claim.js';
import { type Clause, is, type PlacedMention } from './clauses/clauses.js';

/**
 * Tells apart two subscriptions of one kind by how each stands: "our E3 has expired, Visio is still active". A product
 * and its state go together; what is said behind both, or before them, is said of both.
 */

interface ProductState {
  readonly product: PlacedMention;
  readonly state: Claim;
}

/** What tells two of a kind apart: how each stands, or on which platform it is. */
const APART = ['state', 'licensePlatform'] as const;

/** Each state with the product of its clause, or the one before it in its sentence. */
function statesIn(
  claims: readonly Claim[],
  products: readonly PlacedMention[],
  fact: (typeof APART)[number],
): readonly ProductState[] {
  return claims.flatMap((state) => {
    if (state.fact !== fact || state.kind !== 'is') return [];
    const { first, sentence, clause } = state.part;
    const here = products.filter((each) => each.clause === clause);
    const product =
      here.findLast((each) => each.first < first) ??
      here[0] ??
      products.findLast((each) => each.sentence === sentence && each.first < first);
    return product === undefined ? [] : [{ product, state }];
  });
}

function saysBoth(clause: Clause | undefined): boolean {
  return clause?.parts.some((part) => is(part, 'both')) === true;
}

function isOfOne({ fact, kind }: Claim): boolean {
  return kind === 'is' && ['state', 'seller', 'licensePlatform', 'azurePlatform'].includes(fact);
}

/** The claims about each of two products that stand differently; undefined where the line does not tell of two. */
export function alikeApart(
  claims: readonly Claim[],
  clauses: readonly Clause[],
): readonly (readonly Claim[])[] | undefined {
  const products = claims.flatMap(({ fact, kind, part }) =>
    fact === 'service' && kind === 'is' ? [part] : [],
  );
  for (const fact of APART) {
    const found = toldApart(claims, clauses, statesIn(claims, products, fact));
    if (found !== undefined) return found;
  }
  return undefined;
}

function toldApart(
  claims: readonly Claim[],
  clauses: readonly Clause[],
  [one, other, ...more]: readonly ProductState[],
): readonly (readonly Claim[])[] | undefined {
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  if (one.state.options.join() === other.state.options.join()) return undefined;
  // Each in a clause of its own, neither an alternative to the other nor what it was before.
  const { clause } = other.product;
  const parted = clauses[clause];
  if (clause === one.product.clause || parted === undefined || parted.join === 'or') return undefined;
  const turned = clauses
    .slice(one.product.clause, clause + 1)
    .some(({ parts }) => parts.some((part) => is(part, 'past', 'correction')));
  if (turned) return undefined;
  const [starts, ends] = [one.product.sentence, Math.max(other.state.part.sentence, other.product.sentence)];
  const about = (each: Claim): readonly ProductState[] => {
    const { first, sentence } = each.part;
    if (!isOfOne(each)) return [one, other];
    // "…, both straight from Microsoft".
    if (each.part.clause > clause && saysBoth(clauses[each.part.clause])) return [one, other];
    if (each.fact !== 'state' && (sentence > ends || sentence < starts)) return [one, other];
    return [first < parted.first ? one : other];
  };
  return [one, other].map((each) => claims.filter((said) => about(said).includes(each)));
}
