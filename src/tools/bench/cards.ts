import type { Message } from '../../cards/message.js';
import { present } from '../../cards/present.js';
import { webChat } from '../../channels/webchat/web-chat.js';
import { begin, type Conversation } from '../../conversation/interview/state.js';
import { view } from '../../conversation/interview/viewed.js';
import type { View } from '../../conversation/view.js';
import type { Language } from '../../language/language.js';
import { LANGUAGES } from '../../language/languages.js';
import { jsonBytes } from '../../ready/json/json-bytes.js';
import { keepReady } from '../../ready/ready.js';
import { packed } from '../../turn/record.js';
import { situations } from './rule-engines.js';

export interface Drawn {
  readonly view: View;
  readonly language: Language;
}

const COUNT = 200;
const ready = keepReady();

/** Conversations in all states between the first question and the guidance. */
export function conversations(): readonly Conversation[] {
  return situations(COUNT).flatMap((situation) => {
    const states: Conversation[] = [];
    for (let now: Conversation = begin('AAAAAAAA'); ; ) {
      states.push(now);
      const screen = view(now);
      const answer = screen.kind === 'question' ? situation[screen.fact] : undefined;
      if (screen.kind !== 'question' || answer === undefined) return states;
      now = { ...now, turn: now.turn + 1, answers: [...now.answers, [screen.fact, answer]] };
    }
  });
}

/** Cards in every language, of questions and of guidance, each drawn in a turn of its own. */
export function cards(): readonly Drawn[] {
  const languages = Object.values(LANGUAGES);
  return conversations().map((conversation, index) => {
    const screen = view(conversation);
    const language = languages[index % languages.length] ?? LANGUAGES.en;
    return { view: { screen, notes: [], origin: screen.origin }, language };
  });
}

/** All of them in one language. */
export function everyCard(language: Language): readonly Drawn[] {
  return conversations().map((conversation) => {
    const screen = view(conversation);
    return { view: { screen, notes: [], origin: screen.origin }, language };
  });
}

/** Drawn by its template. */
export function drawnMessage({ view: shown, language }: Drawn): Message {
  return present(shown, language);
}

/** As it goes out once somebody has come to the same: finished, and written as JSON. */
export function keptMessage({ view: shown, language }: Drawn): Buffer {
  return jsonBytes(ready(shown, language, webChat));
}

const SPEAKER = { channel: 'webchat', conversation: 'c', user: 'u', name: '', group: false };

/** The size of a message as UTF-16, which is how Teams counts. */
export function sentSize({ view: shown, language }: Drawn): number {
  return JSON.stringify(webChat.activity(ready(shown, language, webChat), SPEAKER)).length * 2;
}

/** The size of the largest question or guidance as UTF-16. A test holds all messages to it. */
export function largestMessage(): number {
  return Math.max(...Object.values(LANGUAGES).flatMap((language) => everyCard(language).map(sentSize)));
}

/** The bytes of a conversation as it is stored, at most, once everything is answered. A test adds all that can be said. */
export function largestRecord(): number {
  const recent = Array.from({ length: 6 }, (_, index) => `delivery${index}`.slice(0, 8));
  const last = { tap: 'AAAAAAAA' };
  const records = conversations().map((conversation) =>
    packed({ conversation, language: 'zh-CN', recent, last }),
  );
  return Math.max(...records.map((record) => Buffer.byteLength(JSON.stringify(record))));
}
