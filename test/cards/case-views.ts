import type { GuidanceView } from '../../src/conversation/interview/shown.js';
import type { Conversation } from '../../src/conversation/interview/state.js';
import { MOST_SUBSCRIPTIONS } from '../../src/policy/case/case.js';
import { outlasts } from '../../src/policy/facts.js';
import { Dice } from '../proof/worlds.js';
import { conversations, guidanceOf, type Named, openConversations } from './views.js';

type Answers = Conversation['answers'];

const own = (answers: Answers): Answers => answers.filter(([fact]) => !outlasts(fact));

/** A conversation about so many subscriptions: the first is that of the conversation, with what the others have of their own. */
function together(first: Conversation, others: readonly Conversation[], alone: boolean): Conversation {
  return {
    ...first,
    others: others.map(({ answers }, at) => ({ number: at + 2, answers: own(answers) })),
    ...(alone ? { alone } : {}),
  };
}

/** Cases of two, three, five and as many subscriptions as there may be, from all that an interview can come to. */
function* cases(): Generator<readonly [name: string, Conversation]> {
  const dice = new Dice(16);
  const all = [...conversations(), ...openConversations()].map(([, conversation]) => conversation);
  for (const edition of new Set(all.map((each) => each.edition))) {
    const some = all.filter((each) => each.edition === edition);
    for (const size of [2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 5, MOST_SUBSCRIPTIONS]) {
      const [first, ...others] = Array.from({ length: size }, () => dice.pick(some));
      if (first === undefined) continue;
      for (const alone of [false, true])
        yield [
          `${edition ?? 'newest'}, ${size} subscriptions${alone ? ', one of them' : ''}`,
          together(first, others, alone),
        ];
    }
  }
}

export const SEVERAL_CONVERSATIONS: readonly (readonly [name: string, Conversation])[] = [...cases()];

export const SEVERAL: readonly Named<GuidanceView>[] = SEVERAL_CONVERSATIONS.flatMap(([name, conversation]) =>
  guidanceOf(name, conversation),
);
