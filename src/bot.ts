import type { Activity, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { present } from './cards/present.js';
import { markUnderReview, type UnderReview } from './cards/under-review.js';
import type { Channel } from './channels/channel.js';
import { CARD_TYPE } from './channels/channel.js';
import { guidanceData } from './channels/guidance-data.js';
import { type Inbound, readInbound } from './channels/inbound.js';
import { channelFor } from './channels/registry.js';
import type { View } from './dialog/view.js';
import type { Language } from './language/language.js';
import { LANGUAGES } from './language/languages.js';
import type { Sessions } from './sessions.js';

type Asked = Extract<Inbound, { kind: 'input' }>;

/** How long replacing a card may hold up the turn, in milliseconds: the channel re-sends after 15 s. */
const UPDATE_PATIENCE = 2000;

function outcome(status: number, body?: object): Partial<Activity> {
  return { type: 'invokeResponse', value: body === undefined ? { status } : { status, body } };
}

function replyActivity(view: View, language: Language, channel: Channel, asked: Asked): Partial<Activity> {
  const activity = channel.activity(present(view, language), asked.speaker);
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

/**
 * Whether the tapped card may be replaced for everybody. In a group that is so only for a card of one's own;
 * one that is nobody's, such as the welcome, stays for the others.
 */
function ownsCard({ input, speaker }: Asked, view: View): boolean {
  if (input.kind !== 'tap') return false;
  if (!speaker.group) return true;
  return input.action?.origin !== undefined && !isForeign(view);
}

function isForeign(view: View): boolean {
  return view.notes.some(({ kind }) => kind === 'foreign');
}

/** One turn: an activity in, one message out. */
export class Bot {
  constructor(
    private readonly sessions: Sessions,
    private readonly log: Logger,
    /** Asked anew in every turn: the command that watches the sources may have written meanwhile. */
    private readonly underReview: UnderReview = () => false,
  ) {}

  /** Answers an activity. Rejects only if not even an apology could be sent. */
  async run(context: TurnContext): Promise<void> {
    const inbound = readInbound(context.activity);
    if (inbound.kind === 'ignore') return;
    if (inbound.kind === 'unsupported') {
      await context.sendActivity(outcome(501));
      return;
    }
    try {
      await this.answer(context, inbound);
    } catch (error) {
      this.log.error({ error }, 'a turn failed');
      if (inbound.input.kind === 'arrive') await this.sessions.greetAgain(inbound.speaker);
      await this.apologise(context, inbound);
    }
  }

  private async answer(context: TurnContext, asked: Asked): Promise<void> {
    const { input, speaker, locales, delivery } = asked;
    if (input.kind === 'arrive' && !(await this.sessions.greets(speaker))) return;
    const { view, language } = await this.sessions.turn({ input, owner: speaker, locales, delivery });
    await this.reply(context, asked, markUnderReview(view, this.underReview), LANGUAGES[language]);
  }

  private async reply(context: TurnContext, asked: Asked, view: View, language: Language): Promise<void> {
    const channel = channelFor(asked.speaker.channel);
    if (asked.invoke) {
      await this.replaceExecuted(context, asked, view, language);
      return;
    }
    const activity = replyActivity(view, language, channel, asked);
    const replaceable = channel.replacesCards && ownsCard(asked, view);
    const replaced = replaceable && (await this.replace(context, asked, activity));
    if (!replaced) await context.sendActivity(activity);
  }

  /**
   * Answers Action.Execute: the card in the response replaces the one that was tapped for whoever tapped;
   * updating the message as well makes that last and shows it to the rest of a group.
   */
  private async replaceExecuted(
    context: TurnContext,
    asked: Asked,
    view: View,
    language: Language,
  ): Promise<void> {
    if (isForeign(view) && asked.speaker.group) {
      // Somebody else's card must stay as it is, so only a line of text goes to whoever tapped it.
      const value = language.say('notice.foreign');
      const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
      await context.sendActivity(outcome(200, body));
      return;
    }
    const channel = channelFor(asked.speaker.channel);
    const activity = replyActivity(view, language, channel, asked);
    const value: unknown = activity.attachments?.[0]?.content;
    await context.sendActivity(outcome(200, { statusCode: 200, type: CARD_TYPE, value }));
    if (ownsCard(asked, view)) await Promise.race([this.replace(context, asked, activity), patience()]);
  }

  /** Replaces the tapped card where it stands; false where that does not work. Never rejects. */
  private async replace(context: TurnContext, asked: Asked, activity: Partial<Activity>): Promise<boolean> {
    if (asked.card === undefined) return false;
    try {
      await context.updateActivity({ ...activity, id: asked.card });
      return true;
    } catch (error) {
      this.log.warn({ error }, 'a card could not be replaced');
      return false;
    }
  }

  private async apologise(context: TurnContext, asked: Asked): Promise<void> {
    const language = LANGUAGES[await this.sessions.languageOf(asked.speaker, asked.locales)];
    const view: View = { screen: { kind: 'failure' }, notes: [], origin: undefined };
    await this.reply(context, { ...asked, card: undefined }, view, language);
  }
}
