import assert from 'node:assert/strict';

interface ContainerStyle {
  readonly backgroundColor: string;
  readonly foregroundColors: Readonly<Record<string, { readonly default: string; readonly subtle: string }>>;
}
interface HostConfig {
  readonly containerStyles: Readonly<Record<string, ContainerStyle>>;
  readonly fontTypes: Readonly<Record<string, { readonly fontSizes: Readonly<Record<string, number>> }>>;
}

/** The file as browsers get it. */
const BUILT = new URL('../../web/hostconfig.js', import.meta.url).href;
const COLOURS = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'];
const STYLES = ['default', 'emphasis', 'good', 'warning', 'attention', 'accent'];

/** Relative luminance, as WCAG 2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

for (const theme of ['light', 'dark']) {
  describe(`the ${theme} host config`, () => {
    let config: HostConfig;
    before(async () => {
      const { hostConfig } = (await import(BUILT)) as { hostConfig: (theme: string) => HostConfig };
      config = hostConfig(theme);
    });

    it('has every container style and colour', () => {
      assert.deepEqual(new Set(Object.keys(config.containerStyles)), new Set(STYLES));
      for (const { foregroundColors } of Object.values(config.containerStyles)) {
        assert.deepEqual(new Set(Object.keys(foregroundColors)), new Set(COLOURS));
      }
    });

    it('keeps every text readable on every container (WCAG AA)', () => {
      for (const [style, { backgroundColor, foregroundColors }] of Object.entries(config.containerStyles)) {
        for (const [name, shades] of Object.entries(foregroundColors)) {
          for (const shade of [shades.default, shades.subtle]) {
            const ratio = contrast(shade, backgroundColor);
            assert.ok(ratio >= 4.5, `${name} ${shade} on ${style} ${backgroundColor}: ${ratio.toFixed(2)}`);
          }
        }
      }
    });

    it('has no container as bright as those of the other theme', () => {
      for (const [style, { backgroundColor }] of Object.entries(config.containerStyles)) {
        assert.equal(luminance(backgroundColor) > 0.5, theme === 'light', style);
      }
    });

    it('writes nothing smaller than 13 px', () => {
      const sizes = Object.values(config.fontTypes).flatMap(({ fontSizes }) => Object.values(fontSizes));
      assert.ok(Math.min(...sizes) >= 13);
    });
  });
}
