import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { CLOUD_NAMES, CLOUDS, type CloudName } from '../../src/clouds/clouds.js';
import { FOLDER, readBicepFiles, readParameterFiles } from './bicep-file.js';
import { all, environment, ROOT, readStages, type Stage } from './dockerfile.js';
import { settingsRead } from './settings-read.js';

const files = readBicepFiles();
const main = files.get('main.bicep');
const parameterFiles = readParameterFiles();

/** Versions of interfaces that Azure has published; another one is looked up before it stands here. */
const KNOWN_TYPES = [
  'Microsoft.App/containerApps@2024-03-01',
  'Microsoft.App/managedEnvironments@2024-03-01',
  'Microsoft.Authorization/roleAssignments@2022-04-01',
  'Microsoft.BotService/botServices/channels@2022-09-15',
  'Microsoft.BotService/botServices@2022-09-15',
  'Microsoft.Cache/redis@2023-08-01',
  'Microsoft.Cache/redisEnterprise/databases@2025-04-01',
  'Microsoft.Cache/redisEnterprise@2025-04-01',
  'Microsoft.Insights/components@2020-02-02',
  'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31',
  'Microsoft.OperationalInsights/workspaces@2022-10-01',
  'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01',
  'Microsoft.Storage/storageAccounts/blobServices@2023-01-01',
  'Microsoft.Storage/storageAccounts@2023-01-01',
];

/** Set for Azure's own library, not for us. */
const OTHERS_SETTINGS = ['AZURE_CLIENT_ID'];

/** The names of what the container is given. */
function settingsOf(code: string): readonly string[] {
  const list = code.slice(code.indexOf('var settings'), code.indexOf('resource app '));
  return [...list.matchAll(/\{ name: '(\w+)'/g)].map(([, name = '']) => name);
}

/** Texts out of the way, the code inside of them left in: `'a${b}c'` becomes ` b `. */
function codeOnly(code: string): string {
  return code.replaceAll(/'(?:[^'\\\n]|\\.)*'/g, (text) =>
    [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, inside]) => ` ${inside} `).join(' '),
  );
}

/** Bicep's own words and functions, as far as we use them. */
const LANGUAGE =
  /^(?:bool|existing|false|if|int|module|null|object|output|param|resource|string|targetScope|true|var)$/;
const FUNCTIONS =
  /^(?:allowed|concat|contains|description|empty|environment|guid|if|join|json|maxLength|maxValue|min|minLength|minValue|replace|resourceGroup|secure|string|subscriptionResourceId|take|tenant|toLower|uniqueString|uriComponent)$/;

describe('Bicep for Azure', () => {
  for (const [name, { code, parameters, symbols, modules, types }] of files) {
    describe(name, () => {
      it('closes what it opens', () => {
        const open: string[] = [];
        for (const sign of codeOnly(code).match(/[[\](){}]/g) ?? []) {
          if ('[({'.includes(sign)) open.push(sign);
          else assert.equal(open.pop(), '[({'['])}'.indexOf(sign)]);
        }
        assert.deepEqual(open, []);
        assert.equal((code.replaceAll("\\'", '').match(/'/g) ?? []).length % 2, 0);
      });

      it('names nothing twice, and uses everything that it names', () => {
        assert.equal(new Set(symbols).size, symbols.length);
        const bare = codeOnly(code);
        const declared = new Set([...symbols]);
        const isUsed = (symbol: string): boolean =>
          [...bare.matchAll(new RegExp(`(?<![\\w.])${symbol}\\b(?!:)`, 'g'))].length > 1;
        // A resource may be there for its own sake.
        const resources = [...code.matchAll(/^(?:resource|module) (\w+)/gm)].map(([, symbol]) => symbol);
        const idle = [...declared].filter((symbol) => !isUsed(symbol) && !resources.includes(symbol));
        assert.deepEqual(idle, []);
      });

      it('uses nothing that has no name, and no function that there is not', () => {
        const outputs = /^(output) \w+/gm;
        const words = codeOnly(code).replaceAll(outputs, '$1');
        const loose = [...words.matchAll(/(?<![\w.])([A-Za-z_]\w*)(?=\s*(.?))/g)];
        const unknown = loose.filter(([, word = '', next = '']) => {
          if (next === ':') return false;
          return next === '(' ? !FUNCTIONS.test(word) : !symbols.includes(word) && !LANGUAGE.test(word);
        });
        assert.deepEqual(
          unknown.map(([word]) => word),
          [],
        );
      });

      it('knows the modules and the types that it names', () => {
        for (const { path, given, symbol } of modules) {
          assert.ok(existsSync(new URL(path, FOLDER)), path);
          const wanted = files.get(path)?.parameters ?? [];
          const names = wanted.map((parameter) => parameter.name);
          assert.deepEqual(
            given.filter((each) => !names.includes(each)),
            [],
            `${symbol} takes no such parameter`,
          );
          const missing = wanted.filter(({ name: each, isRequired }) => isRequired && !given.includes(each));
          assert.deepEqual(missing, [], symbol);
          for (const [, output = ''] of code.matchAll(new RegExp(`\\b${symbol}!?\\.outputs\\.(\\w+)`, 'g'))) {
            assert.ok(files.get(path)?.outputs.includes(output), `${path} has no output ${output}`);
          }
        }
        assert.deepEqual(
          types.filter((type) => !KNOWN_TYPES.includes(type)),
          [],
        );
      });

      it('holds no secret and no address of one cloud', () => {
        assert.doesNotMatch(
          code,
          /windows\.net|azure\.(?:us|cn)|chinacloudapi|usgovcloudapi|microsoftonline/,
        );
        for (const { name: parameter, isSecret } of parameters) {
          assert.equal(isSecret, /password|secret|key$/i.test(parameter), parameter);
        }
        // A secret that is given out would stand in the list of deployments.
        for (const [, value = ''] of code.matchAll(/^output .* = (.*)$/gm)) {
          assert.doesNotMatch(value, /list\w*\(|password|secret|key/i);
        }
      });
    });
  }

  it('makes a bot with its channels, and gives out where it is', () => {
    assert.ok(main?.outputs.includes('url') && main.outputs.includes('endpoint'));
    const bot = files.get('bot.bicep')?.code ?? '';
    assert.match(bot, /name: 'MsTeamsChannel'/);
    assert.match(bot, /= if \(hasDirectLine\) \{\n {2}parent: bot\n {2}name: 'DirectLineChannel'/);
    assert.equal([...bot.matchAll(/location: 'global'/g)].length, 3);
    assert.match(main?.code ?? '', /var hasDirectLine = useDirectLine && cloud != 'dod'/);
  });

  it('gives the container settings that it reads, and secrets only by reference', () => {
    const { code = '' } = files.get('app.bicep') ?? {};
    const given = settingsOf(code);
    assert.ok(given.length > 10);
    const read = settingsRead();
    assert.deepEqual(
      given.filter((name) => !read.includes(name) && !OTHERS_SETTINGS.includes(name)),
      [],
    );
    for (const secret of [
      'STORAGE_URL',
      'MicrosoftAppPassword',
      'DIRECT_LINE_SECRET',
      'APPLICATIONINSIGHTS_CONNECTION_STRING',
    ]) {
      assert.match(code, new RegExp(`\\{ name: '${secret}', secretRef: '[a-z-]+' \\}`));
    }
    const references = [...code.matchAll(/secretRef: '([^']+)'/g)].map(([, name]) => name);
    const held = [...code.matchAll(/\{ name: '([a-z-]+)', value: /g)].map(([, name]) => name);
    assert.deepEqual(new Set(references), new Set(held));
    assert.equal(references.length, held.length);
  });

  it('asks for health where the server answers, at the port of the image', () => {
    const { code = '' } = files.get('app.bicep') ?? {};
    const routes = readFileSync(new URL('src/operation/health-routes.ts', ROOT), 'utf8');
    for (const [, path = ''] of code.matchAll(/httpGet: \{ path: '([^']+)'/g))
      assert.ok(routes.includes(`'${path}'`));
    const last = readStages().at(-1) as Stage;
    assert.equal(/^var port = (\d+)$/m.exec(code)?.[1], environment(last).PORT);
    assert.equal(all(last, 'EXPOSE')[0], environment(last).PORT);
  });

  it('has parameters for each cloud, and for no other', () => {
    assert.deepEqual(new Set(parameterFiles.map(({ cloud }) => cloud)), new Set(CLOUD_NAMES));
    const cloud = main?.parameters.find(({ name }) => name === 'cloud');
    assert.deepEqual(new Set(cloud?.allowed), new Set(CLOUD_NAMES));
    assert.ok(cloud?.isRequired, 'nobody is in the public cloud by mistake');
  });

  for (const { cloud, using, values } of parameterFiles) {
    it(`has parameters for ${cloud} that fit`, () => {
      assert.equal(using, 'main.bicep');
      const declared = new Map((main?.parameters ?? []).map((each) => [each.name, each]));
      for (const [name, value] of values) {
        const parameter = declared.get(name);
        assert.ok(parameter !== undefined, `${name} is no parameter`);
        const text = /^'([^']*)'$/.exec(value)?.[1];
        if (parameter.allowed !== undefined && text !== undefined)
          assert.ok(parameter.allowed.includes(text), value);
        if (parameter.isSecret) assert.match(value, /^readEnvironmentVariable\('\w+', ''\)$/);
      }
      const missing = [...declared.values()].filter(
        ({ name, isRequired }) => isRequired && !values.has(name),
      );
      assert.deepEqual(missing, []);
      assert.equal(values.get('cloud'), `'${cloud}'`);
      const { directLine } = CLOUDS[cloud as CloudName];
      if (directLine === undefined) assert.equal(values.get('useDirectLine'), 'false');
      // Azure Managed Redis is in the public cloud only.
      if (!['public', 'gcc'].includes(cloud)) assert.notEqual(values.get('storage'), "'managedRedis'");
    });
  }
});
