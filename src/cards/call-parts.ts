import { fillData, originData, plainData } from '../conversation/action.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import type { CallScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { LANGUAGES } from '../language/languages.js';
import type { GuidanceStep } from '../policy/engine/statement.js';
import { customerField, field, shownIn } from './call-form.js';
import type { CallQuestion, MarkedRow } from './call-question.js';
import type { CaseByCase } from './case-groups.js';
import { linkTitle, markdown, pageLink } from './cite.js';
import { countriesDrawn, countryInputs } from './country-inputs.js';
import { roleText, statementText } from './guidance-text.js';
import { type NoteData, notesData } from './notes.js';
import type { Button, QuietRow, Row } from './rows.js';
import type { Head } from './then-and-now.js';

/** What the call card has for one subscription as for several. */

interface SaidText {
  readonly text: string;
}

/** A step to tick, and where it is told how it is done. */
export interface StepRow extends MarkedRow {
  readonly link: string;
}

/** The verdict, with what is true today and why; empty where there is nothing to say. */
export interface CallHeader extends Omit<Head, 'icon'> {
  /** The title as the card shows it. */
  readonly heading: string;
  readonly today: string;
  readonly lead: string;
}

/** What a template has of the notes, the form, and the customer's language. */
type FormParts = ReturnType<typeof formParts>;

/** Everything on the card, in the reader's words, and what is said aloud in the customer's. */
export interface CallContent extends FormParts, CaseByCase {
  readonly notes: readonly NoteData[];
  readonly header: CallHeader;
  /** What can make the verdict untrue. */
  readonly foremost: readonly SaidText[];
  readonly today: readonly Row[];
  readonly question: CallQuestion;
  readonly choice: CallQuestion;
  readonly open: CallQuestion;
  /** Each of several subscriptions, to open it by its number. */
  readonly each: CallQuestion;
  readonly aloudTitle: string;
  readonly aloud: readonly SaidText[];
  readonly stepsTitle: string;
  readonly steps: readonly StepRow[];
  readonly cautionsTitle: string;
  readonly cautionsFold: string;
  readonly cautions: readonly SaidText[];
  readonly dated: string;
  readonly code: string;
  readonly next: readonly Row[];
  readonly quiet: readonly QuietRow[];
  readonly nav: readonly Button[];
}

/** A step as a box that is ticked or not. */
export function stepRow(
  language: Language,
  step: GuidanceStep,
  { isDone, note, data }: { readonly isDone: boolean } & Pick<StepRow, 'note' | 'data'>,
): StepRow {
  const label = statementText(language, `step.${step.id}`, step);
  return {
    label,
    // What is the case, as the box shows it: the tap makes it the other.
    title: language.say(isDone ? 'call.done' : 'call.toDo', { text: label }),
    note: language.beside([roleText(language, step), note]),
    mark: isDone ? '☑' : '☐',
    data,
    link: markdown({
      ...pageLink(language, step.page),
      title: linkTitle(language, step.page, language.say('ui.howTo')),
    }),
  };
}

/** The title of what the customer is told, which says in which language. */
export function aloudTitle(language: Language, { customer }: CallScreen): string {
  return language.say('call.aloud', { language: LANGUAGES[customer].say('language.self') });
}

/** The form with the answers, and the customer's language. */
export function formParts(language: Language, { form, named, customer, origin }: CallScreen) {
  const hasRegion = form.some(({ fact }) => fact === 'region');
  const drawn = hasRegion ? countriesDrawn(language, named) : undefined;
  const answered = form.filter(({ value }) => value !== undefined).length;
  return {
    customer: [customerField(language, customer)],
    formFold: language.say('ui.folded', { title: language.say('call.form'), count: answered }),
    form: form.map((each) => field(language, each)),
    countries: hasRegion ? countryInputs(language, named) : [],
    update: {
      title: language.say('call.update'),
      data: fillData(shownIn(form), customer, origin, drawn),
    },
  };
}

const NOTHING = { reasons: [], steps: [], cautions: [] };

/** What a changed answer did to the verdict is one line: all that is new stands below, and the verdict stays in sight. */
function inShort(note: DialogNote): DialogNote {
  if (note.kind !== 'answerChanged') return note;
  return { ...note, difference: { ...note.difference, gone: NOTHING, added: NOTHING } };
}

export function shortNotes(language: Language, notes: readonly DialogNote[]): readonly NoteData[] {
  return notesData(language, notes.map(inShort));
}

/** @param why whether it can be told why the guidance is what it is */
export function callButtons(language: Language, { origin }: CallScreen, why: boolean): readonly Button[] {
  return [
    { title: language.say('ui.nextCustomer'), data: originData('restart', origin) },
    { title: language.say('call.ticket'), data: plainData('ticket', origin) },
    ...(why ? [{ title: language.say('ui.why'), data: plainData('why', origin) }] : []),
    { title: language.say('ui.person'), data: plainData('person', origin) },
    { title: language.say('call.leave'), data: plainData('chat', origin) },
  ];
}
