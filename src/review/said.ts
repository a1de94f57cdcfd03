import { roleText } from '../cards/guidance-text.js';
import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import type { KeyUnder } from '../language/message-keys.js';
import type { Verdict } from '../policy/edition.js';
import type { CautionId, ChangeId, KnownEdition, ReasonId, StepId } from '../policy/editions/registry.js';
import type { Cited } from '../policy/outcome.js';
import type { PageId } from '../policy/pages.js';
import { besideHtml, linkHtml, saidText, verdictHtml } from './policy-words.js';

/** What a rule, or the whole edition in one situation, says: an `Outcome` is one of these. */
export interface Saying {
  readonly verdict?: Verdict | undefined;
  readonly reasons: readonly Cited<ReasonId>[];
  readonly steps: readonly Cited<StepId>[];
  readonly cautions: readonly Cited<CautionId>[];
  readonly links: readonly PageId[];
  readonly changes: readonly Cited<ChangeId>[];
}

function part(title: string, list: 'ul' | 'ol', items: readonly Html[]): Html | undefined {
  if (items.length === 0) return undefined;
  const all = items.map((item) => html`<li>${item}</li>`);
  const body = list === 'ol' ? html`<ol>${all}</ol>` : html`<ul>${all}</ul>`;
  return html`<p class="part">${title}</p>${body}`;
}

function stepHtml(language: Language, edition: KnownEdition, cited: Cited<StepId>): Html {
  const step = edition.steps[cited.id];
  const who = step === undefined ? '' : roleText(language, step);
  const how =
    step === undefined ? html`${who}` : besideHtml(language, html`${who}`, linkHtml(language, step.page));
  return html`${saidText(language, edition, `step.${cited.id}`, cited)}<br><span class="note">${how}</span>`;
}

/** Verdict, reasons, steps, cautions, links and changes, all in words; steps are numbered where their order is the answer. */
export function sayingHtml(
  language: Language,
  edition: KnownEdition,
  { verdict, reasons, steps, cautions, links, changes }: Saying,
  order: 'ul' | 'ol',
): Html {
  const say = (key: KeyUnder<'ui'>): string => language.say(`ui.${key}`);
  const news = changes.map((cited) => {
    const since = edition.changes[cited.id]?.since;
    const text = saidText(language, edition, `change.${cited.id}`, cited);
    return html`${since === undefined ? text : language.say('ui.changeSince', { since: language.date(since), text })}`;
  });
  return html`${verdict === undefined ? '' : html`<p>${verdictHtml(language, verdict)}</p>`}
${part(
  say('reasons'),
  'ul',
  reasons.map((cited) => html`${saidText(language, edition, `reason.${cited.id}`, cited)}`),
)}
${part(
  say('steps'),
  order,
  steps.map((cited) => stepHtml(language, edition, cited)),
)}
${part(
  say('cautions'),
  'ul',
  cautions.map((cited) => html`${saidText(language, edition, `caution.${cited.id}`, cited)}`),
)}
${part(
  say('links'),
  'ul',
  links.map((page) => linkHtml(language, page)),
)}
${part(say('changes'), 'ul', news)}`;
}
