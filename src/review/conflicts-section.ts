import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { CONFLICTS, type KnownConflict, type Saying } from '../policy/editions/conflicts.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { cell, headed, htmlTable } from './html-table.js';
import { citationHtml, saidText } from './policy-words.js';

/** What the guidance of a subscription has to say for it: everything in a line. */
function sayingText(language: Language, { reasons = [], steps = [], cautions = [] }: Saying): string {
  return language.sentences([
    ...reasons.map((id) => language.say(`reason.${id}`)),
    ...steps.map((id) => language.say(`step.${id}`)),
    ...cautions.map((id) => language.say(`caution.${id}`)),
  ]);
}

function sayingsHtml(language: Language, sayings: readonly Saying[]): Html {
  return html`<ul>${sayings.map((each) => html`<li>${sayingText(language, each)}</li>`)}</ul>`;
}

/** Where a conflict stands on its page. */
export function conflictAnchor({ id }: KnownConflict): string {
  return `conflict-${id}`;
}

/** A conflict as a row: its words, what of the one stands against what of the other, its sources. */
export function conflictRow(language: Language, edition: KnownEdition, conflict: KnownConflict): Html {
  const sources = conflict.cites.map((key) => {
    const citation = edition.citations[key];
    return citation === undefined ? '' : html`<li>${citationHtml(language, citation)}</li>`;
  });
  const { id, one, other } = conflict;
  return html`<tr id="${conflictAnchor(conflict)}" role="row">
${headed(html`${saidText(language, edition, `conflict.${id}`, conflict)}`)}
${cell(language.say('review.conflictOne'), sayingsHtml(language, one))}
${cell(language.say('review.conflictOther'), sayingsHtml(language, other))}
${cell(language.say('ui.sources'), html`<ul>${sources}</ul>`, 'sources')}
</tr>
`;
}

/** What stands against each other where a customer has several subscriptions. */
export function conflictsSection(language: Language, edition: KnownEdition): Html {
  const columns = [
    language.say('review.conflict'),
    language.say('review.conflictOne'),
    language.say('review.conflictOther'),
    language.say('ui.sources'),
  ];
  const rows = CONFLICTS[edition.id].map((each) => conflictRow(language, edition, each));
  return html`<p>${language.say('review.conflictsText')}</p>
${htmlTable(language.say('review.conflicts'), columns, rows)}`;
}
