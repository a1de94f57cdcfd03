import { escapeHtml } from '../web/escape.js';

/** Text that is HTML already. Only `html` and `trusted` make it, so that no word gets into a page unescaped. */
export class Html {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

/** What can stand in a piece of HTML: plain text and numbers are escaped, lists joined, nothing left out. */
export type Piece = Html | string | number | undefined | readonly Piece[];

function source(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Html) return piece.toString();
  if (typeof piece === 'string') return escapeHtml(piece);
  return typeof piece === 'number' ? String(piece) : piece.map(source).join('');
}

/** HTML with everything that is filled in escaped. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(
    strings.map((text, index) => (index === 0 ? text : source(pieces[index - 1]) + text)).join(''),
  );
}

/** HTML of our own making that must not be escaped, such as the style sheet. */
export function trusted(text: string): Html {
  return new Html(text);
}
