/** So many characters of a text are read, in UTF-16: a pasted document is no answer. */
export const READABLE = 4000;
