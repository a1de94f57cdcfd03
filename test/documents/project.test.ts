import assert from 'node:assert/strict';
import { readStages } from '../deployment/dockerfile.js';
import { read } from './repository.js';

const { version, engines } = JSON.parse(read('package.json')) as {
  version: string;
  engines: { node: string };
};

describe('The changelog', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^## \[?([^\]\s]+)\]?(?: - (.+))?$/gm)].map(
    ([, name, date]) => ({ name, date }),
  );

  it('begins with what is not released, and then the version of package.json', () => {
    assert.deepEqual(
      headings.slice(0, 2).map(({ name }) => name),
      ['Unreleased', version],
    );
  });

  it('dates every version', () => {
    for (const { name, date } of headings.slice(1)) assert.match(date ?? '', /^\d{4}-\d\d-\d\d$/, name);
  });

  it('uses the six kinds of changes', () => {
    const kinds = [...read('CHANGELOG.md').matchAll(/^### (.+)$/gm)].map(([, kind = '']) => kind);
    const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
    assert.deepEqual(
      kinds.filter((kind) => !known.includes(kind)),
      [],
    );
  });
});

describe('The version of Node for people at work', () => {
  it('is the one that the image runs, and one that package.json allows', () => {
    const major = Number(read('.nvmrc').trim());
    assert.match(readStages().at(-1)?.image ?? '', new RegExp(`^node:${major}\\b`));
    assert.ok(major >= Number(/\d+/.exec(engines.node)?.[0]));
  });

  it('is said to be the same wherever it is said', () => {
    const lowest = /^>=(\d+\.\d+)$/.exec(engines.node)?.[1] ?? assert.fail(engines.node);
    for (const path of ['README.md', 'CONTRIBUTING.md']) {
      assert.ok(read(path).includes(`Node ${lowest} or newer`), path);
    }
  });

  it('is one that .ci/run tests with, as well as the newest', () => {
    const [, versions = ''] = /^for major in (.+); do$/m.exec(read('.ci/run')) ?? [];
    const tested = versions.split(' ');
    const lowest = /\d+/.exec(engines.node)?.[0] ?? '';
    for (const each of [lowest, read('.nvmrc').trim(), 'latest']) assert.ok(tested.includes(each), each);
  });
});

describe('The settings of editors', () => {
  it('agree with the formatter', () => {
    const { formatter } = JSON.parse(read('biome.json')) as {
      formatter: { indentStyle: string; indentWidth: number; lineWidth: number };
    };
    const editors = read('.editorconfig');
    assert.match(editors, new RegExp(`^indent_style = ${formatter.indentStyle}$`, 'm'));
    assert.match(editors, new RegExp(`^indent_size = ${formatter.indentWidth}$`, 'm'));
    assert.match(editors, new RegExp(`^max_line_length = ${formatter.lineWidth}$`, 'm'));
  });
});
