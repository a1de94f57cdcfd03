import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { markUnderReview, type UnderReview } from '../cards/mark-under-review.js';
import { newCaseId } from '../cases/case-store.js';
import type { InboundInput } from '../channels/inbound.js';
import { DeliveryError } from '../channels/seam/delivery-error.js';
import { CALL, type Call } from '../channels/seam/incoming-call.js';
import type { Speaker } from '../channels/seam/speaker.js';
import type { CaseEffect } from '../conversation/case-deed.js';
import { originOf } from '../conversation/interview/state.js';
import type { Effect, Surroundings } from '../conversation/session.js';
import type { KnownScreen, View } from '../conversation/view.js';
import { LANGUAGES, type LanguageTag } from '../language/languages.js';
import type { OptionId } from '../policy/facts.js';
import { NoRoomError } from '../storage/error.js';
import type { TurnEnd } from './bot.js';
import { isWritten } from './is-written.js';
import { mayKeep } from './may-keep.js';
import { OpenCard } from './open-card.js';
import type { TurnParts } from './parts.js';
import { reachFrom } from './reached.js';
import { Reply } from './reply.js';
import type { SessionTurn } from './sessions.js';
import { listed, openedCase } from './shown-case.js';
import { TurnLog } from './turn-log.js';

/** Whether the channel knows that a greeting is due. */
function nothingSaid({ turnState }: TurnContext): boolean {
  const call: Call | undefined = turnState.get(CALL);
  return call?.nothingSaid === true;
}

/** For so many days a case is kept, where nobody says for how many. */
const CASE_DAYS = 365;

/** Whether something is done about a case, and not only looked at. */
function isAct(effect: Effect): boolean {
  if (effect.kind === 'case') return effect.deed.what !== 'list' && effect.deed.what !== 'open';
  return effect.kind === 'remind';
}

export interface DialogOptions extends Omit<TurnParts, 'lookUp'> {
  readonly log: Logger;
  /** Read anew in every turn: the command that watches the sources may have written meanwhile. */
  readonly underReview?: UnderReview;
  /** Told what language somebody speaks, so that their own words need not wait for it. */
  readonly speaks?: (tag: LanguageTag) => void;
  /** For how many days without a message conversations are kept; the bot tells people who ask. */
  readonly retentionDays?: number;
  /** For how many days after its last change a case is kept. */
  readonly caseRetentionDays?: number;
  /** The cloud that Teams runs in, where that says which one the customers of its people are in. */
  readonly teamsCloud?: OptionId<'cloud'> | undefined;
  /** Where browsers reach the bot, if that is known: receipts become links. */
  readonly address?: string | undefined;
}

/** A turn of a conversation: what the person did is carried out and answered, or apologised for. */
export class DialogTurn {
  readonly #options: DialogOptions;

  constructor(options: DialogOptions) {
    this.#options = options;
  }

  /** Rejects only if not even an apology could be sent. */
  async run(context: TurnContext, asked: InboundInput): Promise<TurnEnd> {
    const { greetings } = this.#options;
    const log = new TurnLog(this.#options.log);
    try {
      await this.#answer(context, asked, log);
      return 'answered';
    } catch (error) {
      log.line.error({ error }, 'a turn failed');
      const undelivered = error instanceof DeliveryError ? error : undefined;
      const isArrival = asked.input.kind === 'arrive';
      // What may have arrived is not sent again, and an apology would come on top of it.
      if (undelivered?.mayHaveArrived) {
        if (isArrival) await greetings.sent(asked.speaker);
        return 'failed';
      }
      if (isArrival) await greetings.failed(asked.speaker);
      // Where sending itself fails, an apology does too: the channel delivers the activity again.
      if (undelivered !== undefined) throw undelivered;
      await this.#apologise(context, asked, error instanceof NoRoomError, log);
      return 'failed';
    }
  }

  async #answer(context: TurnContext, asked: InboundInput, log: TurnLog): Promise<void> {
    const { sessions, greetings, effects, underReview = () => false } = this.#options;
    const { speaks, retentionDays = 30, teamsCloud, address } = this.#options;
    const { input, speaker, locales, delivery } = asked;
    const isNoted = input.kind === 'arrive' && !nothingSaid(context);
    if (isNoted && !(await greetings.begin(speaker))) return;
    const around = {
      day: new Date().toISOString().slice(0, 10),
      handOver: effects.canHandOver,
      retentionDays,
      ...(await this.#keeping(asked)),
      ...(teamsCloud !== undefined && speaker.channel === 'msteams' ? { cloud: teamsCloud } : {}),
      ...(address === undefined ? {} : { address }),
    };
    const turn = await sessions.turn({ input, owner: speaker, locales, delivery, around });
    await this.#reached(context, turn, asked, log);
    const view = markUnderReview(await this.#carryOut(turn, asked, log), underReview);
    const reply = new Reply(context, asked, view, LANGUAGES[turn.language], log);
    const card = await this.#send(reply, asked, view, turn.language);
    await new OpenCard(sessions, underReview).moved({ ...turn, view }, reply, asked, card);
    if (isNoted) await greetings.sent(speaker);
    speaks?.(turn.language);
  }

  /** What the dialog has to know of kept cases; nothing where this person can keep none. */
  async #keeping({ input, speaker }: InboundInput): Promise<Partial<Surroundings>> {
    if (!mayKeep(speaker)) return {};
    const { cases } = this.#options;
    const keeping = { newCase: newCaseId(), written: isWritten(speaker) };
    const wanted = input.kind === 'tap' && input.action?.kind === 'case' ? input.action.deed : undefined;
    if (wanted?.what !== 'open') return keeping;
    const kept = await cases.open(speaker, wanted.case);
    return kept === undefined ? keeping : { ...keeping, opened: openedCase(kept) };
  }

  /** Whoever does something about a case, or has the bot again, is written to there from now on. */
  async #reached(
    { activity }: TurnContext,
    turn: SessionTurn,
    { input, speaker }: InboundInput,
    log: TurnLog,
  ) {
    const { reminders } = this.#options;
    const acts = turn.effects.some((effect) => isAct(effect));
    const isReached = isWritten(speaker) && (acts || input.kind === 'arrive');
    const reach = isReached ? reachFrom(activity, turn.language) : undefined;
    if (reach === undefined) return;
    try {
      await reminders[acts ? 'reachedAt' : 'seen'](speaker, reach, turn.around.day);
    } catch (error) {
      // What they did is done; the next time they are taken down.
      log.line.warn({ error }, 'where somebody is written to could not be taken down');
    }
  }

  /** Does what the turn wants done; a hand-over that did not get through is shown as what it is. */
  async #carryOut(turn: SessionTurn, { speaker }: InboundInput, log: TurnLog): Promise<View> {
    const { sessions, effects } = this.#options;
    let shown = turn.view;
    for (const effect of turn.effects) {
      if (effect.kind === 'case') {
        shown = await this.#aboutCases(shown, effect.deed, turn, speaker, log);
        continue;
      }
      const done = await effects.carryOut(effect, turn.language, turn.around.day, speaker, log.line);
      if (effect.kind === 'forget' && !done) shown = { ...shown, notes: [{ kind: 'notForgotten' }] };
      if (effect.kind === 'remind' && !done) shown = { ...shown, notes: [{ kind: 'remindGone' }] };
      if (effect.kind !== 'handOver') continue;
      if (done) await sessions.remember(speaker, effect.mark);
      else if (shown.screen.kind === 'handOver') {
        shown = { ...shown, screen: { ...shown.screen, state: 'failed' } };
      }
    }
    if (shown.screen.kind === 'welcome') return this.#withDue(shown, turn, speaker, log);
    return shown.screen.kind === 'known' ? this.#withCases(shown, shown.screen, speaker) : shown;
  }

  /** Does something about kept cases, and shows what came of it; what failed says so. */
  async #aboutCases(
    shown: View,
    deed: CaseEffect,
    turn: SessionTurn,
    speaker: Speaker,
    log: TurnLog,
  ): Promise<View> {
    const { cases, sessions } = this.#options;
    const { screen } = shown;
    try {
      const { face, notes, gone } = await cases.carryOut(deed, speaker, turn.around.day, turn.language);
      if (gone && 'case' in deed) await sessions.unkept(speaker, deed.case);
      if (screen.kind !== 'cases' || face === undefined) return shown;
      // What was to be told of a case that is not kept any more is not told.
      const before = gone ? [] : shown.notes;
      return {
        ...shown,
        screen: { ...screen, face },
        notes: [...before, ...notes.map((kind) => ({ kind }))],
        // Others in a group may tap it.
        ...(face.kind === 'invitation' && face.group ? { origin: undefined } : {}),
      };
    } catch (error) {
      log.line.error({ error, deed: deed.what }, 'kept cases could not be read or changed');
      return { ...shown, notes: [{ kind: 'caseNotDone' }] };
    }
  }

  /** Whoever comes back where they cannot be written to is first told what is due in their cases. */
  async #withDue(shown: View, turn: SessionTurn, speaker: Speaker, log: TurnLog): Promise<View> {
    const isWrittenTo = speaker.channel === 'msteams' && speaker.host === undefined;
    if (isWrittenTo || !mayKeep(speaker) || shown.notes.length > 0) return shown;
    try {
      const face = await this.#options.cases.due(speaker, turn.around.day);
      const origin = originOf(turn.conversation);
      return face === undefined ? shown : { ...shown, screen: { kind: 'cases', face, origin }, origin };
    } catch (error) {
      log.line.warn({ error }, 'what is due in kept cases could not be read');
      return shown;
    }
  }

  /** What is known of somebody, with the cases that they keep. */
  async #withCases(shown: View, screen: KnownScreen, speaker: Speaker): Promise<View> {
    const { cases, caseRetentionDays: days = CASE_DAYS } = this.#options;
    const kept = await cases.list(speaker);
    if (kept.length === 0) return shown;
    const named = kept.map((each) => listed(each, speaker));
    return { ...shown, screen: { ...screen, cases: { named, days } } };
  }

  async #send(reply: Reply, asked: InboundInput, view: View, tag: LanguageTag): Promise<string | undefined> {
    const { render, send } = this.#options;
    return send(reply, render(view, LANGUAGES[tag], asked));
  }

  async #apologise(context: TurnContext, asked: InboundInput, full: boolean, log: TurnLog): Promise<void> {
    const language = await this.#options.sessions.languageOf(asked.speaker, asked.locales);
    const view: View = { screen: { kind: 'failure', full }, notes: [], origin: undefined };
    const anew = { ...asked, card: undefined };
    await this.#send(new Reply(context, anew, view, LANGUAGES[language], log), anew, view, language);
  }
}
