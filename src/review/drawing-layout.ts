import { LOOK } from '../cards/look.js';
import type { Language } from '../language/language.js';
import { optionKey } from '../language/policy-keys.js';
import { isMapEnd, type MapEdge, type MapNode, type MapQuestion } from './map.js';
import { countText } from './policy-words.js';
import { textLines, widthForLines } from './text-lines.js';

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
  if (!isMapEnd(node)) return [];
  const words = `${LOOK[node.verdict].icon} ${language.say(`eligibility.${node.verdict}`)}`;
  const width = widthForLines(words, FONT, 2);
  return [...textLines(words, FONT, width), countText(language, node.count)];
}

/** The options of an edge, each beginning a line: some have commas of their own. */
function labelTexts(language: Language, { fact }: MapQuestion, { options }: MapEdge): readonly string[] {
  const texts = options.map((option) => language.say(optionKey(fact, option)));
  return texts.length === 1 ? texts : texts.map((text) => `•\u00a0${text}`);
}

/** How wide each column must be for the questions and the words of the edges in it. */
function columns(language: Language, root: MapNode): readonly Column[] {
  const found: Column[] = [];
  const visit = (node: MapNode, depth: number): void => {
    if (isMapEnd(node)) return;
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

/** How far a box and all that follows it reach above and below the middle of the box. */
interface Reach {
  readonly above: number;
  readonly below: number;
}

/** The words and the room of a map, before anything has its place. */
class MapPlan {
  readonly #reaches = new Map<MapNode, Reach>();
  readonly #columns: readonly Column[];

  readonly #language: Language;

  constructor(language: Language, root: MapNode) {
    this.#language = language;
    this.#columns = columns(language, root);
    this.#measure(root, 0, 0);
  }

  column(depth: number): Column {
    return this.#columns[depth] ?? { questions: 0, labels: 0 };
  }

  reach(node: MapNode): Reach {
    return this.#reaches.get(node) ?? { above: 0, below: 0 };
  }

  lines(node: MapNode, depth: number): readonly string[] {
    if (isMapEnd(node)) return endLines(this.#language, node);
    return textLines(this.#language.say(`fact.${node.fact}.name`), FONT, this.column(depth).questions);
  }

  label(node: MapQuestion, edge: MapEdge, depth: number): readonly string[] {
    const width = this.column(depth).labels;
    return labelTexts(this.#language, node, edge).flatMap((text) => textLines(text, FONT, width));
  }

  /** A box stands level with the first thing that follows it, so that reading begins at the top. */
  #measure(node: MapNode, depth: number, label: number): Reach {
    const half = (Math.max(this.lines(node, depth).length * LINE + PAD, label) + GAP) / 2;
    let reach = { above: half, below: half };
    if (!isMapEnd(node)) {
      const all = node.edges.map((edge) =>
        this.#measure(edge.to, depth + 1, this.label(node, edge, depth).length * LINE),
      );
      const height = all.reduce((sum, { above, below }) => sum + above + below, 0);
      const first = all[0]?.above ?? 0;
      reach = { above: Math.max(half, first), below: Math.max(half, height - first) };
    }
    this.#reaches.set(node, reach);
    return reach;
  }
}

function boxWidth(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => widthForLines(line, FONT, 1))) + 2 * PAD;
}

/** Lays out a map from left to right, one row an end. */
export function layout(language: Language, map: MapNode): { root: Box; width: number; height: number } {
  const plan = new MapPlan(language, map);
  let right = 0;

  const place = (node: MapNode, depth: number, x: number, y: number): Box => {
    const lines = plan.lines(node, depth);
    const { questions, labels } = plan.column(depth);
    const width = isMapEnd(node) ? boxWidth(lines) : questions + 2 * PAD;
    right = Math.max(right, x + width);
    const box = { node, lines, x, y, width, height: lines.length * LINE + PAD };
    if (isMapEnd(node)) return { ...box, edges: [] };
    const start = x + width + STEM;
    let top = y - plan.reach(node.edges[0]?.to ?? node).above;
    const edges = node.edges.map((edge) => {
      const { above, below } = plan.reach(edge.to);
      const label = { lines: plan.label(node, edge, depth), x: start, width: labels };
      const to = place(edge.to, depth + 1, start + labels + ARROW, top + above);
      top += above + below;
      return { label, to };
    });
    return { ...box, edges };
  };

  const { above, below } = plan.reach(map);
  const root = place(map, 0, 1, above);
  return { root, width: Math.ceil(right) + 1, height: Math.ceil(above + below) };
}
