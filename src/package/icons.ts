import { PNG } from 'pngjs';
import type { Manifest } from './manifest.js';
import { inFile, type Problem } from './problem.js';

/** What Teams wants of the two icons; its schema only knows that they are files. */
const COLOR_SIZE = 192;
const OUTLINE_SIZE = 32;
/** The symbol stands in the middle: clients cut corners off. */
const SYMBOL_SIZE = 120;

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];
interface Pixel {
  readonly x: number;
  readonly y: number;
  readonly rgba: Rgba;
}

function pixels({ width, height, data }: PNG): readonly Pixel[] {
  return Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(index * 4, index * 4 + 4);
    return { x: index % width, y: Math.floor(index / width), rgba: [red, green, blue, alpha] };
  });
}

function read(content: Buffer): PNG | undefined {
  try {
    return PNG.sync.read(content);
  } catch {
    return undefined;
  }
}

/** A colour such as `#4F52B2`, without transparency. */
function rgbaOf(colour: string): Rgba {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [red, green, blue, 255];
}

function isSame(one: Rgba, other: Rgba): boolean {
  return one.every((part, index) => part === other[index]);
}

function where({ x, y }: Pixel): { readonly x: number; readonly y: number } {
  return { x, y };
}

function outsideSymbol({ x, y }: Pixel): boolean {
  const middle = (COLOR_SIZE - 1) / 2;
  return Math.max(Math.abs(x - middle), Math.abs(y - middle)) > SYMBOL_SIZE / 2;
}

/** The colour icon: its symbol on one colour, that of the app, which fills the square. */
function colorProblems(file: string, image: PNG, accent: string): readonly Problem[] {
  const problem = inFile(file);
  const background = rgbaOf(accent);
  const all = pixels(image);
  const wrong = all.find((pixel) =>
    outsideSymbol(pixel) ? !isSame(pixel.rgba, background) : pixel.rgba[3] !== 255,
  );
  if (wrong !== undefined) return [problem('', 'iconBackground', { ...where(wrong), colour: accent })];
  return all.every(({ rgba }) => isSame(rgba, background)) ? [problem('', 'iconEmpty')] : [];
}

/** The outline icon: white lines, and nothing else. */
function outlineProblems(file: string, image: PNG): readonly Problem[] {
  const problem = inFile(file);
  const all = pixels(image);
  const coloured = all.find(({ rgba: [red, green, blue, alpha] }) => alpha > 0 && red + green + blue < 765);
  if (coloured !== undefined) return [problem('', 'iconNotWhite', where(coloured))];
  const shown = all.filter(({ rgba }) => rgba[3] === 255).length;
  const clear = all.filter(({ rgba }) => rgba[3] === 0).length;
  return shown === 0 || clear === 0 ? [problem('', 'iconEmpty')] : [];
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
    if (image === undefined) return [inFile(file)('', 'iconUnreadable')];
    const { width, height } = image;
    return width === size && height === size
      ? check(image)
      : [inFile(file)('', 'iconSize', { width, height, size })];
  });
}
