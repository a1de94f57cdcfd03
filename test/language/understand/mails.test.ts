import type { LanguageTag } from '../../../src/language/languages.js';
import { type LineCase, saysAll } from './reading.js';

/** What a customer asks for beside what they only tell. */
const ASKED: readonly LineCase[] = [
  [
    'en',
    'We have Office 365 from another CSP partner. Their support is dreadful. From May the invoice should come from you.',
    'service=license, seller=cspPartner, goal=takeOver',
  ],
  [
    'ru',
    'Office 365 нам продаёт другой партнёр CSP. Поддержка у них никакая. С мая хотим получать счёт от вас.',
    'service=license, seller=cspPartner, goal=takeOver',
  ],
  [
    'zh-CN',
    '我们的Office 365是从另一家CSP合作伙伴买的。他们的支持很差。希望从五月起由贵司开票。',
    'service=license, seller=cspPartner, goal=takeOver',
  ],
  [
    'pt-BR',
    'Temos Office 365 de outro parceiro CSP. O suporte deles é péssimo. A partir de maio queremos que a fatura venha de vocês.',
    'service=license, seller=cspPartner, goal=takeOver',
  ],
  [
    'hu',
    'Az Office 365-öt egy másik CSP-partnertől vesszük. A támogatásuk siralmas. Májustól Önöktől szeretnénk kapni a számlát.',
    'service=license, seller=cspPartner, goal=takeOver',
  ],
];

/** What somebody lacks they want, and denies nothing. */
const LACKED: readonly LineCase[] = [
  [
    'en',
    'We run Azure. What we lack is somebody who does the daily administration.',
    'service=usage, goal=support',
  ],
  [
    'ru',
    'У нас Azure. Не хватает тех, кто занимался бы администрированием. Это к вам?',
    'service=usage, goal=support',
  ],
  ['zh-CN', '我们用Azure。我们缺的只是日常管理的人手，贵司能承担吗？', 'service=usage, goal=support'],
  [
    'pt-BR',
    'Usamos Azure. O que nos falta é quem faça a administração diária.',
    'service=usage, goal=support',
  ],
  [
    'hu',
    'Azure-t használunk. Csak az hiányzik, aki a napi üzemeltetést végzi.',
    'service=usage, goal=support',
  ],
];

/** More, from whoever keeps what they have. */
const MORE: readonly LineCase[] = [
  [
    'en',
    'Our E5 seats are under an EA and stay there. We would buy thirty Visio licences from you.',
    'service=license, seller=enterpriseAgreement, goal=addServices',
  ],
  [
    'ru',
    'Наши E5 идут по EA и там остаются. Тридцать лицензий Visio мы бы купили у вас.',
    'service=license, seller=enterpriseAgreement, goal=addServices',
  ],
  [
    'zh-CN',
    '我们的E5在企业协议（EA）里，保持不变。想另外向贵司订30个Visio许可。',
    'service=license, seller=enterpriseAgreement, goal=addServices',
  ],
  [
    'hu',
    'Az E5-ünk az EA-ban van, az ott is marad. A mérnökeink vennének Önöktől harminc Visiót.',
    'service=license, seller=enterpriseAgreement, goal=addServices',
  ],
];

/** Names that stand in no list, and what a clause behind says of who was named. */
const SELLERS: readonly LineCase[] = [
  [
    'en',
    'We bought our Visio licences from Brackenfield in 2021.',
    'service=license, seller?cspPartner|otherReseller',
  ],
  [
    'en',
    'At the moment Brackenfield invoices us for the Visio seats.',
    'service=license, seller?cspPartner|otherReseller',
  ],
  ['en', 'We bought our Visio licences from March on.', 'service=license'],
  [
    'en',
    'The distributor we buy from confirmed it. It is about our Visio.',
    'service=license, seller=cspPartner',
  ],
  [
    'ru',
    'Лицензии Visio мы взяли у компании, это подтвердил дистрибьютор, у которого мы их покупаем.',
    'service=license, seller=cspPartner',
  ],
  ['pt-BR', 'O Visio foi fornecido por outro parceiro CSP.', 'service=license, seller=cspPartner'],
];

/** Who bought does not know from whom; what was not understood is something else. */
const UNKNOWN: readonly LineCase[] = [
  ['en', 'Nobody can tell me where it was bought. We use Visio.', 'service=license, seller=unknown'],
  ['ru', 'Где его покупали, никто сказать не может. У нас Visio.', 'service=license, seller=unknown'],
  [
    'en',
    'We have an Azure plan that we got from another CSP partner, and their invoices are a mystery.',
    'service=usage, seller=cspPartner, azurePlatform=azurePlan',
  ],
];

/** Of the asker: whose reseller they are, and what they hold. */
const OF_YOU: readonly LineCase[] = [
  [
    'hu',
    'Mivel Önök az ALSO viszonteladói, írok. Visio van nálunk.',
    'partner=indirectReseller, service=license',
  ],
  [
    'zh-CN',
    '贵司作为英迈的下级经销商应当了解。我们用的是Visio。',
    'partner=indirectReseller, service=license',
  ],
  [
    'en',
    'Congratulations on your Solutions Partner for Infrastructure designation! We use Visio.',
    'service=license, designation=held',
  ],
];

/** An invitation that came is none that was accepted. */
const INVITED: readonly LineCase[] = [
  [
    'en',
    'We received your reseller request, legal has not approved it. We use Visio.',
    'service=license, relationship=no',
  ],
  [
    'ru',
    'Ваш запрос на отношения реселлера получили, юристы его не согласовали. У нас Visio.',
    'service=license, relationship=no',
  ],
  [
    'ru',
    'Ваше приглашение реселлера я отклонил, принял за спам. У нас Visio.',
    'service=license, relationship=no',
  ],
];

describe("A customer's mail", () => {
  const customer = { perspective: 'customer' } as const;

  it('asks for something, and tells of other things', () => saysAll(ASKED, customer));
  it('asks for what is lacking', () => saysAll(LACKED, customer));
  it('asks for more beside what stays', () => saysAll(MORE, customer));
  it('names sellers that no list has', () => saysAll(SELLERS, customer));
  it('may not know who sold', () => saysAll(UNKNOWN, customer));
  it('tells of whom it is written to', () => saysAll(OF_YOU, customer));
  it('tells what became of the invitation', () => saysAll(INVITED, customer));

  it('has nothing of this in it where a partner writes', () => {
    const notes: readonly (readonly [LanguageTag, string, string])[] = [
      ['en', 'They bought the Visio licences from Brackenfield.', 'service=license'],
    ];
    saysAll(notes);
  });
});
