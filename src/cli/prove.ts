import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { situationText } from '../cards/situation.js';
import type { Language } from '../language/language.js';
import { LANGUAGES } from '../language/languages.js';
import { languageFor } from '../language/negotiate.js';
import type { Edition } from '../policy/edition.js';
import { WORKED } from '../policy/editions/worked.js';
import { type Defect, idle, prove } from '../policy/proof.js';
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
    defects: prove(edition, WORKED[edition.id], VOCABULARIES),
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

const { values } = parseArgs({ options: { json: { type: 'boolean' }, locale: { type: 'string' } } });
const language = LANGUAGES[languageFor(values.locale ?? 'en') ?? 'en'];
const found = ALL_EDITIONS.map(examine);
const overall = idle(ALL_EDITIONS);
console.log(
  values.json === true ? JSON.stringify({ editions: found, overall }) : report(language, found, overall),
);
if (overall.length > 0 || found.some(({ defects }) => defects.length > 0)) process.exitCode = 1;
