import type { Conversation } from '../../conversation/interview/state.js';
import { view } from '../../conversation/interview/viewed.js';
import { LANGUAGES } from '../../language/languages.js';
import { MOST_SUBSCRIPTIONS } from '../../policy/case/case.js';
import { outlasts } from '../../policy/facts.js';
import { packed } from '../../turn/record.js';
import { conversations, type Drawn, sentSize } from './cards.js';

/** Customers with as many subscriptions as there may be, each answered otherwise, all of them at their guidance. */
function cases(): readonly Conversation[] {
  const answered = conversations().filter((each) => view(each).kind === 'guidance');
  return answered.map((first, at) => ({
    ...first,
    others: Array.from({ length: MOST_SUBSCRIPTIONS - 1 }, (_, other) => {
      // Steps that have no divisor in common with the number of all.
      const { answers = [] } = answered[(at + (other + 1) * 37) % answered.length] ?? {};
      return { number: other + 2, answers: answers.filter(([fact]) => !outlasts(fact)) };
    }),
  }));
}

/** Their cards in every language, each drawn in a turn of its own. */
export function cardsOfFive(): readonly Drawn[] {
  const languages = Object.values(LANGUAGES);
  return cases().map((conversation, index) => {
    const screen = view(conversation);
    const language = languages[index % languages.length] ?? LANGUAGES.en;
    return { view: { screen, notes: [], origin: screen.origin }, language };
  });
}

/** The size of the largest of them as UTF-16. */
export function largestOfFive(): number {
  return Math.max(...cardsOfFive().map(sentSize));
}

/** The bytes of such a conversation as it is stored, at most. */
export function recordOfFive(): number {
  const records = cases().map((conversation) => packed({ conversation, language: 'zh-CN', recent: [] }));
  return Math.max(...records.map((record) => Buffer.byteLength(JSON.stringify(record))));
}
