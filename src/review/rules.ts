import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { conditionFacts } from '../policy/condition.js';
import { VERDICTS } from '../policy/edition.js';
import type { KnownEdition, KnownRule } from '../policy/editions/registry.js';
import { optionsOf } from '../policy/facts.js';
import type { Cited } from '../policy/outcome.js';
import { cell, headed, htmlTable } from './html-table.js';
import { citationHtml, limitHtml, ruleAnchor, ruleName } from './policy-words.js';
import { sayingHtml } from './said.js';
import { exampleAnchor } from './worked-case.js';

/** A group of rules under one heading. */
export interface RuleGroup {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly KnownRule[];
}

/** The rules that decide, by what they decide; then those that add something. */
export function ruleGroups(language: Language, { rules }: KnownEdition): readonly RuleGroup[] {
  const deciding = VERDICTS.map((verdict) => ({
    id: `decides-${verdict}`,
    title: language.say('review.deciding', { eligibility: language.say(`eligibility.${verdict}`) }),
    rules: rules.filter((rule) => rule.verdict === verdict),
  }));
  const adding = rules.filter(({ verdict }) => verdict === undefined);
  const groups = [...deciding, { id: 'adds', title: language.say('review.adding'), rules: adding }];
  return groups.filter((group) => group.rules.length > 0);
}

function conditionHtml(language: Language, { when }: KnownRule): Html {
  const limits = conditionFacts(when).map(
    (fact) => html`<li>${limitHtml(language, fact, when[fact] ?? optionsOf(fact))}</li>`,
  );
  return limits.length === 0 ? html`<p>${language.say('review.always')}</p>` : html`<ul>${limits}</ul>`;
}

function row(language: Language, edition: KnownEdition, rule: KnownRule): Html {
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
  const example = html`<a href="#${exampleAnchor(edition, rule)}">${language.say('review.example')}</a>`;
  return html`<tr id="${ruleAnchor(rule)}" role="row">
${headed(html`${ruleName(rule)}<br><span class="note">${example}</span>`)}
${cell(language.say('review.when'), conditionHtml(language, rule))}
${cell(language.say('review.says'), sayingHtml(language, edition, saying, 'ul'))}
${cell(language.say('ui.sources'), html`<ul>${sources}</ul>`, 'sources')}
</tr>
`;
}

/** Every rule: when it applies, what it says, and where Microsoft says so. */
export function rulesSection(language: Language, edition: KnownEdition): Html {
  const columns = [
    ...(['rule', 'when', 'says'] as const).map((name) => language.say(`review.${name}`)),
    language.say('ui.sources'),
  ];
  return html`${ruleGroups(language, edition).map(({ id, title, rules }) => {
    const rows = rules.map((rule) => row(language, edition, rule));
    return html`<h3 id="${id}">${title}</h3>\n${htmlTable(title, columns, rows)}\n`;
  })}`;
}
