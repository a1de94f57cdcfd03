import { type Block, NO_LEVEL } from './block.js';
import { readBlocks } from './blocks.js';
import { isFurnitureLine, OUTLINE_HEADINGS } from './furniture.js';
import { foldHeading, hashOf } from './normalise.js';

/** A stretch of an article that can be cited: what stands under one heading, without the heading itself. */
export interface Passage {
  readonly heading: string;
  readonly text: string;
  /** SHA-256 of the text. */
  readonly hash: string;
}

export interface Article {
  /** Every passage with words in it, in reading order; those of higher headings contain the lower ones. */
  readonly passages: readonly Passage[];
  /** All of the article; its text is empty where the page has no words. */
  readonly whole: Passage;
}

function passage(heading: string, texts: readonly string[]): Passage {
  const text = texts.filter((each) => each !== '').join('\n');
  return { heading, text, hash: hashOf(text) };
}

function isOutline(block: Block | undefined): boolean {
  return block?.kind === 'heading' && OUTLINE_HEADINGS.has(foldHeading(block.heading));
}

/** The blocks without lines that only the layout adds, and without the site's own list of headings. */
function withoutFurniture(blocks: readonly Block[]): readonly Block[] {
  let outline = false;
  return blocks.filter((block) => {
    outline = isOutline(block) || (outline && block.kind === 'item');
    return !outline && !isFurnitureLine(block.full);
  });
}

function passageAt(blocks: readonly Block[], index: number): Passage | undefined {
  const block = blocks[index];
  if (block === undefined || block.heading === '') return undefined;
  if (block.level === NO_LEVEL && block.rest !== '') return passage(block.heading, [block.rest]);
  // A lead-in with nothing after it leads to the list below it.
  const isInside = (each: Block) =>
    block.level === NO_LEVEL ? each.kind === 'item' : each.level > block.level;
  const inside: string[] = [];
  for (let at = index + 1; at < blocks.length; at += 1) {
    const each = blocks[at];
    if (each === undefined || !isInside(each)) break;
    inside.push(each.full);
  }
  return passage(block.heading, inside);
}

/** Reads a page's article from its HTML. */
export function readArticle(html: string): Article {
  const blocks = withoutFurniture(readBlocks(html));
  const passages = blocks.flatMap((_, index) => passageAt(blocks, index) ?? []);
  return {
    passages: passages.filter(({ text }) => text !== ''),
    whole: passage(
      '',
      blocks.map((each) => each.full),
    ),
  };
}
