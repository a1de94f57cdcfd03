import { parseArgs } from 'node:util';
import { pair, parseEdition, parseRequest } from '../advice/request.js';
import { differenceTexts } from '../cards/guidance-text.js';
import { limitsText } from '../cards/situation.js';
import type { Language } from '../language/language.js';
import { type Comparison, compare, differ, type Group } from '../policy/compare/difference.js';
import type { EditionId, Verdict } from '../policy/edition.js';
import { support } from '../policy/engine/diagram.js';
import { open, policyFor } from '../policy/engine/policy.js';
import type { FactId, Situation } from '../policy/facts.js';
import { endWithOutput } from '../start/output.js';
import { isBadRequest, UsageError } from './usage-error.js';

/** `compare`: in which situations two editions differ, or, with `--set`, how they differ in one. */
const USAGE =
  'Usage: npm run --silent compare -- 2020-06 2026-11 [--set fact=option …] [--locale ru] [--json]';

/** What would still have to be known before two editions can be compared in a situation. */
function openFacts(situation: Situation, ...editions: readonly EditionId[]): readonly FactId[] {
  return [...new Set(editions.flatMap((each) => [...support(open(policyFor(each), situation))]))];
}

function groupText(language: Language, { before, after, count, conditions }: Group): string {
  const verdict = (id: Verdict): string => language.say(`eligibility.${id}`);
  const heading =
    before === after
      ? language.say('compare.sameVerdict', { eligibility: verdict(before), count })
      : language.say('compare.group', { before: verdict(before), after: verdict(after), count });
  const lines = conditions.map((condition) =>
    language.say('compare.condition', {
      count: condition.count,
      limits: limitsText(language, condition.limits),
    }),
  );
  return [heading, ...lines.map((line) => `  ${line}`)].join('\n');
}

function report(language: Language, before: EditionId, after: EditionId, found: Comparison): string {
  const { groups, differing, total } = found;
  return [
    language.say('compare.title', {
      before: language.say(`edition.${before}`),
      after: language.say(`edition.${after}`),
    }),
    language.say('compare.total', { differing, total }),
    ...(groups.length === 0
      ? [language.say('compare.none')]
      : groups.map((group) => groupText(language, group))),
  ].join('\n\n');
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        locale: { type: 'string' },
        set: { type: 'string', multiple: true },
      },
    });
  } catch {
    throw new UsageError(USAGE);
  }
}

function run(args: readonly string[]): string {
  endWithOutput();
  const { values, positionals } = readArguments(args);
  const set = Object.fromEntries((values.set ?? []).map(pair));
  const { language, situation } = parseRequest({ locale: values.locale, set });
  const before = parseEdition(positionals[0]);
  const after = parseEdition(positionals[1]);
  if (values.set !== undefined) {
    const missing = openFacts(situation, before, after);
    if (missing.length > 0)
      throw new UsageError(`These facts are still open there: ${missing.join(', ')}. Set them as well.`);
    const difference = differ(before, after, situation);
    return values.json === true
      ? JSON.stringify(difference)
      : differenceTexts(language, difference).join('\n');
  }
  const found = compare(before, after);
  return values.json === true ? JSON.stringify(found) : report(language, before, after, found);
}

try {
  console.log(run(process.argv.slice(2)));
} catch (error) {
  if (!isBadRequest(error)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
