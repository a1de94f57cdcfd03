import type { Activity, TurnContext } from 'botbuilder';
import { withTimeout } from '../async/with-timeout.js';
import { citedText, suggestions } from '../cards/cited-text.js';
import { answeredLine } from '../cards/folded.js';
import type { Draw, OutgoingMessage } from '../cards/message.js';
import type { InboundInput } from '../channels/inbound.js';
import { channelOf } from '../channels/registry.js';
import { CARD_TYPE, type Channel } from '../channels/seam/channel.js';
import { DeliveryError } from '../channels/seam/delivery-error.js';
import { interviewIn, type View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { guidanceData } from './guidance-data.js';
import { traceOf } from './trace.js';
import type { TurnLog } from './turn-log.js';

const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';

/** How long replacing a card may hold up the turn, in milliseconds: the channel re-sends after 15 s. */
const UPDATE_TIMEOUT = 2000;

/** The answer to an invoke, in the response itself. */
export function outcome(status: number, body?: object): Partial<Activity> {
  return { type: 'invokeResponse', value: body === undefined ? { status } : { status, body } };
}

/** Puts a view into an activity of its channel, in the reader's words. */
export type Render = (view: View, language: Language, asked: InboundInput) => Partial<Activity>;

/** @param draw how its message is drawn: anew, or as one that is ready */
export const renderWith =
  (draw: Draw): Render =>
  (view, language, asked) => {
    const channel = channelOf(asked.speaker);
    const drawn = draw(view, language, channel);
    const message = channel.cites
      ? { ...drawn, cited: citedText(language, view), next: suggestions(language, view) }
      : drawn;
    const activity = channel.activity(message, asked.speaker);
    const located = { ...activity, locale: language.tag };
    if (!channel.tellsPage || activity.attachments === undefined) return located;
    const guidance = guidanceData(view, language);
    const channelData = {
      ...activity.channelData,
      ...(guidance && { guidance }),
      trace: traceOf(view, language),
    };
    return { ...located, channelData };
  };

function isForeign(view: View): boolean {
  return view.notes.some(({ kind }) => kind === 'foreign');
}

/**
 * Whether the tapped card may be replaced for everybody. In a group that is so only for a card of one's own;
 * one that is nobody's, such as the welcome, stays for the others.
 */
function ownsCard({ input, speaker }: InboundInput, view: View): boolean {
  if (input.kind !== 'tap') return false;
  if (!speaker.group) return true;
  return input.action?.origin !== undefined && !isForeign(view);
}

/** One answer on its way to one person. */
export class Reply {
  readonly #context: TurnContext;
  readonly #asked: InboundInput;
  readonly #view: View;
  readonly #language: Language;
  readonly #log: TurnLog;

  constructor(context: TurnContext, asked: InboundInput, view: View, language: Language, log: TurnLog) {
    this.#context = context;
    this.#asked = asked;
    this.#view = view;
    this.#language = language;
    this.#log = log;
  }

  /**
   * Sends it: a message, a replaced card, or the response to a tap. Resolves to the message that it stands in, where the
   * channel tells. Rejects where the channel refuses it.
   */
  async send(activity: Partial<Activity>): Promise<string | undefined> {
    const { invoke, card, speaker } = this.#asked;
    const line = this.#tappedLine();
    if (invoke && line !== undefined) await this.#respond(CARD_TYPE, line);
    else if (invoke) return this.#answerExecuted(activity);
    const { replacesCards }: Channel = channelOf(speaker);
    const replaceable =
      replacesCards &&
      line === undefined &&
      activity.attachments !== undefined &&
      ownsCard(this.#asked, this.#view);
    if (replaceable && (await this.#replace(activity))) return card;
    return (await this.#context.sendActivity(activity))?.id;
  }

  /** The line that was tapped: it stays, and the question that it puts again comes below all that was said. */
  #tappedLine(): OutgoingMessage['card'] | undefined {
    const { input, speaker } = this.#asked;
    const action = input.kind === 'tap' ? input.action : undefined;
    const now = interviewIn(this.#view);
    if (action?.kind !== 'change' || !action.line || now === undefined || isForeign(this.#view))
      return undefined;
    if (action.origin.interview !== now.origin.interview) return undefined;
    return answeredLine(this.#language, action.fact, now, channelOf(speaker))?.card;
  }

  /**
   * Answers Action.Execute: the card in the response replaces the one that was tapped for whoever tapped;
   * updating the message as well makes that last and shows it to the rest of a group.
   */
  async #answerExecuted(activity: Partial<Activity>): Promise<string | undefined> {
    if (isForeign(this.#view) && this.#asked.speaker.group) {
      // Somebody else's card must stay as it is, so only a line of text goes to whoever tapped it.
      await this.#respond(MESSAGE_TYPE, this.#language.say('notice.foreign'));
      return undefined;
    }
    if (this.#view.screen.kind === 'remark') {
      await this.#respond(MESSAGE_TYPE, activity.text);
      return undefined;
    }
    await this.#respond(CARD_TYPE, activity.attachments?.[0]?.content);
    const { replacesCards } = channelOf(this.#asked.speaker);
    if (!replacesCards || !ownsCard(this.#asked, this.#view)) return undefined;
    await withTimeout(this.#replace(activity), UPDATE_TIMEOUT, () => false);
    return this.#asked.card;
  }

  async #respond(type: string, value: unknown): Promise<void> {
    await this.#context.sendActivity(outcome(200, { statusCode: 200, type, value }));
  }

  /**
   * Replaces a card that the person has left by other means than a tap on it. Never rejects: one that is too old, was
   * deleted or may not be changed stays as it is, and is not tried again in a later turn.
   * @param card the message that it stands in
   * @param draw what stands there from now on
   */
  async fold(card: string, draw: () => OutgoingMessage): Promise<void> {
    const { speaker } = this.#asked;
    try {
      const activity = channelOf(speaker).activity(draw(), speaker);
      const located = { ...activity, locale: this.#language.tag, id: card };
      await withTimeout(this.#context.updateActivity(located), UPDATE_TIMEOUT);
    } catch (error) {
      this.#log.line.warn({ error }, 'an older card could not be folded');
    }
  }

  /** Replaces the tapped card where it stands; false where that does not work. Rejects where it may have worked. */
  async #replace(activity: Partial<Activity>): Promise<boolean> {
    if (this.#asked.card === undefined) return false;
    try {
      await this.#context.updateActivity({ ...activity, id: this.#asked.card });
      return true;
    } catch (error) {
      this.#log.line.warn({ error }, 'a card could not be replaced');
      // Without any answer it may have been replaced, and a message would say the same a second time.
      if (error instanceof DeliveryError && error.statusCode === undefined && error.mayHaveArrived)
        throw error;
      return false;
    }
  }
}
