/** Letters and digits of every script, in a keycap as well, pauses, brackets and quotation marks. */
const PLAIN = /^(?:[\s\p{L}\p{N}\p{Cf}\p{Pd}.,;:!…'’‘"“”„«»‹›()（）。，、；：！#№/\\&+·]|\p{M})*$/u;

/** Before a word it denies, as programmers write it. */
const DENIES = /(?:^|\s)[!！]/u;

/** Whether the signs of a line leave standing what its words say: "≠ 1", "1 👎" and "yes?" do not. */
export function hasPlainSigns(text: string): boolean {
  return PLAIN.test(text) && !DENIES.test(text);
}
