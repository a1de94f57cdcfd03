import type { FactId } from '../../../policy/facts.js';
import { type Clause, hasValue, type PlacedMention } from '../clauses/clauses.js';
import { withoutAside } from './aside.js';
import type { Claim } from './claim.js';
import { claimsOf } from './claims.js';
import { withRenewed } from './renewed.js';
import { withoutResold } from './resold.js';
import { roleIn } from './role-in.js';
import type { SpeakerRole } from './roles.js';
import { withoutUnrealised } from './unrealised.js';

/** What every value in a line says, and what it would say if it were not denied. */
export interface Gathered {
  readonly claims: readonly Claim[];
  readonly potential: ReadonlyMap<PlacedMention, readonly Claim[]>;
}

/** Lets every value of a line speak, in order: who was named before matters for the next. */
export function gather(
  clauses: readonly Clause[],
  denied: ReadonlySet<PlacedMention>,
  customer: boolean,
  asked: FactId | undefined,
  words: number,
): Gathered {
  const roles = new Map<number, SpeakerRole>();
  const claims: Claim[] = [];
  const potential = new Map<PlacedMention, readonly Claim[]>();
  for (const clause of clauses) {
    for (const part of clause.parts.filter(hasValue)) {
      const roleBefore = roles.get(clause.sentence);
      const around = {
        clauses,
        clause,
        roleBefore,
        negated: denied.has(part),
        customer,
        asked,
      };
      const said = claimsOf(part, around);
      // What it would say if it were said outright: what a doubt is about.
      potential.set(part, said.length > 0 ? said : claimsOf(part, { ...around, negated: true }));
      claims.push(...said);
      if (said.some(({ fact, kind }) => fact === 'seller' && kind === 'is'))
        roles.set(clause.sentence, 'seller');
      else if (
        [...part.concepts].some(
          (concept) => concept.startsWith('kind.') || concept === 'seller.formerCspPartner',
        )
      ) {
        roles.set(clause.sentence, roleIn(part, around));
      }
    }
  }
  const meant = withoutUnrealised(withoutAside(claims, clauses), clauses, words);
  return { claims: withRenewed(withoutResold(meant, clauses), clauses), potential };
}
