import {
  beginsAnew,
  closes,
  greetingLength,
  handsOn,
  isContact,
  isFromDevice,
  isMostlyGreeting,
  isNotice,
  isSigned,
  isSomebody,
  type Line,
  linesOf,
  saysNothing,
  tail,
} from './frame-lines.js';
import { FORWARDS, NAMES_SUBJECT, PREFIXED } from './frame-patterns.js';
import { isBlank, type Mail, mailsOf } from './mails.js';

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text without what stands around what it says. */
export interface Framed {
  /** As long as the text as given, with blanks for the frame: what is found in it stands where it stood. */
  readonly own: string;
  /** What the subject says, where there is one beside a body. */
  readonly subject: Stretch | undefined;
  /** There is nothing but a frame: a greeting, a thank-you. What it names says nothing about a case. */
  readonly empty: boolean;
}

function isBareGreeting(line: Line | undefined): boolean {
  return line !== undefined && isMostlyGreeting(line, line.text.length);
}

/** What a mail says itself, line by line, and whether that is only a greeting or a thank-you. */
interface OwnPart {
  readonly lines: readonly Stretch[];
  readonly said: readonly Line[];
  readonly empty: boolean;
}

/** The lines under a closing, until something else begins. */
function belowClosings(lines: readonly Line[], from: number, opened: boolean): ReadonlySet<number> {
  const below = new Set<number>();
  let signed = false;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || isBlank(line)) continue;
    // A closing closes something, if only a greeting.
    if (closes(line) && (opened || at > from)) signed = true;
    else if (signed && beginsAnew(line) && !isNotice(line)) signed = false;
    if (signed) below.add(at);
  }
  return below;
}

/** The lines of notices: each from the line that is one to the end of its paragraph. */
function notices(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let inside = false;
  for (const [at, line] of lines.entries()) {
    inside = !isBlank(line) && (inside || isNotice(line));
    if (inside || isFromDevice(line)) found.add(at);
  }
  return found;
}

/** The last paragraph of a mail that was greeted in, where it is a name and what one writes under it. */
function signedWithoutClosing(lines: readonly Line[], left: readonly number[]): ReadonlySet<number> {
  const last = left.at(-1);
  if (last === undefined) return new Set();
  const block: number[] = [];
  for (let at = last; at >= 0; at--) {
    const line = lines[at];
    if (line === undefined || isBlank(line) || !left.includes(at)) break;
    block.unshift(at);
  }
  const signature = block.map((at) => lines[at]).filter((line) => line !== undefined);
  const something = signature.some((line) => isSomebody(line) || isContact(line));
  const all = signature.length <= 6 && signature.every(isSigned) && something;
  return new Set(all && block.length < left.length ? block : []);
}

function ownPart({ headers, lines }: Mail): OwnPart {
  const notice = notices(lines);
  const full = lines.flatMap((line, at) => (isBlank(line) || notice.has(at) ? [] : [at]));
  const greeted = new Map<number, number>();
  let first = 0;
  while (first < full.length) {
    const at = full[first] ?? 0;
    const line = lines[at];
    const length = line === undefined ? 0 : greetingLength(line);
    if (line === undefined || length === 0) break;
    greeted.set(at, length);
    if (!saysNothing(line.text.slice(length))) break;
    first++;
  }
  const body = full.slice(first);
  const top = body[0] ?? lines.length;
  // "Hello, thanks": a greeting that is all there is. "Dear support, thanks" is a thank-you.
  const hello = full.slice(0, first).some((at) => isBareGreeting(lines[at]));
  const below = belowClosings(lines, top, greeted.size > 0);
  const open = body.filter((at) => !below.has(at));
  const mail = greeted.size > 0 || headers.length > 0;
  const unclosed = mail ? signedWithoutClosing(lines, open) : new Set<number>();
  const own = open.filter((at) => !unclosed.has(at));
  const empty = own.length === 0;
  const kept = empty
    ? full.slice(...(hello || body.length === 0 ? [first - 1, first] : [first, first + 1]))
    : own;
  const said = kept.flatMap((at) => lines[at] ?? []);
  return {
    empty: empty || said.every(closes),
    said,
    lines: said.map((line, at) => within(line, kept, at, greeted)),
  };
}

/** What a line says besides a greeting before and a closing behind. */
function within(
  line: Line,
  kept: readonly number[],
  at: number,
  greeted: ReadonlyMap<number, number>,
): Stretch {
  const { start, end, text } = line;
  const length = greeted.get(kept[at] ?? -1) ?? 0;
  const alone = kept.length === 1 && isMostlyGreeting(line, length);
  const rest = saysNothing(text.slice(length));
  const from = alone || rest ? start : start + length;
  const closed = at === kept.length - 1 && end - start === text.length ? start + tail(line) : end;
  return { start: from, end: Math.max(from, closed) };
}

/** What the subject of a mail says, without its name and without "FW:" and the like. */
function subjectIn(lines: readonly Line[]): Stretch | undefined {
  const line = lines.find(({ text }) => NAMES_SUBJECT.test(text));
  if (line === undefined) return undefined;
  const name = NAMES_SUBJECT.exec(line.text)?.[0].length ?? 0;
  const said = withoutPrefix({ start: line.start + name, end: line.end }, line.text.slice(name));
  return said.start < said.end ? said : undefined;
}

/** "FW: RE: …" taken from the beginning. */
function withoutPrefix({ start, end }: Stretch, text: string): Stretch {
  const blank = text.length - text.trimStart().length;
  const prefix = PREFIXED.exec(text.slice(blank))?.[0].length ?? 0;
  return { start: start + blank + prefix, end };
}

/** The first line from what it says: without "FW: ", and without the greeting that stands behind it. */
function opened(line: Stretch, text: string): Stretch {
  const own = withoutPrefix(line, text.slice(line.start, line.end));
  if (own.start === line.start) return own;
  const said = text.slice(own.start, own.end);
  const behind = { ...own, text: said };
  const greeting = greetingLength(behind);
  const only = isMostlyGreeting(behind, greeting) || saysNothing(said.slice(greeting));
  return only ? own : { ...own, start: own.start + greeting };
}

/** Blanks where nothing is kept, one line apart from each other. */
function blanked(text: string, kept: readonly Stretch[]): string {
  let own = '';
  const blank = (until: number) => {
    if (own.length < until) own += `\n${' '.repeat(until - own.length - 1)}`;
  };
  for (const { start, end } of kept) {
    blank(start);
    own += text.slice(start, end);
  }
  blank(text.length);
  return own;
}

/**
 * Takes from a text what stands around what it says: greetings, signatures, notices, headers, quoted mails. It knows
 * them by where they stand and how they look, and where there is nothing else, by their last line. Linear and total.
 */
export function withoutFrame(text: string): Framed {
  const lines = linesOf(text);
  const [top, ...below] = mailsOf(lines).map(subjectLine);
  if (top === undefined) return { own: text, subject: undefined, empty: false };
  const parts = [top, ...below].map((mail) => ({ mail, part: ownPart(mail) }));
  const found =
    parts.find(({ part }, at) => saysItself(part, parts[at + 1]?.mail, at === 0 ? top : undefined)) ??
    parts[0];
  if (found === undefined) return { own: text, subject: undefined, empty: false };
  const { part, mail } = found;
  const kept = part.lines.map((line, at) => (at === 0 ? opened(line, text) : line));
  const subject = mail.subject ?? top.subject;
  if (kept.length === 0)
    return subject === undefined
      ? { own: text, subject, empty: false }
      : { own: blanked(text, [subject]), subject: undefined, empty: false };
  const own =
    kept.length === 1 && kept[0]?.start === 0 && kept[0].end === text.length ? text : blanked(text, kept);
  return { own, subject, empty: part.empty };
}

/** Whether a mail is what is to be read, rather than the next, which it hands on. */
function saysItself({ empty, said }: OwnPart, next: Mail | undefined, top: Mail | undefined): boolean {
  if (next === undefined) return said.length > 0;
  const handedOn = next.forwarded || top?.headers.some(({ text }) => FORWARDS.test(text)) === true;
  if (empty) return said.length > 0 && !handedOn;
  return top === undefined || !said.every(handsOn);
}

/** The subject of a mail: among its headers, or alone on its first line. */
function subjectLine({ forwarded, headers, lines }: Mail): Mail & { readonly subject: Stretch | undefined } {
  const first = lines.findIndex((line) => !isBlank(line));
  const line = lines[first];
  const rest = lines.slice(first + 1);
  const below = belowClosings(rest, 0, true);
  const alone =
    line !== undefined &&
    NAMES_SUBJECT.test(line.text) &&
    rest.some((each) => !isBlank(each)) &&
    !rest.every((each, at) => isBlank(each) || below.has(at));
  return {
    forwarded,
    headers,
    lines: alone ? lines.slice(first + 1) : lines,
    subject: subjectIn(alone ? [line] : headers),
  };
}
