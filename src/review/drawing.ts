import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { type Box, FONT, type Label, LINE, layout, STEM } from './drawing-layout.js';
import { decisionMap, isMapEnd } from './map.js';
import { textWidth } from './text-lines.js';

/** Lines of words around a middle; the first baseline is as far above it as the last one is below. */
function words(lines: readonly string[], x: number, y: number, anchor: 'start' | 'middle'): Html {
  const first = y - ((lines.length - 1) * LINE) / 2 + FONT * 0.35;
  const rows = lines.map((line, index) => html`<tspan x="${x}" y="${first + index * LINE}">${line}</tspan>`);
  return html`<text text-anchor="${anchor}">${rows}</text>`;
}

function boxHtml({ node, lines, x, y, width, height }: Box): Html {
  const kind = isMapEnd(node) ? `end ${node.verdict}` : 'question';
  return html`<g class="${kind}"><rect x="${x}" y="${y - height / 2}" width="${width}" height="${height}" rx="6"/>${words(lines, x + width / 2, y, 'middle')}</g>`;
}

/** A line from a question to the words of an edge, and an arrow from these to what follows. */
function edgeHtml(from: Box, label: Label, to: Box): Html {
  const start = from.x + from.width;
  const trunk = start + STEM / 2;
  const said = Math.min(label.width, Math.max(...label.lines.map((line) => textWidth(line, FONT))));
  const after = label.x + said + 4;
  return html`<path d="M${start} ${from.y}H${trunk}V${to.y}H${label.x - 4}"/><path d="M${after} ${to.y}H${to.x - 1}"/><path d="M${to.x - 7} ${to.y - 4}L${to.x - 1} ${to.y}L${to.x - 7} ${to.y + 4}"/>${words(label.lines, label.x, to.y, 'start')}`;
}

function draw(box: Box): Html {
  const edges = box.edges.map(({ label, to }) => html`${edgeHtml(box, label, to)}${draw(to)}`);
  return html`${boxHtml(box)}${edges}`;
}

/** The map of an edition as a drawing with the condition on every edge; the list beside it says the same. */
export function drawingHtml(language: Language, edition: KnownEdition): Html {
  const { root, width, height } = layout(language, decisionMap(edition));
  return html`<div class="drawing" role="region" aria-labelledby="drawing-title" tabindex="0">
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="drawing-title drawing-text" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-size="${FONT}">
<title id="drawing-title">${language.say('review.drawing')}</title>
<desc id="drawing-text">${language.say('review.drawingText')}</desc>
${draw(root)}
</svg>
</div>`;
}
