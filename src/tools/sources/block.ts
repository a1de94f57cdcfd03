/**
 * One piece of an article in reading order. `heading` is what the piece can be found by: a heading's words,
 * a table row's first cell, a paragraph's bold or colon-ended lead-in, a boxed note's title; else empty.
 */
export interface Block {
  readonly kind: 'heading' | 'row' | 'alert' | 'lead' | 'item' | 'text';
  /** 1 to 6 for headings, `NO_LEVEL` for all else. */
  readonly level: number;
  readonly heading: string;
  /** What stands beside the heading, normalised. */
  readonly rest: string;
  /** All of it, normalised. */
  readonly full: string;
}

export const NO_LEVEL = 7;
