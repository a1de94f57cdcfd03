import { HEADER, type Meta } from './lmdb-meta.js';

/** Gives a page, or undefined where the file has none there. */
export type ReadPage = (number: number) => Buffer | undefined;

/** Flags of pages and nodes (mdb.c). */
const BRANCH = 0x01;
const LEAF = 0x02;
const OVERFLOW = 0x04;
const BIG_DATA = 0x01;
/** The length of a node before its key. */
const NODE = 8;
/** What stands in a node in place of a value that has pages of its own: where, since when, how many. */
const ELSEWHERE = 24;
/** A value begins with its version. */
const VERSION_BYTES = 8;

/** So many pages are looked at, the upper ones of the trees first: 200 MB, in less than a second. */
const MOST_PAGES = 50_000;

type Tree = keyof Meta['roots'];

/** Thrown inside of the walk, and told to whoever asked. */
class Damage extends Error {}

function require(holds: boolean): void {
  if (!holds) throw new Damage('its pages are overwritten');
}

/** Whether free pages are a list of as many as it says: pages that there are, lengths of runs below 0, gaps of 0. */
function checkFreeList(value: Buffer, lastPage: number): void {
  require(value.length >= 8);
  const count = Number(value.readBigUInt64LE(0));
  require(count * 8 + 8 <= value.length);
  for (let at = 1; at <= count; at += 1) {
    const entry = Number(value.readBigInt64LE(at * 8));
    require(Math.abs(entry) <= lastPage && entry !== 1);
  }
}

/**
 * Walks the trees, as LMDB would; undefined where they hold together, or else what is wrong. LMDB follows every number
 * that it finds, and one that leads outside of its file ends the process.
 */
export function damageIn({ pageBytes, roots, lastPage }: Meta, read: ReadPage): string | undefined {
  const seen = new Set<number>();
  const waiting: (readonly [page: number, tree: Tree])[] = [];

  function pageAt(number: number): Buffer {
    require(number >= 2 && number <= lastPage && !seen.has(number));
    seen.add(number);
    const page = read(number);
    if (page === undefined) throw new Damage('it is cut short');
    require(Number(page.readBigUInt64LE(0)) === number);
    return page;
  }

  /** A value that has pages of its own, as far as it goes. */
  function valueElsewhere(node: Buffer, length: number): Buffer {
    const first = Number(node.readBigUInt64LE(0));
    const count = Math.floor((HEADER - 1 + length) / pageBytes) + 1;
    const page = pageAt(first);
    require((page.readUInt16LE(18) & OVERFLOW) !== 0 && page.readUInt32LE(20) >= count);
    require(first + count - 1 <= lastPage);
    const rest = Array.from({ length: count - 1 }, (_, at) => read(first + 1 + at));
    if (rest.includes(undefined)) throw new Damage('it is cut short');
    return Buffer.concat([page, ...rest.filter((each) => each !== undefined)]).subarray(
      HEADER,
      HEADER + length,
    );
  }

  function checkLeaf(node: Buffer, tree: Tree): void {
    const length = node.readUInt32LE(0);
    const flags = node.readUInt16LE(4);
    const value = NODE + node.readUInt16LE(6);
    require((flags & ~BIG_DATA) === 0 && value > NODE);
    const isElsewhere = (flags & BIG_DATA) !== 0;
    require(value + (isElsewhere ? ELSEWHERE : length) <= node.length);
    const here = node.subarray(value);
    const found = isElsewhere ? valueElsewhere(here, length) : here.subarray(0, length);
    if (tree === 'free') checkFreeList(found, lastPage);
    else require(length >= VERSION_BYTES);
  }

  function checkPage(number: number, tree: Tree): void {
    const page = pageAt(number);
    const flags = page.readUInt16LE(18);
    const [lower, upper] = [page.readUInt16LE(20), page.readUInt16LE(22)];
    require(flags === BRANCH || flags === LEAF);
    require(lower > 0 && lower % 2 === 0 && lower <= upper && upper <= pageBytes - HEADER);
    for (let at = HEADER; at < HEADER + lower; at += 2) {
      const begin = page.readUInt16LE(at) + HEADER;
      require(begin >= HEADER + upper && begin + NODE <= pageBytes);
      const node = page.subarray(begin);
      if (flags === LEAF) checkLeaf(node, tree);
      else {
        require(NODE + node.readUInt16LE(6) <= node.length);
        waiting.push([
          node.readUInt16LE(0) + node.readUInt16LE(2) * 2 ** 16 + node.readUInt16LE(4) * 2 ** 32,
          tree,
        ]);
      }
    }
  }

  try {
    for (const tree of ['free', 'main'] as const) {
      const root = roots[tree];
      if (root !== undefined) waiting.push([root, tree]);
    }
    for (let at = 0; at < waiting.length && seen.size < MOST_PAGES; at += 1) {
      const next = waiting[at];
      if (next !== undefined) checkPage(...next);
    }
    return undefined;
  } catch (error) {
    if (error instanceof Damage) return error.message;
    if (error instanceof RangeError) return 'its pages are overwritten';
    throw error;
  }
}
