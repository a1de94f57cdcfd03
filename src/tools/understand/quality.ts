import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isLanguageTag, LANGUAGE_TAGS, type LanguageTag } from '../../language/languages.js';
import { endWithOutput } from '../../start/output.js';
import type { Labelled } from './labelled.js';
import { measure, type ReadingMeasures, type ReadingTimes, time } from './measure.js';

/** `understand`: how well free text is understood, per language and kind, on sentences with labels. */
const SETS = ['seen', 'longer', 'fresh', 'next', 'opened', 'drafted', 'arrived', 'unread', 'sealed'] as const;

const { values } = parseArgs({
  options: {
    /** Where `<tag>.seen.json` and the other sets are, or `<tag>.json`. */
    path: { type: 'string', default: 'test/language/understand' },
    /** One language only. */
    locale: { type: 'string' },
    /** Every sentence that was not read as labelled. */
    errors: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function line(name: string, { sentences, unseen, ...shares }: ReadingMeasures): string {
  const { precision, recall, exact, abstained, intents, denials } = shares;
  return (
    `${name}: ${sentences} sentences, precision ${percent(precision)}, recall ${percent(recall)}, exact ${percent(exact)}, ` +
    `abstained ${percent(abstained)}, intents ${percent(intents)}, denials ${percent(denials)}, wrong unseen ${unseen}`
  );
}

function report(name: string, read: SetRead): string {
  const { all, times, kinds } = read;
  const lines = [
    `${line(name, all)}, median ${times.median.toFixed(0)} µs, p99 ${times.p99.toFixed(0)} µs`,
    ...Object.entries(kinds).map(([kind, measured]) => `  ${line(kind, measured)}`),
    ...all.confusions.map(([what, count]) => `  ${count}× ${what}`),
  ];
  if (values.errors)
    lines.push(
      ...all.errors.flatMap(({ text, wanted, got }) => [`  ${text}`, `    + ${wanted}`, `    - ${got}`]),
    );
  return lines.join('\n');
}

interface SetRead {
  readonly all: ReadingMeasures;
  readonly times: ReadingTimes;
  readonly kinds: Readonly<Record<string, ReadingMeasures>>;
}

function read(sentences: readonly Labelled[], tag: LanguageTag): SetRead {
  const kinds = [...new Set(sentences.map(({ kind }) => kind))];
  return {
    all: measure(sentences, tag),
    times: time(sentences, tag),
    kinds: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        measure(
          sentences.filter((each) => each.kind === kind),
          tag,
        ),
      ]),
    ),
  };
}

/** The files of a language: its sets, or where there are none of these, everything that bears its name. */
function filesOf(tag: LanguageTag): readonly (readonly [name: string, file: string])[] {
  const sets = SETS.map((set) => [`${tag} ${set}`, `${values.path}/${tag}.${set}.json`] as const);
  return [...sets, [tag, `${values.path}/${tag}.json`] as const].filter(([, file]) => existsSync(file));
}

function main(): void {
  endWithOutput();
  const tags: readonly LanguageTag[] = isLanguageTag(values.locale) ? [values.locale] : LANGUAGE_TAGS;
  const results: Record<string, SetRead> = {};
  for (const tag of tags) {
    for (const [name, file] of filesOf(tag)) {
      const result = read(JSON.parse(readFileSync(file, 'utf8')) as readonly Labelled[], tag);
      results[name] = result;
      if (!values.json) process.stdout.write(`${report(name, result)}\n`);
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
}

main();
