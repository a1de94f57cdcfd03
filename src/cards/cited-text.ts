import { interviewIn, type View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { KnownCitation } from '../policy/editions/registry.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { Statement } from '../policy/engine/statement.js';
import { type CaseShown, isCase } from './case-card.js';
import { forText, subscriptionNames } from './case-text.js';
import { datesText, type Link, pageLink } from './cite.js';
import { lead } from './guidance-card.js';
import { roleText, statementText } from './guidance-text.js';
import type { CitedText, Source } from './message.js';
import { notesData } from './notes.js';
import { answerText } from './rows.js';
import { asOfThen, todayText, verdictText } from './then-and-now.js';

/** More sources than this are an error for Teams, and more answers than this are not shown. */
const MOST_SOURCES = 20;
const MOST_SUGGESTIONS = 3;

/** Paragraphs of Markdown. */
const PARAGRAPH = '\n\n';

/** Numbers the pages in the order in which a text comes to them. */
class Marks {
  readonly #language: Language;
  readonly #sources = new Map<string, Source>();

  constructor(language: Language) {
    this.#language = language;
  }

  get sources(): readonly Source[] {
    return [...this.#sources.values()];
  }

  #numberOf(citation: KnownCitation, { title, url }: Link): number | undefined {
    if (!this.#sources.has(url)) {
      if (this.#sources.size === MOST_SOURCES) return undefined;
      const section = this.#language.say(`section.${citation.section}`);
      const about = this.#language.beside([section, datesText(this.#language, citation)]);
      this.#sources.set(url, { title, url, about });
    }
    return [...this.#sources.keys()].indexOf(url) + 1;
  }

  /** The text with the marks of its sources behind it. */
  on(text: string, citations: readonly KnownCitation[]): string {
    const numbers = citations.flatMap(
      (citation) => this.#numberOf(citation, pageLink(this.#language, citation.page)) ?? [],
    );
    const marks = [...new Set(numbers)].toSorted((a, b) => a - b).map((number) => `[${number}]`);
    return text === '' || marks.length === 0 ? text : `${text} ${marks.join(' ')}`;
  }
}

function stepTexts(
  language: Language,
  marks: Marks,
  steps: Guidance['steps'],
  which: (index: number) => string = () => '',
): readonly string[] {
  return steps.map((step, index) => {
    const text = marks.on(statementText(language, `step.${step.id}`, step), step.citations);
    const by = language.say('ui.stepBy', {
      text: language.say('ui.listNumber', { number: index + 1, text }),
      who: roleText(language, step),
    });
    return which(index) === '' ? by : `${by} ${which(index)}`;
  });
}

/** The verdict, why, and what is to be done; what it turns on, and all else, is on the card. */
function guidanceTexts(language: Language, marks: Marks, guidance: Guidance): readonly string[] {
  const { eligibility, reasons, steps, citations, groups } = guidance;
  const [first, ...others] = reasons;
  // What depends rests on all that it may come to.
  const ground = eligibility === 'depends' || first === undefined ? citations : first.citations;
  const because = (reason: Statement<Guidance['reasons'][number]['id']>): string =>
    marks.on(statementText(language, `reason.${reason.id}`, reason), reason.citations);
  return [
    `**${verdictText(language, guidance)}**`,
    todayText(language, guidance),
    marks.on(asOfThen(language, guidance, lead(language, guidance)), ground),
    ...(groups.length > 1 ? [] : [...others.map(because), ...stepTexts(language, marks, steps)]),
  ];
}

/** The verdict of each subscription, and the one plan. */
function caseTexts(language: Language, marks: Marks, { among }: CaseShown): readonly string[] {
  const { plan, answers } = among.whole;
  const names = subscriptionNames(language, answers);
  const verdicts = plan.guidances.map((guidance, place) => {
    const text = language.beside([names[place]?.full ?? '', verdictText(language, guidance)]);
    return marks.on(text, guidance.reasons[0]?.citations ?? guidance.citations);
  });
  const which = (index: number): string => forText(language, names, plan.steps[index]?.subscriptions ?? []);
  return [
    `**${language.say('case.title', { count: names.length })}**`,
    ...verdicts,
    ...stepTexts(language, marks, plan.steps, which),
  ];
}

function screenTexts(language: Language, marks: Marks, view: View): readonly string[] {
  const { screen } = view;
  if (screen.kind === 'why') return guidanceTexts(language, marks, screen.guidance);
  const shown = interviewIn(view);
  if (shown?.kind !== 'guidance') return [];
  return isCase(shown) ? caseTexts(language, marks, shown) : guidanceTexts(language, marks, shown.guidance);
}

/** What a view answers as a text with its sources, for where one stands above the card; undefined where it answers nothing. */
export function citedText(language: Language, view: View): CitedText | undefined {
  const marks = new Marks(language);
  const answered = screenTexts(language, marks, view);
  const notes = notesData(language, view.notes).map(({ text }) => text);
  const rests = view.notes.flatMap((note) => (note.kind === 'rules' ? note.guidance.citations : []));
  const told = rests.length === 0 ? notes : notes.map((text) => marks.on(text, rests));
  const text = [...told, ...answered].filter((each) => each !== '').join(PARAGRAPH);
  return text === '' ? undefined : { text, sources: marks.sources };
}

/** What can be said next, each as it would be typed: the answers to a question, where all of them can be suggested. */
export function suggestions(language: Language, { screen }: View): readonly string[] {
  if (screen.kind !== 'question' || screen.options.length > MOST_SUGGESTIONS) return [];
  return screen.options.map((option) => answerText(language, screen.fact, option));
}
