import type { Language } from '../language/language.js';
import { support } from '../policy/diagram.js';
import type { Edition } from '../policy/edition.js';
import { FACT_IDS, type FactId, type OptionId, optionsOf } from '../policy/facts.js';
import { diagramOf, policyFor, presumption } from '../policy/policy.js';
import { type Html, html } from './html.js';
import { cell, headed, table } from './table.js';

function optionHtml(language: Language, fact: FactId, option: OptionId): Html {
  const note = language.maybe(`option.${fact}.${option}.note`);
  const beside = note === undefined ? '' : html`<br><span class="note">${note}</span>`;
  return html`<li>${language.say(`option.${fact}.${option}`)}${beside}</li>`;
}

function row(language: Language, edition: Edition, fact: FactId): Html {
  const presumed = presumption(policyFor(edition.id), fact);
  const options = optionsOf(fact).map((option) => optionHtml(language, fact, option));
  const answer = presumed === undefined ? '' : language.say(`option.${fact}.${presumed}`);
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

/** What the edition asks about: each fact with its question, options and where to look it up. */
export function vocabularySection(language: Language, edition: Edition): Html {
  const matters = support(diagramOf(edition));
  const unused = FACT_IDS.filter((fact) => !matters.has(fact)).map((fact) =>
    language.say(`fact.${fact}.name`),
  );
  const columns = ['fact', 'question', 'options', 'hint'].map((name) => language.say(`review.${name}`));
  const rows = FACT_IDS.filter((fact) => matters.has(fact)).map((fact) => row(language, edition, fact));
  const rest = language.say('review.unused', { facts: language.all(unused) });
  return html`${table(language.say('review.questions'), columns, rows)}
${unused.length === 0 ? '' : html`<p>${rest}</p>`}`;
}
