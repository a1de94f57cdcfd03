import { existsSync, readFileSync } from 'node:fs';
import { type FirstCard, firstCard, recallCard } from './cards/finished.js';
import { prepareTemplates } from './cards/template.js';
import { CHANNELS } from './channels/registry.js';
import type { View } from './dialog/view.js';
import { LANGUAGES } from './language/languages.js';
import { prepareUnderstanding } from './language/understand/lazily.js';
import { begin, questionOf, recallQuestion, view } from './policy/conversation.js';
import { nextQuestion, type Question } from './policy/interview.js';
import { policyFor } from './policy/policy.js';

/** What everybody sees first, found and finished when the product is built. */
export interface First {
  readonly question: Question | undefined;
  readonly cards: readonly FirstCard[];
}

/** Where the build puts it. */
export const FIRST = new URL('./first.json', import.meta.url);

const START = begin('first');

/** Finds the first question, and finishes the first cards in every language and for every channel. */
export function findFirst(): First {
  const question = view(START);
  const welcome: View = { screen: { kind: 'welcome' }, notes: [], origin: undefined };
  const asked: View = { screen: question, notes: [], origin: question.origin };
  const restarted: View = { ...asked, notes: [{ kind: 'restarted' }] };
  const cards = [welcome, asked, restarted].flatMap((seen) =>
    Object.values(LANGUAGES).flatMap((language) =>
      [...new Set(Object.values(CHANNELS))].flatMap((channel) => firstCard(seen, language, channel) ?? []),
    ),
  );
  return { question: questionOf(START), cards };
}

/**
 * Takes what the build has found, so that the first answer after a start waits neither for the plan of the interview
 * nor for the template engine. Without a build there is nothing to take, and both are asked.
 */
export function recallFirst(): void {
  if (!existsSync(FIRST)) return;
  const { question, cards } = JSON.parse(readFileSync(FIRST, 'utf8')) as First;
  if (question !== undefined) recallQuestion(START, question);
  for (const card of cards) recallCard(card);
}

/** Makes ready what the first answer did not need, before somebody waits for it; it takes a second. */
export function prepareRest(): void {
  prepareTemplates();
  nextQuestion(policyFor(undefined), {});
  prepareUnderstanding();
}
