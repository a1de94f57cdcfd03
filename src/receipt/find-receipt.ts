import { READABLE } from '../problem/readable.js';
import { LONGEST_CASE_BODY, readCaseReceipt } from './case-receipt.js';
import { printed } from './check.js';
import type { CaseReceipt, Receipt } from './content.js';
import { LONGEST_BODY, readReceipt } from './receipt.js';

/** A receipt within a text, or something that was clearly meant to be one. */
export interface FoundReceipt {
  /** As it would have been printed: `MC-7K3F-9Q`. */
  readonly code: string;
  /** Where it stands in the text, in UTF-16 units: the first, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Undefined where it is of a case, or does not check: then it was mistyped. */
  readonly receipt: Receipt | undefined;
  /** Where it is the receipt of a whole case. */
  readonly whole?: CaseReceipt;
}

/** Cyrillic capitals, and the Latin ones they are taken for. */
const LOOK_ALIKES = new Map(
  [...'АВЕКМНОРСТУХЅІЈӀ'].map((letter, index) => [letter, 'ABEKMHOPCTYXSIJI'[index]]),
);

/** One sign for each character: itself if it may be in a receipt, `-`, a space, `#` in a word, `.` elsewhere. */
function signOf(character: string): string {
  const plain = character.normalize('NFKC').toUpperCase();
  const sign = LOOK_ALIKES.get(plain) ?? plain;
  if (/^[0-9A-Z]$/.test(sign)) return sign;
  if (/^\p{Dash}$/u.test(sign)) return '-';
  if (/^\s$/u.test(sign)) return ' ';
  // Chinese leaves no space before a receipt, so its characters are no part of a word.
  return /[\p{Lu}\p{Ll}\p{N}]/u.test(sign) ? '#' : '.';
}

const PREFIX = /(?<![0-9A-Z#])MC(?=[-0-9A-Z ])/g;
/** Groups of four, as many as there are in front of the last one, which may be shorter. */
function grouped(before: number): RegExp {
  return new RegExp(`[- ]{0,3}(?:[0-9A-Z]{4}[- ]{1,3}){${before}}[0-9A-Z]{1,4}(?![0-9A-Z#])`, 'y');
}

const LONGEST = Math.max(LONGEST_BODY, LONGEST_CASE_BODY);

/** What may follow it: groups of four, or one. The longest first: the beginning of a receipt may happen to be one. */
const BODIES = [
  ...Array.from({ length: Math.ceil(LONGEST / 4) - 1 }, (_, index) => grouped(index + 1)).reverse(),
  new RegExp(`[- ]{0,3}[0-9A-Z]{3,${LONGEST}}(?![0-9A-Z#])`, 'y'),
];

/** Whether that was clearly meant as a receipt, and not as words (MC 16GB RAM, MC-team-lead, MCSE2012). */
function clear(written: string): boolean {
  const groups = written.match(/[0-9A-Z]+/g) ?? [];
  const whole = groups.join('');
  const mixed = groups.some((group) => /[0-9][A-Z]/.test(group));
  if (whole.length < 5 || !/[A-Z]/.test(whole)) return false;
  // Unbroken, it should at least have the digit of an edition where that belongs.
  if (groups.length === 1) return mixed && !written.includes(' ') && /[0-9]..$/.test(whole);
  return !written.includes(' ') || (mixed && groups.every((group) => /[0-9]/.test(group)));
}

function meant(written: string): string {
  return printed(written.replaceAll(/[- ]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1'));
}

/**
 * The first receipt in a text that somebody typed or pasted, alone or in a link: in any case, with any dashes
 * and spaces between the groups or none, fullwidth or with Cyrillic look-alikes, O for 0 and I or L for 1. If
 * none checks, what looks most like one. Nothing in ordinary words; nothing beyond what is read of a text.
 */
export function findReceipt(text: string): FoundReceipt | undefined {
  // Soft hyphens, zero-width spaces and the like come along when people copy.
  const characters = [...text.slice(0, READABLE).matchAll(/\P{Cf}/gu)];
  const shape = characters.map(([character]) => signOf(character)).join('');
  let mistyped: FoundReceipt | undefined;
  for (const { index } of shape.matchAll(PREFIX)) {
    for (const pattern of BODIES) {
      pattern.lastIndex = index + 'MC'.length;
      const written = pattern.exec(shape)?.[0];
      if (written === undefined || !/[0-9]/.test(written)) continue;
      const code = meant(written);
      const receipt = readReceipt(code);
      const whole = receipt === undefined ? readCaseReceipt(code) : undefined;
      const checks = receipt !== undefined || whole !== undefined;
      if (!checks && (mistyped !== undefined || !clear(written))) continue;
      const last = characters[index + 'MC'.length + written.length - 1];
      const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
      const found = { code, start: characters[index]?.index ?? 0, end, receipt, ...(whole && { whole }) };
      if (checks) return found;
      mistyped = found;
    }
  }
  return mistyped;
}
