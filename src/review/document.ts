import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { articleOf } from '../policy/engine/guidance.js';
import { LEDGERS } from '../proof/ledger/ledger.js';
import type { WorkedExamples } from '../proof/proof.js';
import { changedSection } from './changed.js';
import { examplesSection } from './examples.js';
import { SITUATIONS } from './map.js';
import { mapSection } from './map-section.js';
import { linkHtml } from './policy-words.js';
import { ruleGroups, rulesSection } from './rules.js';
import { pageHtml, type Site, switches } from './site.js';
import { vocabularySection } from './vocabulary-section.js';
import { type WorkedCase, workedCases } from './worked-case.js';

interface DocumentSection {
  readonly id: 'questions' | 'rules' | 'map' | 'examples' | 'changed';
  readonly body: Html;
  /** Headings inside that the contents name too. */
  readonly parts: readonly { readonly id: string; readonly title: string }[];
}

function sections(
  language: Language,
  edition: KnownEdition,
  cases: readonly WorkedCase[],
): readonly DocumentSection[] {
  return [
    { id: 'questions', body: vocabularySection(language, edition), parts: [] },
    { id: 'rules', body: rulesSection(language, edition), parts: ruleGroups(language, edition) },
    { id: 'map', body: mapSection(language, edition), parts: [] },
    { id: 'examples', body: examplesSection(language, edition, cases), parts: [] },
    { id: 'changed', body: changedSection(language, edition), parts: [] },
  ];
}

function link({ id }: { readonly id: string }, title: string): Html {
  return html`<a href="#${id}">${title}</a>`;
}

function contents(language: Language, all: readonly DocumentSection[]): Html {
  const items = all.map((section) => {
    const parts = section.parts.map((part) => html`<li>${link(part, part.title)}</li>`);
    const inside = parts.length === 0 ? '' : html`<ul>${parts}</ul>`;
    return html`<li>${link(section, language.say(`review.${section.id}`))}${inside}</li>\n`;
  });
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${language.say('review.contents')}</h2>
<ol>
${items}</ol></nav>`;
}

/** How many worked examples of an edition do not come out as they were recorded. */
export function disagreements(
  edition: KnownEdition,
  worked: WorkedExamples = LEDGERS[edition.id].worked,
): number {
  return workedCases(edition, worked).flatMap(({ mismatches }) => mismatches).length;
}

/** What does not come out as recorded is said before anything else. */
function alarm(language: Language, cases: readonly WorkedCase[]): Html | undefined {
  const wrong = cases.filter(({ mismatches }) => mismatches.length > 0);
  const count = wrong.flatMap(({ mismatches }) => mismatches).length;
  if (count === 0) return undefined;
  const links = wrong.map(
    ({ anchor }) => html`<li><a href="#${anchor}"><code translate="no">${anchor}</code></a></li>`,
  );
  return html`<div class="alarm"><p><strong>${language.say('review.mismatches', { count })}</strong></p><ul>${links}</ul></div>`;
}

function howToRead(language: Language, edition: KnownEdition): Html {
  const sources = Object.keys(edition.citations).length;
  const counts = { rules: edition.rules.length, sources, situations: SITUATIONS };
  return html`<section aria-labelledby="how"><h2 id="how">${language.say('review.how')}</h2>
<p>${language.say('review.howDecide')} ${language.say('review.howFacts')} ${language.say('review.howSources')}</p>
<p class="note">${language.say('review.counts', counts)} · ${linkHtml(language, articleOf(edition.id))}</p></section>`;
}

/** Everything an edition says, in one language, for people who do not program: one page that needs nothing else. */
export function reviewDocument(
  edition: KnownEdition,
  language: Language,
  site: Site,
  worked: WorkedExamples = LEDGERS[edition.id].worked,
): string {
  const title = language.say(`edition.${edition.id}`);
  const cases = workedCases(edition, worked);
  const all = sections(language, edition, cases);
  const body = html`<a class="skip" href="#content">${language.say('review.skip')}</a>
<header>
${switches(language, edition, site)}</header>
<main id="content" tabindex="-1">
<h1><span class="note">${language.say('review.title')}</span> ${title}</h1>
${alarm(language, cases)}
${howToRead(language, edition)}
${contents(language, all)}
${all.map(
  (
    section,
  ) => html`<section aria-labelledby="${section.id}"><h2 id="${section.id}">${language.say(`review.${section.id}`)}</h2>
${section.body}
</section>
`,
)}</main>
<a class="up" href="#contents"><span aria-hidden="true">↑</span> ${language.say('review.contents')}</a>`;
  return pageHtml(language, title, body);
}
