/** Breaking words into lines for a drawing: SVG does not do it, and nothing can be measured without a browser. */

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;
const NARROW = /[iljtfrI.,:;'’|!()[\] -]/;
const BROAD = /[A-ZА-ЯЁmwшщжюфыМ@%]/;
/** What must not begin a line. */
const CLOSING = /^[\s,.;:!?)\]，。；：！？）、」』]/;

function widthOf(character: string): number {
  if (WIDE.test(character)) return 1;
  if (NARROW.test(character)) return 0.34;
  return BROAD.test(character) ? 0.74 : 0.58;
}

/** About how wide a text is at this font size: rather too wide than too narrow. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0) * size;
}

/** The pieces that stay whole: words, and single characters where a script has no spaces. */
function pieces(text: string): readonly string[] {
  const parts = text.match(/[\u2e80-\u9fff\uff00-\uff60]|[^ \u2e80-\u9fff\uff00-\uff60]+ *| +/gu) ?? [];
  return parts.reduce<string[]>((whole, part) => {
    const last = whole.at(-1);
    if (last !== undefined && CLOSING.test(part)) whole[whole.length - 1] = last + part;
    else whole.push(part);
    return whole;
  }, []);
}

/** The lines of a text that is to fit into a width; a word that is wider has a line of its own. */
export function textLines(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces(text)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last}${piece}`.trimEnd(), size) <= width) {
      lines[lines.length - 1] = last + piece;
    } else {
      lines.push(piece);
    }
  }
  return lines.map((line) => line.trim());
}

/** The narrowest width in which a text takes at most this many lines. */
export function widthForLines(text: string, size: number, most: number): number {
  let width = Math.max(...pieces(text).map((piece) => textWidth(piece.trim(), size)));
  while (textLines(text, size, width).length > most) width += size / 2;
  return Math.ceil(width);
}
