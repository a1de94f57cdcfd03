/** Letters and digits only, without case, accents or punctuation, so that "Előző!" is "elozo". */
export function bareLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?？]+/gu, ' ')
    .trim();
}
