import { plainAnswer } from '../../language/gate/plain-answers.js';
import type { LanguageTag } from '../../language/languages.js';
import { type Command, readTyped } from '../../language/typed.js';
import {
  type Intent,
  type Reading,
  type Understanding,
  understand,
} from '../../language/understand/understand.js';
import { type FactId, optionsOf } from '../../policy/facts.js';
import { type Item, type Labelled, sureItem } from './labelled.js';

/** A line as the chat takes it. */
export interface LineHeard {
  /** What holds for each subscription that it was read to be about. */
  readonly items: readonly (readonly Item[])[];
  readonly intent: Intent | undefined;
  /** The answer that counts at once, without being shown before. */
  readonly unseen: Item | undefined;
}

function itemOf(reading: Reading): Item {
  if (reading.kind === 'is') return sureItem(reading.fact, reading.value);
  return `${reading.fact}${reading.kind === 'unclear' ? '?' : '≠'}${reading.options.join('|')}`;
}

/** Words of the product that stand for an intent as well ("help", "new customer"). */
const INTENTS: { readonly [C in Command]?: Intent } = {
  why: 'why',
  help: 'help',
  restart: 'restart',
  person: 'person',
  start: 'greeting',
};

function itemsOf({ readings, subscriptions = [[]] }: Understanding): readonly (readonly Item[])[] {
  return subscriptions.map((own) => [...readings, ...own].map(itemOf));
}

/** "Why do you want to know that?": the chat says why the open question matters. */
function asksWhy({ question }: Understanding, asked: FactId | undefined): boolean {
  const [about, ...others] = question?.kind === 'why' ? question.named : [];
  return about?.fact === asked && about?.option === undefined && others.length === 0 && asked !== undefined;
}

/** Reads a line as the chat does: first as what can be tapped, with the question that is open, then as own words. */
export function readAsChat({ text, asked, perspective }: Labelled, language: LanguageTag): LineHeard {
  const question = asked === undefined ? undefined : { fact: asked, options: optionsOf(asked) };
  const typed = perspective === 'customer' ? undefined : readTyped(text, language, question);
  const plain = question && perspective !== 'customer' ? plainAnswer(text, language, question) : undefined;
  const unseen = question && plain && sureItem(question.fact, plain);
  if (unseen !== undefined) return { items: [[unseen]], intent: undefined, unseen };
  if (typed?.kind === 'answer' && asked !== undefined)
    return { items: [[sureItem(asked, typed.value)]], intent: undefined, unseen };
  const intent = typed?.kind === 'command' ? INTENTS[typed.command] : undefined;
  if (intent !== undefined) return { items: [[]], intent, unseen: undefined };
  const heard = understand(text, {
    language,
    ...(question && { asked: question.fact, shown: question.options }),
    ...(perspective === undefined ? {} : { perspective }),
  });
  return {
    items: itemsOf(heard),
    intent: heard.intent ?? (asksWhy(heard, asked) ? 'why' : undefined),
    unseen,
  };
}
