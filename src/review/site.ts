import { type Html, html, styleElement } from '../html/html.js';
import type { Language } from '../language/language.js';
import { direction } from '../language/locale.js';
import type { EditionId } from '../policy/edition.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import type { PartId } from './document-parts.js';
import { DOCUMENT_STYLE } from './style.js';

/** Which documents stand beside one another, and where. */
export interface Site {
  readonly editions: readonly KnownEdition[];
  readonly languages: readonly Language[];
  /** Where a document is, or the page of one of its parts where each has its own. */
  readonly address: (edition: EditionId, language: string, part?: PartId) => string;
}

/** A whole page: its style is in it, and it has no script and loads nothing. */
export function pageHtml(language: Language, title: string, body: Html): string {
  return html`<!doctype html>
<html lang="${language.tag}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${language.beside([title, language.say('app.name')])}</title>
${styleElement(DOCUMENT_STYLE)}
</head>
<body>
${body}
</body>
</html>
`.toString();
}

/** Links to the same edition in the other languages, each in its own words, and to the other editions. */
export function switches(
  language: Language,
  edition: KnownEdition,
  { editions, languages, address }: Site,
  part?: PartId,
): Html {
  const languageLinks = languages.map((other) => {
    const current = other.tag === language.tag ? html` aria-current="page"` : '';
    return html`<li><a href="${address(edition.id, other.tag, part)}" lang="${other.tag}" hreflang="${other.tag}"${current}>${other.say('language.self')}</a></li>`;
  });
  const editionLinks = editions.map(({ id }) => {
    const current = id === edition.id ? html` aria-current="page"` : '';
    return html`<li><a href="${address(id, language.tag)}"${current}>${language.say(`edition.${id}`)}</a></li>`;
  });
  const menu = (name: string, links: readonly Html[]): Html =>
    html`<nav aria-label="${name}"><span aria-hidden="true">${name}</span> <ul>${links}</ul></nav>\n`;
  return html`${menu(language.say('ui.language'), languageLinks)}${menu(language.say('ui.editions'), editionLinks)}`;
}

/** Links to every document, each language in its own words. */
export function directory({ editions, languages, address }: Site): Html {
  return html`${languages.map((language) => {
    const links = editions.map(
      ({ id }) => html`<li><a href="${address(id, language.tag)}">${language.say(`edition.${id}`)}</a></li>`,
    );
    return html`<section lang="${language.tag}"><h2>${language.say('language.self')}</h2><ul>${links}</ul></section>\n`;
  })}`;
}

/** A small page that only leads to the documents: the index, or what stands in place of an unknown one. */
export function signpost(language: Language, title: string, text: string, site: Site): string {
  return pageHtml(
    language,
    title,
    html`<main class="signpost"><h1>${title}</h1><p>${text}</p>\n${directory(site)}</main>`,
  );
}
