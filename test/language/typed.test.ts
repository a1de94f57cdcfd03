import assert from 'node:assert/strict';
import { bareLetters } from '../../src/language/bare-letters.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { COMMANDS, type OpenQuestion, readTyped } from '../../src/language/typed.js';
import { FACT_IDS, offeredOptions, optionsOf } from '../../src/policy/facts.js';
import { cost } from '../cost.js';

const ASKED: readonly OpenQuestion[] = FACT_IDS.map((fact) => ({ fact, options: optionsOf(fact) }));
const SELLER: OpenQuestion = { fact: 'seller', options: offeredOptions('seller', { cloud: 'china' }) };

function commandWords(tag: LanguageTag): readonly (readonly [string, string])[] {
  return ([...COMMANDS, 'unknown'] as const).flatMap((command) =>
    LANGUAGES[tag].alternatives(`command.${command}`).map((words) => [words, command] as const),
  );
}

describe('A typed line', () => {
  it('is the wish to change an answer by a part of its name that no other has, or by its id', () => {
    for (const [text, fact] of [
      ['change relationship', 'relationship'],
      ['change seller', 'seller'],
      ['change region', 'region'],
    ] as const)
      assert.deepEqual(readTyped(text, 'en', SELLER), { kind: 'change', fact }, text);
    const shared = FACT_IDS.flatMap((fact) =>
      LANGUAGES.en.say(`fact.${fact}.name`).toLowerCase().split(' '),
    ).find((word, index, all) => all.indexOf(word) !== index && !FACT_IDS.some((fact) => fact === word));
    if (shared !== undefined)
      assert.notEqual(readTyped(`change ${shared}`, 'en', SELLER)?.kind, 'change', shared);
  });

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];

    describe(`in ${tag}`, () => {
      it('is an answer by number, the last being “I don’t know”', () => {
        for (const asked of ASKED) {
          asked.options.forEach((value, index) => {
            assert.deepEqual(readTyped(`${index + 1}`, tag, asked), { kind: 'answer', value });
            assert.deepEqual(readTyped(` ${index + 1}. `, tag, asked), { kind: 'answer', value });
          });
          const last = asked.options.length + 1;
          assert.deepEqual(readTyped(`${last}`, tag, asked), { kind: 'answer', value: 'unknown' });
          for (const none of [0, last + 1, -1, 99, 100]) {
            const read = readTyped(`${none}`, tag, asked);
            if (none !== -1) assert.deepEqual(read, { kind: 'nothing' }, `${asked.fact} ${none}`);
          }
        }
      });

      it('is an answer by the label of an option, however it is written', () => {
        for (const asked of ASKED) {
          for (const value of asked.options) {
            const label = language.say(optionKey(asked.fact, value));
            for (const text of [label, label.toUpperCase(), `  ${label}! `, bareLetters(label)]) {
              assert.deepEqual(readTyped(text, tag, asked), { kind: 'answer', value }, text);
            }
          }
        }
      });

      it('is “I don’t know” in each of its ways, while something is asked', () => {
        for (const text of [language.say('ui.unknown'), ...language.alternatives('command.unknown')]) {
          assert.deepEqual(readTyped(text, tag, SELLER), { kind: 'answer', value: 'unknown' }, text);
          assert.notEqual(readTyped(text, tag, undefined).kind, 'answer', text);
        }
      });

      it('is a command in each of its words, whatever is asked', () => {
        for (const command of COMMANDS) {
          for (const text of language.alternatives(`command.${command}`)) {
            for (const asked of [undefined, ...ASKED]) {
              assert.deepEqual(readTyped(text, tag, asked), { kind: 'command', command }, text);
              assert.deepEqual(
                readTyped(` ${text.toUpperCase()} !`, tag, asked),
                { kind: 'command', command },
                text,
              );
            }
          }
        }
      });

      it('is the command on each button', () => {
        for (const command of ['help', 'restart', 'back', 'language'] as const) {
          assert.deepEqual(readTyped(language.say(`ui.${command}`), tag, SELLER), {
            kind: 'command',
            command,
          });
        }
        assert.deepEqual(readTyped(language.say('ui.start'), tag, undefined), {
          kind: 'command',
          command: 'start',
        });
        assert.deepEqual(readTyped(language.say('ui.editions'), tag, SELLER), {
          kind: 'command',
          command: 'edition',
        });
      });

      it('is the name of any language', () => {
        for (const other of LANGUAGE_TAGS) {
          for (const text of [
            LANGUAGES[other].say('language.self'),
            ...LANGUAGES[other].alternatives('language.aliases'),
          ]) {
            assert.deepEqual(readTyped(text, tag, SELLER), { kind: 'language', tag: other }, text);
          }
        }
      });

      it('is the wish to change an answer', () => {
        for (const fact of FACT_IDS) {
          const name = language.say(`fact.${fact}.name`);
          for (const change of language.alternatives('command.change')) {
            for (const text of [`${change} ${name}`, `${change}: ${name.toUpperCase()}`]) {
              assert.deepEqual(readTyped(text, tag, SELLER), { kind: 'change', fact }, text);
            }
          }
          assert.deepEqual(readTyped(name, tag, undefined), { kind: 'change', fact }, name);
        }
      });

      it('never means two things', () => {
        const meanings = new Map<string, Set<string>>();
        const mean = (words: string, meaning: string): void => {
          const known = meanings.get(bareLetters(words)) ?? new Set<string>();
          meanings.set(bareLetters(words), known.add(meaning));
        };
        for (const [words, command] of commandWords(tag)) mean(words, `command ${command}`);
        mean(language.say('ui.unknown'), 'command unknown');
        for (const other of LANGUAGE_TAGS) {
          mean(LANGUAGES[other].say('language.self'), `language ${other}`);
          for (const words of LANGUAGES[other].alternatives('language.aliases'))
            mean(words, `language ${other}`);
        }
        for (const fact of FACT_IDS) mean(language.say(`fact.${fact}.name`), `name ${fact}`);
        for (const { fact, options } of ASKED) {
          const labels = options.map((option) => bareLetters(language.say(optionKey(fact, option))));
          assert.equal(new Set(labels).size, labels.length, fact);
          for (const label of new Set(labels)) mean(label, 'an option');
        }
        const twice = [...meanings].filter(([, all]) => all.size > 1).map(([words, all]) => [words, ...all]);
        assert.deepEqual(twice, []);
        assert.ok(!meanings.has(''), 'some word is nothing but punctuation');
      });
    });
  }

  it('is read in another language than the reader’s where it means nothing in theirs', () => {
    assert.deepEqual(readTyped('help', 'zh-CN', undefined), { kind: 'command', command: 'help' });
    assert.deepEqual(readTyped('назад', 'en', SELLER), { kind: 'command', command: 'back' });
    assert.deepEqual(readTyped('vissza', 'pt-BR', SELLER), { kind: 'command', command: 'back' });
  });

  const byName: readonly (readonly [string, LanguageTag])[] = [
    ['magyar', 'hu'],
    ['по-русски', 'ru'],
    ['中文', 'zh-CN'],
    ['português', 'pt-BR'],
    ['portugues', 'pt-BR'],
    ['English', 'en'],
  ];
  for (const [text, tag] of byName) {
    it(`${text} asks for ${tag}, in whatever language one is`, () => {
      for (const from of LANGUAGE_TAGS)
        assert.deepEqual(readTyped(text, from, SELLER), { kind: 'language', tag });
    });
  }

  it('is read without accents, in full-width digits and with odd spaces', () => {
    assert.deepEqual(readTyped('SEGITSEG', 'hu', undefined), { kind: 'command', command: 'help' });
    assert.deepEqual(readTyped('２', 'zh-CN', SELLER), { kind: 'answer', value: SELLER.options[1] });
    assert.deepEqual(readTyped('\u00a0start\tover\n', 'en', SELLER), { kind: 'command', command: 'restart' });
  });

  it('is an answer only to what is asked', () => {
    assert.deepEqual(readTyped('1', 'en', undefined), { kind: 'nothing' });
    assert.deepEqual(readTyped('public', 'en', SELLER), { kind: 'nothing' });
    assert.deepEqual(readTyped('public', 'hu', { fact: 'cloud', options: ['public'] }), {
      kind: 'answer',
      value: 'public',
    });
  });

  const NOTHING = [
    '',
    ' ',
    '\n',
    '…',
    '🙂',
    '\u0024{1+1}',
    '__proto__',
    'constructor',
    'toString',
    '<at>bot</at>',
    '1+1',
    '[a](b)',
    'lorem ipsum',
  ];
  for (const text of NOTHING) {
    it(`${JSON.stringify(text)} is nothing`, () => {
      for (const tag of LANGUAGE_TAGS) {
        for (const asked of [undefined, SELLER])
          assert.deepEqual(readTyped(text, tag, asked), { kind: 'nothing' });
      }
    });
  }

  it('of 100,000 characters is nothing, and quickly so', () => {
    const read = (length: number) => () => {
      for (const text of ['a', '1', 'help ', '𝕙', 'é', '‮', ' ']) {
        for (const tag of LANGUAGE_TAGS) {
          assert.deepEqual(readTyped(text.repeat(length), tag, SELLER), { kind: 'nothing' });
        }
      }
    };
    assert.ok(cost(read(100_000)) < 50 * cost(read(10_000)), 'ten times as long, and not its square');
  });

  it('folds to the same however it is composed', () => {
    assert.equal(bareLetters('Előző!'), 'elozo');
    assert.equal(bareLetters('Előző'.normalize('NFD')), bareLetters('Előző'.normalize('NFC')));
    assert.equal(
      bareLetters(bareLetters('Não, Azure legado (MS-AZR-0145P)')),
      bareLetters('Não, Azure legado (MS-AZR-0145P)'),
    );
  });
});
