import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../../src/storage/error.js';
import { startIn, temporaryFolder } from './running.js';

describe('The key of tokens in DATA_DIR', () => {
  const broken: Readonly<Record<string, (path: string) => void>> = {
    'a folder': (path) => mkdirSync(path),
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
