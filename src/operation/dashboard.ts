import { type Html, html, joinHtml, styleElement } from '../html/html.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import type { KeyUnder } from '../language/message-keys.js';
import { FACT_IDS } from '../policy/facts.js';
import { DASHBOARD_STYLE } from './dashboard-style.js';
import { grew, HOURS, type Moment } from './history.js';
import { quantile } from './quantile.js';
import { ELIGIBILITIES, ERROR_KINDS } from './vocabularies.js';

const TEN_MINUTES = 600_000;
const TENS = HOURS * 6;

interface Bar {
  readonly label: string;
  readonly count: number;
}

function inNumbers(language: Language, count: number): string {
  return new Intl.NumberFormat(language.conventions).format(count);
}

/** Bars as numbers and as lengths; a list without any says so. */
function bars(language: Language, title: string, all: readonly Bar[]): Html {
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
  return html`<section><h2>${title}</h2>${table}</section>`;
}

/** How many turns there were in each ten minutes, the newest last. */
export function turnsByTenMinutes(moments: readonly Moment[]): readonly number[] {
  const now = moments.at(-1);
  return Array.from({ length: TENS }, (_, index) => {
    const until = (now?.at ?? 0) - (TENS - 1 - index) * TEN_MINUTES;
    const after = moments.findLast(({ at }) => at <= until);
    const before = moments.findLast(({ at }) => at <= until - TEN_MINUTES);
    return after === undefined ? 0 : grew(before ?? moments[0], after, 'advisor_turns_total');
  });
}

function course(language: Language, moments: readonly Moment[]): Html {
  const counts = turnsByTenMinutes(moments);
  const most = Math.max(1, ...counts);
  const rects = counts.map((count, index) => {
    const height = count === 0 ? 1 : Math.max(3, Math.round((80 * count) / most));
    const nought = count === 0 ? html` class="nought"` : '';
    return html`<rect x="${index * 10 + 1}" y="${80 - height}" width="8" height="${height}"${nought}><title>${inNumbers(language, count)}</title></rect>`;
  });
  const title = language.say('dash.perTenMinutes');
  const label = language.say('dash.course', {
    title,
    counts: language.joined(
      'list',
      counts.map((count) => inNumbers(language, count)),
    ),
  });
  return html`<section class="wide"><h2>${title}</h2><svg viewBox="0 0 360 80" preserveAspectRatio="none" role="img" aria-label="${label}">${rects}</svg></section>`;
}

function figure(label: string, value: string): Html {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

/** The counts of the last hours for people who would rather look than read. */
export function dashboardHtml(language: Language, moments: readonly Moment[], nonce: string): string {
  const now = moments.at(-1);
  // With nothing sampled yet, since the start.
  const first = moments.length > 1 ? moments[0] : undefined;
  const say = (key: KeyUnder<'dash'>): string => language.say(`dash.${key}`);
  const count = (metric: string, labels: Readonly<Record<string, string>> = {}): number =>
    now === undefined ? 0 : grew(first, now, `advisor_${metric}`, labels);
  const begun = count('interviews_total', { state: 'begun' });
  const finished = count('interviews_total', { state: 'finished' });
  // Some of those that came to guidance were begun before the oldest sample.
  const abandoned = begun === 0 ? undefined : Math.max(0, 1 - finished / begun);
  const time = (share: number): string => {
    const most = now && quantile(share, first, now);
    if (most === undefined) return '–';
    const text = language.say('dash.milliseconds', { count: most.seconds * 1000 });
    return most.longer ? language.say('dash.longer', { time: text }) : text;
  };
  const byFact = (metric: string): readonly Bar[] =>
    FACT_IDS.map((fact) => ({ label: language.say(`fact.${fact}.name`), count: count(metric, { fact }) }));
  const figures = [
    figure(say('turns'), inNumbers(language, count('turns_total'))),
    figure(say('begun'), inNumbers(language, begun)),
    figure(say('finished'), inNumbers(language, finished)),
    figure(
      say('abandoned'),
      abandoned === undefined ? '–' : language.say('dash.share', { share: abandoned }),
    ),
    figure(say('half'), time(0.5)),
    figure(say('slow'), time(0.95)),
    figure(say('corrections'), inNumbers(language, count('corrections_total'))),
  ];
  const lists = [
    bars(
      language,
      say('eligibilities'),
      ELIGIBILITIES.map((eligibility) => ({
        label: language.say(`eligibility.${eligibility}`),
        count: count('guidance_total', { eligibility }),
      })),
    ),
    bars(
      language,
      say('languages'),
      LANGUAGE_TAGS.map((tag) => ({
        label: LANGUAGES[tag].say('language.self'),
        count: count('languages_total', { language: tag }),
      })),
    ),
    bars(language, say('questions'), byFact('questions_total')),
    bars(language, say('unknown'), byFact('unknown_total')),
    bars(
      language,
      say('errors'),
      ERROR_KINDS.map((kind) => ({
        label: language.say(`dash.error.${kind}`),
        count: count('errors_total', { kind }),
      })),
    ),
  ];
  return html`<!doctype html>
<html lang="${language.tag}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="60"><link rel="icon" href="data:,">
<title>${language.beside([say('title'), language.say('app.name')])}</title>${styleElement(DASHBOARD_STYLE, nonce)}</head>
<body><main><h1>${say('title')}</h1><p class="quiet">${say('text')}</p>
<dl>${figures}</dl>
<div class="lists">${course(language, moments)}
${joinHtml(lists, '\n')}</div>
</main></body></html>
`.toString();
}
