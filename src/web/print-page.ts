import type { Printed, PrintedPart } from '../cards/printed.js';
import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { direction } from '../language/locale.js';

export interface PrintOptions {
  readonly language: Language;
  readonly answer: Printed;
  /** Where the same answer opens in the chat: the whole address, as it is to stand on paper. */
  readonly link: string;
  /** The address of a file of ours, with its version. */
  readonly address: (name: string) => string;
}

/** Addresses in a text as links; on paper they are there to be read. */
function linked(text: string): readonly (string | Html)[] {
  return text
    .split(/(https:\/\/[^\s,;()（），；]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part));
}

function list({ items, ordered, verdict }: PrintedPart): Html | string {
  if (items.length === 0) return '';
  const all = items.map((item) => html`<li>${linked(item)}</li>\n`);
  if (ordered === true) return html`<ol>${all}</ol>`;
  // A list without marks is none to some screen readers, unless its role is said.
  return verdict === undefined ? html`<ul>${all}</ul>` : html`<ul class="marked" role="list">${all}</ul>`;
}

function section(part: PrintedPart): Html {
  const { heading, under, verdict } = part;
  return html`<section>
${under === true ? html`<h3>${heading}</h3>` : html`<h2>${heading}</h2>`}
${verdict === undefined ? '' : html`<p class="verdict">${verdict}</p>`}
${list(part)}
</section>
`;
}

/** A whole answer as a page for paper. It works without any script; the button is for those who look for one. */
export function printHtml({ language, answer, link, address }: PrintOptions): string {
  const { icon, style, title, today, parts, foot } = answer;
  return html`<!doctype html>
<html lang="${language.tag}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${address('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${address('page.css')}">
<link rel="stylesheet" href="${address('print.css')}">
<script src="${address('print-page.js')}" type="module"></script>
</head>
<body class="print-page">
<header>
<a class="quiet" href="${link}">${language.say('web.title')}</a>
<button class="quiet" id="print-now" type="button" hidden>${language.say('ui.print')}</button>
</header>
<main>
<article class="printed" lang="${language.tag}">
<p class="product">${language.say('web.title')}</p>
<h1 data-style="${style}"><span aria-hidden="true">${icon}</span> ${title}</h1>
${today === '' ? '' : html`<p class="today">${today}</p>`}
${parts.map(section)}
<footer>
${foot.map((line) => html`<p>${line}</p>`)}
<p>${linked(link)}</p>
</footer>
</article>
</main>
</body>
</html>
`.toString();
}
