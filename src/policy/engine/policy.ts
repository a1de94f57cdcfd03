import type { EditionId } from '../edition.js';
import { EDITIONS, type KnownEdition, newest } from '../editions/registry.js';
import {
  cloudIn,
  FACT_IDS,
  type FactId,
  type OptionId,
  offeredOptions,
  optionsOf,
  presumedValue,
  type Situation,
} from '../facts.js';
import { branch, build, limit, type Node, optionSet, restrict } from './diagram.js';

/**
 * What answers a question: one edition that somebody asked for, or, unless they did, the newest edition
 * of whichever family of clouds the customer turns out to be in.
 */
export interface Policy {
  /** The edition asked for, or undefined for the newest of the cloud's family. */
  readonly pinned: EditionId | undefined;
  readonly root: Node;
}

const diagrams = new Map<KnownEdition, Node>();

/** The diagram of an edition, built once. Throws `PolicyDefect`. */
export function diagramOf(edition: KnownEdition): Node {
  const known = diagrams.get(edition) ?? build(edition);
  diagrams.set(edition, known);
  return known;
}

function familyOf(cloud: OptionId<'cloud'>): KnownEdition {
  return newest(cloud === 'china' ? 'vianet' : 'global');
}

function newestRoot(): Node {
  const clouds = optionsOf('cloud') as readonly OptionId<'cloud'>[];
  return branch(
    'cloud',
    clouds.map((cloud) => restrict(diagramOf(familyOf(cloud)), 'cloud', cloud)),
  );
}

const policies = new Map<EditionId | undefined, Policy>();

/** The policy that answers when `pinned` was asked for. */
export function policyFor(pinned: EditionId | undefined): Policy {
  const known = policies.get(pinned);
  if (known !== undefined) return known;
  let root: Node | undefined;
  const policy: Policy = {
    pinned,
    // The first question of a process may be there before its diagram is.
    get root() {
      root ??= pinned === undefined ? newestRoot() : diagramOf(EDITIONS[pinned]);
      return root;
    },
  };
  policies.set(pinned, policy);
  return policy;
}

/** The edition that answers in this situation. While the cloud is open, the newest global one. */
export function editionFor(policy: Policy, situation: Situation): KnownEdition {
  if (policy.pinned !== undefined) return EDITIONS[policy.pinned];
  return familyOf(cloudIn(situation) ?? 'public');
}

/** The clouds that an edition says it is about. */
export function cloudsOf(edition: EditionId): readonly OptionId<'cloud'>[] {
  return EDITIONS[edition].clouds;
}

/** What is assumed for a fact that nobody was asked about; an edition for one cloud presumes that cloud. */
export function presumption(policy: Policy, fact: FactId): OptionId | undefined {
  if (fact !== 'cloud' || policy.pinned === undefined) return presumedValue(fact);
  const { clouds } = EDITIONS[policy.pinned];
  return clouds.length === 1 ? clouds[0] : undefined;
}

/** What the answers leave open, with nothing presumed. */
export function given(policy: Policy, situation: Situation): Node {
  let node = policy.root;
  for (const fact of FACT_IDS) {
    const value = situation[fact];
    node =
      value !== undefined && value !== 'unknown'
        ? restrict(node, fact, value)
        : offered(node, fact, situation);
  }
  return node;
}

/** The same without the options that make no sense here: they change nothing unless somebody says them outright. */
function offered(node: Node, fact: FactId, situation: Situation): Node {
  const sensible = offeredOptions(fact, situation);
  if (sensible.length === optionsOf(fact).length) return node;
  return limit(node, fact, optionSet(fact, sensible));
}

/** What the answers leave open once everything presumable is presumed. A fact said to be unknown is not. */
export function open(policy: Policy, situation: Situation): Node {
  let node = given(policy, situation);
  for (const fact of FACT_IDS) {
    const value = situation[fact] === undefined ? presumption(policy, fact) : undefined;
    if (value !== undefined) node = restrict(node, fact, value);
  }
  return node;
}
