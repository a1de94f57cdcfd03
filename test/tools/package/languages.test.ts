import assert from 'node:assert/strict';
import { COMMAND, type Found, manifest, texts } from './changes.js';

/** The texts of the package, and what the store asks of them. */
describe('The texts of the app package', () => {
  const cases: readonly (readonly [string, Found, string])[] = [
    [
      'a missing text',
      texts('ru.json', (t) => delete t['staticTabs[1].name']),
      'ru.json staticTabs[1].name missingText',
    ],
    [
      'a stray text',
      texts('hu.json', (t) => Object.assign(t, { 'staticTabs[4].name': 'x' })),
      'hu.json staticTabs[4].name strayText',
    ],
    [
      'English that differs',
      texts('en.json', (t) => Object.assign(t, { 'staticTabs[1].name': 'Phone' })),
      'en.json staticTabs[1].name otherText',
    ],
    [
      'a long text',
      texts('pt-br.json', (t) => Object.assign(t, { 'staticTabs[1].name': 'x'.repeat(17) })),
      'pt-br.json staticTabs[1].name tooLong',
    ],
    [
      'a blank text',
      texts('ru.json', (t) => Object.assign(t, { 'staticTabs[1].name': ' x' })),
      'ru.json staticTabs[1].name blank',
    ],
    [
      'a key the schema refuses',
      texts('ru.json', (t) => Object.assign(t, { 'tab.name': 'x' })),
      'ru.json tab.name schema',
    ],
    [
      'another version',
      texts('hu.json', (t) => Object.assign(t, { $schema: t.$schema?.replace('1.28', '1.30') })),
      'hu.json $schema schemaVersion',
    ],
    [
      'a slash',
      texts('hu.json', (t) => Object.assign(t, { [`${COMMAND}[6].title`]: '/súgó' })),
      `hu.json ${COMMAND}[6].title slash`,
    ],
    [
      'the same command twice',
      texts('ru.json', (t) => Object.assign(t, { [`${COMMAND}[1].title`]: 'Помощь!' })),
      `ru.json ${COMMAND}[6].title duplicate`,
    ],
    [
      'two words for one command',
      texts('ru.json', (t) => Object.assign(t, { [`${COMMAND}[1].title`]: 'справка' })),
      `ru.json ${COMMAND}[6].title sameMeaning`,
    ],
    [
      'no help',
      texts('zh-cn.json', (t) => Object.assign(t, { [`${COMMAND}[6].title`]: '返回' })),
      'zh-cn.json bots noHelp',
    ],
    [
      'a word the bot does not know',
      texts('hu.json', (t) => Object.assign(t, { [`${COMMAND}[1].title`]: 'alma' })),
      `hu.json ${COMMAND}[1].title notUnderstood`,
    ],
    [
      'a starter it cannot read',
      texts('hu.json', (t) => Object.assign(t, { [`${COMMAND}[7].prompt`]: 'Mennyi az idő?' })),
      `hu.json ${COMMAND}[7].prompt promptNotUnderstood`,
    ],
    [
      'another name',
      texts('ru.json', (t) => Object.assign(t, { 'name.short': 'Советник' })),
      'ru.json name.short nameDiffers',
    ],
    [
      'a name that is Microsoft’s',
      texts('hu.json', (t) => Object.assign(t, { 'name.full': 'Advisor for Teams' })),
      'hu.json name.full nameReserved',
    ],
    [
      'a description about itself',
      texts('hu.json', (t) => Object.assign(t, { 'description.short': 'An app.' })),
      'hu.json description.short saysApp',
    ],
    [
      'too many words',
      texts('hu.json', (t) => Object.assign(t, { 'description.full': 'a '.repeat(501).trim() })),
      'hu.json description.full tooManyWords',
    ],
    [
      'an old name',
      texts('hu.json', (t) => Object.assign(t, { 'description.full': 'Office 365.' })),
      'hu.json description.full brand',
    ],
  ];
  for (const [name, find, wanted] of cases) {
    it(`is stopped by ${name} in a language`, () => {
      const found = find();
      assert.ok(found.includes(wanted), found.join('\n'));
    });
  }

  it('is stopped by too many commands, and by too few starters', () => {
    const more = manifest((m) => {
      const { commands } = m.bots[0].commandLists[0];
      commands.push(...commands.slice(0, 1));
    })();
    assert.ok(more.includes('manifest.json bots[0].commandLists[0] tooManyCommands'));
    const fewer = manifest((m) => m.bots[0].commandLists[0].commands.pop())();
    assert.ok(fewer.includes('manifest.json bots[0].commandLists[0] fewPrompts'));
  });
});
