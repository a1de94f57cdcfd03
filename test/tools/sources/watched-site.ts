import type { PassageKey } from '../../../src/sources/passage-key.js';
import type { Finding } from '../../../src/tools/sources/finding.js';
import { findings, readPages, recordedOn } from '../../../src/tools/sources/watch.js';
import type { Watched, WatchList } from '../../../src/tools/sources/watch-list.js';
import { article, modernLayout, type Parts } from './recorded-pages.js';
import { type Answer, openSite, type SourceSite } from './source-site.js';

export const PAGE = '/en-us/partner-center/customers/multichannel';
export const OTHER = '/en-us/partner-center/customers/multipartner';

const entry = (headings: readonly string[]): Watched => ({ headings, recorded: null });

/** Nothing of it is recorded yet. */
export const LIST: WatchList = new Map<PassageKey, Watched>([
  ['multichannel#roles', entry(['Appropriate roles'])],
  ['multichannel#whenItApplies', entry(['Multichannel support applies when a customer'])],
  ['multichannel#licenseRow', entry(['License-based services'])],
  ['multichannel#important', { ...entry(['Important']), containing: 'resell' }],
  ['multichannel#seeAlso', entry(['See also', 'Next steps'])],
  ['multipartner#steps', entry([])],
]);
export const CITED = new Map([...LIST.keys()].map((key) => [key, []]));

export const page = (parts: Parts = {}, day = 1) => ({ html: modernLayout(article(parts), day) });

/** What is expected where every passage of the page stands alike, and the other page is as it was. */
export const all = (status: string) => ({
  roles: status,
  whenItApplies: status,
  licenseRow: status,
  important: status,
  seeAlso: status,
  steps: 'unchanged',
});

/** A local site with two pages, each looked at and recorded. */
export class WatchedSite {
  private constructor(
    readonly site: SourceSite,
    readonly recorded: WatchList,
  ) {}

  static async open(): Promise<WatchedSite> {
    const site = await openSite({
      [PAGE]: page(),
      [OTHER]: { html: '<main><h1>Other</h1><p>words</p></main>' },
    });
    const unrecorded = await new WatchedSite(site, LIST).look();
    return new WatchedSite(site, recordedOn('2026-11-21', LIST, unrecorded));
  }

  async look(list: WatchList = this.recorded, timeoutMs = 5000): Promise<readonly Finding[]> {
    const options = { base: this.site.base, timeoutMs };
    return findings(CITED, list, await readPages(new Set(['multichannel', 'multipartner']), options));
  }

  /** The findings after the page answers this, as `section: status`. */
  async statusesAfter(answer: Answer, timeoutMs?: number): Promise<Readonly<Record<string, string>>> {
    this.site.answer(PAGE, answer);
    const seen = await this.look(this.recorded, timeoutMs);
    return Object.fromEntries(seen.map(({ section, status }) => [section, status]));
  }
}
