/** Where a line must not end, and where a space belongs: each language's own rules, for its words and its dates alike. */
type Spacing = readonly [RegExp, string];

const SPACE = '\u00a0';

/** A dash hangs on what stands before it, */
const DASH: Spacing = [/ (?=[–—])/gu, SPACE];
/** a number on what it counts (also where ICU fills it in), */
const COUNTED: Spacing = [/(\d|#|number\}) (?=\p{L})/gu, `$1${SPACE}`];
/** and the names of products hold together, but not with what follows. */
const PRODUCT: Spacing = [/\b(Microsoft|Office|Dynamics) (365)(?:\u00a0(?=\p{L}))?/gu, `$1${SPACE}$2`];
const PRODUCT_AND: Spacing = [/(\u00a0365)(?=\p{L})/gu, '$1 '];

const USUAL: readonly Spacing[] = [DASH, COUNTED, PRODUCT, PRODUCT_AND];

/** "március 15." */
const DAY_OF_MONTH: Spacing = [/(\p{Ll}) (?=\d{1,2}\.)/gu, `$1${SPACE}`];

/** "2019 年 3 月 15 日", with spaces between Chinese and numbers as on Microsoft's own pages. */
const CHINESE: readonly Spacing[] = [
  [/(\d)(?=[年月日])/gu, '$1 '],
  [/(\p{Script=Han})(?=\d)/gu, '$1 '],
];

/** By the language alone. One that is not here, such as English, is left as it is written. */
const RULES: Readonly<Record<string, readonly Spacing[]>> = {
  ru: USUAL,
  pt: USUAL,
  hu: [...USUAL, DAY_OF_MONTH],
  zh: [...CHINESE, ...USUAL],
};

/** The same text with its spaces as the language wants them. */
export function spaced(text: string, language: string): string {
  return (RULES[language] ?? []).reduce((said, [from, to]) => said.replace(from, to), text);
}

/** "1º de fevereiro": the first of a month is an ordinal, which ICU does not know. */
const FIRST_OF_MONTH: Readonly<Record<string, Spacing>> = { pt: [/^1\s(?=de\s)/u, `1º${SPACE}`] };

/** A date as the language writes it. */
export function firstSpelled(text: string, language: string): string {
  const rule = FIRST_OF_MONTH[language];
  return rule === undefined ? text : text.replace(...rule);
}
