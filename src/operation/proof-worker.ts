import { parentPort } from 'node:worker_threads';
import { LANGUAGES } from '../language/languages.js';
import { deadEnds } from '../policy/dead-ends.js';
import { LEDGERS } from '../policy/editions/ledger.js';
import { EDITIONS } from '../policy/editions/registry.js';
import { policyFor } from '../policy/policy.js';
import { prove } from '../policy/proof.js';

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
