import { Parser } from 'htmlparser2';
import { type Block, NO_LEVEL } from './block.js';
import { type Attributes, isAlert, isFurniture } from './furniture.js';
import { normalise } from './normalise.js';
import { textBlock } from './text-block.js';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** What never stands inside a heading. */
const AFTER_HEADING = new Set(['p', 'ul', 'ol', 'table', 'section', 'main']);
const CELLS = new Set(['td', 'th']);
const BOLD = new Set(['strong', 'b']);
const BLOCKS = new Set([
  ...HEADINGS,
  ...CELLS,
  ...['p', 'div', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'pre', 'blockquote', 'section', 'article', 'main'],
  ...['header', 'aside', 'table', 'thead', 'tbody', 'tr', 'caption', 'figure', 'figcaption', 'hr', 'body'],
  ...['form', 'details', 'summary', 'address', 'fieldset'],
]);

interface Frame {
  readonly furniture: boolean;
  readonly main: boolean;
  /** The bold words that open a paragraph end with this element. */
  readonly bold: boolean;
}

interface Collector {
  readonly frame: Frame;
  readonly kind: 'heading' | 'row' | 'alert';
  readonly level: number;
  readonly parts: string[];
}

class BlockReader {
  readonly all: Block[] = [];
  /** Those inside the page's main element, where it has one. */
  readonly main: Block[] = [];
  readonly #frames: Frame[] = [];
  #furniture = 0;
  #mains = 0;
  #items = 0;
  #text = '';
  #lead: string | undefined;
  #collector: Collector | undefined;

  /** How many elements are open. */
  get depth(): number {
    return this.#frames.length;
  }

  onopentag(name: string, attributes: Attributes): void {
    const furniture = isFurniture(name, attributes);
    const seen = this.#furniture === 0 && !furniture;
    const main = seen && (name === 'main' || attributes.role === 'main');
    const bold = seen && BOLD.has(name) && this.#lead === undefined && this.#text.trim() === '';
    const frame: Frame = { furniture, main, bold };
    this.#frames.push(frame);
    if (furniture) this.#furniture += 1;
    if (!seen) return;
    if (name === 'br') this.#text += ' ';
    if (!BLOCKS.has(name)) return;
    this.#boundary(name, false);
    if (main) this.#mains += 1;
    if (name === 'li') this.#items += 1;
    this.#collect(frame, name, attributes);
  }

  ontext(text: string): void {
    if (this.#furniture === 0) this.#text += text;
  }

  onclosetag(name: string): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (frame.furniture) this.#furniture -= 1;
    if (frame.furniture || this.#furniture > 0) return;
    if (frame.bold) this.#lead ??= this.#text;
    if (!BLOCKS.has(name)) return;
    this.#boundary(name, true);
    if (frame === this.#collector?.frame) this.#finish(this.#collector);
    if (name === 'li') this.#items -= 1;
    if (frame.main) this.#mains -= 1;
  }

  onend(): void {
    if (this.#collector !== undefined) this.#finish(this.#collector);
    this.#boundary('body', true);
  }

  #collect(frame: Frame, name: string, attributes: Attributes): void {
    const level = HEADINGS.indexOf(name) + 1;
    // A box or a heading that nobody closed must not swallow what follows it.
    const open = this.#collector;
    if (open?.kind === 'alert' && level > 0 && open.parts.length > 0) this.#finish(open);
    if (open?.kind === 'heading' && (level > 0 || AFTER_HEADING.has(name)) && this.#text.trim() !== '') {
      this.#finish(open);
    }
    if (this.#collector !== undefined) return;
    if (level > 0) this.#collector = { frame, kind: 'heading', level, parts: [] };
    else if (name === 'tr') this.#collector = { frame, kind: 'row', level: NO_LEVEL, parts: [] };
    else if (isAlert(name, attributes)) {
      this.#collector = { frame, kind: 'alert', level: NO_LEVEL, parts: [] };
    }
  }

  /** A block element begins or ends here: the text so far is one piece. */
  #boundary(name: string, closing: boolean): void {
    const collector = this.#collector;
    if (collector === undefined) {
      this.#emit(textBlock(normalise(this.#text), normalise(this.#lead ?? ''), this.#items > 0));
    } else if (collector.kind === 'row' ? !(closing && CELLS.has(name)) : collector.kind === 'heading') {
      this.#text += ' ';
      return;
    } else if (collector.kind === 'row' || this.#text.trim() !== '') {
      collector.parts.push(normalise(this.#text));
    }
    this.#text = '';
    this.#lead = undefined;
  }

  #finish({ kind, level, parts }: Collector): void {
    this.#collector = undefined;
    const pieces = [...parts, normalise(this.#text)].filter((each, index) => index === 0 || each !== '');
    this.#text = '';
    this.#lead = undefined;
    const [heading = '', ...others] = pieces;
    this.#emit({ kind, level, heading, rest: others.join(' '), full: pieces.join(' ').trim() });
  }

  #emit(block: Block): void {
    if (block.full === '') return;
    this.all.push(block);
    if (this.#mains > 0) this.main.push(block);
  }
}

/** Deeper nesting is not an article, and makes the parser slow; browsers stop at a similar depth. */
const MAX_DEPTH = 1000;
const CHUNK = 16_384;

/** The pieces of a page's article, without page furniture. Malformed HTML is read as well as it can be. */
export function readBlocks(html: string): readonly Block[] {
  const reader = new BlockReader();
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  for (let at = 0; at < html.length && reader.depth <= MAX_DEPTH; at += CHUNK) {
    parser.write(html.slice(at, at + CHUNK));
  }
  parser.end();
  return reader.main.length > 0 ? reader.main : reader.all;
}
