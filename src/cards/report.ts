import { answerData, askCustomerData, changeData } from '../dialog/action.js';
import type { CustomerMessageScreen, DialogNote, WhyScreen } from '../dialog/view.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import type { Origin } from '../policy/conversation.js';
import type { Remedy } from '../policy/why.js';
import { markdown } from './cite.js';
import { lines, type Message } from './message.js';
import { type Button, navigation, notesData, proceed, type Row, row } from './parts.js';
import { expand } from './template.js';
import { becauseTexts, differenceTexts, groundText } from './words.js';

/** One part of a report: a heading, some lines, and rows to tap. */
interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
  /** The lines without Markdown, where they have any. */
  readonly plain?: readonly string[];
  readonly rows: readonly Row[];
}

interface Report {
  readonly title: string;
  readonly text: string;
  readonly sections: readonly Section[];
  /** What only some want to read: behind its title on the card. */
  readonly folded: { readonly title: string; readonly lines: readonly string[] };
  readonly options: readonly Row[];
  readonly nav: readonly Button[];
}

/** The sections that say something. */
function filled(...sections: readonly Section[]): readonly Section[] {
  return sections.filter((section) => section.lines.length + section.rows.length > 0);
}

/** A change somebody can bring about: one tap tries a single one out. */
function remedyRow(
  language: Language,
  { changes, eligibility }: Remedy,
  { origin }: WhyScreen,
): readonly Row[] {
  const [first, ...others] = changes;
  if (first === undefined) return [];
  const label = changes.map((ground) => groundText(language, ground)).join(' · ');
  const data =
    others.length === 0 ? answerData(first.fact, first.option, origin) : changeData(first.fact, origin);
  return [row(label, data, language.say(`eligibility.${eligibility}`))];
}

function comparison(language: Language, { compared }: WhyScreen): Report['folded'] {
  if (compared === undefined) return { title: '', lines: [] };
  const edition = language.say(`edition.${compared.edition}`);
  return {
    title: language.say('why.compared', { edition }),
    lines: differenceTexts(language, compared.difference),
  };
}

function whyReport(language: Language, screen: WhyScreen): Report {
  const { guidance, explanation, origin } = screen;
  const eligibility = language.say(`eligibility.${guidance.eligibility}`);
  const { whyNot, remedies } = explanation;
  const open = guidance.dependsOn.map(({ fact }) => language.say(`fact.${fact}.name`));
  const impossible = whyNot !== undefined && remedies.length === 0 ? [language.say('why.noRemedy')] : [];
  return {
    title: language.say('why.title', { eligibility }),
    text: guidance.eligibility === 'depends' ? language.say('why.open', { facts: language.all(open) }) : '',
    sections: filled(
      {
        heading: language.say('why.because'),
        lines: [],
        rows: explanation.because.map((ground) =>
          row(groundText(language, ground), changeData(ground.fact, origin), '', '✎'),
        ),
      },
      {
        heading: language.say('why.reasons'),
        lines: becauseTexts(language, guidance, markdown),
        plain: becauseTexts(language, guidance, ({ title, url }) => `${title}, ${url}`),
        rows: [],
      },
      {
        heading:
          whyNot === undefined
            ? ''
            : language.say('why.whyNot', { eligibility: language.say(`eligibility.${whyNot.verdict}`) }),
        lines: whyNot?.because.map((ground) => groundText(language, ground)) ?? [],
        rows: [],
      },
      {
        heading: language.say('why.remedies'),
        lines: impossible,
        rows: remedies.flatMap((remedy) => remedyRow(language, remedy, screen)),
      },
    ),
    folded: comparison(language, screen),
    options: [proceed(language, origin)],
    nav: navigation(language, origin, false),
  };
}

function customerReport(
  language: Language,
  { facts, customer }: CustomerMessageScreen,
  origin: Origin | undefined,
): Report {
  const theirs = LANGUAGES[customer];
  const questions = facts.map((fact) => theirs.say(`ask.${fact}`));
  const letter = [
    theirs.say('ask.greeting'),
    theirs.say('ask.intro'),
    ...questions.map((text) => `– ${text}`),
    theirs.say('ask.thanks'),
  ];
  const mark = (tag: string): string => (tag === customer ? '✓' : '›');
  return {
    title: language.say('ask.title'),
    text: language.say('ask.text'),
    sections: [
      { heading: LANGUAGES[customer].say('language.self'), lines: letter, rows: [] },
      {
        heading: language.say('ask.choose'),
        lines: [],
        rows: LANGUAGE_TAGS.map((tag) =>
          row(LANGUAGES[tag].say('language.self'), askCustomerData(tag, origin), '', mark(tag)),
        ),
      },
    ],
    folded: { title: '', lines: [] },
    options: [proceed(language, origin)],
    nav: navigation(language, origin, false),
  };
}

/** Why the guidance is what it is, or a message to the customer: a title and sections. */
export function reportMessage(
  language: Language,
  screen: WhyScreen | CustomerMessageScreen,
  notes: readonly DialogNote[],
  origin: Origin | undefined,
): Message {
  const { title, text, sections, folded, options, nav } =
    screen.kind === 'why' ? whyReport(language, screen) : customerReport(language, screen, origin);
  const said = notesData(language, notes);
  const plain = lines(
    ...said.map((note) => note.text),
    title,
    text,
    ...sections.flatMap(({ heading, lines: texts, plain: unmarked, rows }) => [
      heading,
      ...(unmarked ?? texts),
      ...rows.map(({ label, note }) => (note === '' ? `• ${label}` : `• ${label}: ${note}`)),
    ]),
    ...(folded.lines.length === 0 ? [] : [folded.title, ...folded.lines]),
  );
  const data = sections.map((section) => ({
    ...section,
    lines: section.lines.map((line) => ({ text: line })),
  }));
  const card = expand('report', {
    lang: language.base,
    plain,
    notes: said,
    title,
    text,
    foldedTitle: folded.title,
    folded: folded.lines.map((line) => ({ text: line })),
    sections: data,
    options,
    nav,
  });
  return { card, text: plain };
}
