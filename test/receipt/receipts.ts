import { EDITION_IDS, type EditionId, isEditionId } from '../../src/policy/edition.js';
import { isAnswer, isFactId, type Situation } from '../../src/policy/facts.js';
import type { Receipt } from '../../src/receipt/content.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { Dice, randomSituation, situationOf } from '../proof/worlds.js';
import recorded from './first-format.json' with { type: 'json' };

export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const USUAL: Situation = {
  cloud: 'public',
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
};

/** What a recorded line says: the edition, `everyCloud` where it spoke for all of them, and the answers. */
function said(line: string): Receipt {
  const [edition, ...rest] = line.split(' ');
  if (!isEditionId(edition)) throw new Error(`${edition} is no edition.`);
  const pairs = rest
    .filter((word) => word !== 'everyCloud')
    .map((word) => {
      const [fact, answer] = word.split('=');
      if (!isFactId(fact) || !isAnswer(fact, answer)) throw new Error(`${word} is no answer.`);
      return [fact, answer] as const;
    });
  return { edition, situation: situationOf(pairs), everyCloud: rest.includes('everyCloud') };
}

/** Receipts that were written while the first format was the only one, and what each says. */
export const FIRST: ReadonlyMap<string, Receipt> = new Map(
  Object.entries(recorded).map(([code, line]) => [code, said(line)]),
);

export function write(edition: EditionId, situation: Situation): string {
  return writeReceipt({ edition, situation, everyCloud: false });
}

export function body(code: string): string {
  return code.slice(3).replaceAll('-', '');
}

export function printed(text: string): string {
  return `MC-${text.match(/.{1,4}/g)?.join('-')}`;
}

/** The product in GF(32), modulo x⁵ + x² + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if ((b >> bit) & 1) product ^= a << bit;
  for (let bit = 9; bit > 4; bit -= 1) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}

/** Any characters with the two that check them in a format, found by trying. */
export function sealed(payload: string, format: number): string {
  for (const first of ALPHABET) {
    for (const second of ALPHABET) {
      const digits = [...payload, first, second].map((sign) => ALPHABET.indexOf(sign));
      const value = (x: number): number => digits.reduce((sum, digit) => times(sum, x) ^ digit, 0);
      if (value(1) === format && value(2) === 1) return printed(payload + first + second);
    }
  }
  throw new Error(`Nothing checks ${payload}.`);
}

/** Every body with one wrong character, and every one with two neighbours swapped. */
export function* slips(right: string): Generator<string> {
  for (let at = 0; at < right.length; at += 1) {
    for (const sign of ALPHABET) {
      if (sign !== right[at]) yield right.slice(0, at) + sign + right.slice(at + 1);
    }
    const [one = '', other = ''] = right.slice(at, at + 2);
    if (one !== other && other !== '') yield right.slice(0, at) + other + one + right.slice(at + 2);
  }
}

/** Every body with two wrong characters. */
export function* doubleSlips(right: string): Generator<string> {
  for (const [at, old] of [...right].entries()) {
    for (let next = at + 1; next < right.length; next += 1) {
      for (const sign of ALPHABET.replace(old, '')) {
        for (const another of ALPHABET.replace(right[next] ?? '', '')) {
          yield [...right].with(at, sign).with(next, another).join('');
        }
      }
    }
  }
}

/** Receipts of any edition and any situation. */
export function sample(count: number, seed: number): readonly string[] {
  const dice = new Dice(seed);
  return Array.from({ length: count }, () => write(dice.pick(EDITION_IDS), randomSituation(dice, 4)));
}
