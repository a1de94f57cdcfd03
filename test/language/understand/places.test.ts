import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, type LanguageTag } from '../../../src/language/languages.js';
import { gazetteerOf } from '../../../src/language/lexicon/gazetteers.js';
import { placesIn } from '../../../src/language/understand/places/place-names.js';
import { wordsOf } from '../../../src/language/understand/text/word.js';
import { type Understanding, understand } from '../../../src/language/understand/understand.js';
import { isCountry, sameRegion } from '../../../src/policy/regions/regions.js';

/** What a line says of the two companies: `KZ/RU unlisted` is the customer's country, the asker's, and the region. */
function where(text: string, language: LanguageTag, perspective: 'asker' | 'customer' = 'asker'): string {
  const { readings, places }: Understanding = understand(text, { language, perspective });
  const region = readings.find(({ fact }) => fact === 'region');
  const said = region === undefined ? '' : region.kind === 'is' ? region.value : region.kind;
  return places === undefined ? said : `${places.customer}/${places.partner} ${said}`;
}

type Lines = Readonly<Record<LanguageTag, readonly (readonly [line: string, said: string])[]>>;

/** Whoever is there, however it is said. */
const SAID: Lines = {
  en: [
    ["customer is German, we're Austrian", 'DE/AT same'],
    ['both in Germany', 'DE/DE same'],
    ['we and the customer are in Germany', 'DE/DE same'],
    ['the customer is in Germany and so are we', 'DE/DE same'],
    ["customer's in Galway, we're in Belfast", 'IE/GB same'],
    ["We're an MSP in Denver, client down in Austin runs a few VMs", 'US/US same'],
    ["they're up in toronto and we're in buffalo new york", 'CA/US different'],
    ['client in DK, we are in AT', 'DK/AT same'],
    ['UK customer, we are in Ireland', 'GB/IE same'],
    ['parent company in the US, tenant in Germany, we are in Austria', 'DE/AT same'],
    ["we're a software distributor in Germany, customer is in Austria", 'AT/DE same'],
    ['we have a German customer, we are in Brazil', 'DE/BR different'],
    ['our customer is a Polish company and we are a Czech reseller', 'PL/CZ same'],
    ["is the customer in Serbia? we're Hungarian", 'RS/HU different'],
    ['foreign customer: they are in Poland, we are in Hungary', 'PL/HU same'],
    [
      'Client is based in Singapore and has taken Azure from Ingram Micro there. We are in Mumbai.',
      'SG/IN different',
    ],
    ['customer in Germany, they bought from a French distributor, we are in Spain', 'DE/ES same'],
  ],
  ru: [
    ['клиент из Казахстана, мы из РФ', 'KZ/RU unlisted'],
    ['клиент минский, мы из москвы', 'BY/RU unlisted'],
    ['клиент в Алматы, мы тоже алматинские', 'KZ/KZ same'],
    ['клиент у нас в бишкеке а мы в алматы подписка активная', 'KG/KZ same'],
    ['казахстанский клиент, сами мы из Узбекистана', 'KZ/UZ same'],
    ['заказчик из Германии, мы в Сербии', 'DE/RS different'],
    ['оба в Казахстане', 'KZ/KZ same'],
    ['мы работаем в Риге, клиент эстонский', 'EE/LV same'],
    ['Поправка: клиент всё-таки в Ташкенте, а не в Варшаве. Мы сами в Алматы.', 'UZ/KZ same'],
  ],
  hu: [
    ['szlovák az ügyfél, mi magyarok vagyunk', 'SK/HU same'],
    ['Szerb az ügyfél, mi magyarok vagyunk.', 'RS/HU different'],
    ['szlovák az ügyfél, mi magyar cég, vett egy belgrádi nagykertől', 'SK/HU same'],
    ['az ügyfél meg lengyel mi meg magyarok vagyunk', 'PL/HU same'],
    ['Ukrán ügyfelünk a Microsofttól vette az M365-öt, mi szegediek vagyunk.', 'UA/HU different'],
    ['az ügyfél bécsi, mi győriek vagyunk', 'AT/HU same'],
    ['az ügyfél Szabadkán, mi Szegeden', 'RS/HU different'],
    ['mindketten Ausztriában vagyunk', 'AT/AT same'],
    [
      'Egy osztrák ügyfélről lenne szó, mi Magyarországon vagyunk bejegyezve, tehát eltér a piac.',
      'AT/HU same',
    ],
  ],
  'zh-CN': [
    ['客户在香港，我们在上海', 'HK/CN unlisted'],
    ['客户在新加坡，我们是上海的代理商', 'SG/CN unlisted'],
    ['那个client他们是新加坡的啦我们也是新加坡的', 'SG/SG same'],
    ['我们是台湾的代理商，客户在香港', 'HK/TW different'],
    ['客户在日本，我们在韩国', 'JP/KR different'],
    ['客户在德国，我们也是', 'DE/DE same'],
    ['双方都在日本', 'JP/JP same'],
    ['我司为微软CSP合作伙伴，位于泰国；客户在香港', 'HK/TH same'],
  ],
  'pt-BR': [
    ['cliente de Miami, nós de SP', 'US/BR different'],
    ['cliente fica em Miami, a gente em Curitiba', 'US/BR different'],
    ['o cliente é de luanda em angola e nós somos de porto alegre', 'AO/BR different'],
    ['nós em Fortaleza e eles em Manaus', 'BR/BR same'],
    ['cliente argentino, nós somos do Chile', 'AR/CL same'],
    ['os dois no Chile', 'CL/CL same'],
    ['o cliente é uma empresa chilena e nós somos uma revenda brasileira', 'CL/BR different'],
    ['cliente em Lima, nós também', 'PE/PE same'],
  ],
};

/** Another country, one side alone, a seller's place, a language, a doubt: nothing of the region. */
const UNSAID: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: [
    'customer is in another country',
    'the customer is abroad',
    'customer is in a foreign market',
    'we are in Austria',
    'they bought in Germany, we are in Austria',
    'bought from a German distributor, customer speaks German, we are in Austria',
    'customer wants German invoices and we are Austrian',
    'customer is not in Germany, we are in Austria',
    'not sure if the customer is in Germany, we are in Austria',
    'we are in Mobile, customer is Polish',
    "same country as us... hmm no, just checked, it's a different one",
    'the customer has offices in Chicago and Vienna, we are in Austria',
    'their current partner is Swiss, we are Austrian',
    'we buy through a German distributor, customer is in France',
    'we work with a German distributor, customer is French',
  ],
  ru: [
    'клиент в другой стране',
    'клиент за рубежом',
    'клиент купил в Германии, мы в Польше',
    'их партнер в Польше, мы в Германии',
    'мы из того города, клиент из Литвы',
  ],
  hu: [
    'az ügyfél külföldi',
    'az ügyfél partnere osztrák, mi magyarok vagyunk',
    'más országban van az ügyfél',
    'osztrák disztribútortól vette az ügyfél, mi magyarok vagyunk',
    'Osztrák az ügyfél. Pontosítok: az anyacég osztrák, az előfizetés az ukrán leányé Kijevben, mi meg győriek vagyunk.',
  ],
  'zh-CN': [
    '客户在国外',
    '客户和我们不在一个国家',
    '客户从香港的代理商买的，我们在新加坡',
    '客户从新加坡公司买的，我们在香港',
  ],
  'pt-BR': [
    'cliente de outro país',
    'cliente no exterior',
    'o parceiro deles fica em Portugal, nós somos da Espanha',
    'cliente comprou em Portugal, somos do Brasil',
    'mesmo país... ops, outro país',
  ],
};

/** Written by the customer: "we" is there, "you" is the partner. */
const MAILS: Lines = {
  en: [['we are a software company in Munich; your company is in Dublin', 'DE/IE same']],
  ru: [['Мы находимся в Ташкенте, ваша компания в Варшаве', 'UZ/PL different']],
  hu: [
    ['Mi Szabadkán működünk, szerbiai kft. vagyunk, Önök pedig Szegeden', 'RS/HU different'],
    ['Mi Szabadkán működünk, Önök Szegeden. Azt hallottuk, hogy Önök magyarul is tudnak.', 'RS/HU different'],
  ],
  'zh-CN': [['我们公司在新加坡，想请你们香港公司来管理', 'SG/HK same']],
  'pt-BR': [['Nossa empresa fica em Lisboa, vocês ficam em São Paulo', 'PT/BR different']],
};

/** Said of the region itself, or of one country, it is an answer as before. */
const OUTRIGHT: Lines = {
  en: [
    ['customer is in another region', 'different'],
    ['same country', 'same'],
    ['not in another country', 'same'],
  ],
  ru: [
    ['в другом регионе клиент', 'different'],
    ['тенант в другой стране. поправка: в той же, что и мы', 'same'],
  ],
  hu: [
    ['az ügyfél másik régióban van', 'different'],
    ['ugyanaz az ország', 'same'],
  ],
  'zh-CN': [
    ['客户和我们不在一个区域', 'different'],
    ['跟客户同一个国家', 'same'],
  ],
  'pt-BR': [
    ['cliente em outra região', 'different'],
    ['O tenant fica no Brasil, mesmo país que o nosso.', 'same'],
  ],
};

for (const tag of LANGUAGE_TAGS) {
  describe(`Places in own words, ${tag}`, () => {
    it('give the region by the list of regions, and both countries', () => {
      for (const [line, said] of SAID[tag]) assert.equal(where(line, tag), said, line);
    });

    it('say nothing of the region where both are not told, or are not theirs', () => {
      for (const line of UNSAID[tag]) assert.equal(where(line, tag), '', line);
    });

    it('are the other way round in a mail of the customer', () => {
      for (const [line, said] of MAILS[tag]) assert.equal(where(line, tag, 'customer'), said, line);
    });

    it('are not needed where the region itself, or one country, is spoken of', () => {
      for (const [line, said] of OUTRIGHT[tag]) assert.equal(where(line, tag), said, line);
    });

    it('are named in its gazetteer with countries that there are, each word once', () => {
      const { language, peoples, cities, short } = gazetteerOf(tag);
      assert.equal(language, tag);
      for (const names of [peoples, cities, short]) {
        for (const code of Object.keys(names)) assert.ok(isCountry(code), code);
        const all = Object.values(names).flat();
        assert.deepEqual(
          all.filter((name, at) => all.indexOf(name) !== at),
          [],
        );
      }
    });

    it('are found by every name of its gazetteer', () => {
      const { peoples, cities, short } = gazetteerOf(tag);
      for (const [code, names] of [peoples, cities, short].flatMap((each) => Object.entries(each))) {
        for (const name of names) {
          const text = `x ${name}`;
          const found = placesIn(wordsOf(text), text, [tag]);
          assert.deepEqual(
            found.map((place) => place.code),
            [code],
            name,
          );
        }
      }
    });
  });
}

describe('Places in own words', () => {
  it('quote all that said so', () => {
    const line = 'E3 from the web, szlovák az ügyfél, mi magyarok vagyunk';
    const [region] = understand(line, { language: 'hu' }).readings.filter(({ fact }) => fact === 'region');
    assert.equal(region?.said.text, 'szlovák az ügyfél, mi magyarok');
    assert.equal(sameRegion({ customer: 'SK', partner: 'HU' }), 'same');
  });

  it('tell that another country was spoken of, where nothing more is known of it', () => {
    const abroad = (text: string): boolean => understand(text, { language: 'en' }).abroad;
    assert.ok(abroad('the customer is abroad'));
    assert.ok(!abroad('the customer is abroad, in another region'));
    assert.ok(!abroad('the customer is abroad, in Poland, and we are in Hungary'));
    assert.ok(!abroad('the customer is in Poland'));
  });
});
