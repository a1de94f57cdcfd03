import { fillData, originData, plainData, tickData } from '../conversation/action.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import type { CallScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { LANGUAGES } from '../language/languages.js';
import { foremost } from '../policy/engine/foremost.js';
import { guidanceToday } from '../policy/engine/guidance.js';
import { receiptOf } from '../receipt/receipt.js';
import { aloud } from './aloud.js';
import { customerField, field, shownIn } from './call-form.js';
import { asked, askedAgain, type CallQuestion, choice, type MarkedRow } from './call-question.js';
import { caseByCase, differingTexts, foldedCases, groupLines, NO_CASES } from './case-groups.js';
import { linkTitle, markdown, pageLink } from './cite.js';
import { countriesDrawn, countryInputs } from './country-inputs.js';
import { codeLine, policyText } from './edition-line.js';
import { lead } from './guidance-card.js';
import { roleText, statementText } from './guidance-text.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import { type Button, nextRows, opinionRows } from './rows.js';
import { shortTicketText } from './short-ticket.js';
import { expand } from './template.js';
import { asOfThen, headOf, stepsTitle, todayRows, todayText } from './then-and-now.js';

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

/** A step to tick, and where it is told how it is done. */
interface StepRow extends MarkedRow {
  readonly link: string;
}

function steps(language: Language, screen: CallScreen): readonly StepRow[] {
  const { guidance, done, origin } = screen;
  if (isOpen(screen)) return [];
  return guidance.steps.map((step) => {
    const isDone = done.includes(step.id);
    const label = statementText(language, `step.${step.id}`, step);
    return {
      label,
      // What is the case, as the box shows it: the tap makes it the other.
      title: language.say(isDone ? 'call.done' : 'call.toDo', { text: label }),
      note: roleText(language, step),
      mark: isDone ? '☑' : '☐',
      data: tickData(step.id, !isDone, origin),
      link: markdown({
        ...pageLink(language, step.page),
        title: linkTitle(language, step.page, language.say('ui.howTo')),
      }),
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
    // What it depends on stands below, each by its number.
    lead:
      settled && guidance.eligibility !== 'depends'
        ? asOfThen(language, guidance, lead(language, guidance))
        : '',
  };
}

function navigation(language: Language, { origin, now }: CallScreen): readonly Button[] {
  const why =
    now.kind === 'guidance' ? [{ title: language.say('ui.why'), data: plainData('why', origin) }] : [];
  return [
    { title: language.say('ui.nextCustomer'), data: originData('restart', origin) },
    { title: language.say('call.ticket'), data: plainData('ticket', origin) },
    ...why,
    { title: language.say('ui.person'), data: plainData('person', origin) },
    { title: language.say('call.leave'), data: plainData('chat', origin) },
  ];
}

function plain(language: Language, said: ReturnType<typeof content>): string {
  const marked = ({ mark, label }: Pick<MarkedRow, 'mark' | 'label'>): string =>
    /^\d+$/.test(mark) ? language.say('ui.listNumber', { number: mark, text: label }) : `${mark} ${label}`;
  const put = ({ heading, title, hint, rows }: CallQuestion) => [heading, title, hint, ...rows.map(marked)];
  const cautions = [...said.foremost, ...said.cautions];
  return lines(
    ...said.notes.map(({ plain }) => plain),
    said.header.title,
    said.header.today,
    said.header.lead,
    ...put(said.question),
    ...put(said.choice),
    said.aloudTitle,
    ...said.aloud.map(({ text }) => text),
    ...put(said.open),
    ...groupLines(said),
    ...(said.steps.length === 0 ? [] : [said.stepsTitle, ...said.steps.map(marked)]),
    ...differingTexts(said),
    ...(cautions.length === 0 ? [] : [said.cautionsTitle, ...cautions.map(({ text }) => text)]),
    said.dated,
    said.code,
    ...said.next.map(marked),
  );
}

const NOTHING = { reasons: [], steps: [], cautions: [] };

/** What a changed answer did to the verdict is one line: all that is new stands below, and the verdict stays in sight. */
function inShort(note: DialogNote): DialogNote {
  if (note.kind !== 'answerChanged') return note;
  return { ...note, difference: { ...note.difference, gone: NOTHING, added: NOTHING } };
}

function content(language: Language, screen: CallScreen, notes: readonly DialogNote[]) {
  const { guidance, form, now, origin } = screen;
  const theirs = LANGUAGES[screen.customer];
  const { first, others } = foremost(isOpen(screen) ? [] : guidance.cautions);
  const cautionRow = (caution: (typeof others)[number]) => ({
    text: statementText(language, `caution.${caution.id}`, caution),
  });
  const hasRegion = form.some(({ fact }) => fact === 'region');
  const drawn = hasRegion ? countriesDrawn(language, screen.named) : undefined;
  const cases = now.kind === 'guidance' ? foldedCases(language, caseByCase(language, guidance)) : NO_CASES;
  const folded = (title: string, count: number): string => language.say('ui.folded', { title, count });
  const answered = form.filter(({ value }) => value !== undefined).length;
  return {
    notes: notesData(language, notes.map(inShort)),
    header: header(language, screen),
    foremost: first === undefined ? [] : [cautionRow(first)],
    today: now.kind === 'guidance' ? todayRows(language, guidance, origin) : [],
    question: asked(language, screen),
    choice: choice(language, screen),
    open: askedAgain(language, screen),
    aloudTitle: language.say('call.aloud', { language: theirs.say('language.self') }),
    aloud: customerWords(screen).map((text) => ({ text })),
    customer: [customerField(language, screen.customer)],
    stepsTitle: stepsTitle(language, guidance, 'call.steps'),
    steps: steps(language, screen),
    ...cases,
    cautionsTitle: language.say('ui.cautions'),
    cautionsFold: folded(language.say('ui.cautions'), others.length),
    cautions: others.map(cautionRow),
    formFold: folded(language.say('call.form'), answered),
    form: form.map((each) => field(language, each)),
    countries: hasRegion ? countryInputs(language, screen.named) : [],
    update: {
      title: language.say('call.update'),
      data: fillData(shownIn(form), screen.customer, origin, drawn),
    },
    dated: policyText(language, guidance),
    code: codeLine(language, receiptOf(guidance)),
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
