/** Letters and digits only, without case, accents or punctuation, so that "Előző!" is "elozo". */
export function bareLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?？]+/gu, ' ')
    .trim();
}

const known = new Map<string, string>();

/** The same of what a language file says, which is asked for at every line; never of what people type, which has no end. */
export function bareWords(said: string): string {
  const bare = known.get(said) ?? bareLetters(said);
  known.set(said, bare);
  return bare;
}
