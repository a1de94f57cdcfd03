/** Crockford's base 32: no I, L, O or U. */
export const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const BASE = SIGNS.length;

/** What the characters of a receipt count; undefined where one cannot be in a receipt. */
export function digitsOf(text: string): readonly number[] | undefined {
  const digits = [...text].map((sign) => SIGNS.indexOf(sign));
  return digits.includes(-1) ? undefined : digits;
}

/** Multiplies by the generator of GF(32): x, modulo x⁵ + x² + 1. */
function timesX(value: number): number {
  return value < 16 ? value << 1 : (value << 1) ^ 0b100101;
}

/** The sum of all digits, and of all digits by powers of x. */
function sums(digits: readonly number[]): readonly [number, number] {
  return [
    digits.reduce((sum, digit) => sum ^ digit, 0),
    digits.reduce((sum, digit) => timesX(sum) ^ digit, 0),
  ];
}

/** What the weighted sum of every receipt is, so that zeros alone are none. */
const WEIGHTED = 1;

/**
 * The format that a body is written in: the sum of its digits. Undefined where it does not check.
 *
 * A Reed-Solomon code with the roots 1 and x, extended by a digit that is not printed: the format. One wrong
 * character, and two neighbours swapped, always change the weighted sum, which is the same in every format: no
 * slip is ever taken for a receipt. Within a format any two wrong characters show (up to a body of 31).
 */
export function formatOf(body: string): number | undefined {
  const digits = digitsOf(body);
  if (digits === undefined) return undefined;
  const [sum, weighted] = sums(digits);
  return weighted === WEIGHTED ? sum : undefined;
}

/** Division by 1 + x. */
const QUOTIENTS = new Map([...SIGNS].map((_, value) => [value ^ timesX(value), value]));

/** A payload with the two characters that check it and say its format. Throws where a character cannot be in a receipt. */
export function sealed(payload: string, format: number): string {
  const digits = digitsOf(payload);
  if (digits === undefined) throw new Error(`No receipt can say "${payload}".`);
  const [sum, weighted] = sums([...digits, 0, 0]);
  const first = QUOTIENTS.get(sum ^ weighted ^ format ^ WEIGHTED) ?? 0;
  return `${payload}${SIGNS[first]}${SIGNS[sum ^ format ^ first]}`;
}

/** A body as people see it, in groups of four: `MC-7K3F-9Q`. */
export function printed(body: string): string {
  return `MC-${body.replaceAll(/.{4}(?=.)/g, '$&-')}`;
}
