/** The longest line that can count unseen. */
export const LONGEST_PLAIN = 120;

const FULL_STOP = /\s*[.。]$/u;
/** Between words; a line that goes on below the first is another line. */
const BLANKS = /[^\S\n\r\u2028\u2029]+/gu;
/** What Chinese keyboards write for the signs of ASCII. */
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const APOSTROPHES = /[’‘ʼ]/gu;
const DASHES = /[‐‑–—]/gu;
const ACCENTED_LATIN = /(?=\p{Script=Latin})./gu;

/** How signs that mean the same are written in a line that is compared; letters stay as they are. */
export function evenly(line: string): string {
  return line
    .normalize('NFC')
    .trim()
    .replace(BLANKS, ' ')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-');
}

/** The same without one full stop at its end. */
export function unstopped(line: string): string {
  return evenly(line).replace(FULL_STOP, '');
}

/**
 * The form in which a typed line is compared: one case, one kind of blank, of apostrophe and of dash, nothing around it
 * and no full stop behind it. Every other sign stays, and makes another line of it.
 */
export function normalForm(line: string): string | undefined {
  return line.length > LONGEST_PLAIN ? undefined : unstopped(line).toLowerCase();
}

/** "não" as many write it: "nao"; and ё as е. Other letters of other scripts are no accented ones. */
function unaccented(text: string): string {
  return text
    .replace(ACCENTED_LATIN, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replaceAll('ё', 'е');
}

/** Every form in which some words may be typed: with their accents, or with none of them. */
export function formsOf(words: string): readonly string[] {
  const form = unstopped(words).toLowerCase();
  return [...new Set([form, unaccented(form)])];
}

/** The same for the words on a button, which many type without the signs between them: "direct bill partner". */
export function formsOfLabel(words: string): readonly string[] {
  const bare = words.replace(/[^\p{L}\p{N}]+/gu, ' ');
  return [...new Set([...formsOf(words), ...formsOf(bare)])];
}
