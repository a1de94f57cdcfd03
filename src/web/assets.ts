import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** How a file of ours may be written for a browser, the smallest first. */
const ENCODINGS = { br: '.br', gzip: '.gz' } as const;
type Encoding = keyof typeof ENCODINGS;
export const COMPRESSIONS = Object.keys(ENCODINGS) as readonly Encoding[];

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** One file that browsers are served. */
export interface Asset {
  readonly type: string;
  /** Changes with the content. */
  readonly version: string;
  readonly content: Buffer;
  readonly compressed: Readonly<Partial<Record<Encoding, Buffer>>>;
}

export function createAsset(name: string, content: Buffer, compressed: Asset['compressed'] = {}): Asset {
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const version = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { type, version, content, compressed };
}

/** The files that browsers are served, each read when it is first wanted. */
export interface Assets {
  readonly names: readonly string[];
  get(name: string): Asset;
}

/** Throws when the folder was not built. Only files that are in it now are ever served: there is no path to climb. */
export function openAssets(folder: URL): Assets {
  if (!existsSync(new URL('webchat.js', folder))) {
    throw new Error(`There is no page in ${folder.pathname}: run "npm run build".`);
  }
  const files = new Set(readdirSync(folder));
  const read = new Map<string, Asset>();

  function open(name: string): Asset {
    const compressed = COMPRESSIONS.filter((encoding) => files.has(name + ENCODINGS[encoding])).map(
      (encoding) => [encoding, readFileSync(new URL(name + ENCODINGS[encoding], folder))] as const,
    );
    return createAsset(name, readFileSync(new URL(name, folder)), Object.fromEntries(compressed));
  }

  return {
    names: [...files].filter((name) => Object.hasOwn(TYPES, extname(name))),
    get(name) {
      const asset = read.get(name) ?? open(name);
      read.set(name, asset);
      return asset;
    },
  };
}
