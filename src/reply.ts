import type { Activity, TurnContext } from 'botbuilder';
import { finishedMessage } from './cards/finished.js';
import { CARD_TYPE, type Channel } from './channels/channel.js';
import { DeliveryError } from './channels/delivery-error.js';
import { guidanceData } from './channels/guidance-data.js';
import type { Inbound } from './channels/inbound.js';
import { channelFor } from './channels/registry.js';
import type { View } from './dialog/view.js';
import type { Language } from './language/language.js';
import type { TurnLog } from './turn-log.js';

export type Asked = Extract<Inbound, { kind: 'input' }>;

const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';

/** How long replacing a card may hold up the turn, in milliseconds: the channel re-sends after 15 s. */
const UPDATE_PATIENCE = 2000;

/** The answer to an invoke, in the response itself. */
export function outcome(status: number, body?: object): Partial<Activity> {
  return { type: 'invokeResponse', value: body === undefined ? { status } : { status, body } };
}

/** A view as the activity of its channel, in the reader's words. */
export function replyActivity(view: View, language: Language, asked: Asked): Partial<Activity> {
  const channel = channelFor(asked.speaker.channel);
  const activity = channel.activity(finishedMessage(view, language, channel), asked.speaker);
  const guidance = channel.replacesCards ? undefined : guidanceData(view, language);
  return {
    ...activity,
    locale: language.tag,
    ...(guidance === undefined ? {} : { channelData: { ...activity.channelData, guidance } }),
  };
}

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, UPDATE_PATIENCE).unref();
  });
}

function isForeign(view: View): boolean {
  return view.notes.some(({ kind }) => kind === 'foreign');
}

/**
 * Whether the tapped card may be replaced for everybody. In a group that is so only for a card of one's own;
 * one that is nobody's, such as the welcome, stays for the others.
 */
function ownsCard({ input, speaker }: Asked, view: View): boolean {
  if (input.kind !== 'tap') return false;
  if (!speaker.group) return true;
  return input.action?.origin !== undefined && !isForeign(view);
}

/** One answer on its way to one person. */
export class Reply {
  constructor(
    private readonly context: TurnContext,
    private readonly asked: Asked,
    private readonly view: View,
    private readonly language: Language,
    private readonly log: TurnLog,
  ) {}

  /** Sends it: a message, a replaced card, or the response to a tap. Rejects where the channel refuses it. */
  async send(activity: Partial<Activity>): Promise<void> {
    if (this.asked.invoke) {
      await this.answerExecuted(activity);
      return;
    }
    const { replacesCards }: Channel = channelFor(this.asked.speaker.channel);
    const replaceable =
      replacesCards && activity.attachments !== undefined && ownsCard(this.asked, this.view);
    const replaced = replaceable && (await this.replace(activity));
    if (!replaced) await this.context.sendActivity(activity);
  }

  /**
   * Answers Action.Execute: the card in the response replaces the one that was tapped for whoever tapped;
   * updating the message as well makes that last and shows it to the rest of a group.
   */
  private async answerExecuted(activity: Partial<Activity>): Promise<void> {
    if (isForeign(this.view) && this.asked.speaker.group) {
      // Somebody else's card must stay as it is, so only a line of text goes to whoever tapped it.
      await this.respond(MESSAGE_TYPE, this.language.say('notice.foreign'));
      return;
    }
    if (activity.attachments === undefined) {
      // A text to copy is a message of its own; the card that it was asked for on stays as it is.
      await this.context.sendActivity(activity);
      await this.respond(MESSAGE_TYPE, this.language.say('call.ticket'));
      return;
    }
    await this.respond(CARD_TYPE, activity.attachments[0]?.content);
    if (ownsCard(this.asked, this.view)) await Promise.race([this.replace(activity), patience()]);
  }

  private async respond(type: string, value: unknown): Promise<void> {
    await this.context.sendActivity(outcome(200, { statusCode: 200, type, value }));
  }

  /** Replaces the tapped card where it stands; false where that does not work. Rejects where it may have worked. */
  private async replace(activity: Partial<Activity>): Promise<boolean> {
    if (this.asked.card === undefined) return false;
    try {
      await this.context.updateActivity({ ...activity, id: this.asked.card });
      return true;
    } catch (error) {
      this.log.line.warn({ error }, 'a card could not be replaced');
      // Without any answer it may have been replaced, and a message would say the same a second time.
      if (error instanceof DeliveryError && error.statusCode === undefined && error.mayHaveArrived)
        throw error;
      return false;
    }
  }
}
