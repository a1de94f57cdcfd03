/** What breaks lines that get too long breaks them at so many characters: seldom before, and never behind. */
const NARROWEST = 60;
const WIDEST = 80;
/** A line of a list, or a quoted one. */
const ITEM = /^\s*(?:[-–—*•>|]|\d{1,2}[.)]|[a-z][.)]\s)/u;
const CLOSED = /[.!?;:。！？；：]["'”»)]*$/u;
const GOES_ON = /^\s*\p{Ll}/u;

interface Break {
  /** Where the line end stands. */
  readonly at: number;
  readonly length: number;
  readonly before: string;
  readonly after: string;
}

function breaksOf(text: string): readonly Break[] {
  const ends = [...text.matchAll(/\r?\n/g)];
  return ends.map(({ index, 0: end }, at) => {
    const from = ends[at - 1];
    const start = from === undefined ? 0 : from.index + from[0].length;
    const next = index + end.length;
    return {
      at: index,
      length: end.length,
      before: text.slice(start, index).trimEnd(),
      after: text.slice(next, ends[at + 1]?.index ?? text.length).trimEnd(),
    };
  });
}

/** Whether the line had no room for the first word of the next, and that is not another matter. */
function isFull({ before, after }: Break, width: number): boolean {
  const [word] = after.trimStart().split(/\s/, 1);
  if (word === undefined || word === '' || before.trim() === '') return false;
  return before.length + 1 + word.length > width && !ITEM.test(after) && !CLOSED.test(before);
}

/**
 * The text with blanks for the line ends at which a program has wrapped it, as programs for mail do: what belongs together
 * ("not" and "EA") may stand on both sides of them. As long as the text, so that what is found in it stands where it stood.
 * Where no line goes on in small letters nothing shows that it was wrapped.
 */
export function unwrapped(text: string): string {
  const breaks = breaksOf(text);
  const lines = breaks.flatMap(({ before, after }) => [before, after]).filter((line) => /\S\s+\S/.test(line));
  const width = Math.max(0, ...lines.map(({ length }) => length));
  if (width < NARROWEST || width > WIDEST) return text;
  const full = breaks.filter((each) => isFull(each, width));
  if (!full.some(({ after }) => GOES_ON.test(after))) return text;
  const ends = new Set(full.map(({ at }) => at));
  return text.replaceAll(/\r?\n/g, (end, index: number) => (ends.has(index) ? ' '.repeat(end.length) : end));
}
