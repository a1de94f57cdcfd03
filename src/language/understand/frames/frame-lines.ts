import {
  ABOUT_MESSAGE,
  ABOUT_PRINTING,
  ADDRESSED,
  ADDS,
  CLOSES,
  CONTACT,
  FROM_DEVICE,
  GREETED_BEHIND,
  GREETS,
  HANDS_ON,
  NAME,
  NAMED,
  PREFIXED,
  SAYS_NOTICE,
  TITLED,
  TITLES,
} from './frame-patterns.js';

/** A line of a text as given: where it stands, and what stands in it without the blanks around. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** No line of a frame is known by more than its beginning. */
const LOOKED_AT = 400;
const HAN = /\p{Script=Han}/gu;
const HAS_HAN = /\p{Script=Han}/u;
/** A Han word has two characters, mostly. */
const HAN_WORD = 2;
/** So many words make a sentence of a line that ends like one. */
const A_SENTENCE = 7;

/** The lines of a text, in order. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const each of text.split('\n')) {
    const inside = each.trim();
    const from = start + each.indexOf(inside);
    lines.push({ start: from, end: from + inside.length, text: inside.slice(0, LOOKED_AT) });
    start += each.length + 1;
  }
  return lines;
}

function wordCount(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  const others = text.replace(HAN, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’.@/-]*/gu)?.length ?? 0;
  return others + han / HAN_WORD;
}

/** What is no name of a person, however large it is written. */
const PRODUCT =
  /microsoft|azure|office|365|dynamics|teams|copilot|windows|power ?bi|visio|project|intune|enterprise|agreement|tenant|licen|\b(?:ea|csp|mca|mpsa|nce|e[135])\b/iu;

function isName(words: readonly string[]): boolean {
  return words.every((word) => NAME.test(word)) && words.some((word) => /^\p{Lu}/u.test(word));
}

function bare(text: string): readonly string[] {
  return text
    .replace(/[«»"“”„()]/gu, '')
    .split(/[\s,;/&-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => word.replace(/[.!:]+$/u, ''));
}

/** Somebody is spoken to: a name, or a role. */
function isAddressee(text: string): boolean {
  const words = bare(text);
  return words.every((word) => ADDRESSED.test(word) || (NAME.test(word) && !PRODUCT.test(word)));
}

const LONGEST_ADDRESS = 8;
/** A name and a title at the most: "王经理：", "信息中心 孙工". */
const LONGEST_HAN_NAME = 12;

/** How many characters of a line greet; 0 where it does not begin with a greeting. */
export function greetingLength({ text }: Line): number {
  let length = 0;
  // "Коллеги, добрый день.", "Prezados, boa tarde."
  for (let more = greetingIn(text); more > 0; more = greetingIn(text.slice(length))) length += more;
  return length;
}

function greetingIn(given: string): number {
  const text = given.trimStart();
  const blank = given.length - text.length;
  const greets = GREETS.exec(text)?.[0];
  if (greets !== undefined) return blank + endOf(text, greets.length);
  if (GREETED_BEHIND.test(text)) return given.length;
  if (HAS_HAN.test(text)) {
    const named = text.length <= LONGEST_HAN_NAME && NAMED.test(text);
    return named && TITLED.test(text) ? given.length : 0;
  }
  // "Team, …": whoever is spoken to stands alone before the comma.
  const [named, role] = /^(\p{L}{3,})[,:!]/u.exec(text) ?? [];
  return named !== undefined && role !== undefined && ADDRESSED.test(role) && !PRODUCT.test(role)
    ? blank + named.length
    : 0;
}

/** Where a greeting ends: behind whoever is greeted, if that can be told, else behind the word that greets. */
function endOf(text: string, greeted: number): number {
  const rest = text.slice(greeted);
  const stop = /[,，:：!！。\n]|\.(?=\s|$)|(?<=\s)[-–—](?=\s)|$/u.exec(rest.replace(TITLES, '$1 '));
  const until = stop === null ? rest.length : stop.index;
  const addressee = rest.slice(0, until);
  const end = Math.min(text.length, greeted + until + (stop?.[0].length ?? 0));
  if (HAS_HAN.test(addressee))
    return addressee.length <= LONGEST_HAN_NAME && stop?.[0] !== '' ? end : greeted;
  const whole = until === rest.length || end === text.length;
  const short = wordCount(addressee) <= LONGEST_ADDRESS;
  // On a line of its own, and with a sign behind: whatever the name is.
  if (whole && short && stop?.[0] !== '') return text.length;
  if (!short || !isAddressee(addressee)) return greeted;
  // "Good evening, Anna!": the name stands behind the sign.
  const behind = text.slice(end);
  const named = /[,.:!！：，]$/u.test(behind) && wordCount(behind) <= 4 && isAddressee(behind);
  return named ? text.length : end;
}

/** Nothing is said in what is left of a line. */
export function saysNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

const LONGEST_CLOSING = 8;

/** A line that ends a mail: "Kind regards,", "Спасибо, Ольга". */
export function closes({ text }: Line): boolean {
  const found = CLOSES.exec(text)?.[0];
  if (found === undefined) return false;
  const rest = text.slice(found.length);
  if (saysNothing(rest)) return true;
  if (HAS_HAN.test(found) || HAS_HAN.test(rest)) return wordCount(text) <= 4 && !PRODUCT.test(rest);
  const [, behind] = /^\s*[,.:：，!！/&–—-]+\s*(.*)$/u.exec(rest) ?? [];
  if (behind === undefined) return false;
  if (CLOSES.test(behind)) return wordCount(text) <= LONGEST_CLOSING;
  return wordCount(behind) <= LONGEST_CLOSING && isName(bare(behind)) && !PRODUCT.test(behind);
}

/** How far from the end of a line a closing can begin. */
const TAIL = 80;

/** Where the last words of a line close: "… Please advise. Best, Tom". */
export function tail(line: Line): number {
  const { text } = line;
  const from = Math.max(0, text.length - TAIL);
  for (const found of text.slice(from).matchAll(/[.!?…。！？]\s*/gu)) {
    const at = from + found.index + found[0].length;
    const rest = text.slice(at);
    if (rest !== '' && closes({ ...line, text: rest })) return at;
  }
  return text.length;
}

/** Whether a line is little more than its greeting, and greets nobody: "hi azure", "oi td bem?". */
export function isMostlyGreeting({ text }: Line, length: number): boolean {
  let greeted = text.slice(0, length);
  for (let word = GREETS.exec(greeted)?.[0]; word !== undefined; word = GREETS.exec(greeted)?.[0])
    greeted = greeted.slice(word.length).replace(/^[\s,.:!，！。：]+/u, '');
  return saysNothing(greeted) && wordCount(text.slice(length)) < A_SENTENCE / 2;
}

export function isContact({ text }: Line): boolean {
  return CONTACT.test(text);
}

export function isFromDevice({ text }: Line): boolean {
  return FROM_DEVICE.test(text);
}

/** "This e-mail is confidential …", "Please consider the environment before printing this e-mail". */
export function isNotice({ text }: Line): boolean {
  return SAYS_NOTICE.test(text) && (ABOUT_MESSAGE.test(text) || ABOUT_PRINTING.test(text));
}

/** Below a closing, something else begins: a postscript, or a whole sentence. */
export function beginsAnew(line: Line): boolean {
  if (ADDS.test(line.text)) return true;
  return wordCount(line.text) >= A_SENTENCE && /[.?!。？！…]$/u.test(line.text) && !isContact(line);
}

const LONGEST_NOTE = 12;

/** "See below", "Microsoft sent them to us": it only hands on what stands below; after a colon it says more. */
export function handsOn(line: Line): boolean {
  const text = line.text.replace(PREFIXED, '');
  const [, more = ''] = /[:：]\s*(\S.*)$/u.exec(text) ?? [];
  if (wordCount(text) > LONGEST_NOTE || PRODUCT.test(text.replace(/microsoft/iu, ''))) return false;
  return HANDS_ON.test(text) && (more === '' || HANDS_ON.test(more));
}

const LONGEST_NAME_LINE = 8;

/** A line of who signs without having closed: a name, a title, a place, a number. */
export function isSigned(line: Line): boolean {
  const { text } = line;
  if (isContact(line)) return true;
  if (/[.?!。？！；;]$/u.test(text) && !/\p{Lu}\.$/u.test(text)) return false;
  if (PRODUCT.test(text) || wordCount(text) > LONGEST_NAME_LINE) return false;
  if (HAS_HAN.test(text)) return text.length <= LONGEST_HAN_NAME && !/[，,、：:]/u.test(text);
  return true;
}

/** Somebody's name alone, as it stands under a mail. */
export function isSomebody({ text }: Line): boolean {
  if (HAS_HAN.test(text)) return text.length <= LONGEST_HAN_NAME && !/[，。、：]/u.test(text);
  const [name = ''] = text.split(/[,|–—]/u);
  const words = bare(name);
  return words.length <= 4 && isName(words) && !PRODUCT.test(text);
}
