import { under } from '../policy/engine/cover.js';
import { limit, type Node, optionSet, restrictAt } from '../policy/engine/diagram.js';
import type { Differing } from '../policy/engine/differing.js';
import type { GroupFinder, SaidInGroup } from '../policy/engine/groups.js';
import { ByLeft, type Left, leaving, leftOf } from '../policy/engine/left.js';
import type { Policy } from '../policy/engine/policy.js';
import type { Statement } from '../policy/engine/statement.js';
import type { FactId } from '../policy/facts.js';
import { answersOf, type Knowledge } from './knowledge.js';
import type { Defect, DefectKind } from './proof.js';
import { ClaimReader, KINDS, type Kind, type SaidBits } from './said-bits.js';

/** What is said besides, as claims, and what still has to be the case for it. */
interface ToldIf {
  readonly condition: Differing['options'];
  readonly claims: SaidBits;
}

/** What was found in the groups of a policy. */
export interface GroupsFound {
  /** Groups that can be told apart by what they say: many states of knowledge have the same. */
  readonly groups: number;
  readonly defects: readonly Defect[];
}

/**
 * Proves the groups of every state of knowledge. A state is told apart by one fact after the other until one verdict
 * is left; what is left of a diagram then is the same for many states. So that each fact's options are split without
 * gap and overlap is looked at once for each diagram that is left on the way, and what is said at the end once for each
 * end: that this is everything, and nothing but what all of its situations say, with the sources of all of them.
 */
export class GroupProof {
  readonly #finder: GroupFinder;
  readonly #claims = new ClaimReader();
  readonly #seen = new ByLeft<true>();
  #groups = 0;
  #tell: Tell = () => {};

  constructor(finder: GroupFinder) {
    this.#finder = finder;
  }

  /** Looks at states of a policy; what was looked at for another before is not counted again. */
  prove({ pinned }: Policy, states: readonly Knowledge[]): GroupsFound {
    const edition = pinned ?? 'newest';
    const found: Defect[] = [];
    this.#groups = 0;
    for (const state of states) {
      this.#tell = (kind, about) =>
        found.push({ kind, about, rules: [], edition, situation: answersOf(state) });
      this.#visit(state.node, state.offered);
    }
    return { groups: this.#groups, defects: found };
  }

  #visit(part: Node, left: Left): void {
    if (this.#seen.get(part, left) !== undefined) return;
    this.#seen.set(part, left, true);
    const split = this.#finder.split(part);
    if ('eligibility' in split) {
      this.#groups += 1;
      const { every, some } = this.#claims.in(part);
      if ((every & this.#claims.verdict(split.eligibility)) === 0n)
        this.#tell('groupVerdict', split.eligibility);
      const said = this.#finder.said(part, left);
      if (said.certain !== ((some & this.#claims.doubt()) === 0n)) this.#tell('groupSays', 'certain');
      this.#said(part, left, said);
      return;
    }
    const { fact, among } = split;
    const offered = leftOf(left, fact);
    let rest = offered;
    for (const set of among) {
      const kept = set & offered;
      if (kept === 0 || kept === offered || (kept & ~rest) !== 0) this.#tell('groupCover', fact);
      rest &= ~kept;
      if (kept !== 0) this.#visit(limit(part, fact, kept), leaving(left, fact, kept));
    }
    if (rest !== 0) this.#tell('groupCover', fact);
  }

  #said(part: Node, left: Left, said: SaidInGroup): void {
    const { every } = this.#claims.in(part);
    let shared = 0n;
    for (const kind of KINDS) {
      const claims = this.#list(kind, said[kind], part);
      shared |= claims;
      const silent = every & this.#claims.all(kind) & ~claims;
      if (silent !== 0n) this.#tell('groupSilent', this.#claims.names(silent));
    }
    const told = said.differing.map(({ options: condition, steps, cautions }) => {
      const node = under(part, condition);
      const claims = this.#list('steps', steps, node) | this.#list('cautions', cautions, node);
      if ((claims & shared) !== 0n) this.#tell('groupSays', this.#claims.names(claims & shared));
      const isLeft = condition.every(
        ({ fact, options }) => (optionSet(fact, options) & ~leftOf(left, fact)) === 0,
      );
      if (!isLeft || claims === 0n) this.#tell('groupCover', condition.map(({ fact }) => fact).join(', '));
      return { condition, claims };
    });
    const silent = this.#untold(part, left, told, shared);
    if (!said.more && silent !== 0n) this.#tell('groupSilent', this.#claims.names(silent));
    if (said.more && silent === 0n) this.#tell('groupSays', 'more');
  }

  /** What some statements claim, once it was looked whether every situation of a part says them, and just so. */
  #list(kind: Kind, statements: readonly Statement[], part: Node): SaidBits {
    const { every, some } = this.#claims.in(part);
    let all = 0n;
    for (const each of statements) {
      const { said, about } = this.#claims.statement(kind, each);
      const right =
        (every & said) !== 0n && (some & this.#claims.about(kind, each)) === about && (all & said) === 0n;
      if (!right) this.#tell('groupSays', `${kind} ${each.id}`);
      all |= said;
    }
    return all;
  }

  /** The steps and cautions of some situation of a part that are told to it neither in common nor under a condition. */
  #untold(part: Node, left: Left, told: readonly ToldIf[], shared: SaidBits): SaidBits {
    const known = told.reduce(
      (all, { condition, claims }) => (condition.length === 0 ? all | claims : all),
      shared,
    );
    const wanted = this.#claims.all('steps') | this.#claims.all('cautions');
    const silent = this.#claims.in(part).some & wanted & ~known;
    const open = told.filter(({ condition }) => condition.length > 0);
    const fact = open[0]?.condition[0]?.fact;
    if (silent === 0n || fact === undefined) return silent;
    let all = 0n;
    for (let index = 0; leftOf(left, fact) >> index !== 0; index += 1) {
      if ((leftOf(left, fact) & (1 << index)) === 0) continue;
      all |= this.#untold(restrictAt(part, fact, index), left, answered(open, fact, 1 << index), known);
    }
    return all;
  }
}

type Tell = (kind: DefectKind, about: string) => unknown;

/** What is still told if a fact is one option. */
function answered(told: readonly ToldIf[], fact: FactId, option: number): readonly ToldIf[] {
  return told.flatMap(({ condition, claims }) => {
    const limits = condition.find((each) => each.fact === fact);
    if (limits === undefined) return [{ condition, claims }];
    if ((optionSet(fact, limits.options) & option) === 0) return [];
    return [{ condition: condition.filter((each) => each !== limits), claims }];
  });
}
