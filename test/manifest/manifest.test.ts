import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { readTyped } from '../../src/language/typed.js';
import { Ajv04 } from './draft-04.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = join(ROOT, 'manifest');
const SCHEMAS = join(ROOT, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.25');

type Json = Readonly<Record<string, unknown>>;

function read(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8')) as Json;
}

function ours(file: string): Json {
  return read(join(FOLDER, file));
}

function validator(schema: string): (value: unknown) => readonly unknown[] {
  const ajv = new Ajv04({ strict: false, allErrors: true, unicodeRegExp: false, formats: { uri: true } });
  const validate = ajv.compile(read(join(SCHEMAS, schema)));
  return (value) => (validate(value) ? [] : (validate.errors ?? ['unknown']));
}

interface Manifest {
  readonly id: string;
  readonly accentColor: string;
  readonly name: Readonly<Record<'short' | 'full', string>>;
  readonly description: Readonly<Record<'short' | 'full', string>>;
  readonly icons: Readonly<Record<'color' | 'outline', string>>;
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
  readonly composeExtensions: readonly {
    readonly commands: readonly { readonly id: string; readonly parameters?: readonly object[] }[];
  }[];
  readonly staticTabs: readonly { readonly name?: string }[];
  readonly localizationInfo: {
    readonly defaultLanguageTag: string;
    readonly defaultLanguageFile: string;
    readonly additionalLanguages: readonly { readonly languageTag: string; readonly file: string }[];
  };
}

const manifest = ours('manifest.json') as Json & Manifest;
const { localizationInfo } = manifest;
const localised = [
  { languageTag: localizationInfo.defaultLanguageTag, file: localizationInfo.defaultLanguageFile },
  ...localizationInfo.additionalLanguages,
];
const english = ours('en.json');
const PLACEHOLDER = '00000000-0000-0000-0000-000000000000';

/** The value in the manifest that a key such as `bots[0].commandLists[0].commands[1].title` names. */
function named(key: string): unknown {
  const steps = key.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Json)[step] : undefined),
    manifest,
  );
}

describe('The Teams app manifest', () => {
  it('is what the official schema wants', () => {
    assert.deepEqual(validator('MicrosoftTeams.schema.json')(manifest), []);
  });

  it('would not be, with a name too long or a scope that does not exist', () => {
    const check = validator('MicrosoftTeams.schema.json');
    assert.notDeepEqual(check({ ...manifest, name: { short: 'x'.repeat(31), full: 'x' } }), []);
    assert.notDeepEqual(check({ ...manifest, bots: [{ botId: PLACEHOLDER, scopes: ['everywhere'] }] }), []);
    assert.notDeepEqual(check({ ...manifest, surprise: true }), []);
  });

  it('has placeholders where the owner’s own ids go', () => {
    assert.equal(manifest.id, PLACEHOLDER);
    assert.deepEqual(
      manifest.bots.map(({ botId }) => botId),
      [PLACEHOLDER],
    );
  });

  it('lets people use the bot alone, in a group and in a team', () => {
    for (const { scopes, commandLists } of manifest.bots) {
      assert.deepEqual(new Set(scopes), new Set(['groupChat', 'personal', 'team']));
      for (const list of commandLists) assert.deepEqual(new Set(list.scopes), new Set(scopes));
    }
  });

  it('speaks every language that the bot speaks', () => {
    const tags = LANGUAGE_TAGS.map((tag) => tag.toLowerCase());
    assert.deepEqual(new Set(localised.map(({ languageTag }) => languageTag)), new Set(tags));
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== 'manifest.json');
    assert.deepEqual(new Set(localised.map(({ file }) => file)), new Set(files));
    assert.equal(localised.length, files.length);
  });

  it('says in English what en.json says', () => {
    for (const [key, text] of Object.entries(english)) {
      if (key !== '$schema') assert.equal(named(key), text, key);
    }
    const commands = manifest.bots.flatMap(({ commandLists }) =>
      commandLists.flatMap((list) => list.commands),
    );
    const offers = manifest.composeExtensions.flatMap((extension) => extension.commands);
    const inputs = offers.flatMap(({ parameters = [] }) => parameters);
    const tabs = manifest.staticTabs.filter(({ name }) => name !== undefined);
    const localisable = 4 + 2 * (commands.length + offers.length + inputs.length) + tabs.length;
    assert.equal(Object.keys(english).length - 1, localisable, 'every text can be localised');
  });
});

describe('The localised texts of the manifest', () => {
  const check = validator('MicrosoftTeams.Localization.schema.json');
  const LIMITS: readonly (readonly [RegExp, number])[] = [
    [/^name\.short$/, 30],
    [/^name\.full$/, 100],
    [/^description\.short$/, 80],
    [/^description\.full$/, 4000],
    [/\.commands\[\d+\]\.title$/, 32],
    [/\.parameters\[\d+\]\.title$/, 32],
    [/\.parameters\[\d+\]\.description$/, 128],
    [/^staticTabs\[\d+\]\.name$/, 16],
    [/\.commands\[\d+\]\.description$/, 128],
  ];

  for (const { languageTag, file } of localised) {
    const texts = ours(file);
    const tag = LANGUAGE_TAGS.find((each) => each.toLowerCase() === languageTag);

    it(`${file} is what the official schema wants`, () => {
      assert.deepEqual(check(texts), []);
    });

    it(`${file} has the keys of en.json, in the same order`, () => {
      assert.deepEqual(Object.keys(texts), Object.keys(english));
    });

    it(`${file} is short enough`, () => {
      for (const [key, text] of Object.entries(texts)) {
        if (key === '$schema') continue;
        const limit = LIMITS.find(([pattern]) => pattern.test(key))?.[1];
        assert.ok(limit !== undefined, key);
        assert.ok(typeof text === 'string' && text.trim() === text && text !== '', key);
        assert.ok([...text].length <= limit && text.length <= limit, `${key} has ${text.length} characters`);
      }
    });

    it(`${file} offers only commands that the bot understands in that language`, () => {
      assert.ok(tag);
      const titles = Object.entries(texts).filter(([key]) => /^bots.*\.title$/.test(key));
      const commands = titles.map(([, title]) => readTyped(String(title), tag, undefined));
      assert.deepEqual(
        commands.map((read) => (read.kind === 'command' ? read.command : read.kind)),
        ['restart', 'why', 'call', 'person', 'back', 'language', 'edition', 'help'],
      );
    });

    it(`${file} is translated`, () => {
      if (languageTag === 'en') return;
      const same = Object.entries(texts).filter(([key, text]) => text === english[key]);
      assert.deepEqual(
        same.map(([key]) => key).filter((key) => key !== '$schema' && key !== 'name.short'),
        [],
      );
    });
  }

  it('give the app the name it has in the bot', () => {
    for (const { file } of localised) assert.equal(ours(file)['name.short'], LANGUAGES.en.say('app.name'));
  });
});

describe('The icons', () => {
  const color = PNG.sync.read(readFileSync(join(FOLDER, manifest.icons.color)));
  const outline = PNG.sync.read(readFileSync(join(FOLDER, manifest.icons.outline)));

  function pixel(image: PNG, x: number, y: number): readonly number[] {
    const at = (y * image.width + x) * 4;
    return [...image.data.subarray(at, at + 4)];
  }

  function pixels(image: PNG): readonly (readonly [number, number, readonly number[]])[] {
    return Array.from({ length: image.width * image.height }, (_, index) => {
      const [x, y] = [index % image.width, Math.floor(index / image.width)];
      return [x, y, pixel(image, x, y)] as const;
    });
  }

  const background = [1, 3, 5].map((at) => Number.parseInt(manifest.accentColor.slice(at, at + 2), 16));

  it('have the sizes that Teams wants', () => {
    assert.deepEqual([color.width, color.height], [192, 192]);
    assert.deepEqual([outline.width, outline.height], [32, 32]);
  });

  it('color.png fills its square with the accent colour and keeps its symbol in the middle 120 pixels', () => {
    let symbol = 0;
    for (const [x, y, [red, green, blue, alpha]] of pixels(color)) {
      assert.equal(alpha, 255);
      const plain = [red, green, blue].every((part, index) => part === background[index]);
      const inside = Math.max(Math.abs(x - 95.5), Math.abs(y - 95.5)) <= 60;
      assert.ok(plain || inside, `${x},${y}`);
      if (!plain) symbol += 1;
    }
    assert.ok(symbol > 2000);
  });

  it('outline.png is white on nothing, and nothing else', () => {
    const all = pixels(outline);
    assert.ok(all.every(([, , [red, green, blue]]) => red === 255 && green === 255 && blue === 255));
    const alphas = all.map(([, , [, , , alpha]]) => alpha);
    assert.ok(alphas.filter((alpha) => alpha === 0).length > 400, 'it has transparency');
    assert.ok(alphas.filter((alpha) => alpha === 255).length > 100, 'it shows something');
  });

  it('are what draw-icons.mjs draws', () => {
    const folder = mkdtempSync(join(tmpdir(), 'icons-'));
    try {
      cpSync(join(FOLDER, 'draw-icons.mjs'), join(folder, 'draw-icons.mjs'));
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
      execFileSync(process.execPath, [join(folder, 'draw-icons.mjs')]);
      for (const [name, image] of [
        ['color.png', color],
        ['outline.png', outline],
      ] as const) {
        assert.ok(PNG.sync.read(readFileSync(join(folder, name))).data.equals(image.data), name);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
