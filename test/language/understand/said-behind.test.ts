import { saysAll, saysAllAlone } from './reading.js';

describe('What is said behind, or by somebody else', () => {
  it('is who shall invoice, in the next clause of the sentence', () => {
    saysAll([
      ['en', 'They want one bill a month and it should come from us', 'goal=takeOver'],
      ['ru', 'хочет чтобы всё было в том счёте который мы ей присылаем', 'goal=takeOver'],
    ]);
    saysAll(
      [
        ['en', 'Somebody has to send us an invoice, and we would like that to be you.', 'goal=takeOver'],
        [
          'ru',
          'Кто-то должен выставлять нам за них счета, и мы бы хотели, чтобы это были вы.',
          'goal=takeOver',
        ],
        ['hu', 'Valakinek számlát kell adnia róluk, és szeretnénk, ha Önök lennének azok.', 'goal=takeOver'],
        [
          'en',
          'Our old partner sent the invoice, and we are happy that you answered.',
          'seller?cspPartner|formerCspPartner',
        ],
      ],
      { perspective: 'customer' },
    );
  });

  it('is no acceptance that is still to come', () => {
    saysAll(
      [
        [
          'en',
          'Your reseller request is in my inbox, I will accept it when our director is back.',
          'relationship=no',
        ],
        [
          'pt-BR',
          'O pedido de relação de revendedor está aqui, aceito quando a diretora voltar.',
          'relationship=no',
        ],
        [
          'ru',
          'Ваш запрос на отношения лежит у меня в почте, приму, когда директор вернётся.',
          'relationship=no',
        ],
      ],
      { perspective: 'customer' },
    );
  });

  it('makes a distributor of whoever resellers buy from', () => {
    saysAll([
      ['en', 'Our 300 resellers order from us.', 'partner=indirectProvider'],
      ['hu', 'Háromszáz viszonteladó rendel tőlünk.', 'partner=indirectProvider'],
      ['en', 'Sherweb supplies us.', 'partner=indirectReseller'],
    ]);
  });

  it('denies what nobody did, and what nobody ever was', () => {
    saysAll([
      [
        'en',
        'Nobody bought anything from Microsoft here, the Business Premium came from another CSP partner',
        'service=license, seller=cspPartner, seller≠microsoft',
      ],
      ['en', "We've never been part of the CSP programme", 'partner=notCsp'],
    ]);
  });

  it('keeps a seller of whom something else is not known', () => {
    saysAll([
      [
        'en',
        'They signed up for M365 through an Advisor, not sure what he does these days',
        'service=license, seller=advisor',
      ],
      ['en', 'They signed up for M365 through an Advisor, not sure', 'service=license'],
    ]);
  });

  it('is no seller where a heading names whose products they are', () => {
    saysAll(
      [
        [
          'en',
          'We have two things with Microsoft: the Office licences, which another CSP partner bills us for, and an Azure account that I opened on microsoft.com.',
          ' / service=license, seller=cspPartner / service=usage, seller=microsoft',
        ],
      ],
      { perspective: 'customer' },
    );
  });

  it('is a task of the support, and no service beside it', () => {
    saysAll(
      [['en', 'Please quote for looking after our tenant: new users, devices, reports.', 'goal=support']],
      { perspective: 'customer' },
    );
  });

  it('is nothing of a case where a product is asked about, or a reason given', () => {
    saysAllAlone([
      [
        'pt-BR',
        'a assinatura foi desativada porque o cartão não passou, Business Premium',
        'service=license, state=suspended',
      ],
      ['ru', 'Copilot вообще умеет формулы в экселе?', ''],
      ['en', 'E5 for the whole team?', 'service=license'],
    ]);
  });
});
