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

/** Whether a reader of this language is led to the English page instead; of a page that nobody opened it is not claimed. */
function isInEnglish(language: Language, page: PageId): boolean {
  if (standingOf(page) === 'unopened') return false;
  return addressOf(page, language.learn).locale !== language.learn;
}

/** A page under its own title. */
function plainLink(language: Language, page: PageId): Link {
  const title = linkTitle(language, page, language.say(`page.${page}`));
  return { title, url: addressOf(page, language.learn).url };
}

/** A page for this reader: served in their language, or in English and marked so. */
export function pageLink(language: Language, page: PageId): Link {
  const link = plainLink(language, page);
  return isInEnglish(language, page)
    ? { ...link, title: language.say('ui.inEnglish', { title: link.title }) }
    : link;
}

export function markdown({ title, url }: Link): string {
  return `[${title}](${url})`;
}

/** Where nothing can be tapped, for people who read: the address stands beside the title. */
export function withAddress(language: Language, { title, url }: Link): string {
  return language.say('ui.withAddress', { title, url });
}

/** Where nothing can be tapped, and words may be read aloud: an address is a pain to hear. */
export function byTitle({ title }: Link): string {
  return title;
}

/** Of several sources one that was read in Microsoft's own text, if there is one. */
export function bestCitation(citations: readonly KnownCitation[]): KnownCitation | undefined {
  return citations.find(({ confidence }) => confidence === 'H') ?? citations[0];
}

/** The date of the page, and when it was read. */
export function datesText(language: Language, { date, translated, read }: KnownCitation): string {
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
): string {
  return language.say('ui.citation', {
    page: link(pageLink(language, citation.page)),
    section: language.say(`section.${citation.section}`),
    dates: datesText(language, citation),
    confidence: language.say(`confidence.${citation.confidence}`),
  });
}

/** What many citations have in common is told once, in their headings. */
export interface SourceList {
  readonly heading: string;
  readonly groups: readonly SourcesRead[];
}

/** What was read on one day and is equally well established. */
interface SourcesRead {
  readonly heading: string;
  /** Each page once, with what was read there. */
  readonly pages: readonly string[];
}

/** The citations by something that they have in common, in the order in which it first comes up. */
function grouped(
  citations: readonly KnownCitation[],
  common: (citation: KnownCitation) => string,
): readonly (readonly [KnownCitation, ...KnownCitation[]])[] {
  const groups = new Map<string, [KnownCitation, ...KnownCitation[]]>();
  for (const citation of citations) {
    const key = common(citation);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [citation]);
    else group.push(citation);
  }
  return [...groups.values()];
}

/** The sections of a page that were read in one state of it, with the date of that state where the page has one. */
function stateText(language: Language, state: readonly [KnownCitation, ...KnownCitation[]]): string {
  const [{ date, translated }] = state;
  // Beside each other: the names of some have an "and" of their own.
  const section = language.joined(
    'list',
    state.map((each) => language.say(`section.${each.section}`)),
  );
  if (date === undefined) return section;
  const dated = { section, date: language.date(date) };
  return translated === undefined
    ? language.say('ticket.sourceDated', dated)
    : language.say('ticket.sourceTranslated', { ...dated, translated: language.date(translated) });
}

/** Many citations in few words. That the pages are in English is told once as well, where all of them are. */
export function sourceList(
  language: Language,
  citations: readonly KnownCitation[],
  link: (link: Link) => string,
): SourceList {
  const isEnglish = citations.every(({ page }) => isInEnglish(language, page));
  const linkTo = isEnglish ? plainLink : pageLink;
  const groups = grouped(citations, ({ confidence, read }) => `${confidence} ${read}`).map((together) => {
    const [{ confidence, read }] = together;
    return {
      heading: language.say('ticket.sourcesRead', {
        confidence: language.say(`confidence.${confidence}`),
        read: language.date(read),
      }),
      pages: grouped(together, ({ page }) => page).map((ofPage) => {
        const states = grouped(ofPage, ({ date, translated }) => JSON.stringify([date, translated]));
        return language.beside([
          link(linkTo(language, ofPage[0].page)),
          ...states.map((state) => stateText(language, state)),
        ]);
      }),
    };
  });
  return { heading: language.say(isEnglish ? 'ticket.sourcesInEnglish' : 'ticket.sources'), groups };
}
