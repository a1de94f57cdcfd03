/** What the tests look at in a document. Enough of Markdown for how ours are written. */
export interface Markdown {
  /** Anchors of its headings, as GitHub makes them. */
  readonly anchors: readonly string[];
  /** Targets of links and pictures. */
  readonly links: readonly string[];
  /** What stands in code font within a line. */
  readonly spans: readonly string[];
  /** What stands in blocks of code. */
  readonly blocks: readonly string[];
}

const BLOCK = /^ *```\w*\n([\s\S]*?)^ *```$/gm;

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** A second heading of a name gets a number. */
function numbered(anchors: readonly string[]): readonly string[] {
  return anchors.map((anchor, place) => {
    const before = anchors.slice(0, place).filter((each) => each === anchor).length;
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

export function parseMarkdown(text: string): Markdown {
  const prose = text.replaceAll(BLOCK, '');
  const spans = all(prose, /`([^`]+)`/g).map((span) => span.replaceAll(/\s+/g, ' '));
  const bare = prose.replaceAll(/`[^`]*`/g, '');
  return {
    anchors: numbered(all(prose, /^#{1,6} (.+)$/gm).map(anchorOf)),
    links: all(bare, /\]\(([^)\s]+)\)/g),
    spans,
    blocks: all(text, BLOCK),
  };
}
