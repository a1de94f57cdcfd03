import type { Turns } from './bot.js';
import { type DialogOptions, DialogTurn } from './dialog-turn.js';
import type { TurnParts } from './parts.js';
import { outcome } from './reply.js';

/** The turns that these parts make. */
export function turnsOf(parts: TurnParts, settings: Omit<DialogOptions, keyof TurnParts>): Turns {
  const dialog = new DialogTurn({ ...parts, ...settings });
  return {
    dialog: (context, asked) => dialog.run(context, asked),
    async lookUp(context, asked) {
      const language = await parts.sessions.languageOf(asked.speaker, asked.locales);
      await context.sendActivity(outcome(200, parts.lookUp(asked, language)));
    },
  };
}
