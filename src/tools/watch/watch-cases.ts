import { parseArgs } from 'node:util';
import { parseEdition } from '../../advice/request.js';
import { RequestError } from '../../advice/request-error.js';
import { differenceTexts } from '../../cards/guidance-text.js';
import { caseName } from '../../cards/letter.js';
import { type CaseNews, newsOf } from '../../cases/case-news.js';
import type { KeptCase } from '../../cases/kept-case.js';
import { readKept } from '../../cases/read-case.js';
import { type WatchedBy, watchedCases } from '../../cases/reminders/watched.js';
import { LANGUAGES } from '../../language/languages.js';
import { negotiate } from '../../language/negotiate.js';
import type { EditionId } from '../../policy/edition.js';
import { ConfigError } from '../../problem/config-error.js';
import { endWithOutput } from '../../start/output.js';
import { StorageError } from '../../storage/error.js';
import { withStore } from '../cases/with-store.js';
import { isBadRequest, UsageError } from '../usage-error.js';

/**
 * `watch`: who would be told what between two editions: the keepers of watched cases that are answered differently. It sends
 * nothing; the bot tells them by itself once an edition is there, each at their own hour. Exit 2 for a request that cannot be
 * carried out.
 */
const USAGE = `Usage: npm run --silent watch -- --from 2020-06 --to 2026-11 --dry-run [--locale ru] [--json]
Prints which watched cases are answered differently, how many keepers would be told of each, and what.`;

function readArguments() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const options = { from: text, to: text, locale: text, json: flag, 'dry-run': flag };
    const { values } = parseArgs({ options });
    const { from, to, locale, json = false } = values;
    if (values['dry-run'] === true && from !== undefined && to !== undefined) {
      return { from: parseEdition(from), to: parseEdition(to), tag: negotiate([locale]), json };
    }
  } catch (error) {
    if (isBadRequest(error)) throw error;
  }
  throw new UsageError(USAGE);
}

interface ToldOf extends WatchedBy {
  readonly kept: KeptCase;
  readonly news: CaseNews;
}

async function allNews(from: EditionId, to: EditionId): Promise<readonly ToldOf[]> {
  return withStore(async (store) => {
    const found: ToldOf[] = [];
    for (const watched of await watchedCases(store)) {
      const kept = (await readKept(store, watched.id))?.kept;
      if (kept?.watched !== true || kept.closed !== undefined) continue;
      const news = newsOf(kept, to, from);
      if (news !== undefined) found.push({ ...watched, kept, news });
    }
    return found;
  });
}

function textOf({ kept, news, reached, unreached }: ToldOf, tag: keyof typeof LANGUAGES): string {
  const language = LANGUAGES[tag];
  return [
    `${caseName(language, kept)} (${kept.id}): ${reached} would be written to, ${unreached} would see it when they come back`,
    ...news.differing.flatMap(({ subscription, difference }) => [
      `  ${language.say('letter.subscription', { number: subscription + 1 })}`,
      ...differenceTexts(language, difference).map((line) => `    ${line}`),
    ]),
    ...news.keptTicks.map(
      ({ step }) => `  ${language.say('letter.tickKept', { text: language.say(`step.${step}`) })}`,
    ),
    ...news.idleTicks.map(
      ({ step }) => `  ${language.say('letter.tickIdle', { text: language.say(`step.${step}`) })}`,
    ),
  ].join('\n');
}

endWithOutput();
try {
  const { from, to, tag, json } = readArguments();
  const found = await allNews(from, to);
  const data = found.map(({ id, reached, unreached, news }) => ({ case: id, reached, unreached, ...news }));
  if (json) console.log(JSON.stringify(data));
  else
    console.log(
      found.length === 0
        ? 'Nobody would be told anything.'
        : found.map((each) => textOf(each, tag)).join('\n\n'),
    );
} catch (error) {
  const known = [RequestError, UsageError, ConfigError, StorageError].some((kind) => error instanceof kind);
  if (!known) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
