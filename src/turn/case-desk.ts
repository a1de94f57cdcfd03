import { withCarried } from '../cases/carried.js';
import {
  type CaseChange,
  closedOn,
  dated,
  openedAgain,
  renamed,
  undatedTerm,
  watchedOr,
} from '../cases/case-changes.js';
import type { CaseStore } from '../cases/case-store.js';
import { isDay } from '../cases/days.js';
import type { CaseFiles } from '../cases/export/case-files.js';
import type { KeptCase } from '../cases/kept-case.js';
import type { PageDoor } from '../cases/page/page-door.js';
import { redated, tickedOn, untickedOn } from '../cases/plan-ticks.js';
import type { Reminders } from '../cases/reminders/reminders.js';
import type { Speaker } from '../channels/seam/speaker.js';
import type { CaseDays, CaseEffect } from '../conversation/case-deed.js';
import { type CaseFace, type DueCase, LISTED_CASES } from '../conversation/case-screen.js';
import type { CaseNoteKind } from '../conversation/dialog-note.js';
import type { LanguageTag } from '../language/languages.js';
import type { EffectQuota } from './effects.js';
import { type CaseReader, listed, rowOf, type ShownFor, shownCase } from './shown-case.js';

/** What became of something that was done about cases. */
export interface CaseAnswer {
  /** What is shown then; undefined where what was shown stays. */
  readonly face?: CaseFace;
  readonly notes: readonly CaseNoteKind[];
  /** A case that this keeper does not keep, or no longer: nothing of a conversation is kept there. */
  readonly gone?: true;
}

export interface CaseDeskOptions {
  readonly cases: CaseStore;
  readonly reminders: Reminders;
  readonly files: Pick<CaseFiles, 'linksOf'>;
  /** For how many days after its last change a case is kept. */
  readonly days: number;
  /** Counts the cases that somebody has kept; without it everybody may keep as many as there is room for. */
  readonly quota?: EffectQuota | undefined;
  /** Gives codes for the page of cases; undefined where nobody could be told its address. */
  readonly door?: Pick<PageDoor, 'code'> | undefined;
}

/** What is done about cases that are kept already. */
export type KeptDeed = Exclude<CaseEffect, { readonly what: 'keep' }>;

/** Something about one of them. */
type One = Extract<KeptDeed, { readonly case: string }>;

function withDays({ steps, terms }: CaseDays): CaseChange {
  const each: readonly CaseChange[] = [
    ...steps.flatMap(([step, day]) => (isDay(day) ? [redated(step, day)] : [])),
    ...terms.map(([subscription, day]) =>
      day === '' ? undatedTerm(subscription) : dated({ kind: 'termEnd', subscription, day }),
    ),
  ];
  return (kept) => each.reduce((sofar, change) => change(sofar), kept);
}

/** So many are told of at once. */
const MOST_DUE = 3;

/** Does what people want done about their cases, and says what to show. Every method rejects with `StorageError`. */
export class CaseDesk {
  readonly #options: CaseDeskOptions;

  constructor(options: CaseDeskOptions) {
    this.#options = options;
  }

  /** A case that somebody keeps. */
  async open(keeper: Speaker, id: string): Promise<KeptCase | undefined> {
    return this.#options.cases.open(keeper, id);
  }

  async list(keeper: Speaker): Promise<readonly KeptCase[]> {
    return this.#options.cases.list(keeper);
  }

  async carryOut(deed: CaseEffect, speaker: Speaker, day: string, tag: LanguageTag): Promise<CaseAnswer> {
    return deed.what === 'keep' ? this.#keep(deed, speaker, day) : this.act(deed, speaker, day, tag);
  }

  /** The same about cases that are kept already, for whoever may be known by no more than that they keep them. */
  async act(deed: KeptDeed, speaker: CaseReader, day: string, tag: LanguageTag): Promise<CaseAnswer> {
    const { cases } = this.#options;
    switch (deed.what) {
      case 'list':
        return { face: await this.#list(speaker, deed.after), notes: [] };
      case 'page': {
        const code = this.#mayOpenPage(speaker) ? this.#options.door?.code(speaker) : undefined;
        if (code === undefined) return { face: await this.#list(speaker), notes: [] };
        const tab = 'channel' in speaker && speaker.channel === 'msteams';
        return { face: { kind: 'page', code, tab }, notes: [] };
      }
      case 'join': {
        const kept = await cases.join(speaker, deed.text, day);
        if (kept === undefined) return { face: await this.#list(speaker), notes: ['caseNotJoined'] };
        await this.#options.reminders.start(speaker, kept.id, day);
        return { face: await this.#plan(speaker, kept), notes: ['caseJoined'] };
      }
      default:
        return this.#aboutOne(deed, speaker, day, tag);
    }
  }

  /** A code lets in whoever reads it, which a group does; and who is on the page has no need of it. */
  #mayOpenPage(reader: CaseReader): boolean {
    return this.#options.door !== undefined && !reader.group && 'channel' in reader;
  }

  /** @param after how many of them stand on the cards before; the last card, where that is too many */
  async #list(speaker: CaseReader, after = 0): Promise<CaseFace> {
    const { cases, reminders, days } = this.#options;
    const kept = await cases.list(speaker);
    const last = Math.max(0, Math.ceil(kept.length / LISTED_CASES) - 1) * LISTED_CASES;
    const before = Math.min(after, last);
    const shown = kept.slice(before, before + LISTED_CASES);
    const rows = shown.map(async (each) => {
      const { blocked, on } = await reminders.state(speaker, each.id);
      return rowOf(each, speaker, on && blocked !== undefined);
    });
    const rest = kept.length - before - shown.length;
    const page = this.#mayOpenPage(speaker);
    return { kind: 'list', cases: await Promise.all(rows), before, after: rest, days, page };
  }

  /** What is due of somebody's cases when they come back; undefined where nothing is. */
  async due(speaker: Speaker, day: string): Promise<CaseFace | undefined> {
    const { cases, reminders } = this.#options;
    const kept = await cases.list(speaker);
    const due: DueCase[] = [];
    // One after the other: most of many need not be looked at, and others have their turn between.
    for (const each of kept) {
      if (due.length === MOST_DUE) break;
      const because = await reminders.atReturn(speaker, each, day);
      if (because !== undefined) due.push({ ...listed(each, speaker), because });
    }
    return due.length === 0 ? undefined : { kind: 'due', due };
  }

  async #shown(speaker: CaseReader, kept: KeptCase) {
    const reminding = await this.#options.reminders.state(speaker, kept.id);
    return shownCase(kept, { speaker, reminding } satisfies ShownFor);
  }

  async #plan(speaker: CaseReader, kept: KeptCase): Promise<CaseFace> {
    return { kind: 'plan', case: await this.#shown(speaker, kept) };
  }

  async #keep(
    { case: id, text, now, told }: Extract<CaseEffect, { what: 'keep' }>,
    speaker: Speaker,
    day: string,
  ): Promise<CaseAnswer> {
    const { cases, reminders, quota } = this.#options;
    if (quota !== undefined && !(await quota('case', speaker)))
      return { face: await this.#list(speaker), notes: ['caseNotDone'], gone: true };
    const { shared, subscriptions, edition, done } = now;
    const draft = { label: text, shared, subscriptions, told, ...(edition && { edition }) };
    const made = await cases.create(speaker, draft, day, id);
    if (made === undefined) return { face: await this.#list(speaker), notes: ['caseFull'], gone: true };
    await reminders.start(speaker, id, day);
    if (done.length === 0) return { face: await this.#plan(speaker, made), notes: [] };
    const ticked: CaseChange = (kept) => done.reduce((sofar, step) => tickedOn(step, day)(sofar), kept);
    const kept = (await cases.change(speaker, id, ticked, day)) ?? made;
    return { face: await this.#plan(speaker, kept), notes: [] };
  }

  async #gone(speaker: CaseReader): Promise<CaseAnswer> {
    return { face: await this.#list(speaker), notes: ['caseGone'], gone: true };
  }

  async #aboutOne(deed: One, speaker: CaseReader, day: string, tag: LanguageTag): Promise<CaseAnswer> {
    const { cases, reminders } = this.#options;
    const { case: id } = deed;
    const kept = await cases.open(speaker, id);
    if (kept === undefined) return deed.what === 'carry' ? { notes: [], gone: true } : this.#gone(speaker);
    const changed = async (change: CaseChange, ...notes: CaseNoteKind[]): Promise<CaseAnswer> => {
      const now = await cases.change(speaker, id, change, day);
      return now === undefined ? this.#gone(speaker) : { face: await this.#plan(speaker, now), notes };
    };
    const side = async (kind: 'dates' | 'settings' | 'rename' | 'delete' | 'share', now = kept) =>
      ({ face: { kind, case: await this.#shown(speaker, now) }, notes: [] }) as const;
    switch (deed.what) {
      case 'open':
        return {
          face: {
            kind: 'plan',
            case: await this.#shown(speaker, kept),
            news: await reminders.news(speaker, kept),
            review: await reminders.review(speaker, kept),
          },
          notes: [],
        };
      case 'dates':
      case 'settings':
      case 'rename':
      case 'delete':
      case 'share':
        return side(deed.what);
      case 'tick':
        return changed(deed.done ? tickedOn(deed.step, day) : untickedOn(deed.step, day));
      case 'setDays':
        return changed(withDays(deed.days));
      case 'name':
        return changed(renamed(deed.text));
      case 'close':
        return changed(closedOn(day), 'caseClosed');
      case 'reopen':
        return changed(openedAgain, 'caseReopened');
      case 'watch':
      case 'unwatch': {
        const now = await cases.change(speaker, id, watchedOr(deed.what === 'watch'), day);
        return now === undefined ? this.#gone(speaker) : side('settings', now);
      }
      case 'remind':
        await reminders.start(speaker, id, day);
        return side('settings');
      case 'unremind':
        await reminders.stop(speaker, id);
        return side('settings');
      case 'setHour':
        await reminders.setHour(speaker, deed.hour);
        return side('settings');
      case 'invite': {
        const invitation = await cases.share(speaker, id, day);
        if (invitation === undefined) return this.#gone(speaker);
        const { group } = speaker;
        return {
          face: { kind: 'invitation', case: listed(kept, speaker), invitation, group },
          notes: [],
        };
      }
      case 'unshare': {
        const now = await cases.unshare(speaker, id, day);
        if (now === undefined) return this.#gone(speaker);
        return { ...(await side('share', now)), notes: ['caseUnshared'] };
      }
      case 'deleteNow':
        await cases.delete(speaker, id);
        return { face: await this.#list(speaker), notes: ['caseDeleted'] };
      case 'carry': {
        const now = await cases.change(
          speaker,
          id,
          (each) => withCarried(each, deed.before, deed.now, day),
          day,
        );
        return now === undefined ? { notes: [], gone: true } : { notes: [] };
      }
      case 'export':
        return {
          face: {
            kind: 'export',
            case: listed(kept, speaker),
            files: this.#options.files.linksOf(speaker, kept, tag),
          },
          notes: [],
        };
    }
  }
}
