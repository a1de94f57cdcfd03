import { BASE, digitsOf, SIGNS } from './check.js';

/** What an answer counts in the place of its fact, or the characters that stand for it in the list before. */
export type Code = number | string;

/** The facts that share three characters, from the least significant one, with the size of each one's place. */
export type Places<F extends string> = readonly (readonly [fact: F, size: number])[];

export type Codes<F extends string, A extends string> = {
  readonly [fact in F]: { readonly [answer in A]?: Code };
};

/** How many characters the places of a situation fill. */
const PLACED = 3;

const ABSENT = 0;

/** The characters of one listed answer: none begins another one, and none begins with a zero. */
export const LISTED = /Z..|[STVWXY].|[1-9A-HJKMNPQR]/g;

export interface Spelling<F extends string, A extends string> {
  /** Throws where an answer has no code. */
  write(answers: { readonly [fact in F]?: A }): string;
  /** The answers that a text stands for, whether or not it is as it would be written. Undefined where it stands for none. */
  read(text: string): readonly (readonly [F, A])[] | undefined;
  /** The most characters that any answers take. */
  readonly longest: number;
}

interface Coded<F, A> {
  readonly fact: F;
  readonly answer: A;
  readonly code: Code;
}

/**
 * Writes answers in few characters: those that nearly every situation has in three characters together
 * (mixed radix, an absent answer counts 0), each other answer in front of them with one to three of its own.
 * What is absent costs nothing there, and new answers never change how the old ones are written.
 * @param placed how many characters the places fill
 */
export function spelling<F extends string, A extends string>(
  places: Places<F>,
  codes: Codes<F, A>,
  placed = PLACED,
): Spelling<F, A> {
  const facts = Object.keys(codes) as F[];
  const all = facts.flatMap((fact): readonly Coded<F, A>[] =>
    (Object.entries(codes[fact]) as [A, Code][]).map(([answer, code]) => ({ fact, answer, code })),
  );
  const listed = new Map(all.map((each) => [each.code, each]));
  const fields = places.map(([fact, size]) => {
    const own = all.filter((each) => each.fact === fact);
    return { fact, size, answers: new Map(own.map(({ answer, code }) => [code, answer])) };
  });

  function codeOf(fact: F, answer: A): Code {
    const code = codes[fact][answer];
    if (code === undefined) throw new Error(`Give ${fact}=${answer} a code in src/receipt/codes.ts.`);
    return code;
  }

  function write(answers: { readonly [fact in F]?: A }): string {
    const list: string[] = [];
    const counts = new Map<F, number>();
    for (const fact of facts) {
      const answer = answers[fact];
      if (answer === undefined) continue;
      const code = codeOf(fact, answer);
      if (typeof code === 'string') list.push(code);
      else counts.set(fact, code);
    }
    const number = fields.reduceRight((sum, { fact, size }) => sum * size + (counts.get(fact) ?? ABSENT), 0);
    return list.sort((a, b) => (a < b ? -1 : 1)).join('') + inPlaces(number, placed);
  }

  function read(text: string): readonly (readonly [F, A])[] | undefined {
    let rest = (digitsOf(text.slice(-placed)) ?? []).reduce((sum, digit) => sum * BASE + digit, 0);
    const found: (readonly [F, A])[] = [];
    for (const { fact, size, answers } of fields) {
      const answer = answers.get(rest % size);
      if (answer !== undefined) found.push([fact, answer]);
      else if (rest % size !== ABSENT) return undefined;
      rest = Math.floor(rest / size);
    }
    for (const code of text.slice(0, -placed).match(LISTED) ?? []) {
      const said = listed.get(code);
      if (said === undefined) return undefined;
      found.push([said.fact, said.answer]);
    }
    return found;
  }

  const lengths = facts.map((fact) =>
    Math.max(
      ...all.map(({ fact: own, code }) => (own === fact && typeof code === 'string' ? code.length : 0)),
    ),
  );
  return { write, read, longest: lengths.reduce((sum, length) => sum + length, placed) };
}

/** A number in as many characters as the places fill. */
function inPlaces(number: number, placed: number): string {
  const digits: string[] = [];
  for (let rest = number; digits.length < placed; rest = Math.floor(rest / BASE)) {
    digits.unshift(SIGNS[rest % BASE] ?? '');
  }
  return digits.join('');
}
