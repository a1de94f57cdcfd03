import { roleText } from '../cards/guidance-text.js';
import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { type Comparison, compare, type Group } from '../policy/compare/difference.js';
import { changeIds, stepIds } from '../policy/edition.js';
import { before, type KnownEdition } from '../policy/editions/registry.js';
import type { Restriction } from '../policy/engine/cover.js';
import { FACT_IDS, optionsOf } from '../policy/facts.js';
import { cell, headed, htmlTable } from './html-table.js';
import { citationHtml, limitHtml, saidText, verdictHtml } from './policy-words.js';

/** By the edition that is compared with its predecessor: a comparison does not depend on the language. */
const comparisons = new Map<KnownEdition, Comparison>();

function comparisonOf(previous: KnownEdition, edition: KnownEdition): Comparison {
  const known = comparisons.get(edition) ?? compare(previous.id, edition.id);
  comparisons.set(edition, known);
  return known;
}

function titled(
  id: 'groups' | 'news' | 'roles',
  language: Language,
  columns: readonly string[],
  rows: readonly Html[],
  foot?: Html,
): Html {
  const title = language.say(`review.${id}`);
  return html`<h3 id="${id}">${title}</h3>\n${htmlTable(title, columns, rows, foot)}`;
}

function number(language: Language, count: number): string {
  return language.say('review.number', { count });
}

/** The facts a condition limits, each with the options it allows, or the fewer ones that it does not. */
function limitItems(language: Language, limits: Restriction): readonly Html[] {
  return FACT_IDS.flatMap((fact) => {
    const options = limits.find((limit) => limit.fact === fact)?.options ?? optionsOf(fact);
    const others = optionsOf(fact).filter((option) => !options.includes(option));
    if (others.length === 0) return [];
    const fewer = others.length < options.length;
    return [
      html`<li>${fewer ? limitHtml(language, fact, others, 'compare.except') : limitHtml(language, fact, options)}</li>`,
    ];
  });
}

function groupRows(language: Language, group: Group): readonly Html[] {
  const [from, to] = (['before', 'after'] as const).map((name) => language.say(`review.${name}`));
  const verdicts =
    group.before === group.after
      ? html`${verdictHtml(language, group.after)}<br><span class="note">${language.say('review.sameVerdict')}</span>`
      : html`<span class="note">${from}</span> ${verdictHtml(language, group.before)}<br><span class="note">${to}</span> ${verdictHtml(language, group.after)}`;
  return group.conditions.map(({ limits, count }, index) => {
    // The verdicts are said again for every condition: a row is read alone on a phone and by a screen reader.
    return html`<tr role="row" class="${index === 0 ? 'first' : ''}">
${headed(verdicts)}
${cell(language.say('review.where'), html`<ul>${limitItems(language, limits)}</ul>`)}
${cell(language.say('review.count'), html`<p>${number(language, count)}</p>`, 'number')}
</tr>
`;
  });
}

function groupsTable(language: Language, { groups, differing }: Comparison): Html {
  const columns = (['verdicts', 'where', 'count'] as const).map((name) => language.say(`review.${name}`));
  const rows = groups.flatMap((group) => groupRows(language, group));
  const total = html`<tr role="row">${headed(html`${language.say('review.total')}`)}${cell('', html``)}${cell(language.say('review.count'), html`<p>${number(language, differing)}</p>`, 'number')}</tr>`;
  return titled('groups', language, columns, rows, total);
}

/** Steps of both editions for which another role, or another person, is named now. */
function rolesTable(language: Language, previous: KnownEdition, edition: KnownEdition): Html | undefined {
  const columns = [language.say('review.step'), language.say('review.before'), language.say('review.after')];
  const rows = stepIds(edition).flatMap((id) => {
    const [old, step] = [previous.steps[id], edition.steps[id]];
    if (old === undefined || step === undefined) return [];
    const [was, is] = [roleText(language, old), roleText(language, step)];
    if (was === is) return [];
    return [
      html`<tr role="row">${headed(html`${language.say(`step.${id}`)}`)}${cell(columns[1] ?? '', html`<p>${was}</p>`)}${cell(columns[2] ?? '', html`<p>${is}</p>`)}</tr>\n`,
    ];
  });
  return rows.length === 0 ? undefined : titled('roles', language, columns, rows);
}

/** What the edition itself tells as changed, since when, and where that stands. */
function newsTable(language: Language, edition: KnownEdition): Html | undefined {
  const columns = (['change', 'since'] as const).map((name) => language.say(`review.${name}`));
  const rows = changeIds(edition).map((id) => {
    const since = edition.changes[id]?.since;
    const cites = [
      ...new Set(edition.rules.filter(({ changes }) => changes?.includes(id)).flatMap((rule) => rule.cites)),
    ];
    const sources = cites.flatMap((key) => edition.citations[key] ?? []);
    return html`<tr role="row">
${headed(html`${saidText(language, edition, `change.${id}`, { cites })}`)}
${cell(columns[1] ?? '', html`<p>${since === undefined ? '–' : language.date(since)}</p>`)}
${cell(language.say('ui.sources'), html`<ul>${sources.map((each) => html`<li>${citationHtml(language, each)}</li>`)}</ul>`, 'sources')}
</tr>
`;
  });
  const heads = [...columns, language.say('ui.sources')];
  return rows.length === 0 ? undefined : titled('news', language, heads, rows);
}

/** What changed since the edition before, with counts that add up. */
export function changedSection(language: Language, edition: KnownEdition): Html {
  const previous = before(edition);
  if (previous === undefined) return html`<p>${language.say('review.first')}</p>`;
  const comparison = comparisonOf(previous, edition);
  const { differing, total } = comparison;
  const name = language.say(`edition.${previous.id}`);
  const lead = language.say(differing === 0 ? 'review.unchanged' : 'review.differing', {
    differing,
    total,
    edition: name,
  });
  return html`<p>${lead}</p>
${newsTable(language, edition)}
${rolesTable(language, previous, edition)}
${differing === 0 ? '' : groupsTable(language, comparison)}`;
}
