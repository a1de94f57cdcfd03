import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { markUnderReview, type UnderReview } from '../cards/mark-under-review.js';
import type { InboundInput } from '../channels/inbound.js';
import { DeliveryError } from '../channels/seam/delivery-error.js';
import { CALL, type Call } from '../channels/seam/incoming-call.js';
import type { Speaker } from '../channels/seam/speaker.js';
import type { KnownScreen, View } from '../conversation/view.js';
import { LANGUAGES, type LanguageTag } from '../language/languages.js';
import type { OptionId } from '../policy/facts.js';
import { NoRoomError } from '../storage/error.js';
import type { TurnEnd } from './bot.js';
import { OpenCard } from './open-card.js';
import type { TurnParts } from './parts.js';
import { reachFrom } from './reached.js';
import { Reply } from './reply.js';
import type { SessionTurn } from './sessions.js';
import { TurnLog } from './turn-log.js';

/** Whether the channel knows that a greeting is due. */
function nothingSaid({ turnState }: TurnContext): boolean {
  const call: Call | undefined = turnState.get(CALL);
  return call?.nothingSaid === true;
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
      ...(teamsCloud !== undefined && speaker.channel === 'msteams' ? { cloud: teamsCloud } : {}),
      ...(address === undefined ? {} : { address }),
    };
    const turn = await sessions.turn({ input, owner: speaker, locales, delivery, around });
    const view = markUnderReview(await this.#carryOut(turn, asked, log), underReview);
    await this.#reached(context, turn, asked, log);
    const reply = new Reply(context, asked, view, LANGUAGES[turn.language], log);
    const card = await this.#send(reply, asked, view, turn.language);
    await new OpenCard(sessions, underReview).moved({ ...turn, view }, reply, asked, card);
    if (isNoted) await greetings.sent(speaker);
    speaks?.(turn.language);
  }

  /** Whoever does something about a case, or has the bot again, is written to there from now on. */
  async #reached(
    { activity }: TurnContext,
    turn: SessionTurn,
    { input, speaker }: InboundInput,
    log: TurnLog,
  ) {
    const { reminders } = this.#options;
    const acts = turn.effects.some(({ kind }) => kind === 'remind');
    const reach = acts || input.kind === 'arrive' ? reachFrom(activity, turn.language) : undefined;
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
      const done = await effects.carryOut(effect, turn.language, turn.around.day, speaker, log.line);
      if (effect.kind === 'forget' && !done) shown = { ...shown, notes: [{ kind: 'notForgotten' }] };
      if (effect.kind === 'remind' && !done) shown = { ...shown, notes: [{ kind: 'remindGone' }] };
      if (effect.kind !== 'handOver') continue;
      if (done) await sessions.remember(speaker, effect.mark);
      else if (shown.screen.kind === 'handOver') {
        shown = { ...shown, screen: { ...shown.screen, state: 'failed' } };
      }
    }
    return shown.screen.kind === 'known' ? this.#withCases(shown, shown.screen, speaker) : shown;
  }

  /** What is known of somebody, with the cases that they keep. */
  async #withCases(shown: View, screen: KnownScreen, speaker: Speaker): Promise<View> {
    const { cases, caseRetentionDays: days = 365 } = this.#options;
    const kept = await cases.list(speaker);
    if (kept.length === 0) return shown;
    const named = kept.map(({ label, created }) => ({ label, created }));
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
