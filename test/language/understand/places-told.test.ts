import assert from 'node:assert/strict';
import type { LanguageTag } from '../../../src/language/languages.js';
import { understand } from '../../../src/language/understand/understand.js';
import { saysAll } from './reading.js';

type Told = readonly [language: LanguageTag, line: string, places: string];

/** Where the two companies are, `KZ/RU`: the customer's country, and the asker's; nothing where both are not told. */
function tellsAll(cases: readonly Told[]): void {
  for (const [language, line, told] of cases) {
    const { places } = understand(line, { language, perspective: 'asker' });
    assert.equal(places === undefined ? '' : `${places.customer}/${places.partner}`, told, line);
  }
}

describe('Where two companies are, in a note', () => {
  it('is of the customer where the note opens with a place, and says where we are', () => {
    tellsAll([
      ['en', "Bakery chain in Leeds, we're in Cork. 30 Business Standard seats.", 'GB/IE'],
      ['en', "Bookshop, Oslo. We're in Stockholm.", 'NO/SE'],
      ['ru', 'Автосалон в Бишкеке, мы из Алматы, 20 мест Business Standard', 'KG/KZ'],
      ['zh-CN', '深圳一家工厂，我们在香港，30个E3', 'CN/HK'],
      ['pt-BR', 'Padaria em Lisboa, nós ficamos em Recife. 12 Business Standard', 'PT/BR'],
      ['hu', 'Étteremlánc, Zágráb. Mi Szegeden vagyunk.', 'HR/HU'],
      ['hu', 'Pozsonyi fogászat az ügyfél, mi Győrben vagyunk', 'SK/HU'],
      ['en', "Bought from a shop in Prague, we're in Vienna", ''],
      ['ru', 'Купили в магазине в Варшаве, мы в Праге', ''],
    ]);
  });

  it('is ours where our office, or what kind of partner somebody is, stands beside it', () => {
    tellsAll([
      ['en', 'Nairobi shipping agent, runs a few VMs. Our head office is in Lagos.', 'KE/NG'],
      ['en', 'direct bill partner out of Johannesburg. Customer: a mine in Botswana.', 'BW/ZA'],
      ['ru', 'Типография, Ереван. Наш офис в Тбилиси.', 'AM/GE'],
      ['ru', 'непрямой реселлер в Минске, конечный заказчик в Варшаве', 'PL/BY'],
      ['zh-CN', '间接提供商，在东京；最终客户在首尔', 'KR/JP'],
      ['pt-BR', 'Provedor indireto em Madri, cliente final em Lisboa', 'PT/ES'],
      ['hu', 'Az irodánk Budapesten van, az ügyfél Kolozsváron', 'RO/HU'],
      ['en', 'Their distributor is in Vienna, the customer is in Bratislava.', ''],
    ]);
  });

  it('is of whom it was before a correction, by what is denied where both were told', () => {
    tellsAll([
      ['en', 'I had them in Zurich, correction: Milan. Our team is in Munich', 'IT/DE'],
      ['en', "we're Spanish, customer's Portuguese. scratch that, Brazilian, not Portuguese", 'BR/ES'],
      ['ru', 'Клиент в Праге, ой нет, в Братиславе. Мы в Вене.', 'SK/AT'],
      ['zh-CN', '客户在曼谷，不对，在吉隆坡。我们在新加坡', 'MY/SG'],
      ['pt-BR', 'cliente em Bogotá, digo, em Quito. A gente tá em Lima', 'EC/PE'],
      ['hu', 'Az ügyfél román, mi magyarok vagyunk. Bocsánat, ukrán, nem román.', 'UA/HU'],
    ]);
  });

  it('is where somebody is now, not where they were, nor where only a warehouse is', () => {
    tellsAll([
      ['en', 'the customer used to be in Sydney but is in Auckland now, and we are in Melbourne', 'NZ/AU'],
      [
        'en',
        'They only have a warehouse in Dubai, the tenant is registered in Cairo. We are in Amman.',
        'EG/JO',
      ],
      ['ru', 'Сначала я написал, что клиент в Риге, а он в Таллине; мы в Вильнюсе', 'EE/LT'],
      ['ru', 'В Берлине у них только склад, сама компания в Баку. Мы в Тбилиси', 'AZ/GE'],
      ['zh-CN', '之前说客户在香港，其实在新加坡，我们在香港', 'SG/HK'],
      [
        'pt-BR',
        'Tinha dito que o cliente era do Chile, na verdade é da Argentina; somos de São Paulo',
        'AR/BR',
      ],
      ['hu', 'Az ügyfél eleinte Szerbiában volt, most már Horvátországban van, mi Pécsen vagyunk', 'HR/HU'],
    ]);
  });

  it('is the country that a city is said to be in', () => {
    tellsAll([
      ['en', 'The customer is in Cordoba in Spain, we are in Lisbon', 'ES/PT'],
      ['pt-BR', 'cliente em Córdoba na Espanha, nós em Lisboa', 'ES/PT'],
    ]);
  });

  it('is no wish to move anything', () => {
    saysAll([
      ['ru', 'раньше клиент был в Москве, теперь переехал в Дубай, мы в Алматы', 'region=same'],
      ['zh-CN', '客户以前在上海，现在搬到新加坡了，我们在新加坡', 'region=same'],
    ]);
  });
});
