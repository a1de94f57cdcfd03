import assert from 'node:assert/strict';
import { mkdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../../src/storage/error.js';
import { startIn, temporaryFolder } from './running.js';

describe('DATA_DIR', () => {
  it('is for nobody else on this machine, where the bot has made it', async () => {
    const folder = temporaryFolder();
    const path = join(folder.path, 'new', 'data');
    const running = await startIn(path);
    await running.close();
    assert.equal(statSync(path).mode & 0o077, 0);
    folder.remove();
  });
});

describe('The key of tokens in DATA_DIR', () => {
  const broken: Readonly<Record<string, (path: string) => void>> = {
    'a folder': (path) => mkdirSync(path),
    'larger than memory': (path) => {
      writeFileSync(path, '');
      truncateSync(path, 5e9);
    },
    'nothing but zeros, as a power cut leaves files': (path) => writeFileSync(path, Buffer.alloc(32)),
    'a link that leads nowhere': (path) => symlinkSync(`${path}-nowhere`, path),
  };
  for (const [what, make] of Object.entries(broken)) {
    it(`that is ${what} stops the start, in a sentence with the remedy`, async () => {
      const folder = temporaryFolder();
      make(join(folder.path, 'direct-line.key'));
      await assert.rejects(
        startIn(folder.path),
        (error) =>
          error instanceof StorageError && /direct-line\.key is no key.*Delete it/.test(error.message),
      );
      folder.remove();
    });
  }
});
