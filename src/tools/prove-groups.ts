import { parentPort } from 'node:worker_threads';
import type { EditionId } from '../policy/edition.js';
import { GroupFinder } from '../policy/engine/groups.js';
import { policyFor } from '../policy/engine/policy.js';
import { GroupProof, type GroupsFound } from '../proof/group-defects.js';
import { knowledge } from '../proof/knowledge.js';
import { ALL_EDITIONS } from '../proof/survey.js';

/** What was found in the states of knowledge of an edition. */
export interface GroupsOfEdition extends GroupsFound {
  readonly states: number;
}

/** Proves the groups of every edition, off the main thread, and tells what was found in each. */
const proof = new GroupProof(new GroupFinder());

const found: Partial<Record<EditionId, GroupsOfEdition>> = {};
for (const { id } of ALL_EDITIONS) {
  const policy = policyFor(id);
  const states = knowledge(policy);
  found[id] = { states: states.length, ...proof.prove(policy, states) };
}

parentPort?.postMessage(found);
