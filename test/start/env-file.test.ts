import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { ConfigError } from '../../src/problem/config-error.js';
import { envFile } from '../../src/start/env-file.js';
import { temporaryFolder } from './running.js';

describe('A .env file', () => {
  function inFolder(check: (path: string) => void): void {
    const folder = temporaryFolder();
    try {
      check(join(folder.path, '.env'));
    } finally {
      folder.remove();
    }
  }

  it('is read with whatever ends its lines, and may begin with a byte order mark', () => {
    inFolder((path) => {
      writeFileSync(path, '\ufeffLOG_LEVEL=debug\r\nHOST="::1"\r\n');
      assert.deepEqual(parse(envFile(path)), { LOG_LEVEL: 'debug', HOST: '::1' });
    });
  });

  it('need not be there', () => inFolder((path) => assert.equal(envFile(path), '')));

  const unusable: Readonly<Record<string, (path: string) => void>> = {
    'a folder': (path) => mkdirSync(path),
    'a pipe, which would be waited for': (path) => assert.equal(spawnSync('mkfifo', [path]).status, 0),
    'a device, which has no end': (path) => symlinkSync('/dev/zero', path),
    'a link that leads nowhere': (path) => symlinkSync(`${path}-nowhere`, path),
    'a link to itself': (path) => symlinkSync('.env', path),
    'larger than any settings': (path) => {
      writeFileSync(path, '');
      truncateSync(path, 100e6);
    },
    'in UTF-16': (path) => writeFileSync(path, '\ufeffLOG_LEVEL=debug', 'utf16le'),
  };
  for (const [what, make] of Object.entries(unusable)) {
    it(`that is ${what} stops the start, in a sentence with the remedy`, () => {
      inFolder((path) => {
        make(path);
        assert.throws(
          () => envFile(path),
          (error) => error instanceof ConfigError && /\.env .+Make it a text file/.test(error.message),
        );
      });
    });
  }
});
