import type { Logger } from 'pino';
import type { UnderReview } from '../cards/mark-under-review.js';
import { ofGuidance } from '../cases/case-guidance.js';
import { CaseStore } from '../cases/case-store.js';
import { CaseFiles } from '../cases/export/case-files.js';
import type { Keeper } from '../cases/keeper.js';
import type { KeptCase } from '../cases/kept-case.js';
import { PageDoor } from '../cases/page/page-door.js';
import { DueList } from '../cases/reminders/due-list.js';
import { goRound } from '../cases/reminders/go-round.js';
import { Reminders } from '../cases/reminders/reminders.js';
import type { ReviewedPassages } from '../cases/reminders/reviewed.js';
import { Rounds } from '../cases/reminders/rounds.js';
import { watchedLists } from '../cases/reminders/watched.js';
import type { Connector } from '../channels/botframework/connector.js';
import { sendUnasked } from '../channels/botframework/send-unasked.js';
import { createTokens } from '../channels/directline/tokens/tokens.js';
import type { Store } from '../storage/store.js';
import { CaseDesk } from '../turn/case-desk.js';
import { CasePage } from '../turn/case-page.js';
import { postLetters } from '../turn/post-letters.js';
import type { OpenedData } from './data.js';

export interface CasesOptions {
  readonly store: Store;
  readonly connector: Connector;
  readonly underReview: UnderReview;
  readonly log: Logger;
  /** Signs the links to files and the codes of the page, and what browsers are known by; all instances have the same. */
  readonly data: Pick<OpenedData, 'key' | 'lookForKey'>;
  /** For how many days after its last change a case is kept. */
  readonly days: number;
}

/** The cases that people keep, and what is done with them. */
export interface BuiltCases {
  readonly cases: CaseStore;
  readonly reminders: Reminders;
  readonly files: CaseFiles;
  /** Lets people into the page of their cases. */
  readonly door: PageDoor;
  /** What answers that page. */
  readonly page: CasePage;
  /** Deletes everything that is kept of a keeper's cases. */
  forget(keeper: Keeper): Promise<void>;
  /** Writes to keepers from now on. The returned function ends that when what was begun is written down. */
  goRound(): () => Promise<void>;
}

/** What a case rests on that is under review. */
const citedFor = ofGuidance((all) => [...new Set(all.flatMap(({ citations }) => citations))]);

function reviewedIn(kept: KeptCase, underReview: UnderReview): ReviewedPassages {
  const cited = citedFor(kept).filter(underReview);
  const passages = cited.map(({ page, section }) => `${page}#${section}`);
  return [...new Set(passages)].toSorted((a, b) => (a < b ? -1 : 1)).join(' ');
}

export function buildCases(options: CasesOptions): BuiltCases {
  const { store, connector, underReview, log, data, days } = options;
  const { key, lookForKey } = data;
  const now = (): number => Date.now();
  const reviewOf = (kept: KeptCase): ReviewedPassages => reviewedIn(kept, underReview);
  const reminders = new Reminders(store, { now, reviewOf });
  const cases = new CaseStore(store, [reminders, watchedLists(store)]);
  const files = new CaseFiles({ key, now, find: (id) => cases.find(id) });
  const door = new PageDoor({ key, store, now });
  // It only reads what others have signed.
  const tokens = createTokens({ key, lookForKey, lifetimeSeconds: 0 });
  const desk = new CaseDesk({ cases, reminders, files, days });
  return {
    cases,
    reminders,
    files,
    door,
    page: new CasePage({ desk, door, userOf: (pass) => tokens.passedUser(pass), log }),
    async forget(keeper) {
      // First nobody is written to any more.
      await reminders.forget(keeper);
      await cases.forget(keeper);
    },
    goRound() {
      const post = postLetters((to, activity) => sendUnasked(connector, to, activity), log);
      return goRound({
        rounds: new Rounds(store, { now, post, reviewOf }),
        roundedTo: () => new DueList(store).from(),
        clocks: { wall: now, steady: () => performance.now() },
        onTrouble: (error) =>
          log.error({ error }, 'reminders could not be looked at; it is tried again in a minute'),
      });
    },
  };
}
