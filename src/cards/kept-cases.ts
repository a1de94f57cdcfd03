import type { CasesScreen } from '../conversation/case-screen.js';
import { caseTap } from '../conversation/case-taps.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import type { Origin } from '../conversation/interview/state.js';
import type { Language } from '../language/language.js';
import { type KeptContent, keptCaseMessage } from './kept-card.js';
import { caseListContent, dueContent } from './kept-list.js';
import { casePlanContent } from './kept-plan.js';
import {
  caseSideContent,
  exportContent,
  invitationContent,
  keepAsContent,
  pageContent,
} from './kept-sides.js';
import type { Message } from './message.js';
import { proceed, row } from './rows.js';

function failed(language: Language, origin: Origin): KeptContent {
  const title = language.say('kept.mine');
  const again = row(title, caseTap({ what: 'list' }, origin));
  return { title, texts: [language.say('kept.failed')], options: [again, proceed(language, origin)] };
}

export function keptContent(
  language: Language,
  { face, origin }: CasesScreen,
  address: string | undefined,
): KeptContent {
  if (face === undefined) return failed(language, origin);
  switch (face.kind) {
    case 'list':
      return caseListContent(language, face, origin);
    case 'keepAs':
      return keepAsContent(language, face, origin);
    case 'plan':
      return casePlanContent(language, face, origin);
    case 'due':
      return dueContent(language, face, origin);
    case 'invitation':
      return invitationContent(language, face, origin);
    case 'export':
      return exportContent(language, face, origin, address);
    case 'page':
      return pageContent(language, face, origin, address);
    default:
      return caseSideContent(language, face, origin);
  }
}

/** What of somebody's cases is shown, as a card and in plain text. */
export function casesMessage(
  language: Language,
  screen: CasesScreen,
  notes: readonly DialogNote[],
  address: string | undefined,
): Message {
  return keptCaseMessage(language, keptContent(language, screen, address), notes);
}
