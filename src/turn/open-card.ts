import { foldedMessage } from '../cards/folded.js';
import { markUnderReview, type UnderReview } from '../cards/mark-under-review.js';
import type { InboundInput } from '../channels/inbound.js';
import { channelOf } from '../channels/registry.js';
import { originOf } from '../conversation/interview/state.js';
import { view } from '../conversation/interview/viewed.js';
import { interviewIn, type View } from '../conversation/view.js';
import { LANGUAGES } from '../language/languages.js';
import type { Reply } from './reply.js';
import type { Sessions, SessionTurn } from './sessions.js';

/** An id that is longer is not remembered: a conversation has to stay small. Those of Teams have some 13 characters, others up to 80. */
const LONGEST_ID = 100;

/** The view that the interview was at before the turn. */
function viewBefore({ before }: SessionTurn): View {
  return { screen: view(before), notes: [], origin: originOf(before) };
}

/**
 * Only one card of an interview lies open. Where a channel replaces cards, the message that holds it is remembered, and
 * once the interview goes on in another one, it becomes a line. A card beside the interview, such as the note for the
 * ticket, stays what it is: somebody asked for it, to read or to copy.
 */
export class OpenCard {
  readonly #sessions: Pick<Sessions, 'opened'>;
  readonly #underReview: UnderReview;

  constructor(sessions: Pick<Sessions, 'opened'>, underReview: UnderReview) {
    this.#sessions = sessions;
    this.#underReview = underReview;
  }

  /**
   * Takes note of where the answer of a turn stands. Never rejects.
   * @param card the message, where the channel told
   */
  async moved(turn: SessionTurn, reply: Reply, asked: InboundInput, card: string | undefined): Promise<void> {
    const { speaker } = asked;
    const shape = channelOf(speaker);
    if (!shape.replacesCards || card === undefined) return;
    const isInterview = interviewIn(turn.view) !== undefined;
    // A card beside the interview: the one that lies open does so still, unless that one was replaced.
    if (!isInterview && card !== turn.open) return;
    const open = isInterview && card.length <= LONGEST_ID ? card : undefined;
    if (open === turn.open) return;
    const older = await this.#sessions.opened(speaker, open);
    // The card that was tapped and has not become the answer could not be replaced.
    if (older === undefined || older === card || older === asked.card) return;
    await reply.fold(older, () => {
      const before = markUnderReview(viewBefore(turn), this.#underReview);
      return foldedMessage(LANGUAGES[turn.language], before, turn.view, shape);
    });
  }
}
