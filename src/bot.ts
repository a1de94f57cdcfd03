import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { markUnderReview, type UnderReview } from './cards/under-review.js';
import { DeliveryError } from './channels/delivery-error.js';
import { readInbound } from './channels/inbound.js';
import type { View } from './dialog/view.js';
import type { Effects } from './effects.js';
import { answerExtension } from './extension.js';
import { LANGUAGES, type LanguageTag } from './language/languages.js';
import type { Measures } from './operation/measures.js';
import { observeTurn } from './operation/observe.js';
import { type Asked, outcome, Reply, replyActivity } from './reply.js';
import type { Sessions, SessionTurn } from './sessions.js';
import { TurnLog } from './turn-log.js';

export interface BotOptions {
  readonly sessions: Sessions;
  readonly effects: Effects;
  readonly measures: Measures;
  readonly log: Logger;
  /** Asked anew in every turn: the command that watches the sources may have written meanwhile. */
  readonly underReview?: UnderReview;
  /** For how many days without a message conversations are kept; the bot tells people who ask. */
  readonly retentionDays?: number;
}

/** One turn: an activity in, one message out. */
export class Bot {
  readonly #options: BotOptions;

  constructor(options: BotOptions) {
    this.#options = options;
  }

  /** Answers an activity. Rejects only if not even an apology could be sent. */
  async run(context: TurnContext): Promise<void> {
    const { sessions, measures } = this.#options;
    const inbound = readInbound(context.activity);
    if (inbound.kind === 'ignore') return;
    if (inbound.kind === 'unsupported') {
      await context.sendActivity(outcome(501));
      return;
    }
    if (inbound.kind === 'extension') {
      const { request, speaker, locales } = inbound;
      const done = measures.turnSeconds.start('total');
      const language = await sessions.languageOf(speaker, locales);
      measures.turns.inc({ channel: speaker.channel, input: inbound.kind });
      measures.languages.inc({ language });
      await context.sendActivity(outcome(200, answerExtension(request, language)));
      done();
      return;
    }
    const log = new TurnLog(this.#options.log);
    const done = measures.turnSeconds.start('total');
    try {
      await this.answer(context, inbound, log);
    } catch (error) {
      log.line.error({ error }, 'a turn failed');
      measures.errors.inc({ kind: 'turn' });
      const undelivered = error instanceof DeliveryError ? error : undefined;
      // What may have arrived is not sent again, and an apology would come on top of it.
      if (undelivered?.mayHaveArrived) return;
      if (inbound.input.kind === 'arrive') await sessions.greetAgain(inbound.speaker);
      // Where sending itself fails, an apology does too: the channel delivers the activity again.
      if (undelivered !== undefined) throw undelivered;
      await this.apologise(context, inbound, log);
    } finally {
      done();
    }
  }

  private async answer(context: TurnContext, asked: Asked, log: TurnLog): Promise<void> {
    const { sessions, effects, measures, underReview = () => false, retentionDays = 30 } = this.#options;
    const { input, speaker, locales, delivery } = asked;
    if (input.kind === 'arrive' && !(await sessions.greets(speaker))) return;
    const around = {
      day: new Date().toISOString().slice(0, 10),
      handOver: effects.canHandOver,
      retentionDays,
    };
    const read = measures.turnSeconds.start('state');
    const turn = await sessions.turn({ input, owner: speaker, locales, delivery, around }).finally(read);
    if (!turn.repeated) observeTurn(measures, speaker.channel, input, turn);
    const view = await this.carryOut(turn, asked, log);
    await this.reply(context, asked, markUnderReview(view, underReview), turn.language, log);
  }

  /** Does what the turn wants done; a hand-over that did not get through is shown as what it is. */
  private async carryOut(turn: SessionTurn, { input, speaker }: Asked, log: TurnLog): Promise<View> {
    const { sessions, effects, measures } = this.#options;
    let shown = turn.view;
    for (const effect of turn.effects) {
      const timed = measures.turnSeconds.start('outside');
      const done = await effects.carryOut(effect, turn.language, turn.around.day, speaker, log.line);
      timed();
      if (!done) measures.errors.inc({ kind: effect.kind });
      if (effect.kind === 'forget' && !done) shown = { ...shown, notes: [{ kind: 'notForgotten' }] };
      // A reason comes after the opinion that it belongs to, which is counted already.
      const isOpinion =
        effect.kind === 'feedback' && !(input.kind === 'tap' && input.action?.kind === 'reason');
      if (isOpinion) measures.opinions.inc({ opinion: effect.helped ? 'helped' : 'wrong' });
      if (effect.kind !== 'handOver') continue;
      measures.handOvers.inc({ result: done ? 'sent' : 'failed' });
      if (done) await sessions.remember(speaker, effect.mark);
      else if (shown.screen.kind === 'handOver') {
        shown = { ...shown, screen: { ...shown.screen, state: 'failed' } };
      }
    }
    return shown;
  }

  private async reply(
    context: TurnContext,
    asked: Asked,
    view: View,
    tag: LanguageTag,
    log: TurnLog,
  ): Promise<void> {
    const { turnSeconds, errors } = this.#options.measures;
    const language = LANGUAGES[tag];
    const render = turnSeconds.start('render');
    const activity = replyActivity(view, language, asked);
    render();
    const sent = turnSeconds.start('reply');
    try {
      await new Reply(context, asked, view, language, log).send(activity);
    } catch (error) {
      errors.inc({ kind: 'reply' });
      throw error;
    } finally {
      sent();
    }
  }

  private async apologise(context: TurnContext, asked: Asked, log: TurnLog): Promise<void> {
    const language = await this.#options.sessions.languageOf(asked.speaker, asked.locales);
    const view: View = { screen: { kind: 'failure' }, notes: [], origin: undefined };
    await this.reply(context, { ...asked, card: undefined }, view, language, log);
  }
}
