import type * as Sdk from 'botbuilder';
import type { Activity, ConversationReference, ResourceResponse } from 'botbuilder';
import { ActivityTypes, BotAdapter, TurnContext } from '../botframework/botbuilder.js';
import { CALL, type Call } from '../seam/incoming-call.js';
import type { ActivityLog, LoggedActivity } from './log/activity-log.js';
import { BOT_ID } from './protocol/bot-account.js';

export interface DirectLineAdapterOptions {
  readonly log: ActivityLog;
  /** The name clients show beside the bot's messages. */
  readonly botName: string;
  /** The bot's turn. What it throws goes to `onTurnError` if set, or else rejects `receive`. */
  readonly logic: (context: Sdk.TurnContext) => Promise<void>;
}

/** What a transcript does not keep: signs of life, diagnostics, and answers to invokes. */
const UNLOGGED: ReadonlySet<string | undefined> = new Set([
  ActivityTypes.Typing,
  ActivityTypes.Trace,
  ActivityTypes.InvokeResponse,
]);

/** Brings Direct Line activities to the bot, and the bot's activities to the log that clients read. */
export class DirectLineAdapter extends BotAdapter {
  readonly #options: DirectLineAdapterOptions;

  constructor(options: DirectLineAdapterOptions) {
    super();
    this.#options = options;
  }

  /** Runs one turn. Rejects with what the bot throws. */
  async receive(activity: LoggedActivity, call: Call): Promise<void> {
    const incoming = { ...activity, timestamp: new Date(activity.timestamp) } as Partial<Activity>;
    const context = new TurnContext(this, incoming);
    context.turnState.set(CALL, call);
    await this.runMiddleware(context, this.#options.logic);
  }

  override async sendActivities(
    _context: Sdk.TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      responses.push(UNLOGGED.has(activity.type) ? { id: '' } : { id: await this.#append(activity) });
    }
    return responses;
  }

  async #append(activity: Partial<Activity>): Promise<string> {
    const { conversation } = activity;
    if (conversation === undefined) throw new Error('An activity without a conversation cannot be sent.');
    const from = { id: BOT_ID, name: this.#options.botName, role: 'bot' };
    return (await this.#options.log.append(conversation.id, { ...activity, from }, 'finish')).id;
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('Direct Line does not support updating an activity: send a new one.'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('Direct Line does not support deleting an activity.'));
  }

  override continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    return Promise.reject(new Error('This adapter only answers: it does not start turns of its own.'));
  }
}
