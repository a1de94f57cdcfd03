import { answerData, fillData, originData, plainData, tickData } from '../conversation/action.js';
import type { QuestionView, UnderstoodView } from '../conversation/interview/state.js';
import type { CallScreen, DialogNote } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { LANGUAGES } from '../language/languages.js';
import { guidanceToday } from '../policy/engine/guidance.js';
import { receiptOf } from '../receipt/receipt.js';
import { aloud } from './aloud.js';
import { customerField, field, shownIn } from './call-form.js';
import { caseByCase, differingTexts, groupLines, NO_CASES } from './case-groups.js';
import { countriesDrawn, countryInputs } from './country-inputs.js';
import { editionLine } from './edition-line.js';
import { lead } from './guidance-card.js';
import { roleText, statementText } from './guidance-text.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import { answerText, type Button, nextRows, opinionRows, type Row } from './rows.js';
import { shortTicketText } from './short-ticket.js';
import { expand } from './template.js';
import { asOfThen, headOf, stepsTitle, todayRows, todayText } from './then-and-now.js';
import { understoodReport } from './understood.js';

/** A row with its mark in front: a number to press, a box to tick. */
interface MarkedRow extends Pick<Row, 'label' | 'note' | 'mark' | 'data'> {
  /** What a screen reader says the tap does. */
  readonly title: string;
}

interface CallQuestion {
  readonly heading: string;
  readonly title: string;
  readonly hint: string;
  readonly rows: readonly MarkedRow[];
}

const NOTHING_ASKED: CallQuestion = { heading: '', title: '', hint: '', rows: [] };

function question(language: Language, { fact, options, origin }: QuestionView): CallQuestion {
  const rows = [...options, 'unknown' as const].map((value, index) => {
    const label = answerText(language, fact, value);
    return { label, title: label, note: '', mark: `${index + 1}`, data: answerData(fact, value, origin) };
  });
  return {
    heading: language.say('call.next'),
    title: language.say(`fact.${fact}.question`),
    hint: language.say(`fact.${fact}.hint`),
    rows,
  };
}

/** What was understood from a typed line: its lines, and how to confirm them. */
function understood(language: Language, view: UnderstoodView): CallQuestion {
  const { title, text = '', sections, options } = understoodReport(language, view);
  const [read] = sections;
  const lines = view.read.length === 0 ? [] : (read?.rows ?? []);
  // With a choice below, choosing confirms; then only "none of it" stands here.
  const rows = [...lines, ...(view.unclear === undefined ? options : [])];
  return {
    heading: '',
    title: view.read.length === 0 ? '' : title,
    hint: view.read.length === 0 ? '' : language.sentences([text, ...(read?.lines ?? [])]),
    rows: rows.map(({ label, note, spoken, mark, data }) => ({ label, title: spoken, note, mark, data })),
  };
}

/** What could be read in several ways: its question, and the readings with the keys that choose them. */
function choice(language: Language, view: UnderstoodView): CallQuestion {
  const section = understoodReport(language, view).sections.at(-1);
  if (view.unclear === undefined || section === undefined) return NOTHING_ASKED;
  const { options } = understoodReport(language, view);
  const rows = (section.rows ?? []).map(({ label, note, spoken, data }, index) => {
    return { label, title: spoken, note, mark: `${index + 1}`, data };
  });
  const rest = options.map(({ label, note, spoken, mark, data }) => ({
    label,
    title: spoken,
    note,
    mark,
    data,
  }));
  return {
    heading: language.say('call.next'),
    title: language.say(`fact.${view.unclear.fact}.question`),
    hint: language.sentences(section.lines ?? []),
    rows: [...rows, ...rest],
  };
}

function asked(language: Language, { now }: CallScreen): CallQuestion {
  if (now.kind === 'question') return question(language, now);
  return now.kind === 'understood' ? understood(language, now) : NOTHING_ASKED;
}

/**
 * What to say now. While what was heard waits to be confirmed, nothing may be told yet; and a customer is told what is
 * true today, whichever edition the agent reads.
 */
function customerWords({ now, guidance, customer }: CallScreen): readonly string[] {
  const theirs = LANGUAGES[customer];
  if (now.kind === 'understood') return [theirs.say('aloud.moment')];
  const told = guidance.eligibility === 'depends' ? guidance : guidanceToday(guidance);
  return aloud(theirs, told, now.kind === 'question' ? now.fact : undefined);
}

/** While what was heard waits to be confirmed, or the answer is open, nothing is to be done yet. */
function isOpen({ now, guidance }: CallScreen): boolean {
  return now.kind === 'understood' || guidance.eligibility === 'depends';
}

function steps(language: Language, screen: CallScreen): readonly MarkedRow[] {
  const { guidance, done, origin } = screen;
  if (isOpen(screen)) return [];
  return guidance.steps.map((step) => {
    const isDone = done.includes(step.id);
    const label = statementText(language, `step.${step.id}`, step);
    return {
      label,
      title: language.say(isDone ? 'call.untick' : 'call.tick', { text: label }),
      note: roleText(language, step),
      mark: isDone ? '☑' : '☐',
      data: tickData(step.id, !isDone, origin),
    };
  });
}

/** The eligibility as far as it is known: while a question can still change something, "so far". */
function header(language: Language, { now, guidance }: CallScreen) {
  const head = headOf(language, guidance);
  const settled = now.kind === 'guidance';
  return {
    ...head,
    title: settled ? head.title : language.say('call.soFar', { eligibility: head.title }),
    today: settled ? todayText(language, guidance) : '',
    lead: settled ? asOfThen(language, guidance, lead(language, guidance)) : '',
  };
}

function navigation(language: Language, { origin, now }: CallScreen): readonly Button[] {
  const why =
    now.kind === 'guidance' ? [{ title: language.say('ui.why'), data: plainData('why', origin) }] : [];
  return [
    { title: language.say('call.ticket'), data: plainData('ticket', origin) },
    ...why,
    { title: language.say('ui.person'), data: plainData('person', origin) },
    { title: language.say('ui.restart'), data: originData('restart', origin) },
    { title: language.say('call.leave'), data: plainData('chat', origin) },
  ];
}

function plain(language: Language, said: ReturnType<typeof content>): string {
  const marked = ({ mark, label }: Pick<Row, 'mark' | 'label'>): string =>
    /^\d+$/.test(mark) ? language.say('ui.listNumber', { number: mark, text: label }) : `${mark} ${label}`;
  return lines(
    ...said.notes.map(({ plain }) => plain),
    said.header.title,
    said.header.today,
    said.header.lead,
    said.question.heading,
    said.question.title,
    said.question.hint,
    ...said.question.rows.map(marked),
    said.choice.heading,
    said.choice.title,
    said.choice.hint,
    ...said.choice.rows.map(marked),
    said.aloudTitle,
    ...said.aloud.map(({ text }) => text),
    ...groupLines(said),
    ...(said.steps.length === 0 ? [] : [said.stepsTitle, ...said.steps.map(marked)]),
    ...differingTexts(said),
    ...(said.cautions.length === 0 ? [] : [said.cautionsTitle, ...said.cautions.map(({ text }) => text)]),
    said.editionLine,
    ...said.next.map(marked),
  );
}

function content(language: Language, screen: CallScreen, notes: readonly DialogNote[]) {
  const { guidance, form, now, origin } = screen;
  const theirs = LANGUAGES[screen.customer];
  const cautions = isOpen(screen) ? [] : guidance.cautions;
  const hasRegion = form.some(({ fact }) => fact === 'region');
  const drawn = hasRegion ? countriesDrawn(language, screen.named) : undefined;
  const cases = now.kind === 'guidance' ? caseByCase(language, guidance) : NO_CASES;
  return {
    notes: notesData(language, notes),
    header: header(language, screen),
    today: now.kind === 'guidance' ? todayRows(language, guidance, origin) : [],
    question: asked(language, screen),
    choice: screen.now.kind === 'understood' ? choice(language, screen.now) : NOTHING_ASKED,
    aloudTitle: language.say('call.aloud', { language: theirs.say('language.self') }),
    aloud: customerWords(screen).map((text) => ({ text })),
    stepsTitle: stepsTitle(language, guidance, 'call.steps'),
    steps: steps(language, screen),
    ...cases,
    cautionsTitle: language.say('ui.cautions'),
    cautions: cautions.map((caution) => ({
      text: statementText(language, `caution.${caution.id}`, caution),
    })),
    formTitle: language.say('call.form'),
    form: [...form.map((each) => field(language, each)), customerField(language, screen.customer)],
    countries: hasRegion ? countryInputs(language, screen.named) : [],
    update: {
      title: language.say('call.update'),
      data: fillData(shownIn(form), screen.customer, origin, drawn),
    },
    editionLine: editionLine(language, guidance),
    next: nextRows(language, now),
    quiet: now.kind === 'guidance' ? opinionRows(language, origin) : [],
    nav: navigation(language, screen),
  };
}

/** Everything for a support agent on the phone, on one card. */
export function callMessage(
  language: Language,
  screen: CallScreen,
  notes: readonly DialogNote[],
  address?: string | undefined,
): Message {
  const { guidance } = screen;
  const said = content(language, screen, notes);
  const text = plain(language, said);
  const speak = LANGUAGES[screen.customer].sentences(said.aloud.map((line) => line.text));
  return {
    card: expand('call', { lang: language.base, plain: text, speak, ...said }),
    text,
    speak,
    copy: {
      ticket: shortTicketText(language, { ...screen, places: screen.now.places }, address),
      aloud: said.aloud.map((line) => line.text).join('\n'),
      receipt: receiptOf(guidance),
    },
  };
}
