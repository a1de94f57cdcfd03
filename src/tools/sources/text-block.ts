import { type Block, NO_LEVEL } from './block.js';

/** Splits the words before the first colon from the rest, where they are short enough to be a lead-in. */
const COLON = /^([^:]{1,60}):(?:\s+(.*))?$/s;

/**
 * The block that a paragraph or a list item is. Paragraphs are found by a lead-in: the bold words they begin
 * with, or those before a colon. All text is normalised; `bold` is empty where it does not begin in bold.
 */
export function textBlock(full: string, bold: string, isItem: boolean): Block {
  const block = { level: NO_LEVEL, heading: '', rest: full, full };
  if (isItem) return { ...block, kind: 'item' };
  if (bold !== '' && full.startsWith(bold)) {
    return { ...block, kind: 'lead', heading: bold, rest: full.slice(bold.length).replace(/^[\s:]+/, '') };
  }
  const [, before, after = ''] = COLON.exec(full) ?? [];
  if (before !== undefined) return { ...block, kind: 'lead', heading: before, rest: after };
  if (full.endsWith(':')) return { ...block, kind: 'lead', heading: full, rest: '' };
  return { ...block, kind: 'text' };
}
