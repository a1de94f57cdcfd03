import { randomBytes } from 'node:crypto';
import type { Store } from '../storage/store.js';
import { untilWritten } from '../storage/until-written.js';
import type { CaseChange } from './case-changes.js';
import { type CaseId, caseKey, isCaseId } from './case-keys.js';
import { type CaseList, caseLists } from './case-list.js';
import { type Keeper, type KeeperId, keeperId } from './keeper.js';
import { type CaseDraft, type KeptCase, labelOf, MOST_SUBSCRIPTIONS } from './kept-case.js';
import { packedCase } from './packed-case.js';
import { readKept } from './read-case.js';

/** So many may keep one case together. */
const MOST_KEEPERS = 20;

/** Told of what becomes of cases, so that what is kept beside them goes along. */
export interface CaseCompany {
  /** The case is as it is now. */
  changed(kept: KeptCase): Promise<void>;
  /** Somebody keeps the case no longer. */
  left(id: CaseId, keeper: KeeperId): Promise<void>;
}

/** Who knows it may join: the case, and a secret that is its own. */
function invitationText(id: CaseId, secret: string): string {
  return `${id}${secret}`;
}

/** Random bytes for the next ids: every turn has one at hand, and the system is asked once for many of them. */
let drawn = randomBytes(0);
let used = 0;
const ID_BYTES = 9;
const IDS_DRAWN = 64;

/** Nobody can guess it. */
export function newCaseId(): CaseId {
  if (used === drawn.length) {
    drawn = randomBytes(ID_BYTES * IDS_DRAWN);
    used = 0;
  }
  const id = drawn.toString('base64url', used, used + ID_BYTES);
  // What is given away stays nowhere.
  drawn.fill(0, used, used + ID_BYTES);
  used += ID_BYTES;
  return id;
}

/** The cases that people keep, in a store by compare-and-swap. Every method rejects with `StorageError`. */
export class CaseStore {
  readonly #store: Store;
  readonly #lists: CaseList;
  readonly #company: readonly CaseCompany[];

  /** @param company what is kept beside cases; told after each change, and again where that failed and it is repeated */
  constructor(store: Store, company: readonly CaseCompany[] = []) {
    this.#store = store;
    this.#lists = caseLists(store);
    this.#company = company;
  }

  async #tell(kept: KeptCase): Promise<KeptCase> {
    for (const each of this.#company) await each.changed(kept);
    return kept;
  }

  /**
   * Makes a case; undefined where somebody keeps as many as they can, or there is no subscription.
   * @param id made twice under the same one, it is made once
   */
  async create(
    keeper: Keeper,
    draft: CaseDraft,
    day: string,
    id: CaseId = newCaseId(),
  ): Promise<KeptCase | undefined> {
    const { subscriptions } = draft;
    if (subscriptions.length === 0 || subscriptions.length > MOST_SUBSCRIPTIONS) return undefined;
    const own = keeperId(keeper);
    const kept: KeptCase = {
      ...draft,
      id,
      label: labelOf(draft.label),
      ticks: [],
      dates: [],
      watched: false,
      created: day,
      changed: day,
      keepers: [own],
    };
    // The list first: a case that no list names would be kept where nobody could find and delete it.
    if (!(await this.#lists.add(own, kept.id, day))) return undefined;
    const written = await this.#store.write(caseKey(kept.id), packedCase(kept), undefined);
    if (written === undefined) {
      const known = await this.open(keeper, id);
      if (known === undefined) await this.#lists.remove(own, id);
      return known;
    }
    // Whoever was forgotten meanwhile keeps nothing.
    if ((await this.#lists.read(own)).includes(kept.id)) return this.#tell(kept);
    await this.#store.delete(caseKey(kept.id));
    return undefined;
  }

  /** A case that somebody keeps; undefined where they keep none of that id. */
  async open(keeper: Keeper, id: CaseId): Promise<KeptCase | undefined> {
    const found = isCaseId(id) ? await readKept(this.#store, id) : undefined;
    return found?.kept.keepers.includes(keeperId(keeper)) === true ? found.kept : undefined;
  }

  /** A case whoever keeps it, for what is done without anybody asking. */
  async find(id: CaseId): Promise<KeptCase | undefined> {
    return (await readKept(this.#store, id))?.kept;
  }

  /** All that somebody keeps: those open first, the one changed last before the others. */
  async list(keeper: Keeper): Promise<readonly KeptCase[]> {
    const own = keeperId(keeper);
    const found = await Promise.all((await this.#lists.read(own)).map((id) => this.find(id)));
    const kept = found.filter((each) => each?.keepers.includes(own) === true) as readonly KeptCase[];
    const closed = ({ closed: day }: KeptCase): number => Number(day !== undefined);
    return kept.toSorted((a, b) => closed(a) - closed(b) || (a.changed < b.changed ? 1 : -1));
  }

  /** Changes a case, whoever else does meanwhile; undefined where they keep none of that id. */
  async change(keeper: Keeper, id: CaseId, change: CaseChange, day: string): Promise<KeptCase | undefined> {
    const own = keeperId(keeper);
    const kept = isCaseId(id) ? await this.#change(id, own, change, day) : undefined;
    if (kept === undefined) return undefined;
    await this.#lists.keep(own, day);
    return this.#tell(kept);
  }

  async #change(id: CaseId, by: KeeperId, change: CaseChange, day: string): Promise<KeptCase | undefined> {
    const { kept } = await untilWritten(async () => {
      const found = await readKept(this.#store, id);
      if (found?.kept.keepers.includes(by) !== true) return { kept: undefined };
      const { id: _, keepers, created } = found.kept;
      // What a change makes of a case is still that case.
      const next: KeptCase = { ...change(found.kept), id, keepers, created, changed: day };
      const version = await this.#store.write(caseKey(id), packedCase(next), found.version);
      return version === undefined ? undefined : { kept: next };
    });
    return kept;
  }

  /** The keepers of a case know what this edition answers; not a change that anybody made. */
  async told(id: CaseId, told: KeptCase['told']): Promise<void> {
    await untilWritten(async () => {
      const found = await readKept(this.#store, id);
      if (found === undefined || found.kept.told === told) return true;
      return this.#store.write(caseKey(id), packedCase({ ...found.kept, told }), found.version);
    });
  }

  /** Shares a case: whoever has the text that this resolves to may join. The same text each time. */
  async share(keeper: Keeper, id: CaseId, day: string): Promise<string | undefined> {
    const secret = randomBytes(9).toString('base64url');
    const kept = await this.change(keeper, id, (each) => ({ invitation: secret, ...each }), day);
    return kept?.invitation === undefined ? undefined : invitationText(id, kept.invitation);
  }

  /** Takes back what `share` gave: who has joined stays, nobody else comes. */
  async unshare(keeper: Keeper, id: CaseId, day: string): Promise<KeptCase | undefined> {
    return this.change(keeper, id, ({ invitation: _, ...kept }) => kept, day);
  }

  /** Joins a case that was shared; undefined where the text is no invitation, or no one more can join. */
  async join(keeper: Keeper, invitation: string, day: string): Promise<KeptCase | undefined> {
    const id = invitation.slice(0, 12);
    const own = keeperId(keeper);
    const isInvited = ({ invitation: secret, keepers }: KeptCase): boolean =>
      secret !== undefined &&
      invitationText(id, secret) === invitation &&
      (keepers.includes(own) || keepers.length < MOST_KEEPERS);
    const before = isCaseId(id) ? await this.find(id) : undefined;
    if (before === undefined || !isInvited(before)) return undefined;
    if (!(await this.#lists.add(own, id, day))) return undefined;
    const { kept } = await untilWritten(async () => {
      const found = await readKept(this.#store, id);
      if (found === undefined || !isInvited(found.kept)) return { kept: undefined };
      if (found.kept.keepers.includes(own)) return { kept: found.kept };
      const next: KeptCase = { ...found.kept, keepers: [...found.kept.keepers, own], changed: day };
      const version = await this.#store.write(caseKey(id), packedCase(next), found.version);
      return version === undefined ? undefined : { kept: next };
    });
    if (kept === undefined) await this.#lists.remove(own, id);
    // Whoever was forgotten meanwhile keeps nothing.
    if (kept === undefined || (await this.#lists.read(own)).includes(id)) return kept && this.#tell(kept);
    await this.#leave(own, id);
    return undefined;
  }

  /** Deletes a case for somebody; where others keep it as well, they go on keeping it. */
  async delete(keeper: Keeper, id: CaseId): Promise<void> {
    const own = keeperId(keeper);
    if (isCaseId(id)) await this.#leave(own, id);
    await this.#lists.remove(own, id);
  }

  async #leave(own: KeeperId, id: CaseId): Promise<void> {
    await untilWritten(async () => {
      const found = await readKept(this.#store, id);
      if (found?.kept.keepers.length === 0) await this.#store.delete(caseKey(id));
      if (found?.kept.keepers.includes(own) !== true) return true;
      const keepers = found.kept.keepers.filter((each) => each !== own);
      // Before it is deleted nobody keeps it: whoever would join just then finds no invitation any more.
      const { invitation, ...rest } = found.kept;
      const next = keepers.length === 0 ? { ...rest, keepers } : { ...found.kept, keepers };
      const version = await this.#store.write(caseKey(id), packedCase(next), found.version);
      if (version !== undefined && keepers.length === 0) await this.#store.delete(caseKey(id));
      return version;
    });
    for (const each of this.#company) await each.left(id, own);
  }

  /** Deletes all cases of somebody, and what is kept beside them. */
  async forget(keeper: Keeper): Promise<void> {
    const own = keeperId(keeper);
    for (const id of await this.#lists.read(own)) await this.#leave(own, id);
    await this.#lists.delete(own);
  }
}
