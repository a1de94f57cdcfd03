import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ROOT } from './dockerfile.js';

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly engines?: { readonly node?: string };
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')) as T;
}

const lock = json<{ readonly packages: Readonly<Record<string, Package>> }>('package-lock.json');
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const production = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);
const name = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** They ask for no more than to be named, or, of a patent, not to go to law. */
const LICENCES = [
  '(AFL-2.1 OR BSD-3-Clause)',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Unlicense',
];

/** Packages whose package.json names no licence: where they do, and words that stand there. */
const ELSEWHERE: Readonly<Record<string, readonly [file: string, words: RegExp]>> = {
  // Comes with restify: one line that escapes what means something in a regular expression.
  'escape-regexp-component': ['Readme.md', /^## License\s+MIT\s*$/m],
  // Comes with adaptive-expressions.
  jspath: ['LICENSE', /Permission is hereby granted, free of charge/],
};

/**
 * Binaries for systems that neither the image nor our machines have. A registry need not have those that nobody there
 * asks for, so that their hashes could not be taken down; npm takes them down where they are first installed. The code that
 * would use them does without them.
 */
const WITHOUT_HASH = [
  '@biomejs/cli-android-arm64',
  '@biomejs/cli-android-x64',
  '@biomejs/cli-darwin-arm64',
  '@biomejs/cli-darwin-x64',
  '@biomejs/cli-linux-arm64-musl',
  '@biomejs/cli-linux-x64-musl',
  '@biomejs/cli-win32-arm64',
  '@biomejs/cli-win32-x64',
  '@msgpackr-extract/msgpackr-extract-darwin-arm64',
  '@msgpackr-extract/msgpackr-extract-darwin-x64',
  '@msgpackr-extract/msgpackr-extract-linux-arm',
  '@msgpackr-extract/msgpackr-extract-win32-x64',
];

type Version = readonly [major: number, minor: number];

/** The lowest version that each alternative of a range takes, and whether it takes higher majors. */
function alternatives(range: string): readonly { readonly from: Version; readonly open: boolean }[] {
  return range.split('||').map((alternative) => {
    const [, sign = '', major = '0', minor = '0'] =
      /(>=|\^|)\s*(\d+)(?:\.(\d+))?[.\dx*]*\s*$/.exec(alternative.trim()) ?? assert.fail(range);
    return { from: [Number(major), Number(minor)], open: sign === '>=' };
  });
}

/** Whether a range takes a version and, by one of its alternatives, all later ones. */
function takes(range: string, [major, minor]: Version): boolean {
  const all = alternatives(range);
  const includes = all.some(({ from: [least, atLeast], open }) =>
    major === least ? minor >= atLeast : open && major > least,
  );
  return includes && all.some(({ open }) => open);
}

describe('The packages of production', () => {
  it('are in the lock file', () => {
    assert.ok(production.length > 200);
    assert.ok(production.some(([path]) => name(path) === 'botbuilder-core'));
  });

  it('come with a hash of what they hold, but for binaries of systems that we have not', () => {
    const without = locked.filter(([, { integrity }]) => !/^sha512-.{86}==$/.test(integrity ?? ''));
    assert.deepEqual(without.map(([path]) => name(path)).sort(), WITHOUT_HASH);
    for (const [path, { optional, os, cpu }] of without) {
      assert.ok(optional, `${path} is not needed`);
      const musl = path.endsWith('-musl');
      const ours = os?.includes('linux') && cpu?.some((each) => each === 'x64' || each === 'arm64') && !musl;
      assert.ok(!ours, path);
    }
  });

  it('have a licence that lets anybody use them', () => {
    const unknown = production.filter(([, { license }]) => !LICENCES.includes(license ?? ''));
    assert.deepEqual(
      unknown.map(([path, { license }]) => [name(path), license]),
      Object.keys(ELSEWHERE).map((each) => [each, undefined]),
    );
    for (const [each, [file, words]] of Object.entries(ELSEWHERE)) {
      assert.match(readFileSync(new URL(`node_modules/${each}/${file}`, ROOT), 'utf8'), words);
    }
  });

  it('run on every version of Node that package.json allows', () => {
    assert.ok(takes('^20.19.0 || >=22.12.0', [22, 12]) && !takes('>= 22.13', [22, 12]));
    assert.ok(takes('20 || >=22', [22, 12]) && !takes('^22.0.0', [22, 12]), 'later ones as well');
    const { engines } = json<{ readonly engines: { readonly node: string } }>('package.json');
    const [lowest] = alternatives(engines.node);
    const from = lowest?.from ?? assert.fail();
    const newer = production.filter(([, { engines: wanted }]) => !takes(wanted?.node ?? '>=0', from));
    assert.deepEqual(
      newer.map(([path, { engines: wanted }]) => `${name(path)} ${wanted?.node}`),
      [],
    );
  });
});
