import { parseArgs } from 'node:util';
import { CaseStore } from '../../cases/case-store.js';
import { caseCalendar } from '../../cases/export/case-calendar.js';
import { casesCsv } from '../../cases/export/case-csv.js';
import { casesJson } from '../../cases/export/exported-case.js';
import type { KeptCase } from '../../cases/kept-case.js';
import { LANGUAGES } from '../../language/languages.js';
import { negotiate } from '../../language/negotiate.js';
import { ConfigError } from '../../problem/config-error.js';
import { endWithOutput } from '../../start/output.js';
import { StorageError } from '../../storage/error.js';
import { UsageError } from '../usage-error.js';
import { withStore } from './with-store.js';

/**
 * `cases`: what is kept of one person's cases, for whoever has to answer a request for it. It speaks English; what it gives is in
 * the language of `--locale`. Exit 2 for a request that cannot be carried out.
 */
const USAGE = `Usage: npm run --silent cases -- --channel msteams --user 29:… [--as json|csv|ics] [--locale ru]
Prints the cases that one person keeps, by their channel and their id there.`;

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { channel: text, user: text, as: text, locale: text };
    const { channel, user, as = 'json', locale } = parseArgs({ args: [...args], options }).values;
    if (channel !== undefined && user !== undefined && ['json', 'csv', 'ics'].includes(as)) {
      return { keeper: { channel, user }, as, language: LANGUAGES[negotiate([locale])] };
    }
  } catch {
    // What it would say of its own names no remedy.
  }
  throw new UsageError(USAGE);
}

function printed({ as, language }: ReturnType<typeof readArguments>, cases: readonly KeptCase[]): string {
  if (as === 'csv') return casesCsv(language, cases);
  if (as === 'ics') return cases.map((kept) => caseCalendar(language, kept) ?? '').join('');
  return casesJson(cases);
}

endWithOutput();
try {
  const wanted = readArguments(process.argv.slice(2));
  const cases = await withStore((store) => new CaseStore(store).list(wanted.keeper));
  process.stdout.write(printed(wanted, cases));
} catch (error) {
  const known = [UsageError, ConfigError, StorageError].some((kind) => error instanceof kind);
  if (!known) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
