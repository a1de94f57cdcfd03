import { parentPort } from 'node:worker_threads';
import { LANGUAGES } from '../language/languages.js';
import { EDITIONS } from '../policy/editions/registry.js';
import { policyFor } from '../policy/engine/policy.js';
import { deadEnds } from '../proof/dead-ends.js';
import { LEDGERS } from '../proof/ledger/ledger.js';
import { prove } from '../proof/proof.js';

/** Proves every edition, off the main thread, and tells how many defects there are. */
const vocabularies = Object.values(LANGUAGES).map((language) => ({
  tag: language.tag,
  has: (key: string) => language.has(key),
}));

const defects = Object.values(EDITIONS).flatMap((edition) => [
  ...prove(edition, LEDGERS[edition.id], vocabularies),
  ...deadEnds(policyFor(edition.id)),
]);

parentPort?.postMessage(defects.length);
