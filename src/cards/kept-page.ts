import type { ActionData } from '../conversation/action.js';
import type { CaseFace } from '../conversation/case-screen.js';
import { caseTap } from '../conversation/case-taps.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import type { Language } from '../language/language.js';
import { type KeptContent, keptCaseMessage } from './kept-card.js';
import { keptContent } from './kept-cases.js';
import type { Message } from './message.js';
import { type Button, type QuietRow, type Row, row } from './rows.js';

/** Cases on a page of their own: the cards of the chat, without what only a conversation can do. */

const NOWHERE = { key: '', interview: 0, turn: 0, edition: undefined };

function isOfPage({ data }: { readonly data: ActionData }): boolean {
  return data.action === 'case' || data.page !== undefined;
}

function pairs(buttons: readonly Button[]): readonly QuietRow[] {
  return buttons.flatMap((left, at) => {
    const right = buttons[at + 1];
    return at % 2 === 0 && right !== undefined ? [{ left, right }] : [];
  });
}

/** What the page does with the answer to a case by itself: it opens it in the chat, and prints it. */
function ofAnswer(language: Language, face: CaseFace | undefined): { row: Row; button: Button } | undefined {
  if (face?.kind !== 'plan') return undefined;
  const { id, plan } = face.case;
  const data = (page: string): ActionData => ({
    ...caseTap({ what: 'open', case: id }, undefined),
    page,
    receipt: plan.receipt,
  });
  return {
    row: row(language.say('kept.answers'), data('answers')),
    button: { title: language.say('ui.print'), data: data('print') },
  };
}

/** What of somebody's cases is shown on the page; undefined where they could not be read. */
export function casesOnPage(
  language: Language,
  face: CaseFace | undefined,
  notes: readonly DialogNote[],
): Message {
  const content = keptContent(language, { kind: 'cases', face, origin: NOWHERE }, undefined);
  const { options = [], nav = [], more } = content;
  const answer = ofAnswer(language, face);
  const quiet = more?.quiet.flatMap(({ left, right }) => [left, right]).filter(isOfPage) ?? [];
  const shown: KeptContent = {
    ...content,
    options: [...(answer === undefined ? [] : [answer.row]), ...options.filter(isOfPage)],
    nav: nav.filter(isOfPage),
    ...(more && {
      more: { ...more, quiet: pairs(answer === undefined ? quiet : [...quiet, answer.button]) },
    }),
  };
  return keptCaseMessage(language, shown, notes);
}
