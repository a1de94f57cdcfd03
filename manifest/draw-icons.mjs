// Draws color.png and outline.png: two channels that join in one answer. Run `node manifest/draw-icons.mjs`.
import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';

const BACKGROUND = [0x4f, 0x52, 0xb2];
const WHITE = [0xff, 0xff, 0xff];

/** The symbol in a square from -60 to 60: two sources, their channels, and the answer in which they join. */
const SOURCES = [
  [-48, -35],
  [-48, 35],
];
const ANSWER = { at: [22, 0], radius: 36 };
const CHANNELS = SOURCES.map(([x, y]) => [
  [x, y],
  [x + 26, y],
  [-34, y / 8],
  [-8, 0],
]);
const TICK = [
  [
    [5, 2],
    [17, 14],
  ],
  [
    [17, 14],
    [40, -12],
  ],
];

function along([a, b, c, d], t) {
  const s = 1 - t;
  return [0, 1].map((i) => s ** 3 * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t ** 3 * d[i]);
}

const STEPS = 24;
const SEGMENTS = CHANNELS.flatMap((curve) =>
  Array.from({ length: STEPS }, (_, i) => [along(curve, i / STEPS), along(curve, (i + 1) / STEPS)]),
);

function toSegment([x, y], [[ax, ay], [bx, by]]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

function toCircle([x, y], [cx, cy], radius) {
  return Math.hypot(x - cx, y - cy) - radius;
}

/** How far a point is outside the symbol (inside it: negative). The tick is cut out of the answer. */
function outside(point, { stroke, dot, tick }) {
  const toLine = (segments, width) =>
    Math.min(...segments.map((segment) => toSegment(point, segment))) - width / 2;
  return Math.min(
    Math.max(toCircle(point, ANSWER.at, ANSWER.radius), -toLine(TICK, tick)),
    toLine(SEGMENTS, stroke),
    ...SOURCES.map((source) => toCircle(point, source, dot)),
  );
}

const SAMPLES = 8;

/** How much of a pixel the symbol covers, from 0 to 1: at its edges by looking at 64 points of the pixel. */
function coverage(px, py, { size, width, ...look }) {
  const unit = 120 / width;
  const away = (x, y) => outside([(px + x - size / 2) * unit, (py + y - size / 2) * unit], look);
  const middle = away(0.5, 0.5);
  if (Math.abs(middle) > unit) return middle < 0 ? 1 : 0;
  let hits = 0;
  for (let j = 0.5; j < SAMPLES; j += 1) {
    for (let i = 0.5; i < SAMPLES; i += 1) {
      if (away(i / SAMPLES, j / SAMPLES) <= 0) hits += 1;
    }
  }
  return hits / SAMPLES ** 2;
}

function draw(name, look, paint) {
  const { size } = look;
  const image = new PNG({ width: size, height: size });
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      image.data.set(paint(coverage(x, y, look)), (y * size + x) * 4);
    }
  }
  writeFileSync(new URL(name, import.meta.url), PNG.sync.write(image));
}

draw('color.png', { size: 192, width: 120, stroke: 9, dot: 11, tick: 9.5 }, (covered) => [
  ...BACKGROUND.map((part, i) => Math.round(part + (WHITE[i] - part) * covered)),
  255,
]);
draw('outline.png', { size: 32, width: 30, stroke: 9, dot: 11.5, tick: 10 }, (covered) => [
  ...WHITE,
  Math.round(255 * covered),
]);
