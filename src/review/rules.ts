import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { conditionFacts } from '../policy/condition.js';
import type { KnownEdition, KnownRule } from '../policy/editions/registry.js';
import { optionsOf } from '../policy/facts.js';
import type { Cited } from '../policy/outcome.js';
import { groupOf, type Leads, partTitle, type RuleGroupId, ruleAnchor, ruleLink } from './document-parts.js';
import { cell, headed, htmlTable } from './html-table.js';
import { citationHtml, limitHtml } from './policy-words.js';
import { sayingHtml } from './said.js';
import { exampleAnchor } from './worked-case.js';

/** The id of a rule, for who looks for it in the code; it may be broken at its dots and capitals only. */
function idHtml(language: Language, { id }: KnownRule): Html {
  const parts = id.split(/(?=[A-Z.])/).map((part, index) => html`${index === 0 ? '' : html`<wbr>`}${part}`);
  return html`<details class="id"><summary>${language.say('review.id')}</summary><code translate="no">${parts}</code></details>`;
}

function conditionHtml(language: Language, { when }: KnownRule): Html {
  const limits = conditionFacts(when).map(
    (fact) => html`<li>${limitHtml(language, fact, when[fact] ?? optionsOf(fact))}</li>`,
  );
  return limits.length === 0 ? html`<p>${language.say('review.always')}</p>` : html`<ul>${limits}</ul>`;
}

/** A rule as a row: what it is called, when it applies, what it says, its sources. */
export function ruleRow(language: Language, edition: KnownEdition, rule: KnownRule, leads: Leads): Html {
  const cited = <Id extends string>(ids: readonly Id[] = []): readonly Cited<Id>[] =>
    ids.map((id) => ({ id, cites: rule.cites, ...(rule.uncertain === true ? { uncertain: true } : {}) }));
  const saying = {
    verdict: rule.verdict,
    reasons: cited(rule.reasons),
    steps: cited(rule.steps),
    cautions: cited(rule.cautions),
    links: rule.links ?? [],
    changes: cited(rule.changes),
  };
  const sources = rule.cites.map((key) => {
    const citation = edition.citations[key];
    return citation === undefined ? '' : html`<li>${citationHtml(language, citation)}</li>`;
  });
  const address = leads('examples', exampleAnchor(edition, rule));
  const example = html`<a href="${address}">${language.say('review.example')}</a>`;
  return html`<tr id="${ruleAnchor(rule)}" role="row">
${headed(html`${ruleLink(language, edition, rule, leads)}<br><span class="note">${example}</span>${idHtml(language, rule)}`)}
${cell(language.say('review.when'), conditionHtml(language, rule))}
${cell(language.say('review.says'), sayingHtml(language, edition, saying, 'ul'))}
${cell(language.say('ui.sources'), html`<ul>${sources}</ul>`, 'sources')}
</tr>
`;
}

/** The rules of a group: when each applies, what it says, and where Microsoft says so. */
export function rulesTable(
  language: Language,
  edition: KnownEdition,
  group: RuleGroupId,
  leads: Leads,
): Html {
  const columns = [
    ...(['rule', 'when', 'says'] as const).map((name) => language.say(`review.${name}`)),
    language.say('ui.sources'),
  ];
  const rules = edition.rules.filter((rule) => groupOf(rule) === group);
  const rows = rules.map((rule) => ruleRow(language, edition, rule, leads));
  return htmlTable(partTitle(language, group), columns, rows);
}
