import { todayText } from '../cards/then-and-now.js';
import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { VERDICTS, type Verdict } from '../policy/edition.js';
import type { KnownEdition, KnownRule } from '../policy/editions/registry.js';
import { support } from '../policy/engine/diagram.js';
import { guide } from '../policy/engine/guidance.js';
import { given, policyFor } from '../policy/engine/policy.js';
import { FACT_IDS, type FactId, isOption } from '../policy/facts.js';
import type { WorkedExample } from '../proof/proof.js';
import { type Leads, ruleLink } from './document-parts.js';
import { limitHtml, sayHtml, verdictHtml } from './policy-words.js';
import { sayingHtml } from './said.js';
import type { Mismatch, WorkedCase } from './worked-case.js';

/** The facts of the example, and of the others those that still matter there. */
function factsOf(edition: KnownEdition, { situation, filled }: WorkedCase): readonly FactId[] {
  const stated = FACT_IDS.filter((fact) => !filled.includes(fact));
  const known = Object.fromEntries(stated.map((fact) => [fact, situation[fact]]));
  const open = support(given(policyFor(edition.id), known));
  return FACT_IDS.filter((fact) => stated.includes(fact) || open.has(fact));
}

function situationHtml(language: Language, edition: KnownEdition, worked: WorkedCase): Html {
  const items = factsOf(edition, worked).map((fact) => {
    const option = worked.situation[fact];
    if (!isOption(fact, option)) return '';
    const answer = limitHtml(language, fact, [option]);
    return html`<li>${worked.filled.includes(fact) ? sayHtml(language, 'ui.assumed', { answer }) : answer}</li>`;
  });
  return html`<ul class="facts">${items}</ul>`;
}

function isVerdict(text: string): text is Verdict {
  return (VERDICTS as readonly string[]).includes(text);
}

/** What is said in words, each thing by its id where the language may not have words for it. */
function sidesHtml(language: Language, side: WorkedExample | undefined): Html {
  if (side === undefined) return html`–`;
  const { eligibility, reasons, steps, cautions, links, changes } = side;
  const verdict = isVerdict(eligibility) ? verdictHtml(language, eligibility) : eligibility;
  const ids = [...reasons, ...steps, ...cautions, ...links, ...changes].join(', ');
  return html`${verdict} <code translate="no">${ids}</code>`;
}

function mismatchHtml(language: Language, { recorded, computed }: Mismatch, rule: Html): Html {
  return html`<div class="alarm"><p><strong>${language.say('review.mismatch')}</strong> ${rule}</p>
<dl><dt>${language.say('review.recorded')}</dt><dd>${sidesHtml(language, recorded)}</dd>
<dt>${language.say('review.computed')}</dt><dd>${sidesHtml(language, computed)}</dd></dl></div>`;
}

function exampleHtml(language: Language, edition: KnownEdition, worked: WorkedCase, leads: Leads): Html {
  const link = (rule: KnownRule): Html => ruleLink(language, edition, rule, leads);
  const { anchor, shows, holding, outcome, mismatches } = worked;
  const links = (title: string, rules: readonly Html[]): Html =>
    html`<p class="part">${title}</p><ul class="ids">${rules.map((rule) => html`<li>${rule}</li>`)}</ul>`;
  const verdict = outcome === undefined ? '' : verdictHtml(language, outcome.verdict);
  const today = todayText(language, guide(policyFor(edition.id), worked.situation));
  const now = today === '' ? '' : html`<p class="note">${today}</p>\n`;
  const guidance =
    outcome === undefined ? '' : sayingHtml(language, edition, { ...outcome, verdict: undefined }, 'ol');
  return html`<li id="${anchor}">${mismatches.map((each) => mismatchHtml(language, each, link(each.rule)))}
${situationHtml(language, edition, worked)}
${now}<details${mismatches.length > 0 ? html` open` : ''}><summary>${verdict} <span class="more">${language.say('review.guidance')}</span></summary>
${guidance}
${links(language.say('review.shows'), shows.map(link))}
${links(language.say('review.holding'), holding.map(link))}
</details></li>
`;
}

/** Every worked example, computed again; what does not come out as it was recorded is shown loudly. */
export function examplesSection(
  language: Language,
  edition: KnownEdition,
  cases: readonly WorkedCase[],
  leads: Leads,
): Html {
  const wrong = cases.flatMap(({ mismatches }) => mismatches).length;
  const summary =
    wrong === 0
      ? html`<p>${language.say('review.agree', { rules: edition.rules.length, situations: cases.length })}</p>`
      : html`<p class="alarm"><strong>${language.say('review.mismatches', { count: wrong })}</strong></p>`;
  return html`<p>${language.say('review.examplesText')}</p>
${summary}
<ol class="examples">
${cases.map((worked) => exampleHtml(language, edition, worked, leads))}</ol>`;
}
