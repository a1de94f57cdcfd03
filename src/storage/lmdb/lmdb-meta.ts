/**
 * What stands on the first two pages of an LMDB file (mdb.c: MDB_page_header, MDB_meta, MDB_db), as this machine's
 * LMDB writes it. The newer of the two holds; the other is the commit before.
 */
export interface Meta {
  readonly pageBytes: number;
  /** The tree of what is stored, and the tree of pages that are free; undefined where there is none. */
  readonly roots: { readonly free: number | undefined; readonly main: number | undefined };
  readonly lastPage: number;
  readonly transaction: number;
}

/** The length of a page's header. */
export const HEADER = 24;
/** So many bytes of a first page are read to know how long its pages are. */
export const META_BYTES = 168;

const MAGIC = 0xbeefc0de;
const VERSION = 2;
/** The page number of an empty tree. */
const NONE = 2n ** 64n - 1n;

function isPageSize(bytes: number): boolean {
  return bytes >= 512 && bytes <= 65536 && (bytes & (bytes - 1)) === 0;
}

function root(page: Buffer, at: number): number | undefined {
  const number = page.readBigUInt64LE(at);
  return number === NONE ? undefined : Number(number);
}

/** Reads a meta page, or says what is wrong with it. */
export function metaOf(page: Buffer): Meta | string {
  if (page.length < META_BYTES) return 'it is cut short';
  if (page.readUInt32LE(HEADER) !== MAGIC) return 'it does not begin as one';
  // The upper half is LMDB's own business.
  if (page.readUInt16LE(HEADER + 4) !== VERSION) return 'it has another version';
  const pageBytes = page.readUInt32LE(48);
  const meta: Meta = {
    pageBytes,
    roots: { free: root(page, 88), main: root(page, 136) },
    lastPage: Number(page.readBigUInt64LE(144)),
    transaction: Number(page.readBigUInt64LE(152)),
  };
  const mapped = Number(page.readBigUInt64LE(40));
  const isSound =
    isPageSize(pageBytes) &&
    Number.isSafeInteger(meta.lastPage * pageBytes) &&
    Number.isSafeInteger(meta.transaction) &&
    Number.isSafeInteger(mapped) &&
    mapped < 2 ** 46;
  return isSound ? meta : 'its first pages are overwritten';
}
