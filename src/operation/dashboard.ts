import { type Html, html, styleElement } from '../html/html.js';
import type { Language } from '../language/language.js';
import type { KeyUnder } from '../language/message-keys.js';
import { type CountOf, countedLists, course, figures } from './dashboard-parts.js';
import { DASHBOARD_STYLE } from './dashboard-style.js';
import { grew, HOURS, type Moment } from './history.js';
import { type CountedDay, sumOf } from './kept-counts.js';
import { quantile } from './quantile.js';

const TEN_MINUTES = 600_000;
const TENS = HOURS * 6;

/** The two pages: the last hours of this instance, and the last days of all. */
const PAGES = ['hours', 'days'] as const;
type DashboardPage = (typeof PAGES)[number];

/** What a person chose: which page, and whether it renews itself, which disturbs who listens to it. */
export interface Look {
  readonly of: DashboardPage;
  readonly live: boolean;
}

export function lookOf(query: URLSearchParams): Look {
  return { of: PAGES.find((page) => page === query.get('of')) ?? 'hours', live: query.has('live') };
}

function addressOf({ of, live }: Look): string {
  const query = new URLSearchParams({ ...(of !== 'hours' && { of }), ...(live && { live: '' }) });
  return query.size === 0 ? '/' : `/?${query}`;
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

function ways(language: Language, look: Look): Html {
  const links = PAGES.map((of) => {
    const current = of === look.of ? html` aria-current="page"` : '';
    return html`<a href="${addressOf({ ...look, of })}"${current}>${language.say(`dash.title.${of}`)}</a>`;
  });
  const other = addressOf({ ...look, live: !look.live });
  const renew = html`<a href="${other}">${language.say(look.live ? 'dash.still' : 'dash.live')}</a>`;
  return html`<nav aria-label="${language.say('dash.pages')}">${links}${renew}</nav>`;
}

function pageHtml(
  language: Language,
  look: Look,
  nonce: string,
  body: { readonly figures: readonly Html[]; readonly course: Html; readonly lists: readonly Html[] },
): string {
  const title = language.say(`dash.title.${look.of}`);
  return html`<!doctype html>
<html lang="${language.tag}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">${look.live ? html`<meta http-equiv="refresh" content="60">` : ''}<link rel="icon" href="data:,">
<title>${language.beside([title, language.say('app.name')])}</title>${styleElement(DASHBOARD_STYLE, nonce)}</head>
<body>${ways(language, look)}<main><h1>${title}</h1><p class="quiet">${language.say(`dash.text.${look.of}`)}</p>
<dl>${body.figures}</dl>
<div class="lists">${body.course}
${body.lists}</div>
</main></body></html>
`.toString();
}

/** The counts of the last hours for people who would rather look than read. */
export function dashboardHtml(
  language: Language,
  moments: readonly Moment[],
  nonce: string,
  look: Look = { of: 'hours', live: false },
): string {
  const now = moments.at(-1);
  // With nothing sampled yet, since the start.
  const first = moments.length > 1 ? moments[0] : undefined;
  const count: CountOf = (metric, labels = {}) =>
    now === undefined ? 0 : grew(first, now, `advisor_${metric}`, labels);
  const time = (share: number): string => {
    const most = now && quantile(share, first, now);
    if (most === undefined) return '–';
    const text = language.say('dash.milliseconds', { count: most.seconds * 1000 });
    return most.longer ? language.say('dash.longer', { time: text }) : text;
  };
  const times: readonly (readonly [KeyUnder<'dash'>, string])[] = [
    ['half', time(0.5)],
    ['slow', time(0.95)],
  ];
  return pageHtml(language, look, nonce, {
    figures: figures(language, count, times),
    course: course(language, 'perTenMinutes', turnsByTenMinutes(moments)),
    lists: countedLists(language, count),
  });
}

/** The same of the last days, of all instances together. */
export function daysHtml(
  language: Language,
  days: readonly CountedDay[],
  nonce: string,
  look: Look = { of: 'days', live: false },
): string {
  const total = { at: 0, counts: sumOf(days) };
  const count: CountOf = (metric, labels = {}) => grew(undefined, total, `advisor_${metric}`, labels);
  const turns = days.map(({ counts }) => grew(undefined, { at: 0, counts }, 'advisor_turns_total'));
  return pageHtml(language, look, nonce, {
    figures: figures(language, count),
    course: course(language, 'perDay', turns),
    lists: countedLists(language, count),
  });
}
