import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { LANGUAGES } from '../language/languages.js';
import type { EditionId } from '../policy/edition.js';
import { type KnownEdition, PUBLISHED } from '../policy/editions/registry.js';
import { LEARNED } from '../policy/engine/learned.js';
import { policyFor } from '../policy/engine/policy.js';
import { conflictDefects, provePlans } from '../proof/case-defects.js';
import { deadEnds } from '../proof/dead-ends.js';
import { LEDGERS } from '../proof/ledger/ledger.js';
import { type Defect, idle, prove } from '../proof/proof.js';
import { ALL_EDITIONS, type Effort, efforts, sizeOf } from '../proof/survey.js';
import { endWithOutput } from '../start/output.js';
import { defectText } from './defect-text.js';
import { counted, number } from './english.js';
import { learnedEffort, learnedText } from './learned-text.js';
import { ending, record } from './ledger-writer.js';
import type { GroupsOfEdition } from './prove-groups.js';

/**
 * How much a function has run before it is compiled anew, in bytes of its code. What runs for two seconds in many
 * functions is compiled for longer than that saves: with what is usual, a fourth of the time is the compiler's. That is so
 * with the V8 of Node 20; later ones know no such flag, and need none.
 */
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=600000');

/** `prove`: everything that can be wrong with an edition, looked for over every situation. Exit 1 if there is a defect. */
const VOCABULARIES = Object.values(LANGUAGES).map((language) => ({
  tag: language.tag,
  has: (key: string) => language.has(key),
}));

/** Changes with anything that an edition says, cites or is dated by. */
function fingerprint(edition: KnownEdition): string {
  return createHash('sha256').update(JSON.stringify(edition)).digest('hex');
}

type Groups = Readonly<Record<EditionId, GroupsOfEdition>>;

/** The groups of every edition, proved while the rest is. Rejects where that fails. */
function proveGroups(): Promise<Groups> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./prove-groups.js', import.meta.url));
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function examine(edition: KnownEdition) {
  const { defects: inPlans, ...plans } = provePlans(edition.id);
  return {
    edition: edition.id,
    hash: fingerprint(edition),
    ...sizeOf(edition),
    questions: efforts(edition.id),
    learned: learnedEffort(edition.id, LEARNED),
    plans,
    defects: [
      ...prove(edition, LEDGERS[edition.id], VOCABULARIES),
      ...deadEnds(policyFor(edition.id)),
      ...inPlans,
      ...conflictDefects(edition.id, VOCABULARIES),
    ],
  };
}

/** The same with what was found in the groups. */
function withGroups({ defects, ...examined }: ReturnType<typeof examine>, groups: Groups) {
  const { states, groups: open, defects: more } = groups[examined.edition];
  return { ...examined, open: states, groups: open, defects: [...defects, ...more] };
}

function questionsText({ planned, fixed }: { planned: Effort; fixed: Effort }): string {
  return (
    `Questions until guidance: ${number(planned.expected)} on average, ${planned.worst} at most. ` +
    `In a fixed order: ${number(fixed.expected)} on average, ${fixed.worst} at most.`
  );
}

type Examined = ReturnType<typeof withGroups>;

function editionText({
  edition,
  hash,
  defects,
  questions,
  learned,
  rules,
  facts,
  situations,
  cases,
  open,
  groups,
  plans,
}: Examined): readonly string[] {
  return [
    `${edition}: ${number(rules)} rules on ${number(facts)} facts, ${number(situations)} complete situations of these ` +
      `facts in ${number(cases)} kinds.`,
    `While something is open: ${number(open)} different states of knowledge, told apart in ${number(groups)} different groups.`,
    questionsText(questions),
    learnedText(learned),
    `Plans of two subscriptions: ${number(plans.pairs)} pairs of ${number(plans.answers)} different answers, in ` +
      `${number(plans.lists)} pairs of lists; ${number(plans.sampled)} whole plans of two and three besides.`,
    `sha256 ${hash}`,
    ...defects.map((defect) => `✕ ${defectText(defect)}`),
    '',
  ];
}

function report(found: readonly Examined[], overall: readonly Defect[]): string {
  const count = found.reduce((sum, { defects }) => sum + defects.length, 0) + overall.length;
  return [
    ...found.flatMap(editionText),
    ...overall.map((defect) => `✕ ${defectText(defect)}`),
    count === 0
      ? 'There are no defects.'
      : `There ${count === 1 ? 'is' : 'are'} ${counted(count, 'defect')}.`,
  ].join('\n');
}

const LEDGER = new URL('../../../src/proof/ledger/', import.meta.url);

function usage(): never {
  console.error('Usage: npm run --silent prove -- [--json] [--record [--rewrite 2019-03]]');
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        json: { type: 'boolean' },
        record: { type: 'boolean' },
        rewrite: { type: 'string', multiple: true },
      },
    }).values;
  } catch {
    return usage();
  }
}

/** Writes the ledger; exit 1 where a published edition forbids it. */
function recordAll(rewrite: readonly string[]): void {
  const named = PUBLISHED.filter((id) => rewrite.includes(id));
  if (named.length < rewrite.length) usage();
  const { exitCode, lines } = ending(record(LEDGER, named), (file) => `Written: ${file}`);
  for (const line of lines) (exitCode === 0 ? console.log : console.error)(line);
  process.exitCode = exitCode;
}

endWithOutput();
const values = readArguments();
if (values.record === true) {
  recordAll(values.rewrite ?? []);
} else if (values.rewrite !== undefined) {
  usage();
} else {
  const proving = proveGroups();
  const examined = ALL_EDITIONS.map(examine);
  const overall = [...idle(ALL_EDITIONS), ...deadEnds(policyFor(undefined))];
  const groups = await proving;
  const found = examined.map((each) => withGroups(each, groups));
  console.log(values.json === true ? JSON.stringify({ editions: found, overall }) : report(found, overall));
  if (overall.length > 0 || found.some(({ defects }) => defects.length > 0)) process.exitCode = 1;
}
