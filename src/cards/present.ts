import type { View } from '../dialog/view.js';
import type { Language } from '../language/language.js';
import { guidanceMessage } from './guidance.js';
import { menuMessage } from './menu.js';
import type { Message } from './message.js';
import { questionMessage } from './question.js';
import { reportMessage } from './report.js';

/** A view in the reader's words: one card and the same in plain text. */
export function present({ screen, notes, origin }: View, language: Language): Message {
  switch (screen.kind) {
    case 'question':
      return questionMessage(language, screen, notes);
    case 'guidance':
      return guidanceMessage(language, screen, notes);
    case 'why':
    case 'customerMessage':
      return reportMessage(language, screen, notes, origin);
    default:
      return menuMessage(language, screen, notes, origin);
  }
}
