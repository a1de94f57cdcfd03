import { html } from '../html/html.js';
import type { Language } from '../language/language.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { LEDGERS } from '../proof/ledger/ledger.js';
import type { WorkedExamples } from '../proof/proof.js';
import { documentParts, ON_THIS_PAGE } from './document-parts.js';
import { alarm, contents, howToRead, type Review, sectionHtml } from './sections.js';
import { pageHtml, type Site, switches } from './site.js';
import { workedCases } from './worked-case.js';

/** How many worked examples of an edition do not come out as they were recorded. */
export function disagreements(
  edition: KnownEdition,
  worked: WorkedExamples = LEDGERS[edition.id].worked,
): number {
  return workedCases(edition, worked).flatMap(({ mismatches }) => mismatches).length;
}

/** Everything an edition says, in one language, for people who do not program: one page that needs nothing else. */
export function reviewDocument(
  edition: KnownEdition,
  language: Language,
  site: Site,
  worked: WorkedExamples = LEDGERS[edition.id].worked,
): string {
  const title = language.say(`edition.${edition.id}`);
  const review: Review = { language, edition, cases: workedCases(edition, worked), leads: ON_THIS_PAGE };
  const body = html`<a class="skip" href="#content">${language.say('review.skip')}</a>
<header>
${switches(language, edition, site)}</header>
<main id="content" tabindex="-1">
<h1><span class="note">${language.say('review.title')}</span> ${title}</h1>
${alarm(review)}
${howToRead(review)}
${contents(review, (part) => `#${part}`)}
${documentParts(edition).map((part) => sectionHtml(review, part))}</main>
<a class="up" href="#contents"><span aria-hidden="true">↑</span> ${language.say('review.contents')}</a>`;
  return pageHtml(language, title, body);
}
