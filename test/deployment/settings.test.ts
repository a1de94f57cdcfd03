import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { ConfigError } from '../../src/problem/config-error.js';
import { parseConfig } from '../../src/start/config.js';
import { ROOT } from './dockerfile.js';
import { NOT_A_SETTING, settingsRead } from './settings-read.js';

const example = readFileSync(new URL('.env.example', ROOT), 'utf8');
const code = readFileSync(new URL('src/start/config.ts', ROOT), 'utf8');
/** Settings of the example, also those that are commented out. */
const shown = [...example.matchAll(/^#?([A-Za-z_]+)=/gm)].map(([, name = '']) => name);
const read = settingsRead();

describe('.env.example', () => {
  it('shows every setting that is read, once, and none that is not', () => {
    assert.ok(read.length > 20);
    assert.deepEqual(
      read.filter((name) => !shown.includes(name)),
      [],
      'read, but not shown',
    );
    assert.deepEqual(
      shown.filter((name) => !read.includes(name)),
      [],
      'shown, but not read',
    );
    assert.equal(new Set(shown).size, shown.length);
  });

  it('is compared with every way in which config.ts reads one', () => {
    const named = [...code.matchAll(/'([A-Z][A-Z]+_[A-Z_]+|Microsoft\w+|Certificate\w+)'/g)].map(
      ([, name = '']) => name,
    );
    const known = [...read, ...NOT_A_SETTING];
    assert.deepEqual(
      named.filter((name) => !known.includes(name)),
      [],
    );
    assert.doesNotMatch(code, /\benv\.\w|process\.env[.[]/);
  });

  it('says what each one is for', () => {
    const lines = example.split('\n');
    for (const name of shown) {
      let line = lines.findIndex((each) => new RegExp(`^#?${name}=`).test(each));
      // Settings that belong together share a paragraph.
      while (line > 0 && /^#?[A-Za-z_]+=/.test(lines[line] ?? '')) line -= 1;
      assert.match(lines[line] ?? '', /^# \S/, name);
    }
  });

  it('can be used as it is', () => {
    const config = parseConfig(parse(example));
    assert.deepEqual(config, parseConfig({}));
  });

  it('holds no secret', () => {
    for (const [, name = '', value = ''] of example.matchAll(/^#?(\w*(?:Password|Key|SECRET|KEY))=(.*)$/gm)) {
      assert.equal(value, '', name);
    }
  });
});

describe('The document of the settings', () => {
  const document = readFileSync(new URL('docs/settings.md', ROOT), 'utf8');

  it('lists every setting, and none that is not read', () => {
    const listed = [...document.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);
    const names = [...new Set(listed)].filter((name) => !NOT_A_SETTING.includes(name));
    assert.deepEqual(
      read.filter((name) => !names.includes(name)),
      [],
      'read, but not listed',
    );
    assert.deepEqual(
      names.filter((name) => !read.includes(name)),
      [],
      'listed, but not read',
    );
  });
});

describe('A setting that cannot be used', () => {
  it('is named with a remedy', () => {
    assert.throws(() => parseConfig({ CLOUD: 'mars' }), {
      name: ConfigError.name,
      message: /CLOUD.*one of public/,
    });
  });
});
