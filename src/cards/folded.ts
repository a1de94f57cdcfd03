import { lineData } from '../conversation/action.js';
import type { InterviewView } from '../conversation/interview/shown.js';
import { interviewIn, type View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { FactId } from '../policy/facts.js';
import type { Message, Shape } from './message.js';
import { present } from './present.js';
import { type AnswerRow, answerRows } from './rows.js';
import { type Card, expand } from './template.js';

/** What becomes of a card once a newer one is there: one line that says what it was, and nothing to tap by mistake. */

type Elements = readonly Readonly<Record<string, unknown>>[];

function elementsIn(value: unknown): Elements {
  return Array.isArray(value) ? (value as Elements) : [];
}

/** The first heading; every card has one. */
function headingIn(elements: Elements): string | undefined {
  for (const { style, text, body, items, columns } of elements) {
    if (style === 'heading' && typeof text === 'string') return text;
    const inside = headingIn([body, items, columns].flatMap(elementsIn));
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** The value without what would act on a conversation that has gone on. Links and what unfolds stay. */
function still(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(still).filter((each) => each !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const { type } = value as Card;
  if (/^(?:Action\.(?:Execute|Submit)|Input\.)/.test(String(type))) return undefined;
  const pairs = Object.entries(value).map(([key, each]) => [key, still(each)] as const);
  const kept: Card = Object.fromEntries(pairs.filter(([, each]) => each !== undefined));
  return type === 'ActionSet' && elementsIn(kept.actions).length === 0 ? undefined : kept;
}

function lineMessage(language: Language, shape: Shape, line: string, { change = [], rest = [] }: LineParts) {
  const card = expand('line', { lang: language.base, line, change, rest });
  return { card: shape.card(card), text: line };
}

/** What a line has beside its words: the tap that changes it, or what it opens. */
interface LineParts {
  readonly change?: readonly (Pick<AnswerRow, 'title' | 'mark' | 'data'> & { readonly words: string })[];
  readonly rest?: Elements;
}

/** An answered question: what it is about, what was answered, and the tap that changes it. Undefined where it is not answered. */
export function answeredLine(
  language: Language,
  fact: FactId,
  now: InterviewView,
  shape: Shape,
): Message | undefined {
  const row = answerRows(language, now).find(({ data }) => data.fact === fact);
  if (row === undefined) return undefined;
  const line = language.say('ui.answerLine', { fact: row.name, answer: row.value });
  const change = [{ words: line, title: row.title, mark: row.mark, data: lineData(fact, now.origin) }];
  return lineMessage(language, shape, line, { change });
}

/** The question of before that another view has come after, in the same interview and not to ask it once more. */
function settledFact({ screen }: View, now: InterviewView | undefined): FactId | undefined {
  if (screen.kind !== 'question' || now?.origin.interview !== screen.origin.interview) return undefined;
  return now.kind === 'question' && now.fact === screen.fact ? undefined : screen.fact;
}

/**
 * The line in place of a card.
 * @param before what the card showed: a question that is answered now is one with its answer; any other card is its
 *   heading, which opens the rest to be read
 */
export function foldedMessage(language: Language, before: View, now: View, shape: Shape): Message {
  const shown = interviewIn(now);
  const fact = settledFact(before, shown);
  const answered = fact && shown && answeredLine(language, fact, shown, shape);
  if (answered !== undefined) return answered;
  const body = elementsIn(shape.card(present(before, language).card).body);
  const rest = elementsIn(still(body));
  return lineMessage(language, shape, headingIn(body) ?? '', { rest });
}
