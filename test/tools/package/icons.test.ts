import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { folder, problems } from './sources.js';

/** The package with another picture. */
function picture(name: string, size: number, paint: (x: number, y: number) => readonly number[]) {
  const image = new PNG({ width: size, height: size });
  for (let at = 0; at < size * size; at += 1) {
    image.data.set(paint(at % size, Math.floor(at / size)), at * 4);
  }
  return problems(folder().set(name, PNG.sync.write(image)));
}

describe('The icons of the app package', () => {
  it('is stopped by icons of the wrong size, colour or emptiness', () => {
    const [accent, white, clear, red] = [
      [0x4f, 0x52, 0xb2, 255],
      [255, 255, 255, 255],
      [0, 0, 0, 0],
      [255, 0, 0, 255],
    ] as const;
    const wrong = [
      [picture('color.png', 96, () => accent), 'color.png  iconSize'],
      [picture('color.png', 192, () => accent), 'color.png  iconEmpty'],
      [picture('color.png', 192, () => clear), 'color.png  iconBackground'],
      [picture('color.png', 192, (x) => (x < 10 ? white : accent)), 'color.png  iconBackground'],
      [picture('outline.png', 64, () => white), 'outline.png  iconSize'],
      [picture('outline.png', 32, (x) => (x < 3 ? red : clear)), 'outline.png  iconNotWhite'],
      [picture('outline.png', 32, () => white), 'outline.png  iconEmpty'],
      [picture('outline.png', 32, () => clear), 'outline.png  iconEmpty'],
      [problems(folder().set('color.png', Buffer.from('no'))), 'color.png  iconUnreadable'],
    ] as const;
    for (const [found, wanted] of wrong) assert.deepEqual(found, [wanted]);
    assert.deepEqual(
      picture('outline.png', 32, (x) => (x < 3 ? white : clear)),
      [],
    );
    assert.deepEqual(
      picture('color.png', 192, (x, y) => (x === 96 && y > 50 && y < 90 ? white : accent)),
      [],
    );
  });
});
