import { LRUCache } from 'lru-cache';
import { type InterviewKeeper, keepInterviewsWith } from '../policy/engine/interview.js';

/** How many of each are kept: a few hundred bytes, and as many as people are asked in a busy hour. */
const KEPT = 2000;

/** Keeps which answers matter and what is asked next: every turn asks for it twice, and most people answer as others did. */
export function keepInterviewsReady(): void {
  const situations = new LRUCache<string, ReturnType<InterviewKeeper['situation']>>({ max: KEPT });
  const questions = new LRUCache<string, { readonly question: ReturnType<InterviewKeeper['question']> }>({
    max: KEPT,
  });
  keepInterviewsWith({
    situation(key, find) {
      const situation = situations.get(key) ?? find();
      situations.set(key, situation);
      return situation;
    },
    question(key, find) {
      const kept = questions.get(key) ?? { question: find() };
      questions.set(key, kept);
      return kept.question;
    },
  });
}
