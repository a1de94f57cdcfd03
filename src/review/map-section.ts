import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { drawingHtml } from './drawing.js';
import { decisionMap, isMapEnd, type MapNode, type MapQuestion, SITUATIONS } from './map.js';
import { countText, limitHtml, verdictHtml } from './policy-words.js';

function edges(language: Language, { fact, edges: all }: MapQuestion): Html {
  const items = all.map(({ options, to }) => {
    const condition = html`<span class="edge">${limitHtml(language, fact, options)}</span>`;
    return html`<li>${place(language, condition, to)}</li>\n`;
  });
  return html`<ul>\n${items}</ul>`;
}

/** Where a condition leads: to a verdict, or to a question that can be folded away. */
function place(language: Language, condition: Html, node: MapNode): Html {
  const count = html`<span class="count">${countText(language, node.count)}</span>`;
  return isMapEnd(node)
    ? html`<div class="place">${condition} ${verdictHtml(language, node.verdict)} ${count}</div>`
    : html`<details open><summary>${condition} ${count}</summary>${edges(language, node)}</details>`;
}

/** The logic as a map: a drawing, and the same as a list that a screen reader can walk. */
export function mapSection(language: Language, edition: KnownEdition): Html {
  const map = decisionMap(edition);
  const text = language.say('review.mapText', { count: SITUATIONS });
  return html`<p>${text}</p>
${drawingHtml(language, edition)}
<h3 id="map-list">${language.say('review.mapList')}</h3>
<div class="tree">${isMapEnd(map) ? verdictHtml(language, map.verdict) : edges(language, map)}</div>`;
}
