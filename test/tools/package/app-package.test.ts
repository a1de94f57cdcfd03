import assert from 'node:assert/strict';
import { LANGUAGE_TAGS } from '../../../src/language/languages.js';
import { textsIn } from '../../../src/tools/package/manifest.js';
import { COMMAND, type Found, manifest } from './changes.js';
import { folder, HOST, ID, packed, problems } from './sources.js';

describe('The app package', () => {
  it('has the manifest, every language and both icons, with nothing left of the template', () => {
    const result = packed();
    assert.ok(result.kind === 'files', JSON.stringify(result));
    const languages = LANGUAGE_TAGS.map((tag) => `${tag.toLowerCase()}.json`);
    assert.deepEqual(
      new Set(result.files.keys()),
      new Set(['manifest.json', 'color.png', 'outline.png', ...languages]),
    );
    const own = JSON.parse(String(result.files.get('manifest.json'))) as Record<string, unknown>;
    assert.deepEqual([own.id, own.version], [ID, '1.2.3']);
    const said = [...textsIn(own)].map(([, text]) => text);
    assert.equal(said.filter((text) => text === ID).length, 4, 'app, bot, message extension and agent');
    assert.ok(said.every((text) => !text.includes('example.com')));
    assert.equal(said.filter((text) => text === HOST).length, 2, 'valid domain and link domain');
    assert.ok(said.includes(`https://${HOST}/?mode=call&locale={locale}`));
  });

  const stopped: readonly (readonly [string, Found, readonly string[]])[] = [
    [
      'something the schema does not know',
      manifest((m) => Object.assign(m, { surprise: true })),
      ['surprise schema'],
    ],
    [
      'a scope that does not exist',
      manifest((m) => m.bots[0].scopes.push('moon')),
      ['bots[0].scopes[4] schema'],
    ],
    [
      'a version without a schema',
      manifest((m) => Object.assign(m, { manifestVersion: '9.9' })),
      ['manifestVersion noSchema'],
    ],
    [
      'a schema of another version',
      manifest((m) => Object.assign(m, { manifestVersion: '1.25' })),
      [`${COMMAND}[7].prompt schema`],
    ],
    [
      'a host of the template',
      manifest((m) => Object.assign(m.staticTabs[1] ?? {}, { contentUrl: 'https://docs.example.com/' })),
      ['staticTabs[1].contentUrl placeholder', 'staticTabs[1].contentUrl domain'],
    ],
    [
      'a page outside the domains',
      manifest((m) => Object.assign(m.staticTabs[1] ?? {}, { contentUrl: 'https://www.contoso.com/' })),
      ['staticTabs[1].contentUrl domain'],
    ],
    [
      'a domain that is not the bot’s',
      manifest((m) => m.validDomains.push('*.azurewebsites.net')),
      ['validDomains[1] foreignDomain'],
    ],
    [
      'links of somebody else',
      manifest((m) => m.composeExtensions[0].messageHandlers[0].value.domains.push('*.com')),
      ['composeExtensions[0].messageHandlers[0].value.domains[1] foreignDomain'],
    ],
    [
      'another bot in the message extension',
      manifest((m) => Object.assign(m.composeExtensions[0], { botId: ID.replace('0c', '1c') })),
      ['composeExtensions[0].botId botDiffers'],
    ],
    [
      'a bot that only notifies',
      manifest((m) => Object.assign(m.bots[0], { isNotificationOnly: true })),
      ['bots[0].isNotificationOnly notificationOnly'],
    ],
    [
      'a scope without commands',
      manifest((m) => m.bots[0].commandLists[0].scopes.pop()),
      ['bots[0].scopes scopeWithout'],
    ],
    [
      'commands for a scope without the bot',
      manifest((m) => m.bots[0].scopes.pop()),
      ['bots[0].scopes scopeWithout'],
    ],
    [
      'a search without a word of what',
      manifest((m) =>
        Object.assign(m.composeExtensions[0].commands[0]?.parameters?.[0] ?? {}, { description: ' ' }),
      ),
      ['composeExtensions[0].commands[0].parameters noSearchText'],
    ],
    [
      'a language without a file',
      manifest((m) => m.localizationInfo.additionalLanguages.pop()),
      ['localizationInfo noLanguage'],
    ],
    ['a file that is not there', manifest((m) => Object.assign(m.icons, { color: 'colour.png' })), []],
  ];
  for (const [name, find, wanted] of stopped) {
    it(`is stopped by ${name}`, () => {
      const found = find();
      assert.notDeepEqual(found, []);
      for (const each of wanted) assert.ok(found.includes(`manifest.json ${each}`), found.join('\n'));
    });
  }

  it('is stopped by files that are missing, stray or not JSON', () => {
    const files = folder();
    files.delete('hu.json');
    assert.deepEqual(problems(files), ['hu.json  missingFile']);
    assert.deepEqual(problems(folder().set('de.json', Buffer.from('{}'))), ['de.json  strayFile']);
    assert.deepEqual(problems(folder().set('ru.json', Buffer.from('{'))), ['ru.json  notJson']);
    assert.deepEqual(problems(folder().set('manifest.json', Buffer.from('no'))), ['manifest.json  notJson']);
  });

  it('is stopped by two lists for one scope', () => {
    const found = manifest((m) => {
      const { commandLists } = m.bots[0];
      commandLists.push({ ...commandLists[0], scopes: ['team'] });
    })();
    assert.ok(found.includes('manifest.json bots[0].commandLists scopeTwice'));
  });
});
