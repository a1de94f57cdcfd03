import { PNG } from 'pngjs';
import type { Manifest } from './manifest.js';
import { inFile, type Problem } from './problem.js';

/** What Teams wants of the two icons; its schema only knows that they are files. */
const COLOR_SIZE = 192;
const OUTLINE_SIZE = 32;
/** The symbol stands in the middle: clients cut corners off. */
const SYMBOL_SIZE = 120;

/** A pixel as one number: red, green, blue and how opaque it is, a byte each. */
const WHITE = 0xffffff;

interface PixelPlace {
  readonly x: number;
  readonly y: number;
}

/** Where the first pixel is that the test finds. */
function find(
  { width, height, data }: PNG,
  isWanted: (rgba: number, place: PixelPlace) => boolean,
): PixelPlace | undefined {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = { x, y };
      if (isWanted(data.readUInt32BE((y * width + x) * 4), place)) return place;
    }
  }
  return undefined;
}

function opacity(rgba: number): number {
  return rgba & 0xff;
}

function read(content: Buffer): PNG | undefined {
  try {
    return PNG.sync.read(content);
  } catch {
    return undefined;
  }
}

function outsideSymbol({ x, y }: PixelPlace): boolean {
  const middle = (COLOR_SIZE - 1) / 2;
  return Math.max(Math.abs(x - middle), Math.abs(y - middle)) > SYMBOL_SIZE / 2;
}

/** The colour icon: its symbol on one colour, that of the app, which fills the square. */
function colorProblems(file: string, image: PNG, accent: string): readonly Problem[] {
  const problem = inFile(file);
  const background = Number.parseInt(`${accent.slice(1)}ff`, 16);
  const wrong = find(image, (rgba, place) =>
    outsideSymbol(place) ? rgba !== background : opacity(rgba) !== 255,
  );
  if (wrong !== undefined) return [problem('', { kind: 'iconBackground', ...wrong, colour: accent })];
  return find(image, (rgba) => rgba !== background) === undefined ? [problem('', { kind: 'iconEmpty' })] : [];
}

/** The outline icon: white lines, and nothing else. */
function outlineProblems(file: string, image: PNG): readonly Problem[] {
  const problem = inFile(file);
  const coloured = find(image, (rgba) => opacity(rgba) > 0 && rgba >>> 8 !== WHITE);
  if (coloured !== undefined) return [problem('', { kind: 'iconNotWhite', ...coloured })];
  const isThere = (wanted: number): boolean => find(image, (rgba) => opacity(rgba) === wanted) !== undefined;
  return isThere(255) && isThere(0) ? [] : [problem('', { kind: 'iconEmpty' })];
}

/** What is wrong with the icons, pixel by pixel. Those that are not there are found elsewhere. */
export function iconProblems(
  { icons, accentColor }: Manifest,
  files: ReadonlyMap<string, Buffer>,
): readonly Problem[] {
  const wanted = [
    [icons.color, COLOR_SIZE, (image: PNG) => colorProblems(icons.color, image, accentColor)],
    [icons.outline, OUTLINE_SIZE, (image: PNG) => outlineProblems(icons.outline, image)],
  ] as const;
  return wanted.flatMap(([file, size, check]) => {
    const content = files.get(file);
    if (content === undefined) return [];
    const image = read(content);
    if (image === undefined) return [inFile(file)('', { kind: 'iconUnreadable' })];
    const { width, height } = image;
    return width === size && height === size
      ? check(image)
      : [inFile(file)('', { kind: 'iconSize', width, height, size })];
  });
}
