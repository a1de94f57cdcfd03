import type { Logger } from 'pino';
import { casesOnPage } from '../cards/kept-page.js';
import { notesData } from '../cards/notes.js';
import type { Card } from '../cards/template.js';
import type { PageDoor, PageVisit } from '../cases/page/page-door.js';
import { channelFor } from '../channels/registry.js';
import type { CaseDeed } from '../conversation/case-deed.js';
import { parseCaseDeed } from '../conversation/parse-case.js';
import { LANGUAGES, type LanguageTag } from '../language/languages.js';
import type { CaseAnswer, CaseDesk, KeptDeed } from './case-desk.js';
import { mayKeep } from './may-keep.js';

/** Whoever keeps cases in a browser is known to that channel. */
const BROWSER = 'directline';

/** What the page shows next. */
export interface ShownPage {
  readonly card: Card;
  /** What came of a tap, for who does not see the card. */
  readonly said: string;
  /** What the page shows next time, in place of the pass before. */
  readonly pass: string;
}

export interface CasePageOptions {
  readonly desk: Pick<CaseDesk, 'act'>;
  readonly door: PageDoor;
  /** Who was given what a browser keeps of its conversations; undefined where that is nothing of ours. */
  readonly userOf: (pass: unknown) => Promise<string | undefined>;
  readonly log: Pick<Logger, 'error'>;
}

function isOfPage(deed: CaseDeed): deed is Extract<CaseDeed, KeptDeed> {
  return deed.what !== 'keep' && deed.what !== 'keepAs' && deed.what !== 'here';
}

/** Everybody’s cases on a page of their own: what can be tapped there is what can be tapped in the chat. */
export class CasePage {
  readonly #options: CasePageOptions;

  constructor(options: CasePageOptions) {
    this.#options = options;
  }

  /**
   * Lets somebody in by a code of the chat, or by what their browser is known by; undefined where neither is good.
   * Rejects with `StorageError`.
   */
  async enter({ code, browser }: Readonly<Record<string, unknown>>): Promise<PageVisit | undefined> {
    const { door, userOf } = this.#options;
    if (typeof code === 'string') return door.enter(code);
    const user = await userOf(browser);
    const known = user === undefined ? undefined : { channel: BROWSER, user };
    return known !== undefined && mayKeep(known) ? door.admit(known) : undefined;
  }

  /**
   * Does what was tapped, and shows what came of it: all cases, where that was nothing. Undefined where the pass is at its end.
   */
  async show(
    pass: string,
    tapped: Readonly<Record<string, unknown>>,
    tag: LanguageTag,
  ): Promise<ShownPage | undefined> {
    const visit = this.#options.door.visit(pass);
    if (visit === undefined) return undefined;
    const { face, notes } = await this.#done({ keeper: visit.keeper, group: false }, tapped, tag);
    const language = LANGUAGES[tag];
    const kinds = notes.map((kind) => ({ kind }));
    const { card } = casesOnPage(language, face, kinds);
    const said = notesData(language, kinds).map(({ plain }) => plain);
    return { card: channelFor(BROWSER).card(card), said: said.join('\n'), pass: visit.pass };
  }

  async #done(
    reader: Parameters<CaseDesk['act']>[1],
    tapped: Readonly<Record<string, unknown>>,
    tag: LanguageTag,
  ): Promise<CaseAnswer> {
    const { desk, log } = this.#options;
    const deed = parseCaseDeed(tapped);
    const list = { what: 'list' } as const;
    const wanted = deed !== undefined && isOfPage(deed) ? deed : list;
    try {
      return await desk.act(wanted, reader, new Date().toISOString().slice(0, 10), tag);
    } catch (error) {
      log.error({ error, deed: wanted.what }, 'kept cases could not be read or changed from their page');
      return { notes: [] };
    }
  }
}
