import { isLanguageTag, type LanguageTag } from '../language/languages.js';
import { type Command, readTyped } from '../language/typed.js';
import { type Conversation, type InterviewEvent, originOf, step, view } from '../policy/conversation.js';
import type { Action } from './action.js';
import { customerMessageScreen, whyScreen } from './explain.js';
import type { DialogNote, Screen, View } from './view.js';

/** What a person did, as far as the dialog cares. */
export type Input =
  | { readonly kind: 'arrive' }
  | { readonly kind: 'text'; readonly text: string }
  /** A tap; undefined data is data that no card of ours carries. */
  | { readonly kind: 'tap'; readonly action: Action | undefined }
  | { readonly kind: 'attachment' }
  | { readonly kind: 'reaction' };

export interface Session {
  readonly conversation: Conversation;
  /** The language this turn is answered in. */
  readonly language: LanguageTag;
}

export interface Turn extends Session {
  readonly view: View;
  /** Whether the person chose the language just now, so that it is worth remembering. */
  readonly languageChosen: boolean;
}

/** Longer lines are not read at all: a pasted document is no answer. */
const READABLE = 2000;

function show(session: Session, screen: Screen, ...notes: DialogNote[]): Turn {
  const origin = screen.kind === 'welcome' ? undefined : originOf(session.conversation);
  return { ...session, view: { screen, notes, origin }, languageChosen: false };
}

function stay(session: Session, ...notes: DialogNote[]): Turn {
  return show(session, view(session.conversation), ...notes);
}

function interview(session: Session, event: InterviewEvent): Turn {
  const { conversation, view: screen, notes } = step(session.conversation, event);
  return show({ ...session, conversation }, screen, ...notes);
}

function speak(session: Session, language: LanguageTag): Turn {
  return { ...stay({ ...session, language }, { kind: 'languageSet' }), languageChosen: true };
}

function editions({ conversation }: Session): Screen {
  return { kind: 'editions', origin: originOf(conversation) };
}

function languages({ language }: Session): Screen {
  return { kind: 'languages', current: language };
}

/** The screen if there is one now, or else where the person is. */
function showOr(session: Session, screen: Screen | undefined): Turn {
  return screen === undefined ? stay(session) : show(session, screen);
}

function askCustomer(session: Session, language: string | undefined): Turn {
  const customer = isLanguageTag(language) ? language : session.language;
  return showOr(session, customerMessageScreen(session.conversation, customer));
}

/** What can be tapped can be typed: the words do what the button does. */
function command(session: Session, which: Command): Turn {
  switch (which) {
    case 'start':
    case 'change':
      return stay(session);
    case 'restart':
    case 'back':
      return interview(session, { kind: which });
    case 'askCustomer':
      return tap(session, { kind: which, language: undefined });
    default:
      return tap(session, { kind: which });
  }
}

function tap(session: Session, action: Action | undefined): Turn {
  if (action === undefined) return stay(session, { kind: 'badAction' });
  const { origin } = action;
  if (origin !== undefined && origin.key !== session.conversation.key)
    return stay(session, { kind: 'foreign' });
  switch (action.kind) {
    case 'answer':
    case 'change':
    case 'back':
    case 'restart':
      return interview(session, action);
    case 'setEdition':
      return interview(session, { ...action, kind: 'edition' });
    case 'setLanguage':
      return isLanguageTag(action.language)
        ? speak(session, action.language)
        : stay(session, { kind: 'badAction' });
    case 'show':
      return stay(session);
    case 'help':
      return show(session, { kind: 'help' });
    case 'language':
      return show(session, languages(session));
    case 'edition':
      return show(session, editions(session));
    case 'why':
      return showOr(session, whyScreen(session.conversation));
    case 'askCustomer':
      return askCustomer(session, action.language);
  }
}

function typed(session: Session, text: string): Turn {
  if (text.trim() === '') return stay(session);
  if (text.length > READABLE) return stay(session, { kind: 'tooLong' });
  const now = view(session.conversation);
  const asked = now.kind === 'question' ? now : undefined;
  const read = readTyped(text, session.language, asked);
  switch (read.kind) {
    case 'answer':
      return asked === undefined
        ? stay(session)
        : interview(session, { kind: 'answer', fact: asked.fact, value: read.value });
    case 'command':
      return command(session, read.command);
    case 'change':
      return interview(session, { kind: 'change', fact: read.fact });
    case 'language':
      return speak(session, read.tag);
    case 'nothing':
      return stay(session, { kind: 'notUnderstood' });
  }
}

/** One turn of the dialog, without words or activities: what the person did, and what to show next. Total. */
export function converse(session: Session, input: Input): Turn {
  switch (input.kind) {
    case 'arrive':
      return show(session, { kind: 'welcome' });
    case 'text':
      return typed(session, input.text);
    case 'tap':
      return tap(session, input.action);
    case 'attachment':
      return stay(session, { kind: 'noAttachments' });
    case 'reaction':
      return stay(session, { kind: 'reaction' });
  }
}
