import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TEMPLATES } from '../../src/cards/template.js';
import { readTemplate } from '../../src/cards/template-files.js';
import { temporaryFolder } from '../start/running.js';
import { pieces, strings } from './walk.js';

const CARDS = new URL('../../../cards/', import.meta.url);

function names(folder: URL): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'));
}

describe('The templates', () => {
  it('are the files there are', () => {
    assert.deepEqual(new Set(names(CARDS)), new Set(TEMPLATES));
  });

  for (const name of TEMPLATES) {
    it(`${name} is whole: every piece in it exists and is given what it has places for`, () => {
      const template = readTemplate(name);
      assert.ok([...pieces(template)].length > 10);
      for (const piece of pieces(template)) assert.ok(!('$include' in piece) && !('$with' in piece));
      for (const text of strings(template)) assert.doesNotMatch(text, /<\w+>/);
    });
  }

  it('use every piece', () => {
    const files = [
      ...names(CARDS).map((name) => new URL(`${name}.json`, CARDS)),
      ...names(new URL('pieces/', CARDS)).map((name) => new URL(`pieces/${name}.json`, CARDS)),
    ];
    const used = files.flatMap((file) =>
      [...pieces(JSON.parse(readFileSync(file, 'utf8')))].map(({ $include }) => $include),
    );
    assert.deepEqual(
      names(new URL('pieces/', CARDS)).filter((name) => !used.includes(name)),
      [],
    );
  });
});

describe('A template with pieces', () => {
  const folder = temporaryFolder();
  const cards = pathToFileURL(join(folder.path, '/'));
  after(() => folder.remove());
  mkdirSync(join(folder.path, 'pieces'));

  function read(template: object, some: Readonly<Record<string, object>> = {}): unknown {
    writeFileSync(join(folder.path, 'card.json'), JSON.stringify(template));
    for (const [name, piece] of Object.entries(some)) {
      writeFileSync(join(folder.path, 'pieces', `${name}.json`), JSON.stringify(piece));
    }
    return readTemplate('card', cards);
  }

  const line = { text: `\u0024{<text>}`, shown: `\u0024{count(<text>) > 0}` };
  const pair = { items: [{ $include: 'line', $with: { text: '<of>.left' } }, { text: '<of>' }] };

  it('has them in place of their names, pieces of pieces as well, with what stands beside', () => {
    const template = { body: [{ $include: 'pair', $with: { of: 'both' }, $when: 'so' }, 1, true, null] };
    assert.deepEqual(read(template, { line, pair }), {
      body: [
        {
          items: [{ text: '\u0024{both.left}', shown: '\u0024{count(both.left) > 0}' }, { text: 'both' }],
          $when: 'so',
        },
        1,
        true,
        null,
      ],
    });
  });

  const defects: readonly (readonly [what: string, template: object, says: RegExp])[] = [
    ['a piece that is not there', { $include: 'no-such-piece' }, /no-such-piece\.json/],
    ['a piece that is given too little', { $include: 'line' }, /line\.json is not given <text>/],
    [
      'a piece that is given too much',
      { $include: 'line', $with: { text: 'a', other: 'b' } },
      /card\.json gives line what it has no place for: other/,
    ],
    ['a value that is no text', { $include: 'line', $with: { text: 1 } }, /card\.json gives <text>/],
    ['a name that is none', { $include: 1 }, /card\.json has an "\$include"/],
    ['a piece that includes itself', { $include: 'ring' }, /ring\.json includes ring/],
    ['a place of its own', { text: '<nobody>' }, /card\.json is not given <nobody>/],
  ];
  for (const [what, template, says] of defects) {
    it(`is refused with ${what}`, () => {
      assert.throws(() => read(template, { line, ring: { items: [{ $include: 'ring' }] } }), says);
    });
  }
});
