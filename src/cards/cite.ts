import type { Language } from '../language/language.js';
import type { KnownCitation } from '../policy/editions/registry.js';
import { addressOf, type PageId, standingOf } from '../policy/pages.js';

export interface Link {
  readonly title: string;
  readonly url: string;
}

/** What a link to a page is called, with the mark of an address that not everything is known of. */
export function linkTitle(language: Language, page: PageId, title: string): string {
  const standing = standingOf(page);
  return standing === undefined ? title : language.say(`standing.${standing}`, { title });
}

/** A page for this reader: served in their language, or in English and marked so. */
export function pageLink(language: Language, page: PageId): Link {
  const { url, locale } = addressOf(page, language.learn);
  const title = linkTitle(language, page, language.say(`page.${page}`));
  return { title: locale === language.learn ? title : language.say('ui.inEnglish', { title }), url };
}

export function markdown({ title, url }: Link): string {
  return `[${title}](${url})`;
}

function dates(language: Language, { date, translated, read }: KnownCitation): string {
  const values = { read: language.date(read) };
  if (date === undefined) return language.say('ui.sourceUndated', values);
  const dated = { ...values, date: language.date(date) };
  return translated === undefined
    ? language.say('ui.sourceDated', dated)
    : language.say('ui.sourceTranslated', { ...dated, translated: language.date(translated) });
}

/** One citation in words: page, section, dates, and how well it is established. */
export function citationText(
  language: Language,
  citation: KnownCitation,
  link: (link: Link) => string,
  sections: readonly KnownCitation['section'][] = [citation.section],
): string {
  return language.say('ui.citation', {
    page: link(pageLink(language, citation.page)),
    section: language.all(sections.map((section) => language.say(`section.${section}`))),
    dates: dates(language, citation),
    confidence: language.say(`confidence.${citation.confidence}`),
  });
}

/** Several citations in words: what was read on one page in one state of it is told once, with its sections. */
export function citationTexts(
  language: Language,
  citations: readonly KnownCitation[],
  link: (link: Link) => string,
): readonly string[] {
  const read = new Map<string, KnownCitation[]>();
  for (const citation of citations) {
    const { section: _, ...state } = citation;
    const key = JSON.stringify(state);
    read.set(key, [...(read.get(key) ?? []), citation]);
  }
  return [...read.values()].flatMap((all) => {
    const [first] = all;
    return first === undefined
      ? []
      : [
          citationText(
            language,
            first,
            link,
            all.map(({ section }) => section),
          ),
        ];
  });
}
