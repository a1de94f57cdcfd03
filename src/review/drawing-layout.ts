import type { Language } from '../language/language.js';
import { isEnd, type MapEdge, type MapNode, type MapQuestion } from './map.js';
import { textLines, widthForLines } from './text-lines.js';
import { countText, ICONS } from './words.js';

/** Where everything in the drawing of a map stands, in its own units. */
export const FONT = 12;
export const LINE = 16;
/** Room around the words in a box, and between rows. */
const PAD = 8;
const GAP = 10;
/** From a question to the words of an edge, and from these to what follows. */
export const STEM = 22;
const ARROW = 22;
/** So long may one option of an edge get before it is broken again. */
const MOST_LINES = 3;

export interface Box {
  readonly node: MapNode;
  readonly lines: readonly string[];
  readonly x: number;
  /** The middle of its height. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly edges: readonly { readonly label: Label; readonly to: Box }[];
}

export interface Label {
  readonly lines: readonly string[];
  readonly x: number;
  readonly width: number;
}

interface Column {
  readonly questions: number;
  readonly labels: number;
}

function endLines(language: Language, node: MapNode): readonly string[] {
  if (!isEnd(node)) return [];
  const words = `${ICONS[node.verdict]} ${language.say(`eligibility.${node.verdict}`)}`;
  const width = widthForLines(words, FONT, 2);
  return [...textLines(words, FONT, width), countText(language, node.count)];
}

/** The options of an edge, each beginning a line: some have commas of their own. */
function labelTexts(language: Language, { fact }: MapQuestion, { options }: MapEdge): readonly string[] {
  const texts = options.map((option) => language.say(`option.${fact}.${option}`));
  return texts.length === 1 ? texts : texts.map((text) => `• ${text}`);
}

/** How wide each column must be for the questions and the words of the edges in it. */
function columns(language: Language, root: MapNode): readonly Column[] {
  const found: Column[] = [];
  const visit = (node: MapNode, depth: number): void => {
    if (isEnd(node)) return;
    const { questions = 0, labels = 0 } = found[depth] ?? {};
    const texts = node.edges.flatMap((edge) => labelTexts(language, node, edge));
    found[depth] = {
      questions: Math.max(questions, widthForLines(language.say(`fact.${node.fact}.name`), FONT, 2)),
      labels: Math.max(labels, ...texts.map((text) => widthForLines(text, FONT, MOST_LINES))),
    };
    for (const { to } of node.edges) visit(to, depth + 1);
  };
  visit(root, 0);
  return found;
}

/** Lays out a map from left to right, one row an end. */
export function layout(language: Language, root: MapNode): { root: Box; width: number; height: number } {
  const widths = columns(language, root);
  let bottom = 0;
  let right = 0;

  const place = (node: MapNode, depth: number, x: number, least: number): Box => {
    const column = widths[depth] ?? { questions: 0, labels: 0 };
    if (isEnd(node)) {
      const lines = endLines(language, node);
      const width = Math.max(...lines.map((line) => widthForLines(line, FONT, 1))) + 2 * PAD;
      const height = lines.length * LINE + PAD;
      const row = Math.max(height, least) + GAP;
      const y = bottom + row / 2;
      bottom += row;
      right = Math.max(right, x + width);
      return { node, lines, x, y, width, height, edges: [] };
    }
    const width = column.questions + 2 * PAD;
    const next = x + width + STEM + column.labels + ARROW;
    const edges = node.edges.map((edge) => {
      const lines = labelTexts(language, node, edge).flatMap((text) => textLines(text, FONT, column.labels));
      const label = { lines, x: x + width + STEM, width: column.labels };
      return { label, to: place(edge.to, depth + 1, next, lines.length * LINE) };
    });
    const lines = textLines(language.say(`fact.${node.fact}.name`), FONT, column.questions);
    const y = ((edges[0]?.to.y ?? 0) + (edges.at(-1)?.to.y ?? 0)) / 2;
    return { node, lines, x, y, width, height: lines.length * LINE + PAD, edges };
  };

  const box = place(root, 0, 1, 0);
  return { root: box, width: Math.ceil(right) + 1, height: Math.ceil(bottom) };
}
