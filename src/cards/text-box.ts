import { plainData } from '../conversation/action.js';
import type { Origin } from '../conversation/interview/state.js';
import type { Language } from '../language/language.js';
import type { Button } from './rows.js';

/**
 * A text to be copied, as it is: in a field nothing in it is taken for Markdown, and its lines stay lines wherever they are
 * pasted, also on phones, where the text of a card cannot be selected.
 */
export interface TextBox {
  readonly label: string;
  readonly text: string;
  /** Copies it, where the page around the chat can. */
  readonly copy: Button;
  /** How to copy it where there is no such page: a bot cannot write to the clipboard. */
  readonly how: string;
}

export function textBox(
  language: Language,
  label: string,
  lines: readonly string[],
  origin: Origin | undefined,
): TextBox {
  return {
    label,
    text: lines.join('\n'),
    copy: { title: language.say('copy.do'), data: { ...plainData('show', origin), page: 'copy' } },
    how: language.say('copy.how'),
  };
}
