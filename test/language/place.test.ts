import assert from 'node:assert/strict';
import type { LanguageTag } from '../../src/language/languages.js';
import { placeNamed, placeTold } from '../../src/language/place.js';

const COUNT = 5;

const NAMED: Readonly<Record<LanguageTag, readonly (readonly [line: string, place: number])[]>> = {
  en: [
    ['3', 3],
    ['the third one', 3],
    ['second', 2],
    ['2nd one please', 2],
    ['option b', 2],
    ["it's the first", 1],
    ['number four', 4],
    ['one', 1],
    ['one please', 1],
    ['option one', 1],
    ['the option one', 1],
    ['the b', 2],
    ['the last one', COUNT],
    ['6', COUNT + 1],
    ['No. 2', 2],
    ['№ 2', 2],
  ],
  ru: [
    ['второй', 2],
    ['второе', 2],
    ['вариант 4', 4],
    ['вариант б', 2],
    ['2-й', 2],
    ['третий вариант', 3],
    ['последний', COUNT],
  ],
  'zh-CN': [
    ['选3', 3],
    ['第三个', 3],
    ['第3个', 3],
    ['我选第二个吧', 2],
    ['二', 2],
    ['选B', 2],
    ['最后一个', COUNT],
  ],
  'pt-BR': [
    ['a 3', 3],
    ['terceira', 3],
    ['a segunda opção', 2],
    ['opção b', 2],
    ['a última', COUNT],
    ['2ª', 2],
    ['nº 2', 2],
  ],
  hu: [
    ['a harmadik', 3],
    ['a harmadikat', 3],
    ['2-es', 2],
    ['a kettest kérem', 2],
    ['2. opció', 2],
    ['az utolsó', COUNT],
  ],
};

const NOTHING: readonly string[] = [
  '7',
  '0',
  'the customer',
  'second hand licences',
  '3 seats',
  'no 1',
  'no, the first',
  'No: 2',
  'n 1',
  'b',
  'both',
  '两个',
  'um',
  'a',
  'option',
  'not the second',
  'no one',
  'one of them',
  'pick one',
  'No-one!',
  'the one',
  "that's the one",
  'The one please.',
  'не второй',
  'first they bought it from Microsoft',
];

describe('A place in the list that is shown', () => {
  it('is named by number, ordinal or letter, in every language', () => {
    for (const [tag, lines] of Object.entries(NAMED) as [LanguageTag, (typeof NAMED)['en']][]) {
      for (const [line, place] of lines) assert.equal(placeNamed(line, tag, COUNT), place, line);
    }
  });

  it('is not named where anything else is said, or where the list is shorter', () => {
    for (const line of NOTHING) assert.equal(placeNamed(line, 'en', COUNT), undefined, line);
    assert.equal(placeNamed('the third', 'en', 1), undefined);
  });

  it('may begin a line that says more', () => {
    assert.deepEqual(placeTold('The third one. They accepted it', 'en', COUNT), {
      place: 3,
      start: 0,
      end: 13,
    });
    assert.deepEqual(placeTold(' 2, и подписка активна', 'ru', COUNT), { place: 2, start: 1, end: 2 });
    assert.deepEqual(placeTold('第二个，客户在香港', 'zh-CN', COUNT), { place: 2, start: 0, end: 3 });
    for (const line of ['2', '2.', '2.5 years left', '3 seats, Azure', 'they, 2', '6. and more'])
      assert.equal(placeTold(line, 'en', COUNT), undefined, line);
  });

  it('may be hedged, or come as the conclusion', () => {
    for (const [tag, line, place] of [
      ['en', 'I think the second', 2],
      ['en', "the third I'm afraid", 3],
      ['en', 'it goes through a partner, so the second one', 2],
      ['ru', 'кажется второе', 2],
      ['ru', 'через посредника, то есть второе', 2],
      ['pt-BR', 'acho que a segunda', 2],
      ['pt-BR', 'passa por outro, então a terceira', 3],
      ['hu', 'szerintem a második', 2],
      ['hu', 'máson keresztül megy, tehát a harmadik', 3],
      ['zh-CN', '好像是第二个', 2],
      ['zh-CN', '走别人的，所以是第三个', 3],
    ] as const)
      assert.equal(placeTold(line, tag, COUNT)?.place, place, line);
    for (const line of ['I think so', 'so the one', 'they have two, so we will see', 'so be it'])
      assert.equal(placeTold(line, 'en', COUNT), undefined, line);
  });
});
