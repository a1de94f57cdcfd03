/** Letters and digits of every script, in a keycap as well, pauses, brackets and quotation marks. */
const PLAIN = /^(?:[\s\p{L}\p{N}\p{Cf}\p{Pd}.,;:!…'’‘"“”„«»‹›()（）。，、；：！#№/\\&+·]|\p{M})*$/u;

/** Before a word it denies, as programmers write it. */
const DENIES = /(?:^|\s)[!！]/u;

/** Lines and bars through the letters before them: "1̶" is struck out. */
const STRIKES = /[\u0334-\u0338\u20d2\u20d3\u20d8-\u20da\u20e0\u20e5\u20e6\u20ea\u20eb]/u;

/** Whether the signs of a line leave standing what its words say: "≠ 1", "1 👎" and "yes?" do not. */
export function hasPlainSigns(text: string): boolean {
  return PLAIN.test(text) && !DENIES.test(text) && !STRIKES.test(text);
}
