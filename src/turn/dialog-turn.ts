import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { markUnderReview, type UnderReview } from '../cards/mark-under-review.js';
import type { InboundInput } from '../channels/inbound.js';
import { DeliveryError } from '../channels/seam/delivery-error.js';
import { CALL, type Call } from '../channels/seam/incoming-call.js';
import type { View } from '../conversation/view.js';
import { LANGUAGES, type LanguageTag } from '../language/languages.js';
import type { OptionId } from '../policy/facts.js';
import { NoRoomError } from '../storage/error.js';
import type { TurnEnd } from './bot.js';
import type { TurnParts } from './parts.js';
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
    const view = await this.#carryOut(turn, asked, log);
    await this.#reply(context, asked, markUnderReview(view, underReview), turn.language, log);
    if (isNoted) await greetings.sent(speaker);
    speaks?.(turn.language);
  }

  /** Does what the turn wants done; a hand-over that did not get through is shown as what it is. */
  async #carryOut(turn: SessionTurn, { speaker }: InboundInput, log: TurnLog): Promise<View> {
    const { sessions, effects } = this.#options;
    let shown = turn.view;
    for (const effect of turn.effects) {
      const done = await effects.carryOut(effect, turn.language, turn.around.day, speaker, log.line);
      if (effect.kind === 'forget' && !done) shown = { ...shown, notes: [{ kind: 'notForgotten' }] };
      if (effect.kind !== 'handOver') continue;
      if (done) await sessions.remember(speaker, effect.mark);
      else if (shown.screen.kind === 'handOver') {
        shown = { ...shown, screen: { ...shown.screen, state: 'failed' } };
      }
    }
    return shown;
  }

  async #reply(
    context: TurnContext,
    asked: InboundInput,
    view: View,
    tag: LanguageTag,
    log: TurnLog,
  ): Promise<void> {
    const { render, send } = this.#options;
    const language = LANGUAGES[tag];
    await send(new Reply(context, asked, view, language, log), render(view, language, asked));
  }

  async #apologise(context: TurnContext, asked: InboundInput, full: boolean, log: TurnLog): Promise<void> {
    const language = await this.#options.sessions.languageOf(asked.speaker, asked.locales);
    const view: View = { screen: { kind: 'failure', full }, notes: [], origin: undefined };
    await this.#reply(context, { ...asked, card: undefined }, view, language, log);
  }
}
