import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../languages.js';
import { otherLayouts } from '../layout.js';
import { COMMANDS, type Command } from '../typed.js';
import { formsOf, normalForm } from './normal-form.js';
import { languagesOf } from './plain-answers.js';

/**
 * The commands that take something away: answers, or the place where one is. Like the answers that count unseen they are
 * a finite set of lines, so that "do not start over", "start over?" and a struck-out word are none of them.
 */
export const LOSING = ['restart', 'next', 'back', 'forgetNow'] as const satisfies readonly Command[];
export type LosingCommand = (typeof LOSING)[number];

export function isLosing(command: Command): command is LosingCommand {
  return (LOSING as readonly Command[]).includes(command);
}

const tables = new Map<LanguageTag, ReadonlyMap<string, Command>>();

function table(tag: LanguageTag): ReadonlyMap<string, Command> {
  const known = tables.get(tag);
  if (known !== undefined) return known;
  const language = LANGUAGES[tag];
  const please = ['{words}', ...language.alternatives('gate.please')];
  const made = new Map<string, Command>();
  for (const command of COMMANDS)
    for (const words of language.alternatives(`command.${command}`))
      for (const frame of please)
        for (const form of formsOf(frame.replace('{words}', words)))
          if (!made.has(form)) made.set(form, command);
  tables.set(tag, made);
  return made;
}

/** "Start over!" */
const CALLED_OUT = /!+$/;

/** Case, blanks and a stop apart, the line as it was typed, or as the same keys write it in another layout. */
function lines(line: string): readonly string[] {
  return [line, ...otherLayouts(line).map(({ text }) => text)].flatMap((each) => {
    const form = normalForm(each)?.replace(CALLED_OUT, '');
    return form === undefined ? [] : [form];
  });
}

/** The command that a line is and nothing else; undefined for a line that is not in the set. */
export function plainCommand(line: string, reader: LanguageTag): Command | undefined {
  for (const form of lines(line))
    for (const tag of [...languagesOf(form, reader), ...LANGUAGE_TAGS]) {
      const command = table(tag).get(form);
      if (command !== undefined) return command;
    }
  return undefined;
}

/** Whether the words of a command may be about the question that is open: "new" commerce, "once more". */
export function isUnsure(line: string, reader: LanguageTag): boolean {
  const words = languagesOf(line, reader).flatMap((tag) => LANGUAGES[tag].alternatives('gate.unsure'));
  return lines(line).some((form) => words.some((each) => formsOf(each).includes(form)));
}
