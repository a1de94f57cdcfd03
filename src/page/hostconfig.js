/**
 * How Adaptive Cards look here, light and dark. The ideas are those of the Web Chat and Teams host configs, but
 * every container style has a quiet tint of its own theme, on which every colour is readable (WCAG AA; a test
 * computes it).
 */

const FONTS =
  "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, 'PingFang SC', 'Hiragino Sans GB', " +
  "'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
const MONOSPACE = "ui-monospace, 'Cascadia Mono', Consolas, Menlo, 'Noto Sans Mono', monospace";

const THEMES = {
  light: {
    line: '#e3e3ea',
    ink: {
      default: ['#1f1f24', '#595962'],
      accent: ['#4a4db0', '#4a4db0'],
      good: ['#0b6129', '#0b6129'],
      warning: ['#7f4400', '#7f4400'],
      attention: ['#a8211a', '#a8211a'],
    },
    paper: {
      default: '#ffffff',
      emphasis: '#f4f4f8',
      good: '#e4f5e7',
      warning: '#fdf1dc',
      attention: '#fce9e7',
      accent: '#ecebfb',
    },
  },
  dark: {
    line: '#3d3d46',
    ink: {
      default: ['#f2f2f5', '#b9b9c4'],
      accent: ['#b3b6ff', '#b3b6ff'],
      good: ['#86d99a', '#86d99a'],
      warning: ['#f0c274', '#f0c274'],
      attention: ['#ffaba3', '#ffaba3'],
    },
    paper: {
      default: '#26262b',
      emphasis: '#313138',
      good: '#1d3a27',
      warning: '#3d311a',
      attention: '#462827',
      accent: '#2e2f55',
    },
  },
};

function containerStyle(backgroundColor, { ink, line }) {
  const pairs = Object.entries({ ...ink, dark: ink.default, light: ink.default });
  const foregroundColors = Object.fromEntries(
    pairs.map(([name, [plain, subtle]]) => [name, { default: plain, subtle }]),
  );
  return { backgroundColor, borderColor: line, foregroundColors };
}

function fontType(fontFamily) {
  return {
    fontFamily,
    fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 26 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
  };
}

/** The Adaptive Cards host config of a theme: 'light' or 'dark'. */
export function hostConfig(name) {
  const theme = THEMES[name];
  const papers = Object.entries(theme.paper);
  return {
    supportsInteractivity: true,
    fontFamily: FONTS,
    fontTypes: { default: fontType(FONTS), monospace: fontType(MONOSPACE) },
    lineHeights: { small: 18, default: 22, medium: 24, large: 27, extraLarge: 32 },
    textBlock: { headingLevel: 2 },
    textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false } },
    containerStyles: Object.fromEntries(
      papers.map(([style, paper]) => [style, containerStyle(paper, theme)]),
    ),
    spacing: { small: 8, default: 12, medium: 16, large: 24, extraLarge: 32, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.line },
    imageSizes: { small: 40, medium: 80, large: 160 },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { weight: 'default', isSubtle: true, wrap: true, maxWidth: 160 },
      value: { wrap: true },
      spacing: 12,
    },
  };
}
