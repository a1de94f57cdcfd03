import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { answerData, countriesData, fillData } from '../../src/conversation/action.js';
import { partnerCountry } from '../../src/conversation/interview/whereabouts.js';
import { parseAction } from '../../src/conversation/parse-action.js';
import type { Session, Turn } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { placesText } from '../../src/language/places/places-text.js';
import { readCountry } from '../../src/language/places/read-country.js';
import { COUNTRIES } from '../../src/policy/regions/regions.js';
import { packed, unpacked } from '../../src/turn/record.js';
import { ofType } from '../cards/walk.js';
import { ELIGIBLE, fresh, having, known, notes, origin, say, screen, tap } from './talk.js';

/** Somebody who is asked about the region. */
function asked(language: LanguageTag = 'en'): Turn {
  const turn = tap(having(fresh(language), ELIGIBLE), {
    kind: 'change',
    fact: 'region',
    origin: origin(having(fresh(language), ELIGIBLE)),
  });
  assert.equal(screen(turn, 'question').fact, 'region');
  return turn;
}

function filled(session: Session, customerCountry: string, partner: string): Turn {
  const data = { ...countriesData(origin(session)), customerCountry, partnerCountry: partner };
  return tap(session, parseAction(data));
}

function text(turn: Turn): string {
  return present(turn.view, LANGUAGES[turn.language]).text;
}

const SAID: Readonly<Record<LanguageTag, string>> = {
  en: 'customer in Germany, we are in Austria',
  ru: 'клиент в Германии, мы в Австрии',
  'zh-CN': '客户在德国，我们在奥地利',
  'pt-BR': 'o cliente está na Alemanha, nós na Áustria',
  hu: 'az ügyfél Németországban van, mi Ausztriában',
};

describe('Two countries as the answer about the region', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`can be typed in ${tag}, and are shown with the answer`, () => {
      const turn = say(asked(tag), SAID[tag]);
      assert.equal(known(turn).region, 'same');
      assert.deepEqual(turn.conversation.places, { customer: 'DE', partner: 'AT' });
      const words = placesText(LANGUAGES[tag], { customer: 'DE', partner: 'AT' });
      assert.ok(text(turn).includes(words), text(turn));
      assert.ok(text(say(turn, 'ticket')).includes(words));
      const person = say(turn, 'person');
      assert.equal(screen(person, 'handOver').kind, 'handOver');
      assert.ok(text(person).includes(words));
      const call = present(say(turn, 'call').view, LANGUAGES[tag]);
      assert.ok(call.copy?.ticket.includes(words));
    });

    it(`can be chosen in ${tag}, from lists of every country by name`, () => {
      const question = asked(tag);
      const { card } = present(question.view, LANGUAGES[tag]);
      const inputs = ofType(card, 'Input.ChoiceSet');
      assert.deepEqual(
        inputs.map(({ id, label, style, value }) => [id, label, style, value]),
        [
          ['customerCountry', LANGUAGES[tag].say('places.customer'), 'compact', ''],
          ['partnerCountry', LANGUAGES[tag].say('places.partner'), 'compact', ''],
        ],
      );
      const { compare } = new Intl.Collator(LANGUAGES[tag].conventions);
      for (const { choices, errorMessage } of inputs) {
        const offered = choices as readonly { readonly title: string; readonly value: string }[];
        const titles = offered.map(({ title }) => title);
        assert.deepEqual(new Set(offered.map(({ value }) => value)), new Set(COUNTRIES));
        assert.equal(new Set(titles).size, titles.length);
        assert.deepEqual(titles, [...titles].sort(compare));
        // What is written instead of chosen is read as well, by hosts that let it pass.
        for (const { title, value } of offered) assert.equal(readCountry(title, tag), value, title);
        assert.equal(errorMessage, LANGUAGES[tag].say('places.pick'));
      }
      assert.ok(text(question).includes(LANGUAGES[tag].say('places.type')));
      const names = new Intl.DisplayNames(tag, { type: 'region' });
      const turn = filled(question, 'US', 'CA');
      assert.deepEqual(
        filled(question, names.of('US') ?? '', names.of('CA') ?? '').conversation,
        turn.conversation,
      );
      assert.equal(known(turn).region, 'different');
      assert.ok(text(turn).includes(placesText(LANGUAGES[tag], { customer: 'US', partner: 'CA' })));
    });
  }

  it('mean the same in whichever order, and in any spelling', () => {
    for (const line of [
      'Germany and Austria',
      'austria and germany.',
      'Austria / Germany',
      'DE/AT',
      'AT/DE',
      'Germany and AT',
      '🇩🇪 🇦🇹',
      'both in Germany',
    ])
      assert.equal(known(say(asked(), line)).region, 'same', line);
    // What is mended, or in a language that is not the reader's, is shown first.
    for (const line of ['at/de', 'Kunde Deutschland, wir Österreich', 'Germny, Austira', 'DE, AT']) {
      const turn = say(asked(), line);
      assert.equal(known(turn).region, undefined, line);
      assert.equal(known(say(turn, 'yes')).region, 'same', line);
    }
    assert.equal(known(say(asked(), 'Germany and Serbia')).region, 'different');
    for (const line of ['Germany and Belarus', 'China and China', 'China and Germany'])
      assert.equal(known(say(asked(), line)).region, 'unlisted', line);
  });

  it('tell whose is whose where the line says so, and claim nothing where it does not', () => {
    const told = say(asked(), 'we are in Austria and the customer is in Germany').conversation.places;
    assert.deepEqual(told, { customer: 'DE', partner: 'AT' });
    assert.equal(partnerCountry(told ?? {}), 'AT');
    const untold = say(asked(), 'Germany and Austria').conversation.places;
    assert.equal(partnerCountry(untold ?? {}), undefined);
    assert.deepEqual(say(asked(), 'US and Canada').conversation.places, {
      customer: 'US',
      partner: 'CA',
      unsaid: true,
    });
  });

  const OPEN: readonly (readonly [LanguageTag, string])[] = [
    ['en', 'Germany or Brazil'],
    ['en', 'either Germany or Brazil'],
    ['en', 'neither Germany nor Brazil'],
    ['en', 'not Germany, Brazil'],
    ['en', 'Germany and Brazil? not sure'],
    ['en', 'Germany, sorry, Brazil'],
    ['en', 'neither is in Germany'],
    ['ru', 'Германия или Бразилия'],
    ['ru', 'не Германия, а Бразилия'],
    ['zh-CN', '德国或巴西'],
    ['zh-CN', '不是德国'],
    ['pt-BR', 'Alemanha ou Brasil'],
    ['pt-BR', 'não Alemanha'],
    ['hu', 'Németország vagy Brazília'],
    ['hu', 'nem Németország, hanem Brazília'],
  ];
  for (const [tag, line] of OPEN) {
    it(`do not count where they are denied or left open: ${line}`, () => {
      const turn = say(asked(tag), line);
      assert.equal(known(turn).region, undefined);
      assert.equal(turn.conversation.places, undefined);
      assert.deepEqual(notes(turn), ['countryUnknown']);
    });
  }

  const DOUBTED: Readonly<Record<LanguageTag, readonly string[]>> = {
    en: [
      'Maybe Germany and Brazil',
      'if Germany and Brazil',
      'Germany and Brazil?',
      'Germany ≠ Brazil',
      '[x] Germany [ ] Brazil',
      '🇩🇪 ❌ 🇧🇷',
      '!Germany Brazil',
      'Germany, now Brazil',
      'weder Deutschland noch Brasilien',
      'Deutschland oder Brasilien',
      'we are in Germany and Brazil',
      '> customer in Germany\n> we are in Brazil',
      'might be Germany, we Brazil',
      'Germany, no, Brazil',
      'Jordan said Chad knows',
      'customer in Germany, tenant in Brazil',
      'company in Germany, tenant in Brazil',
      'both in Germany and Brazil',
      'Germany, also Brazil',
      'customer in Germany, customer in Brazil',
      'the customer is in Germany, we are in Brazil?',
      'the customer is not in Germany, we are in Brazil',
    ],
    ru: [
      'может быть Германия и Бразилия',
      'кроме Германии, Бразилия',
      'клиент был в Германии, мы в Бразилии',
      'клиент в Германии, тенант в Бразилии',
      'компания в Германии, тенант в Бразилии',
      'оба в Германии и Бразилии',
      'находится в Германии и Бразилии',
      'Германия, а также Бразилия',
    ],
    'zh-CN': [
      '可能是德国和巴西',
      '德国巴西吗',
      '客户以前在德国，我们在巴西',
      '客户在德国，租户在巴西',
      '公司在德国，租户在巴西',
    ],
    'pt-BR': [
      'acho que Alemanha e Brasil',
      'se Alemanha e Brasil',
      'o cliente estava na Alemanha, nós no Brasil',
      'o cliente está na Alemanha, o tenant no Brasil',
      'a empresa está na Alemanha, o tenant no Brasil',
    ],
    hu: [
      'talán Németország és Brazília',
      'kivéve Németország, Brazília',
      'az ügyfél Németországban volt, mi Brazíliában',
      'az ügyfél Németországban van, a bérlője Brazíliában',
      'mi Németországban és Brazíliában is vagyunk',
      'vannak Németországban és Brazíliában',
      'Németország is, Brazília is',
    ],
  };
  for (const tag of LANGUAGE_TAGS) {
    it(`are shown before they count where anything besides is said (${tag})`, () => {
      for (const line of DOUBTED[tag]) {
        const turn = say(asked(tag), line);
        assert.equal(known(turn).region, undefined, line);
        if (turn.view.screen.kind !== 'understood') continue;
        assert.deepEqual(
          turn.view.screen.read.map(({ fact, value }) => `${fact}=${value}`),
          ['region=different'],
          line,
        );
        assert.equal(known(tap(turn, { kind: 'accept', origin: origin(turn) })).region, 'different', line);
      }
      assert.equal(screen(say(asked(tag), DOUBTED[tag][0] ?? ''), 'understood').read.length, 1);
    });
  }

  it('count where a line says of each company whose it is', () => {
    for (const [tag, line] of [
      ['en', 'our company is in Germany, the customer in Brazil'],
      ['ru', 'наша компания в Германии, клиент в Бразилии'],
      ['zh-CN', '我们公司在德国，客户在巴西'],
      ['pt-BR', 'cliente na Alemanha, nossa empresa no Brasil'],
      ['hu', 'mi Németország, az ügyfél Brazília'],
    ] as const)
      assert.equal(known(say(asked(tag), line)).region, 'different', line);
  });

  it('are kept where one word says that both are in one country', () => {
    for (const [tag, line, country] of [
      ['en', 'both in Brazil', 'BR'],
      ['ru', 'оба в Бразилии', 'BR'],
      ['zh-CN', '都在巴西', 'BR'],
      ['pt-BR', 'ambos no Brasil', 'BR'],
      ['pt-BR', 'os dois no Brasil', 'BR'],
      ['hu', 'mindketten Brazíliában', 'BR'],
    ] as const) {
      const turn = say(fresh(tag), line);
      assert.equal(known(say(turn, 'yes')).region, 'same', line);
      assert.deepEqual(turn.conversation.places, { customer: country, partner: country }, line);
    }
  });

  it('are shown before they count where the second is doubted', () => {
    const both = say(say(asked(), 'the customer is in Germany'), 'perhaps Brazil');
    assert.equal(known(both).region, undefined);
    assert.deepEqual(screen(both, 'understood').read[0]?.places, { customer: 'DE', partner: 'BR' });
  });

  it('are not two small words', () => {
    for (const line of ['no, us', 'is/it', 'me/us', 'so/no', 'do/da', 'am/pm', 'by-us'])
      assert.equal(say(asked(), line).conversation.places, undefined, line);
    for (const line of ['DE/AT', 'SE/DK', 'IN/IT']) assert.ok(known(say(asked(), line)).region, line);
    for (const line of ['NO, US', 'IS IT', 'US', 'us and them', 'IT, AT', 'DE and AT and US'])
      assert.equal(known(say(asked(), line)).region, undefined, line);
  });

  it('are shown where the question is denied as well, and count where a code looks like a no', () => {
    for (const line of ['no, Germany and Brazil', 'No: Germany, we: Brazil']) {
      assert.equal(known(say(asked(), line)).region, undefined, line);
      assert.equal(known(say(say(asked(), line), 'yes')).region, 'different', line);
    }
    for (const line of ['NO/SE', 'Norway and Sweden'])
      assert.equal(known(say(asked(), line)).region, 'same', line);
  });

  it('are no words that only look like a code, and one that follows another is the other’s', () => {
    for (const line of ['the customer is in Germany, MS says so', 'IT says that the customer is in Germany'])
      assert.deepEqual(say(asked(), line).conversation.places, { customer: 'DE' }, line);
    assert.deepEqual(say(asked(), 'THE CUSTOMER IS IN GERMANY').conversation.places, { customer: 'DE' });
    const long = 'we talked for a long time about it all and nobody is sure about the Germny thing';
    assert.equal(say(asked(), long).conversation.places, undefined);
    const listed = say(asked(), 'the customer is in Germany, Austria').conversation.places;
    assert.deepEqual(listed, { customer: 'DE', partner: 'AT' });
  });

  it('may come one after the other: the first is kept, and the other asked for', () => {
    const one = say(asked(), 'we are in Austria');
    assert.deepEqual(notes(one), ['countryKept']);
    assert.equal(known(one).region, undefined);
    assert.equal(screen(one, 'question').fact, 'region');
    assert.match(text(one), /Your own tenant: Austria\. Which country is the customer’s tenant in\?/);
    const [customer, partner] = ofType(present(one.view, LANGUAGES.en).card, 'Input.ChoiceSet');
    assert.deepEqual([customer?.value, partner?.value], ['', 'AT']);
    const both = say(one, 'Germany');
    assert.equal(known(both).region, 'same');
    assert.deepEqual(both.conversation.places, { customer: 'DE', partner: 'AT' });
    assert.equal(known(filled(say(asked(), 'Germany'), 'Germany', 'Serbia')).region, 'different');
    assert.deepEqual(say(say(asked(), 'Germany'), 'Austria').conversation.places, {
      customer: 'DE',
      partner: 'AT',
      unsaid: true,
    });
    assert.equal(known(say(one, 'Austria')).region, 'same');
  });

  it('are not the same one twice: a line may have come again', () => {
    const once = say(asked(), 'Germany');
    for (const line of ['Germany', 'germany.', 'DE', 'in Germany', '🇩🇪']) {
      const twice = say(once, line);
      assert.equal(known(twice).region, undefined, line);
      assert.equal(screen(twice, 'understood').read[0]?.fact, 'region');
      assert.equal(known(say(twice, 'yes')).region, 'same');
    }
    const told = say(once, 'the customer is in Germany');
    assert.equal(known(told).region, undefined);
    assert.deepEqual(told.conversation.places, { customer: 'DE' });
  });

  it('are shown before they count where they may be one place with its country', () => {
    const lines: readonly (readonly [LanguageTag, string])[] = [
      ['en', 'Georgia, USA'],
      ['en', 'Hong Kong, China'],
      ['en', 'Puerto Rico / United States'],
      ['en', 'HK/CN'],
      ['en', 'Singapore, Singapore'],
      ['ru', 'Гонконг, Китай'],
      ['ru', 'Грузия, США'],
      ['zh-CN', '香港，中国'],
      ['zh-CN', '波多黎各、美国'],
      ['pt-BR', 'México, México'],
      ['pt-BR', 'Macau, China'],
      ['hu', 'Hongkong, Kína'],
      ['hu', 'Puerto Rico; Egyesült Államok'],
    ];
    for (const [tag, line] of lines) {
      const turn = say(asked(tag), line);
      assert.equal(known(turn).region, undefined, line);
    }
    assert.notEqual(known(say(asked(), 'Hong Kong and China')).region, undefined);
    assert.notEqual(known(say(asked(), 'Georgia, Germany')).region, undefined);
  });

  it('are countries where they are asked for, and no languages', () => {
    for (const [tag, line] of [
      ['en', 'HU'],
      ['en', 'customer: HU'],
      ['hu', 'RU'],
      ['pt-BR', 'cliente: HU'],
    ] as const) {
      const turn = say(asked(tag), line);
      assert.equal(turn.language, tag, line);
      assert.equal(turn.desk.customer, undefined, line);
      assert.ok(turn.conversation.places !== undefined, line);
    }
  });

  it('stay as they were answered elsewhere, where an older call form comes back', () => {
    const call = say(having(fresh(), ELIGIBLE), 'call');
    const drawn = { customer: '', partner: '' };
    const late = {
      ...fillData({}, 'en', origin(call), drawn),
      customerCountry: 'Germany',
      partnerCountry: 'Austria',
    };
    const elsewhere = say(asked(), 'the customer is in Brazil, we are in Germany');
    const session = { ...elsewhere, conversation: { ...elsewhere.conversation, key: call.conversation.key } };
    const turn = tap({ ...session, desk: { call: true } }, parseAction(late));
    assert.equal(known(turn).region, 'different');
    assert.deepEqual(turn.conversation.places, { customer: 'BR', partner: 'DE' });
  });

  it('lose nothing where one is no country: what is one is kept, and a sentence says what to do', () => {
    const wrong = filled(asked(), 'Atlantis', 'Austria');
    assert.deepEqual(notes(wrong), ['countryUnknown', 'countryKept']);
    assert.match(
      text(wrong),
      /I do not know one country called “Atlantis”\. Write its usual name, or its code such as DE\./,
    );
    assert.deepEqual(wrong.conversation.places, { partner: 'AT' });
    assert.deepEqual(known(wrong), ELIGIBLE);
    assert.deepEqual(notes(filled(asked(), '', '')), ['countryUnknown']);
    assert.match(text(filled(asked(), '', '')), /No country is chosen yet/);
    const lost = say(wrong, 'Lemuria');
    assert.deepEqual(notes(lost), ['countryUnknown']);
    assert.deepEqual(lost.conversation.places, { partner: 'AT' });
    // The options, their numbers and "I don't know" are answers still.
    assert.equal(known(say(wrong, '2')).region, 'different');
    assert.equal(known(say(wrong, 'no')).region, 'different');
    assert.equal(known(say(asked(), 'NO')).region, 'different');
    assert.equal(known(say(wrong, "I don't know")).region, 'unknown');
  });

  it('go where the region is answered with an option, and at the next customer', () => {
    const turn = say(asked(), SAID.en);
    const again = tap(turn, { kind: 'change', fact: 'region', origin: origin(turn) });
    const other = tap(again, parseAction(answerData('region', 'same', origin(again))));
    assert.equal(known(other).region, 'same');
    // Where the asker is stays.
    assert.deepEqual(other.conversation.places, { partner: 'AT' });
    assert.ok(!text(other).includes('list of 17 August 2023'));
    assert.deepEqual(say(turn, 'start over').conversation.places, { partner: 'AT', lastTime: true });
    // Another answer leaves them.
    assert.ok(text(say(say(turn, 'change goal'), '2')).includes('list of 17 August 2023'));
  });

  it('go where own words say another region, and stay where they say the same', () => {
    const turn = say(asked(), SAID.en);
    const other = say(say(turn, 'the customer is in another region'), 'yes');
    assert.equal(known(other).region, 'different');
    assert.deepEqual(other.conversation.places, { partner: 'AT' });
    assert.deepEqual(say(say(turn, 'the goal is to take over'), 'yes').conversation.places, {
      customer: 'DE',
      partner: 'AT',
    });
  });

  it('do nothing from an older card that could overwrite something', () => {
    const question = asked();
    const turn = say(question, SAID.en);
    const late = tap(
      turn,
      parseAction({ ...countriesData(origin(question)), customerCountry: 'US', partnerCountry: 'CA' }),
    );
    assert.deepEqual(notes(late), ['stale']);
    assert.deepEqual(late.conversation, turn.conversation);
    const foreign = parseAction({
      ...countriesData({ ...origin(question), key: 'other' }),
      customerCountry: 'US',
    });
    assert.deepEqual(notes(tap(turn, foreign)), ['foreign']);
  });

  it('are heard beside whatever else a line says', () => {
    const turn = say(
      asked(),
      'customer in Germany, we are in Austria, and they bought Azure directly from Microsoft',
    );
    // What stands in a sentence is shown before it counts.
    assert.equal(known(turn).region, undefined);
    assert.ok(screen(turn, 'understood').read.some(({ fact }) => fact === 'service'));
    assert.equal(known(say(turn, 'yes')).region, 'same');
  });

  it('are kept where they stand in the first words, and shown once those are confirmed', () => {
    const read = say(
      fresh(),
      'customer in Germany, we are in Austria, they bought Azure directly from Microsoft',
    );
    assert.equal(known(read).region, undefined);
    const yes = say(read, 'yes');
    assert.equal(known(yes).region, 'same');
    assert.deepEqual(yes.conversation.places, { customer: 'DE', partner: 'AT' });
    assert.ok(text(say(yes, 'ticket')).includes('both in the region Europe'));
    const other = say(say(read, 'no'), 'the customer is in another region');
    assert.ok(!text(say(say(other, 'yes'), 'ticket')).includes('in the region Europe'));
  });

  it('are shown with what was read from them, before anything is confirmed', () => {
    const read = say(fresh(), 'szlovák az ügyfél, mi magyarok vagyunk');
    const [region] = screen(read, 'understood').read;
    assert.deepEqual(region?.places, { customer: 'SK', partner: 'HU' });
    assert.ok(text(read).includes(placesText(LANGUAGES.en, { customer: 'SK', partner: 'HU' })));
    assert.equal(known(read).region, undefined);
    assert.equal(say(read, 'no').conversation.places, undefined);
    assert.deepEqual(say(say(read, 'yes'), 'ticket').conversation.places, { customer: 'SK', partner: 'HU' });
  });

  it('may be told by a city, or by a people', () => {
    const cities = say(asked(), 'they are in Miami, we are in Toronto');
    assert.equal(known(cities).region, undefined);
    assert.equal(known(say(cities, 'yes')).region, 'different');
    assert.deepEqual(say(asked(), 'Curitiba').conversation.places, { customer: 'BR', unsaid: true });
    assert.deepEqual(say(asked('hu'), 'mi győriek vagyunk').conversation.places, { partner: 'HU' });
  });

  for (const [tag, line] of [
    ['en', 'the customer is in another country'],
    ['ru', 'клиент в другой стране'],
    ['zh-CN', '客户在国外'],
    ['pt-BR', 'o cliente fica em outro país'],
    ['hu', 'az ügyfél külföldi'],
  ] as const) {
    it(`are asked for where only another country is spoken of (${tag})`, () => {
      for (const session of [asked(tag), having(fresh(tag), ELIGIBLE)]) {
        const turn = say(session, line);
        assert.equal(known(turn).region, undefined);
        assert.equal(screen(turn, 'question').fact, 'region');
        assert.deepEqual(notes(turn), ['countriesNeeded']);
      }
    });
  }

  it('stand in the form of the call card', () => {
    const call = say(having(fresh(), ELIGIBLE), 'call');
    const { card } = present(call.view, LANGUAGES.en);
    assert.equal(ofType(card, 'Input.Text').length, 2, 'lists would be too much beside all else');
    const drawn = { customer: '', partner: '' };
    const data = {
      ...fillData({}, 'en', origin(call), drawn),
      customerCountry: 'Germany',
      partnerCountry: 'Austria',
    };
    const turn = tap(call, parseAction(data));
    assert.equal(known(turn).region, 'same');
    assert.deepEqual(turn.conversation.places, { customer: 'DE', partner: 'AT' });
    // As they were drawn, they change nothing.
    const was = { customer: 'Germany', partner: 'Austria' };
    const same = {
      ...fillData({}, 'en', origin(turn), was),
      customerCountry: 'Germany',
      partnerCountry: 'Austria',
    };
    assert.equal(tap(turn, parseAction(same)).conversation.turn, turn.conversation.turn);
  });

  it('are told to whoever asks what is known', () => {
    assert.match(
      text(say(say(asked(), SAID.en), 'what do you know about me')),
      /Country of the customer’s tenant: Germany\nCountry of your own tenant: Austria/,
    );
  });

  it('are stored in a few bytes, and read again as they were', () => {
    for (const line of [SAID.en, 'Germany and Austria', 'we are in Austria', 'Germany']) {
      const { conversation } = say(asked(), line);
      const record = { conversation, language: 'en', recent: [] } as const;
      const stored = packed(record);
      assert.ok((stored.conversation.places ?? '').length <= 6);
      assert.deepEqual(unpacked(JSON.parse(JSON.stringify(stored)) as typeof stored), record);
    }
    const { conversation } = say(asked(), SAID.en);
    const stored = packed({ conversation, language: 'en', recent: [] });
    for (const places of ['ZZ/AT', '/', 'x', 'DE/AT/FR', 'DE/AT?!', '']) {
      const read = unpacked({ ...stored, conversation: { ...stored.conversation, places } }).conversation
        .places;
      assert.deepEqual(read, places === 'ZZ/AT' ? { partner: 'AT' } : undefined, places);
    }
  });

  it('are nothing more than countries, however hostile', () => {
    for (const hostile of [
      'x'.repeat(128_000),
      '\u202eynamreG',
      '🇩🇪'.repeat(30_000),
      '[a](http://b)',
      '{DE}',
      '__proto__',
    ]) {
      const turn = filled(asked(), hostile, hostile);
      assert.equal(known(turn).region, undefined);
      assert.ok(JSON.stringify(turn.view.notes).length < 300);
      assert.doesNotMatch(text(turn), /\]\(|[\u202a-\u202e]/u);
    }
    for (const line of ['Germany '.repeat(16_000), '\u0301'.repeat(128_000), '德'.repeat(128_000)])
      assert.equal(known(say(asked(), line)).region, undefined);
    for (const data of [{ customerCountry: 42, partnerCountry: [] }, { customerCountry: { a: 1 } }]) {
      const turn = tap(asked(), parseAction({ ...countriesData(origin(asked())), ...data }));
      assert.deepEqual(notes(turn), ['countryUnknown']);
    }
  });
});
