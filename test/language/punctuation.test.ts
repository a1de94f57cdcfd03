import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import type { MessageKey } from '../../src/language/message-keys.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { FACT_IDS, optionsOf } from '../../src/policy/facts.js';
import { gluedIn } from './glue.js';
import { isWordList, messagesOf, valuesFor } from './messages.js';

/** Something to fill in that is neither a sentence nor in quotation marks. */
const NEUTRAL: Readonly<Record<LanguageTag, string>> = {
  en: 'Xyz',
  ru: 'Эюя',
  'pt-BR': 'Xyz',
  hu: 'Xyz',
  'zh-CN': 'Xyz',
};

function rendered(tag: LanguageTag, key: MessageKey, message: string, count: number): string {
  const values = Object.entries(valuesFor(message, tag, count)).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : NEUTRAL[tag],
  ]);
  return LANGUAGES[tag].say(key, Object.fromEntries(values));
}

describe('The messages', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`are written in the marks and spaces of ${tag}`, () => {
      const found = [...messagesOf(tag)]
        .filter(([key]) => !isWordList(key))
        .flatMap(([key, message]) =>
          [1, 5].flatMap((count) =>
            gluedIn(rendered(tag, key, message, count), tag).map((each) => `${key} · ${each}`),
          ),
        );
      assert.deepEqual([...new Set(found)], []);
    });

    it(`name every fact in a list as ${tag} writes it in a sentence`, () => {
      const names = FACT_IDS.map((fact) => [
        LANGUAGES[tag].say(`fact.${fact}.name`),
        LANGUAGES[tag].say(`fact.${fact}.inList`),
      ]);
      for (const [name = '', inList = ''] of names)
        assert.match(inList, /^(?:\P{Lu}|\p{Lu}{2}|Azure)/u, `${name}: ${inList}`);
    });

    it(`have options that say something beside the name of their fact (${tag})`, () => {
      // The plain words stand first; behind them are replies that say more (“not yet”).
      const bare = (['reply.yes', 'reply.no'] as const).map((key) => LANGUAGES[tag].alternatives(key)[0]);
      for (const fact of FACT_IDS) {
        for (const option of optionsOf(fact)) {
          const label = LANGUAGES[tag].say(optionKey(fact, option));
          assert.ok(!bare.includes(label.toLowerCase()), `${fact}: ${label}`);
        }
      }
    });
  }

  it('would be caught with glue', () => {
    for (const [text, tag] of [
      ['A bracket (in a (bracket)).', 'en'],
      ['Indirect provider (distributor) (assumed)', 'en'],
      ['Still unknown: cloud, Partner type.', 'en'],
      ['not Directly from Microsoft or From 21Vianet', 'en'],
      ['Understood: Cloud: Public cloud', 'en'],
      ['One.  Two .', 'en'],
      ['Вы написали “да”', 'ru'],
      ['Microsoft 365', 'ru'],
      ['за 7 дней', 'ru'],
      ['одно — другое', 'ru'],
      ['云环境: 中国', 'zh-CN'],
      ['第一句。 第二句。', 'zh-CN'],
      ['中国(世纪互联)', 'zh-CN'],
      ['2024年9月', 'zh-CN'],
      ['március 15. óta', 'hu'],
    ] as const)
      assert.notDeepEqual(gluedIn(text, tag), [], text);
    assert.deepEqual(gluedIn('Still unknown: cloud and partner type.', 'en'), []);
  });
});
