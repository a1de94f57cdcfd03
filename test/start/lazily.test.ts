import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const SOURCE = new URL('../../../src/', import.meta.url);
const HEAVY = /^(?:ioredis|@azure\/storage-blob|@azure\/identity|lmdb)$/;

function text(path: string): string {
  return readFileSync(new URL(path, SOURCE), 'utf8');
}

/** What a file loads as soon as it is loaded itself: its imports, but for types and for `import()`. */
function loads(path: string): readonly string[] {
  const found = text(path).matchAll(
    /^import (?!type )[^;]*?from '([^']+)'|^import '([^']+)'|^export [^;]*? from '([^']+)'/gms,
  );
  return [...found].map(([, from, bare, exported]) => {
    const name = from ?? bare ?? exported ?? '';
    return name.startsWith('.') ? posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts') : name;
  });
}

function everythingFrom(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    if (path.endsWith('.ts')) for (const next of loads(path)) visit(next);
  };
  visit(entry);
  return seen;
}

describe('What a store needs is loaded only by whoever uses it', () => {
  it('starting loads neither Redis nor Azure nor lmdb', () => {
    const all = everythingFrom('main.ts');
    assert.ok(all.has('turn/sessions.ts') && all.has('start/data.ts'));
    assert.deepEqual(
      [...all].filter((name) => HEAVY.test(name)),
      [],
    );
  });

  it('starting reads the lexicon of no language, nor what understands it, nor a template', () => {
    const all = everythingFrom('main.ts');
    assert.ok(all.has('language/understand/lazily.ts') && all.has('cards/template.ts'));
    const heavy =
      /^language\/(lexicon|understand\/(?!lazily))|^adaptivecards-templating$|^jose$|^htmlparser2$/;
    assert.deepEqual(
      [...all].filter((name) => heavy.test(name)),
      [],
    );
  });

  it('each of them stands where it belongs', () => {
    const users = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) => loads(path).some((name) => HEAVY.test(name)));
    const places = [
      'storage/blob/blob-client.ts',
      'storage/lmdb/database.ts',
      'storage/redis/redis-link.ts',
      'storage/redis/shared-counters.ts',
    ];
    assert.deepEqual(users.toSorted(), places);
  });
});
