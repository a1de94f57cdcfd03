import type { DialogNote } from '../conversation/dialog-note.js';
import type { Language } from '../language/language.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import { reportMessage } from './report.js';

/** A word back as a line of text: the card that it is about stays the newest. */
export function remarkMessage(language: Language, notes: readonly DialogNote[]): Message {
  const text = lines(...notesData(language, notes).map(({ plain }) => plain));
  const report = { title: text, sections: [], options: [], nav: [] };
  return { ...reportMessage(language, report, []), text, asText: true };
}
