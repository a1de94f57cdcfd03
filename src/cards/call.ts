import type { DialogNote } from '../conversation/dialog-note.js';
import type { CallScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { LANGUAGES } from '../language/languages.js';
import { receiptOf } from '../receipt/receipt.js';
import { CALL_EXTENTS, callAllContent, isAboutAll } from './call-all.js';
import { callContent } from './call-one.js';
import type { CallContent } from './call-parts.js';
import type { CallQuestion, MarkedRow } from './call-question.js';
import { firstThatFits } from './card-room.js';
import { differingTexts, groupLines } from './case-groups.js';
import { shortCaseTicket } from './case-ticket.js';
import { lines, type Message } from './message.js';
import { shortTicketText } from './short-ticket.js';
import { expand } from './template.js';

function plain(language: Language, said: CallContent): string {
  const marked = ({ mark, label }: Pick<MarkedRow, 'mark' | 'label'>): string =>
    /^\d+$/.test(mark) ? language.say('ui.listNumber', { number: mark, text: label }) : `${mark} ${label}`;
  const put = ({ heading, title, hint, rows }: CallQuestion) => [heading, title, hint, ...rows.map(marked)];
  const verdicts = said.each.rows.map((row) => ({ ...row, label: row.title }));
  const cautions = [...said.foremost, ...said.cautions];
  return lines(
    ...said.notes.map(({ plain }) => plain),
    said.header.title,
    said.header.today,
    said.header.lead,
    ...put(said.question),
    ...put(said.choice),
    ...put({ ...said.each, rows: verdicts }),
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

/** The note for the ticket, of one subscription or of all. */
function ticket(language: Language, screen: CallScreen, address: string | undefined): string {
  const { places } = screen.now;
  return isAboutAll(screen)
    ? shortCaseTicket(language, { all: screen.all, day: screen.day, places }, address)
    : shortTicketText(language, { ...screen, places }, address);
}

/** Everything for a support agent on the phone, on one card. */
export function callMessage(
  language: Language,
  screen: CallScreen,
  notes: readonly DialogNote[],
  address?: string | undefined,
): Message {
  const copied = ticket(language, screen, address);
  const message = (said: CallContent): Message => {
    const text = plain(language, said);
    const aloud = said.aloud.map((line) => line.text);
    const speak = LANGUAGES[screen.customer].sentences(aloud);
    return {
      card: expand('call', { lang: language.base, plain: text, speak, ...said }),
      text,
      speak,
      copy: {
        ticket: copied,
        aloud: aloud.join('\n'),
        receipt: screen.all?.receipt ?? receiptOf(screen.guidance),
      },
    };
  };
  return isAboutAll(screen)
    ? firstThatFits(CALL_EXTENTS, (extent) => message(callAllContent(language, screen, notes, extent)))
    : message(callContent(language, screen, notes));
}
