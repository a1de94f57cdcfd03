import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { situationText } from '../cards/situation.js';
import type { Language } from '../language/language.js';
import { LANGUAGES } from '../language/languages.js';
import { languageFor } from '../language/negotiate.js';
import { cases } from '../policy/cases.js';
import { census } from '../policy/census.js';
import { deadEnds } from '../policy/dead-ends.js';
import type { Edition } from '../policy/edition.js';
import { LEDGERS } from '../policy/editions/ledger.js';
import { policyFor } from '../policy/policy.js';
import { type Defect, exampleOutcome, idle, prove } from '../policy/proof.js';
import { ALL_EDITIONS, type Effort, efforts, sizeOf } from '../policy/survey.js';

/** `prove`: everything that can be wrong with an edition, looked for over every situation. Exit 1 if there is a defect. */
const VOCABULARIES = Object.values(LANGUAGES).map((language) => ({
  tag: language.tag,
  has: (key: string) => language.has(key),
}));

/** Changes with anything that an edition says, cites or is dated by. */
function fingerprint(edition: Edition): string {
  return createHash('sha256').update(JSON.stringify(edition)).digest('hex');
}

function examine(edition: Edition) {
  return {
    edition: edition.id,
    hash: fingerprint(edition),
    ...sizeOf(edition),
    questions: efforts(edition.id),
    defects: [...prove(edition, LEDGERS[edition.id], VOCABULARIES), ...deadEnds(policyFor(edition.id))],
  };
}

function defectText(language: Language, { kind, rules, about, situation }: Defect): string {
  return language.say(`proof.${kind}`, {
    rules: rules.join(', '),
    about,
    situation: situationText(language, situation),
  });
}

function number(language: Language, value: number): string {
  return new Intl.NumberFormat(language.conventions, { maximumFractionDigits: 2 }).format(value);
}

function questionsText(language: Language, { planned, fixed }: { planned: Effort; fixed: Effort }): string {
  return language.say('proof.questions', {
    expected: number(language, planned.expected),
    worst: planned.worst,
    fixedExpected: number(language, fixed.expected),
    fixedWorst: fixed.worst,
  });
}

function report(
  language: Language,
  found: readonly ReturnType<typeof examine>[],
  overall: readonly Defect[],
): string {
  const sections = found.flatMap(({ edition, hash, defects, questions, rules, situations, cases, open }) => [
    language.say('proof.edition', { edition, rules, situations, cases, open }),
    questionsText(language, questions),
    `sha256 ${hash}`,
    ...defects.map((defect) => `✕ ${defectText(language, defect)}`),
    '',
  ]);
  const count = found.reduce((sum, { defects }) => sum + defects.length, 0) + overall.length;
  return [
    ...sections,
    ...overall.map((defect) => `✕ ${defectText(language, defect)}`),
    count === 0 ? language.say('proof.none') : language.say('proof.some', { count }),
  ].join('\n');
}

const LEDGER = new URL('../../../src/policy/editions/', import.meta.url);

/** Writes down anew what each edition says, for a person to review as a difference. */
function record(edition: Edition): void {
  const worked = Object.fromEntries(edition.rules.map((rule) => [rule.id, exampleOutcome(edition, rule)]));
  const books = { worked, census: census(edition, cases(edition)) };
  for (const [book, content] of Object.entries(books)) {
    const file = new URL(`${book}/${edition.id}.json`, LEDGER);
    const text = `${JSON.stringify(content, null, 2)}\n`;
    if (readFileSync(file, 'utf8') === text) continue;
    writeFileSync(file, text);
    console.log(language.say('proof.recorded', { file: `src/policy/editions/${book}/${edition.id}.json` }));
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: { json: { type: 'boolean' }, locale: { type: 'string' }, record: { type: 'boolean' } },
    }).values;
  } catch {
    console.error(LANGUAGES.en.say('proof.usage'));
    process.exit(2);
  }
}

const values = readArguments();
const language = LANGUAGES[languageFor(values.locale ?? 'en') ?? 'en'];
if (values.record === true) {
  for (const edition of ALL_EDITIONS) record(edition);
} else {
  const found = ALL_EDITIONS.map(examine);
  const overall = [...idle(ALL_EDITIONS), ...deadEnds(policyFor(undefined))];
  console.log(
    values.json === true ? JSON.stringify({ editions: found, overall }) : report(language, found, overall),
  );
  if (overall.length > 0 || found.some(({ defects }) => defects.length > 0)) process.exitCode = 1;
}
