import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isLanguageTag, LANGUAGE_TAGS, type LanguageTag } from '../../language/languages.js';
import { type Labelled, measure, type ReadingMeasures } from './measure.js';

/** `understand`: how well free text is understood, per language, on sentences with labels. */
const HALVES = ['seen', 'fresh'] as const;

const { values } = parseArgs({
  options: {
    /** Where `<tag>.seen.json` and `<tag>.fresh.json` are. */
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

function report(
  name: string,
  { precision, recall, exact, abstained, median, p99, ...rest }: ReadingMeasures,
): string {
  const { intents, denials, sentences, confusions, errors } = rest;
  const lines = [
    `${name}: ${sentences} sentences, precision ${percent(precision)}, recall ${percent(recall)}, exact ${percent(exact)}, ` +
      `abstained ${percent(abstained)}, intents ${percent(intents)}, denials ${percent(denials)}, ` +
      `median ${median.toFixed(0)} µs, p99 ${p99.toFixed(0)} µs`,
    ...confusions.map(([what, count]) => `  ${count}× ${what}`),
  ];
  if (values.errors)
    lines.push(
      ...errors.flatMap(({ text, wanted, got }) => [`  ${text}`, `    + ${wanted}`, `    - ${got}`]),
    );
  return lines.join('\n');
}

function main(): void {
  const tags: readonly LanguageTag[] = isLanguageTag(values.locale) ? [values.locale] : LANGUAGE_TAGS;
  const results: Record<string, ReadingMeasures> = {};
  for (const tag of tags) {
    for (const half of HALVES) {
      const file = `${values.path}/${tag}.${half}.json`;
      if (!existsSync(file)) continue;
      const measured = measure(JSON.parse(readFileSync(file, 'utf8')) as readonly Labelled[], tag);
      results[`${tag} ${half}`] = measured;
      if (!values.json) process.stdout.write(`${report(`${tag} ${half}`, measured)}\n`);
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
}

main();
