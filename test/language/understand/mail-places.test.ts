import assert from 'node:assert/strict';
import type { LanguageTag } from '../../../src/language/languages.js';
import { understand } from '../../../src/language/understand/understand.js';

/** Where a customer and who they write to are, as customers tell it in their mails: the region that says. */
const TOLD: Readonly<Record<LanguageTag, readonly (readonly [mail: string, region: string | undefined])[]>> =
  {
    en: [
      [
        'Our headquarters are in Rotterdam, while you, if I remember correctly, work out of Antwerp. We use Dynamics 365.',
        'same',
      ],
      [
        "I'm writing from our warehouse in Toronto. We bought Office 365 online. Your website says you sit in Dublin.",
        'different',
      ],
      ['Just like yourselves we are in Melbourne. Our E3 licences expired.', 'same'],
      [
        'Our Shenzhen factory uses Microsoft 365. Could your engineers look after it from Singapore?',
        'unlisted',
      ],
      ['We met you at the fair in Barcelona. Our office is in Lyon and we use Azure.', undefined],
    ],
    ru: [
      ['Наш завод в Гродно, а вы, если не ошибаюсь, в Минске? У нас Microsoft 365.', 'unlisted'],
      ['Пишу вам из Бишкека. У нас Azure. Вы, судя по сайту, работаете в Алматы.', 'same'],
      ['Мы, так же как и вы, находимся в Ереване, у нас Office 365.', 'same'],
      [
        'Головной офис у нас в Риге, а ваша компания, насколько мне известно, в Тбилиси. У нас Dynamics 365.',
        'different',
      ],
    ],
    'zh-CN': [
      ['我们集团总部在东京，听说贵公司在悉尼。我们用的是 Microsoft 365。', 'different'],
      ['本院位于吉隆坡，据我所知贵司在新加坡，我们有一套 Azure。', 'same'],
      ['和贵司一样，我们也在上海，用的是Office 365。', 'unlisted'],
    ],
    'pt-BR': [
      [
        'Escrevo de Montevidéu, somos uma cooperativa. Usamos o Microsoft 365. Vocês, se não me engano, atendem de Buenos Aires.',
        'same',
      ],
      [
        'Nossa matriz fica em Lisboa e vocês, pelo que vi no site, estão em Recife. Temos Azure.',
        'different',
      ],
      ['Assim como vocês, estamos em Curitiba. Temos 20 licenças do Microsoft 365.', 'same'],
    ],
    hu: [
      ['A pozsonyi irodánk Microsoft 365-öt használ. Önök, ha jól tudom, Győrben vannak.', 'same'],
      ['Cégünk székhelye Belgrád, Önök tudtommal pécsi cég. Azure-t használunk.', 'different'],
      ['Akárcsak Önök, mi is Debrecenben vagyunk, Office 365-öt használunk.', 'same'],
      ['A linzi leányvállalatunkról van szó, Dynamics 365. A soproni irodájukkal beszéltünk.', 'same'],
    ],
  };

describe("The places in a customer's mail", () => {
  for (const [tag, mails] of Object.entries(TOLD) as [LanguageTag, (typeof TOLD)[LanguageTag]][])
    it(`are told by who is where, ${tag}`, () => {
      for (const [mail, region] of mails) {
        const { readings } = understand(mail, { language: tag, perspective: 'customer' });
        const said = readings.find(({ fact }) => fact === 'region');
        assert.equal(said?.kind === 'is' ? said.value : undefined, region, mail);
      }
    });

  it('are no forms of other words', () => {
    const crew = understand('We are in Auckland and you are in Wellington. Copilot is for the sales crew.', {
      language: 'en',
      perspective: 'customer',
    });
    assert.deepEqual(crew.places, { customer: 'NZ', partner: 'NZ' });
    const tenant = understand('Bérlő: Temesvár, Románia. Partner: Önök, Budapest.', {
      language: 'hu',
      perspective: 'customer',
    });
    assert.deepEqual(tenant.places, { customer: 'RO', partner: 'HU' });
  });
});
