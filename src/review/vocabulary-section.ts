import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { optionKey } from '../language/policy-keys.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { support } from '../policy/engine/diagram.js';
import { diagramOf, policyFor, presumption } from '../policy/engine/policy.js';
import { FACT_IDS, type FactId, type OptionId, optionsOf } from '../policy/facts.js';
import { cell, headed, htmlTable } from './html-table.js';

function optionHtml(language: Language, fact: FactId, option: OptionId): Html {
  const note = language.maybe(`${optionKey(fact, option)}.note`);
  const beside = note === undefined ? '' : html`<br><span class="note">${note}</span>`;
  return html`<li>${language.say(optionKey(fact, option))}${beside}</li>`;
}

/** A fact as a row: its question, its options, and where to look. */
export function factRow(language: Language, edition: KnownEdition, fact: FactId): Html {
  const presumed = presumption(policyFor(edition.id), fact);
  const options = optionsOf(fact).map((option) => optionHtml(language, fact, option));
  const answer = presumed === undefined ? '' : language.say(optionKey(fact, presumed));
  const assumed =
    presumed === undefined ? '' : html`<p class="note">${language.say('review.presumed', { answer })}</p>`;
  return html`<tr id="fact-${fact}" role="row">
${headed(html`${language.say(`fact.${fact}.name`)}`)}
${cell(language.say('review.question'), html`<p>${language.say(`fact.${fact}.question`)}</p>${assumed}`)}
${cell(language.say('review.options'), html`<ul>${options}</ul>`)}
${cell(language.say('review.hint'), html`<p>${language.say(`fact.${fact}.hint`)}</p>`)}
</tr>
`;
}

/** The facts whose answers can change something in an edition. */
export function factsThatMatter(edition: KnownEdition): ReadonlySet<FactId> {
  return support(diagramOf(edition));
}

/** What the edition asks about: each fact with its question, options and where to look it up. */
export function vocabularySection(language: Language, edition: KnownEdition): Html {
  const matters = factsThatMatter(edition);
  const unused = FACT_IDS.filter((fact) => !matters.has(fact)).map((fact) =>
    language.say(`fact.${fact}.inList`),
  );
  const columns = (['fact', 'question', 'options', 'hint'] as const).map((name) =>
    language.say(`review.${name}`),
  );
  const rows = FACT_IDS.filter((fact) => matters.has(fact)).map((fact) => factRow(language, edition, fact));
  const rest = language.say('review.unused', { facts: language.all(unused) });
  return html`${htmlTable(language.say('review.questions'), columns, rows)}
${unused.length === 0 ? '' : html`<p>${rest}</p>`}`;
}
