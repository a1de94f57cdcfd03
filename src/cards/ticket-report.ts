import { plainData } from '../conversation/action.js';
import type { Origin } from '../conversation/interview/state.js';
import type { TicketScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { caseTicket, shortCaseTicket } from './case-ticket.js';
import type { Report } from './report.js';
import { proceed, row } from './rows.js';
import { shortTicketText } from './short-ticket.js';
import { textBox } from './text-box.js';
import { ticketText } from './ticket.js';

/** The note for the ticket as it is copied: of the guidance, or of the whole customer. */
function noteText(language: Language, screen: TicketScreen, address: string | undefined): string {
  const { whole, all } = screen;
  if (all === undefined)
    return whole ? ticketText(language, screen) : shortTicketText(language, screen, address);
  const noted = { ...screen, all };
  return whole ? caseTicket(language, noted) : shortCaseTicket(language, noted, address);
}

/** The note for the ticket to copy, and the way to the longer or the shorter one. */
export function ticketReport(
  language: Language,
  screen: TicketScreen,
  origin: Origin | undefined,
  address: string | undefined,
): Report {
  const { whole } = screen;
  const title = language.say('call.ticket');
  const text = noteText(language, screen, address);
  return {
    title,
    sections: [],
    box: textBox(
      language,
      language.say(whole ? 'ticket.inFull' : 'ticket.inShort'),
      text.split('\n'),
      origin,
    ),
    options: [
      row(
        language.say(whole ? 'ticket.inShort' : 'ticket.inFull'),
        plainData(whole ? 'ticket' : 'wholeTicket', origin),
      ),
      proceed(language, origin),
    ],
    nav: [],
  };
}
