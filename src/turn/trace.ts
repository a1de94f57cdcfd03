import { answerRows } from '../cards/rows.js';
import { plainData } from '../conversation/action.js';
import { interviewIn, type View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { FactId } from '../policy/facts.js';

/** How one answer is shown in a line, and how it is said to who hears the line. */
interface TraceAnswer {
  readonly line: string;
  readonly spoken: string;
}

/**
 * What a page around the chat needs to fold the card once there is a newer one, where the channel cannot replace it:
 * what it shows, where it was drawn, which fact it asks for, and the answers so far.
 */
export interface Trace {
  readonly kind: View['screen']['kind'];
  readonly from?: string | undefined;
  readonly edition?: string | undefined;
  readonly fact?: FactId;
  readonly answers?: Readonly<Partial<Record<FactId, TraceAnswer>>>;
}

/** The trace of a view, in the reader's words. */
export function traceOf(view: View, language: Language): Trace {
  const { screen, origin } = view;
  const { from, edition } = plainData('show', origin);
  const shown = interviewIn(view);
  const answers =
    shown &&
    answerRows(language, shown).map(({ name, value, data }) => {
      const line = language.say('ui.answerLine', { fact: name, answer: value });
      return [data.fact, { line, spoken: language.say('ui.answerToChange', { fact: name, answer: value }) }];
    });
  return {
    kind: screen.kind,
    ...(from === undefined ? {} : { from, edition }),
    ...(screen.kind === 'question' ? { fact: screen.fact } : {}),
    ...(answers === undefined ? {} : { answers: Object.fromEntries(answers) }),
  };
}
