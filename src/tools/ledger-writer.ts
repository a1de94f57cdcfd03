import { readFileSync, writeFileSync } from 'node:fs';
import type { EditionId } from '../policy/edition.js';
import { type KnownEdition, PUBLISHED } from '../policy/editions/registry.js';
import { cases } from '../proof/cases.js';
import { census } from '../proof/census.js';
import { exampleOutcome } from '../proof/proof.js';
import { ALL_EDITIONS } from '../proof/survey.js';

/** What was written anew, by the names of the files; or the published editions whose ledger would have changed. */
export type RecordedBook =
  | { readonly kind: 'written'; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly editions: readonly EditionId[] };

interface BookPage {
  readonly edition: EditionId;
  readonly file: string;
  readonly text: string;
}

/** The pages of the ledger as the edition has them now. */
function pages(edition: KnownEdition): readonly BookPage[] {
  const worked = Object.fromEntries(edition.rules.map((rule) => [rule.id, exampleOutcome(edition, rule)]));
  const books = { worked, census: census(edition, cases(edition)) };
  return Object.entries(books).map(([book, content]) => ({
    edition: edition.id,
    file: `${book}/${edition.id}.json`,
    text: `${JSON.stringify(content, null, 2)}\n`,
  }));
}

/**
 * Writes down anew what each edition says, for a person to review as a difference. A published edition is
 * frozen, and so is what was written down about it: where its ledger would change and `rewrite` does not name
 * it, nothing at all is written.
 * @param ledger the folder of the ledger, with a slash at its end
 */
export function record(ledger: URL, rewrite: readonly EditionId[]): RecordedBook {
  const changed = ALL_EDITIONS.flatMap(pages).filter(
    ({ file, text }) => readFileSync(new URL(file, ledger), 'utf8') !== text,
  );
  const frozen = PUBLISHED.filter(
    (id) => !rewrite.includes(id) && changed.some(({ edition }) => edition === id),
  );
  if (frozen.length > 0) return { kind: 'refused', editions: frozen };
  for (const { file, text } of changed) writeFileSync(new URL(file, ledger), text);
  return { kind: 'written', files: changed.map(({ file }) => file) };
}

function refusal(editions: readonly EditionId[]): string {
  const flags = editions.map((id) => `--rewrite ${id}`).join(' ');
  return (
    `Nothing was written, because ${editions.join(', ')} ${editions.length === 1 ? 'is' : 'are'} published and ` +
    'would get another ledger: write a change of policy as a new edition, or, if the ledger was wrong, run ' +
    `npm run --silent prove -- --record ${flags}`
  );
}

/** How the command ends, and what it says, in lines. */
export interface Ending {
  readonly exitCode: 0 | 1;
  readonly lines: readonly string[];
}

/** @param written says in the reader's language that a file was written */
export function ending(recorded: RecordedBook, written: (file: string) => string): Ending {
  switch (recorded.kind) {
    case 'written':
      return { exitCode: 0, lines: recorded.files.map((file) => written(`src/proof/ledger/${file}`)) };
    case 'refused':
      return { exitCode: 1, lines: [refusal(recorded.editions)] };
  }
}
