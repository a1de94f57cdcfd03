/** Letters as people count them, and UTF-16 units, of which a single letter can have many. */
const LONGEST = 80;
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Cut before anything else is done: a name of megabytes is not worth normalising. Marks and spaces fall away later. */
const LOOKED_AT = LONGEST * 8;

/**
 * A person's own words as a card may show them: letters, digits and plain punctuation. What Markdown, mentions
 * or the direction of a text could be made of is taken out, so a quotation is never more than a quotation.
 */
export function quoted(text: string): string {
  const plain = text
    .slice(0, LOOKED_AT)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}\s.,…:;?!'’%€$§°+/-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (plain.length <= LONGEST) return plain;
  let kept = '';
  for (const { segment } of letters.segment(plain)) {
    if (kept.length + segment.length > LONGEST - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
