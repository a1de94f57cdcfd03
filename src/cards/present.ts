import type { View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { callMessage } from './call.js';
import { caseMessage, isCase } from './case-card.js';
import { customerReport } from './customer-report.js';
import { guidanceMessage } from './guidance-card.js';
import { handOverReport } from './hand-over-report.js';
import { casesMessage } from './kept-cases.js';
import { menuMessage } from './menu.js';
import type { Draw, Message } from './message.js';
import { forgetReport, knownReport } from './privacy.js';
import { questionMessage } from './question.js';
import { reasonReport } from './reason.js';
import { remarkMessage } from './remark.js';
import { reportMessage } from './report.js';
import { shareReport } from './share-report.js';
import { ticketReport } from './ticket-report.js';
import { understoodReport } from './understood.js';
import { whyReport } from './why-report.js';

/** A view in the reader's words: one card and the same in plain text. */
export function present({ screen, notes, origin, address, keeping }: View, language: Language): Message {
  switch (screen.kind) {
    case 'question':
      return questionMessage(language, screen, notes);
    case 'guidance':
      return isCase(screen)
        ? caseMessage(language, screen, notes, keeping, address)
        : guidanceMessage(language, screen, notes, 'own', address, keeping);
    case 'call':
      return callMessage(language, screen, notes, address);
    case 'ticket':
      return reportMessage(language, ticketReport(language, screen, origin, address), notes);
    case 'share':
      return reportMessage(language, shareReport(language, screen, origin, address), notes);
    case 'understood':
      return reportMessage(language, understoodReport(language, screen), notes);
    case 'why':
      return reportMessage(language, whyReport(language, screen), notes);
    case 'customerMessage':
      return reportMessage(language, customerReport(language, screen, origin), notes);
    case 'handOver':
      return reportMessage(language, handOverReport(language, screen), notes);
    case 'known':
      return reportMessage(language, knownReport(language, screen), notes);
    case 'forget':
      return reportMessage(language, forgetReport(language, screen), notes);
    case 'cases':
      return casesMessage(language, screen, notes, address);
    case 'remark':
      return remarkMessage(language, notes);
    case 'reason':
      return reportMessage(language, reasonReport(language, screen), notes);
    default:
      return menuMessage(language, screen, notes, origin);
  }
}

/** Puts a view into words anew. */
export const draw: Draw = (view, language, shape) => {
  const message = present(view, language);
  return { ...message, card: shape.card(message.card) };
};
