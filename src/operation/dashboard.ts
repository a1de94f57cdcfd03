import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { FACT_IDS } from '../policy/facts.js';
import { escapeHtml } from '../web/escape.js';
import { grew, type Moment } from './history.js';
import { quantile } from './quantile.js';

const ELIGIBILITIES = ['eligible', 'otherRoute', 'notEligible', 'confirm', 'depends'] as const;
const ERRORS = ['storage', 'turn', 'reply', 'handOver', 'feedback'] as const;
const TEN_MINUTES = 600_000;

interface Bar {
  readonly label: string;
  readonly count: number;
}

/** Bars as numbers and as lengths; a list without any says so. */
function bars(language: Language, title: string, all: readonly Bar[]): string {
  const shown = all.filter(({ count }) => count > 0);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const rows = shown.map(
    ({ label, count }) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td class="n">${count}</td><td><svg width="160" height="12" aria-hidden="true"><rect width="${Math.round((160 * count) / most)}" height="12" rx="2"/></svg></td></tr>`,
  );
  const table =
    rows.length === 0 ? `<p>${escapeHtml(language.say('dash.none'))}</p>` : `<table>${rows.join('')}</table>`;
  return `<section><h2>${escapeHtml(title)}</h2>${table}</section>`;
}

/** Turns in each ten minutes, the newest on the right. */
function course(language: Language, moments: readonly Moment[]): string {
  const now = moments.at(-1);
  const counts = Array.from({ length: 36 }, (_, index) => {
    const until = (now?.at ?? 0) - (35 - index) * TEN_MINUTES;
    const after = moments.findLast(({ at }) => at <= until);
    const before = moments.findLast(({ at }) => at <= until - TEN_MINUTES);
    return after === undefined ? 0 : grew(before ?? moments[0], after, 'advisor_turns_total');
  });
  const most = Math.max(1, ...counts);
  const rects = counts.map((count, index) => {
    const height = Math.round((80 * count) / most);
    return `<rect x="${index * 10}" y="${80 - height}" width="8" height="${height}" rx="1"/>`;
  });
  const title = escapeHtml(language.say('dash.perTenMinutes'));
  return `<section><h2>${title}</h2><svg viewBox="0 0 360 80" role="img" aria-label="${title}: ${counts.join(', ')}">${rects.join('')}</svg></section>`;
}

function figure(label: string, value: string): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`;
}

/** The counts of the last hours for people who would rather look than read. */
export function dashboardHtml(language: Language, moments: readonly Moment[], nonce: string): string {
  const [first] = moments;
  const last = moments.at(-1);
  const say = (key: string): string => language.say(`dash.${key}`);
  const count = (metric: string, labels: Readonly<Record<string, string>> = {}): number =>
    last === undefined ? 0 : grew(moments.length > 1 ? first : undefined, last, `advisor_${metric}`, labels);
  const begun = count('interviews_total', { state: 'begun' });
  const finished = count('interviews_total', { state: 'finished' });
  const time = (share: number): string => {
    const seconds = last === undefined ? undefined : quantile(share, first, last);
    return seconds === undefined
      ? '–'
      : language.say('dash.milliseconds', { count: Math.round(seconds * 1000) });
  };
  const byFact = (metric: string): readonly Bar[] =>
    FACT_IDS.map((fact) => ({ label: language.say(`fact.${fact}.name`), count: count(metric, { fact }) }));
  return `<!doctype html>
<html lang="${escapeHtml(language.tag)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="60">
<title>${escapeHtml(say('title'))}</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${escapeHtml(say('title'))}</h1><p>${escapeHtml(say('text'))}</p>
<dl>${[
    figure(say('turns'), `${count('turns_total')}`),
    figure(say('begun'), `${begun}`),
    figure(say('finished'), `${finished}`),
    figure(
      say('abandoned'),
      begun === 0 ? '–' : language.say('dash.share', { share: Math.max(0, 1 - finished / begun) }),
    ),
    figure(say('half'), time(0.5)),
    figure(say('slow'), time(0.95)),
    figure(say('corrections'), `${count('corrections_total')}`),
  ].join('')}</dl>
${course(language, moments)}
${bars(
  language,
  say('eligibilities'),
  ELIGIBILITIES.map((eligibility) => ({
    label: language.say(`eligibility.${eligibility}`),
    count: count('guidance_total', { eligibility }),
  })),
)}
${bars(
  language,
  say('languages'),
  LANGUAGE_TAGS.map((tag) => ({
    label: LANGUAGES[tag].say('language.self'),
    count: count('languages_total', { language: tag }),
  })),
)}
${bars(language, say('questions'), byFact('questions_total'))}
${bars(language, say('unknown'), byFact('unknown_total'))}
${bars(
  language,
  say('errors'),
  ERRORS.map((kind) => ({ label: kind, count: count('errors_total', { kind }) })),
)}
</main></body></html>
`;
}

const STYLE = `
body{font:16px/1.5 system-ui,"Segoe UI",sans-serif;margin:0;padding:1rem;background:Canvas;color:CanvasText}
main{max-width:60rem;margin:0 auto}h1{font-size:1.4rem;margin:0}h2{font-size:1rem;margin:1.5rem 0 .5rem}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.75rem;margin:1rem 0}
dl div{border:1px solid color-mix(in srgb,CanvasText 20%,Canvas);border-radius:8px;padding:.5rem .75rem}
dt{font-size:.85rem}dd{margin:0;font-size:1.4rem;font-variant-numeric:tabular-nums}
table{border-collapse:collapse}th{text-align:start;font-weight:400;padding:.15rem 1rem .15rem 0}
.n{text-align:end;padding-inline-end:1rem;font-variant-numeric:tabular-nums}svg{max-width:100%}rect{fill:#5a5dd0}
`;
