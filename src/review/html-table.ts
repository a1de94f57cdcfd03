import { type Html, html } from '../html/html.js';

/**
 * Tables whose rows become cards on a phone. The roles are written out because a browser forgets that a
 * table is one as soon as a style sheet lays it out as blocks.
 */
export function htmlTable(
  caption: string,
  columns: readonly string[],
  rows: readonly Html[],
  foot?: Html,
): Html {
  const heads = columns.map((name) => html`<th scope="col" role="columnheader">${name}</th>`);
  return html`<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
${foot === undefined ? '' : html`<tfoot role="rowgroup">${foot}</tfoot>`}
</table>`;
}

/** The cell that names its row. */
export function headed(content: Html): Html {
  return html`<th scope="row" role="rowheader">${content}</th>`;
}

/** A cell; on a phone its column's name stands before it. */
export function cell(column: string, content: Html, look = ''): Html {
  return html`<td role="cell" class="${look}"><span class="column" aria-hidden="true">${column}</span>${content}</td>`;
}
