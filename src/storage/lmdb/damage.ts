import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { META_BYTES, type Meta, metaOf } from './lmdb-meta.js';
import { damageIn } from './lmdb-tree.js';

/** How often it is looked again because another process over the same folder has written meanwhile. */
const TRIES = 5;

function readAt(file: number, at: number, bytes: number): Buffer {
  const page = Buffer.alloc(bytes);
  return page.subarray(0, readSync(file, page, 0, bytes, at));
}

/** The newer meta page, or what is wrong with them. */
function newestMeta(file: number): Meta | string {
  const first = metaOf(readAt(file, 0, META_BYTES));
  if (typeof first === 'string') return first;
  const second = metaOf(readAt(file, first.pageBytes, META_BYTES));
  if (typeof second === 'string') return second;
  return second.transaction > first.transaction ? second : first;
}

/**
 * What is wrong with a data file, before LMDB opens it: LMDB itself would end the process, then or later. Undefined
 * where nothing is, or where there is no file yet. Values themselves are not looked at.
 */
export function damageOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size === 0) return undefined;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const meta = newestMeta(file);
      if (typeof meta === 'string') return meta;
      const { pageBytes } = meta;
      const damage = damageIn(meta, (number) => {
        const page = readAt(file, number * pageBytes, pageBytes);
        return page.length < pageBytes ? undefined : page;
      });
      if (damage === undefined) return undefined;
      const now = newestMeta(file);
      if (typeof now === 'string' || now.transaction === meta.transaction) return damage;
    }
    // Somebody writes into it all the time, who has it open and would have noticed.
    return undefined;
  } finally {
    closeSync(file);
  }
}
