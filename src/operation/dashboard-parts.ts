import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import type { KeyUnder } from '../language/message-keys.js';
import { FACT_IDS } from '../policy/facts.js';
import { ELIGIBILITIES, ERROR_KINDS, WORDS } from './vocabularies.js';

/** How much of a metric there is under some of its labels, in the time that a page shows. */
export type CountOf = (metric: string, labels?: Readonly<Record<string, string>>) => number;

interface Bar {
  readonly label: string;
  readonly count: number;
}

export function inNumbers(language: Language, count: number): string {
  return new Intl.NumberFormat(language.conventions).format(count);
}

/** Bars as numbers and as lengths; a list without any says so. */
function bars(language: Language, title: KeyUnder<'dash'>, all: readonly Bar[]): Html {
  const shown = all.filter(({ count }) => count > 0);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const rows = shown.map(
    ({ label, count }) =>
      html`<tr><th scope="row">${label}</th><td class="n">${inNumbers(language, count)}</td><td class="bar"><svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect width="${(100 * count) / most}" height="12"/></svg></td></tr>`,
  );
  const table =
    rows.length === 0
      ? html`<p class="quiet">${language.say('dash.none')}</p>`
      : html`<table>${rows}</table>`;
  return html`<section><h2>${language.say(`dash.${title}`)}</h2>${table}</section>\n`;
}

/** What was counted, each kind by its words. */
export function countedLists(language: Language, count: CountOf): readonly Html[] {
  const byFact = (metric: string): readonly Bar[] =>
    FACT_IDS.map((fact) => ({ label: language.say(`fact.${fact}.name`), count: count(metric, { fact }) }));
  return [
    bars(
      language,
      'eligibilities',
      ELIGIBILITIES.map((eligibility) => ({
        label: language.say(`eligibility.${eligibility}`),
        count: count('guidance_total', { eligibility }),
      })),
    ),
    bars(
      language,
      'opinions',
      WORDS.opinions.opinion.map((opinion) => ({
        label: language.say(`dash.opinion.${opinion}`),
        count: count('opinions_total', { opinion }),
      })),
    ),
    bars(
      language,
      'handOvers',
      WORDS.handOvers.result.map((result) => ({
        label: language.say(`dash.handOver.${result}`),
        count: count('hand_overs_total', { result }),
      })),
    ),
    bars(
      language,
      'heard',
      WORDS.heard.result.map((result) => ({
        label: language.say(`dash.heard.${result}`),
        count: count('heard_total', { result }),
      })),
    ),
    bars(language, 'questions', byFact('questions_total')),
    bars(language, 'unknown', byFact('unknown_total')),
    bars(
      language,
      'languages',
      LANGUAGE_TAGS.map((tag) => ({
        label: LANGUAGES[tag].say('language.self'),
        count: count('languages_total', { language: tag }),
      })),
    ),
    bars(
      language,
      'errors',
      ERROR_KINDS.map((kind) => ({
        label: language.say(`dash.error.${kind}`),
        count: count('errors_total', { kind }),
      })),
    ),
  ];
}

/** How many there were in each piece of time, the newest last. */
export function course(language: Language, title: KeyUnder<'dash'>, counts: readonly number[]): Html {
  const most = Math.max(1, ...counts);
  const rects = counts.map((count, index) => {
    const height = count === 0 ? 1 : Math.max(3, Math.round((80 * count) / most));
    const nought = count === 0 ? html` class="nought"` : '';
    return html`<rect x="${index * 10 + 1}" y="${80 - height}" width="8" height="${height}"${nought}><title>${inNumbers(language, count)}</title></rect>`;
  });
  const words = language.say(`dash.${title}`);
  const label = language.say('dash.course', {
    title: words,
    counts: language.joined(
      'list',
      counts.map((count) => inNumbers(language, count)),
    ),
  });
  return html`<section class="wide"><h2>${words}</h2><svg viewBox="0 0 ${counts.length * 10} 80" preserveAspectRatio="none" role="img" aria-label="${label}">${rects}</svg></section>`;
}

function figure(label: string, value: string): Html {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

/**
 * The few numbers that come first.
 * @param times what half, and nearly all, of the turns take at most, where the page tells it
 */
export function figures(
  language: Language,
  count: CountOf,
  times: readonly (readonly [KeyUnder<'dash'>, string])[] = [],
): readonly Html[] {
  const say = (key: KeyUnder<'dash'>): string => language.say(`dash.${key}`);
  const begun = count('interviews_total', { state: 'begun' });
  const finished = count('interviews_total', { state: 'finished' });
  // Some of those that came to guidance were begun before.
  const abandoned =
    begun === 0 ? '–' : language.say('dash.share', { share: Math.max(0, 1 - finished / begun) });
  return [
    figure(say('turns'), inNumbers(language, count('turns_total'))),
    figure(say('begun'), inNumbers(language, begun)),
    figure(say('finished'), inNumbers(language, finished)),
    figure(say('abandoned'), abandoned),
    ...times.map(([key, text]) => figure(say(key), text)),
    figure(say('corrections'), inNumbers(language, count('corrections_total'))),
  ];
}
