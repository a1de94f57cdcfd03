import { scriptJson } from './script-json.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML: it stays text, in an element and in an attribute alike. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Text that is HTML already. It is made in this file only, so that no word gets into a page unescaped. */
class Markup {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

export type Html = Markup;

/** What can stand in a piece of HTML: plain text and numbers are escaped, lists joined, nothing left out. */
export type Piece = Html | string | number | undefined | readonly Piece[];

function source(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Markup) return piece.toString();
  if (typeof piece === 'string') return escapeHtml(piece);
  return typeof piece === 'number' ? String(piece) : piece.map(source).join('');
}

/** HTML with everything that is filled in escaped. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Markup(
    strings.map((text, index) => (index === 0 ? text : source(pieces[index - 1]) + text)).join(''),
  );
}

/**
 * Pieces with something between them, such as a line break.
 * @param between HTML itself, or text, which is escaped
 */
export function joinHtml(pieces: readonly Piece[], between: Piece): Html {
  return html`${pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]))}`;
}

/**
 * A style sheet of our own, where no entity is known. Throws `TypeError` where it would end its element.
 * @param nonce what the page's policy allows it by, if not by its hash
 */
export function styleElement(sheet: string, nonce?: string): Html {
  if (/<\/style/i.test(sheet)) throw new TypeError('The style sheet ends its own element: write \\3c for <.');
  const allowed = nonce === undefined ? '' : html` nonce="${nonce}"`;
  return html`<style${allowed}>${new Markup(sheet)}</style>`;
}

/** Data for a script of the page, to be found under an id. */
export function jsonElement(id: string, value: unknown): Html {
  return html`<script type="application/json" id="${id}">${new Markup(scriptJson(value))}</script>`;
}
