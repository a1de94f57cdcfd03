import type { TurnContext } from 'botbuilder';
import { type InboundExtension, type InboundInput, readInbound } from '../channels/inbound.js';
import { CALL, type Call } from '../channels/seam/incoming-call.js';
import { outcome } from './reply.js';

/** What became of a turn. One that failed was apologised for, or its answer may have arrived all the same. */
export type TurnEnd = 'answered' | 'failed';

/** The kinds of turns. They reject where nothing could be sent. */
export interface Turns {
  dialog(context: TurnContext, asked: InboundInput): Promise<TurnEnd>;
  lookUp(context: TurnContext, asked: InboundExtension): Promise<void>;
}

/** One turn: an activity in, one message out. */
export class Bot {
  readonly #turns: Turns;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** Answers an activity. Rejects only if not even an apology could be sent. */
  async run(context: TurnContext): Promise<void> {
    const call: Call | undefined = context.turnState.get(CALL);
    const inbound = readInbound(context.activity, call?.address);
    switch (inbound.kind) {
      case 'ignore':
        return;
      case 'unsupported':
        await context.sendActivity(outcome(501));
        return;
      case 'extension':
        await this.#turns.lookUp(context, inbound);
        return;
      case 'input':
        await this.#turns.dialog(context, inbound);
    }
  }
}
