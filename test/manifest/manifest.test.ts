import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { LANGUAGE_TAGS, type LanguageTag } from '../../src/language/languages.js';
import { readTyped } from '../../src/language/typed.js';
import { understand } from '../../src/language/understand/understand.js';
import { languageFiles } from '../../src/tools/package/localisation.js';
import { type Manifest, NO_HOST, NO_ID, textsIn } from '../../src/tools/package/manifest.js';

/** What is in manifest/, before anybody's own values are in it. What any package must hold is in test/package. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = join(ROOT, 'manifest');

function read(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Readonly<Record<string, string>>;
}

const manifest = read('manifest.json') as unknown as Manifest;
const english = read('en.json');

describe('The Teams app manifest', () => {
  it('has placeholders where the owner’s own ids and hosts go', () => {
    const { bots, composeExtensions = [], validDomains } = manifest;
    const ids = [manifest.id, ...[...bots, ...composeExtensions].map(({ botId }) => botId)];
    assert.deepEqual(new Set(ids), new Set([NO_ID]));
    assert.deepEqual(validDomains, [NO_HOST]);
  });

  it('lets people use the bot alone, in a group, in a team and in Microsoft 365 Copilot', () => {
    for (const { scopes } of manifest.bots) {
      assert.deepEqual(new Set(scopes), new Set(['copilot', 'groupChat', 'personal', 'team']));
    }
  });

  it('has no host but its own, and that of its schema', () => {
    const hosts = [...textsIn(manifest)].flatMap(([, text]) =>
      [...text.matchAll(/https:\/\/([\w.-]+)/g)].map(([, host]) => host),
    );
    const others = new Set(hosts.filter((host) => host !== NO_HOST));
    assert.deepEqual(others, new Set(['developer.microsoft.com', 'example.com']));
  });
});

/** What a starter says, the same in every language. */
const STARTERS: readonly Readonly<Record<string, string>>[] = [
  {
    cloud: 'public',
    partner: 'indirectReseller',
    service: 'license',
    seller: 'enterpriseAgreement',
    goal: 'support',
  },
  { service: 'usage', seller: 'microsoft', goal: 'takeOver' },
  { cloud: 'china', seller: 'vianet', goal: 'support' },
];

function readings(text: string, language: LanguageTag): Readonly<Record<string, unknown>> {
  const found = understand(text, { language }).readings;
  return Object.fromEntries(found.map((each) => [each.fact, each.kind === 'is' ? each.value : each.options]));
}

describe('The localised texts of the manifest', () => {
  it('are there in every language', () => {
    assert.deepEqual(
      new Set(languageFiles(manifest).map(({ tag }) => tag)),
      new Set(LANGUAGE_TAGS.map((tag) => tag.toLowerCase())),
    );
  });

  for (const { tag: written, file } of languageFiles(manifest)) {
    const texts = read(file);
    const tag = LANGUAGE_TAGS.find((each) => each.toLowerCase() === written) ?? 'en';
    const of = (part: string): readonly string[] =>
      Object.entries(texts).flatMap(([key, text]) =>
        key.startsWith('bots[0].commandLists[0]') && key.endsWith(part) ? [text] : [],
      );
    const prompts = of('.prompt');
    const titles = of('.title');

    it(`${file} offers only commands that the bot understands in that language`, () => {
      const commands = titles.slice(0, -prompts.length).map((title) => readTyped(title, tag, undefined));
      assert.deepEqual(
        commands.map((each) => (each.kind === 'command' ? each.command : each.kind)),
        ['restart', 'why', 'call', 'person', 'language', 'cases', 'help'],
      );
    });

    it(`${file} has prompt starters in which the bot reads everything they say`, () => {
      assert.deepEqual(
        prompts.map((prompt) => readings(prompt, tag)),
        STARTERS,
      );
    });

    it(`${file} has starters that work with clients that send the title or the description instead`, () => {
      // They do: OfficeDev/Microsoft-Teams-Samples#2359.
      const shown = [titles, of('.description')].flatMap((each) => each.slice(-prompts.length));
      for (const text of shown) {
        const read = readings(text, tag);
        assert.ok(Object.keys(read).length > 0, text);
        for (const [fact, value] of Object.entries(read)) {
          assert.ok(
            STARTERS.some((starter) => starter[fact] === value),
            `${text}: ${fact}`,
          );
        }
      }
    });

    it(`${file} has the same starters, and nothing else, in Microsoft 365 Copilot`, () => {
      const list = (index: number) =>
        Object.entries(texts)
          .filter(([key]) => key.startsWith(`bots[0].commandLists[${index}]`))
          .map(([, text]) => text);
      assert.deepEqual(list(1), list(0).slice(-3 * prompts.length));
    });

    it(`${file} is in the order of en.json`, () => {
      assert.deepEqual(Object.keys(texts), Object.keys(english));
    });

    it(`${file} is translated`, () => {
      if (written === 'en') return;
      const same = Object.entries(texts).filter(([key, text]) => text === english[key]);
      assert.deepEqual(
        same.map(([key]) => key),
        ['$schema', 'name.short'],
      );
    });
  }
});

describe('The icons', () => {
  it('are what draw-icons.mjs draws', () => {
    const folder = mkdtempSync(join(tmpdir(), 'icons-'));
    try {
      cpSync(join(FOLDER, 'draw-icons.mjs'), join(folder, 'draw-icons.mjs'));
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
      execFileSync(process.execPath, [join(folder, 'draw-icons.mjs')]);
      for (const name of Object.values(manifest.icons)) {
        const [drawn, kept] = [folder, FOLDER].map(
          (each) => PNG.sync.read(readFileSync(join(each, name))).data,
        );
        assert.ok(kept !== undefined && drawn?.equals(kept), name);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
