import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { parseRequest } from '../advice/request.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { EDITION_IDS, isEditionId } from '../policy/edition.js';
import { EDITIONS } from '../policy/editions/registry.js';
import { disagreements, reviewDocument } from '../review/document.js';
import { type Site, signpost } from '../review/site.js';
import { endWithOutput } from '../start/output.js';
import { counted, number } from './english.js';
import { isBadRequest, UsageError } from './usage-error.js';

/**
 * `review`: one document an edition and language, for people who do not program, and an index of them.
 * Exit 1 where a worked example does not come out as recorded, 2 for a request that cannot be read
 * or a folder that cannot be written.
 */
const DISAGREES = 1;
const BAD_REQUEST = 2;
const FOLDER = 'dist/review';

interface Order {
  readonly out: string;
  readonly language: Language;
  readonly site: Site;
}

function options(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args: [...args], options: { out: text, edition: text, locale: text } }).values;
  } catch {
    throw new UsageError('Usage: npm run review [-- --out DIR --edition 2026-11 --locale ru]');
  }
}

function readOrder(args: readonly string[]): Order {
  const { out = FOLDER, edition, locale } = options(args);
  const { language } = parseRequest({ locale, edition });
  const editions = isEditionId(edition) ? [edition] : EDITION_IDS;
  return {
    out,
    language,
    site: {
      editions: editions.map((id) => EDITIONS[id]),
      languages: locale === undefined ? LANGUAGE_TAGS.map((tag) => LANGUAGES[tag]) : [language],
      address: (id, tag) => `${id}.${tag}.html`,
    },
  };
}

function unwritable(out: string): never {
  throw new UsageError(`The folder “${out}” cannot be written. Set --out to a folder that can.`);
}

async function write(path: string, content: string): Promise<void> {
  await writeFile(path, content).catch(() => unwritable(dirname(path)));
  const size = Math.ceil(Buffer.byteLength(content) / 1024);
  console.log(`${relative('', path)} · ${number(size)} KB`);
}

async function run(args: readonly string[]): Promise<void> {
  endWithOutput();
  const { out, language, site } = readOrder(args);
  await mkdir(out, { recursive: true }).catch(() => unwritable(out));
  for (const edition of site.editions) {
    for (const each of site.languages) {
      await write(join(out, site.address(edition.id, each.tag)), reviewDocument(edition, each, site));
    }
    const count = disagreements(edition);
    if (count === 0) continue;
    console.error(`${edition.id}: ${counted(count, 'worked example')} not as recorded.`);
    process.exitCode = DISAGREES;
  }
  const index = signpost(language, language.say('review.index'), language.say('review.indexText'), site);
  await write(join(out, 'index.html'), index);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  if (!isBadRequest(error)) throw error;
  console.error(error.message);
  process.exitCode = BAD_REQUEST;
});
