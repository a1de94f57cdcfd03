import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { LEDGERS } from '../proof/ledger/ledger.js';
import { documentParts, type PartId, partTitle } from './document-parts.js';
import { MOST_MARKED as MOST_SHOWN } from './entries.js';
import type { FoundEntry, FoundLine } from './find-entries.js';
import { alarm, contents, howToRead, type Review, sectionHtml } from './sections.js';
import { pageHtml, type Site, switches } from './site.js';
import { workedCases } from './worked-case.js';

/** Documents of which each part has a page. */
export interface Library extends Site {
  /** Where the whole document is on one page, for who prints it or sends it on. */
  readonly whole: (edition: KnownEdition, language: Language) => string;
}

/** The worked examples of each edition: to compute them again costs more than all the rest of a page. */
const casesOf = new WeakMap<KnownEdition, Review['cases']>();

export function reviewIn(library: Library, edition: KnownEdition, language: Language): Review {
  const cases = casesOf.get(edition) ?? workedCases(edition, LEDGERS[edition.id].worked);
  casesOf.set(edition, cases);
  return {
    language,
    edition,
    cases,
    leads: (part, anchor) => `${library.address(edition.id, language.tag, part)}#${anchor}`,
  };
}

/** A form of its own: what is looked for stands in the address, so that it can be sent on. */
function searchForm({ language, edition }: Review, library: Library, query = ''): Html {
  const action = library.address(edition.id, language.tag);
  return html`<form class="search" role="search" action="${action}">
<label for="q">${language.say('review.search')}</label>
<input id="q" name="q" type="search" value="${query}" maxlength="100" autocomplete="off" required>
<button type="submit">${language.say('review.find')}</button>
</form>`;
}

function page(review: Review, library: Library, title: string, body: Html, part?: PartId): string {
  const { language, edition } = review;
  const name = language.say(`edition.${edition.id}`);
  return pageHtml(
    language,
    title === name ? name : language.say('review.pageTitle', { title, edition: name }),
    html`<a class="skip" href="#content">${language.say('review.skip')}</a>
<header>
${switches(language, edition, library, part)}</header>
<main id="content" tabindex="-1">
${body}</main>`,
  );
}

/** The way back to the contents, and the edition that the page is a part of. */
function above({ language, edition }: Review, library: Library): Html {
  const home = library.address(edition.id, language.tag);
  return html`<p class="above"><a href="${home}"><span aria-hidden="true">‹</span> ${language.say('review.contents')}</a></p>
<h1 class="note">${language.say(`edition.${edition.id}`)}</h1>
`;
}

/** What an edition says, part by part; the search of it. */
export function contentsPage(review: Review, library: Library): string {
  const { language, edition } = review;
  const title = language.say(`edition.${edition.id}`);
  const address = (part: PartId): string => library.address(edition.id, language.tag, part);
  const body = html`<h1><span class="note">${language.say('review.title')}</span> ${title}</h1>
${alarm(review)}
${searchForm(review, library)}
${contents(review, address)}
<p><a href="${library.whole(edition, language)}">${language.say('review.whole')}</a></p>
${howToRead(review)}
`;
  return page(review, library, title, body);
}

/** One part, with the ways to the contents, to the part before and to the next. */
export function partPage(review: Review, library: Library, part: PartId): string {
  const { language, edition } = review;
  const all = documentParts(edition);
  const at = all.indexOf(part);
  const beside = (other: PartId | undefined, rel: 'prev' | 'next'): Html | undefined => {
    if (other === undefined) return undefined;
    const address = library.address(edition.id, language.tag, other);
    const arrow = html`<span aria-hidden="true">${rel === 'prev' ? '‹' : '›'}</span>`;
    const title = partTitle(language, other);
    return html`<a rel="${rel}" href="${address}">${rel === 'prev' ? html`${arrow} ${title}` : html`${title} ${arrow}`}</a>`;
  };
  const body = html`${above(review, library)}${alarm(review)}
${sectionHtml(review, part)}
<nav class="beside" aria-label="${language.say('review.contents')}">${beside(all[at - 1], 'prev')} ${beside(all[at + 1], 'next')}</nav>
`;
  return page(review, library, partTitle(language, part), body, part);
}

function markedHtml({ text, marked }: FoundLine[number]): Html | string {
  return marked ? html`<mark>${text}</mark>` : text;
}

/** What was found, each with the words around it. More than so many are not shown: other words find it better. */
export function foundPage(
  review: Review,
  library: Library,
  query: string,
  found: readonly FoundEntry[],
): string {
  const { language } = review;
  const title = language.say('review.found', { count: found.length, query });
  const items = found.slice(0, MOST_SHOWN).map(({ entry, lines }) => {
    const shown = lines.map((line) => html`<p>${line.map(markedHtml)}</p>`);
    return html`<li><a href="${entry.address}">${entry.title}</a>${shown}</li>\n`;
  });
  const none = html`<p>${language.say('review.foundNothing')}</p>`;
  const more =
    found.length > MOST_SHOWN ? html`<p>${language.say('review.foundMore', { count: MOST_SHOWN })}</p>` : '';
  const list = found.length === 0 ? none : html`<ol class="found">\n${items}</ol>${more}`;
  const body = html`${above(review, library)}<h2>${title}</h2>
${searchForm(review, library, query)}
${list}
`;
  return page(review, library, title, body);
}
