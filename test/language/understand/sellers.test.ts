import { saysAll } from './reading.js';

describe('where it was bought', () => {
  it('is an agreement for enterprises where it was signed with somebody of Microsoft', () => {
    saysAll([
      ['en', 'they signed the MCA with their Microsoft account manager', 'seller=mcaEnterprise'],
      ['en', 'they bought it on the web under the MCA', 'seller=microsoft'],
      ['en', 'MCA-E or EA', 'seller?mcaEnterprise|enterpriseAgreement'],
      ['zh-CN', '跟微软的客户代表签的MCA-E，每月由微软直接出账', 'seller=mcaEnterprise'],
      ['hu', 'MCA-E-t írtak alá a Microsoft sales-esével', 'seller=mcaEnterprise'],
    ]);
    saysAll(
      [
        ['ru', 'подписали Microsoft Customer Agreement с представителем Microsoft', 'seller=mcaEnterprise'],
        [
          'pt-BR',
          'assinamos o Microsoft Customer Agreement com o representante da Microsoft',
          'seller=mcaEnterprise',
        ],
      ],
      { perspective: 'customer' },
    );
  });

  it("is 21Vianet's own site where that is named", () => {
    saysAll([
      ['zh-CN', '客户在世纪互联官网自己下单的', 'cloud=china, seller=vianet'],
      ['zh-CN', '客户在世纪互联的官方商城买的', 'cloud=china, seller=vianet'],
      ['zh-CN', '21v官网买的', 'cloud=china, seller=vianet'],
      ['zh-CN', '国内版官网买的', 'cloud=china, seller=vianet'],
      ['zh-CN', '客户在微软官网买的', 'seller=microsoft'],
    ]);
  });

  it('is not what the asker is, nor whose CSP it shall come to', () => {
    saysAll([
      ['en', "we're a direct bill shop in Chicago", 'partner=directBill'],
      ['en', 'bring it into our CSP', 'goal=takeOver'],
      ['pt-BR', 'trazer essa assinatura pra dentro do nosso csp', 'goal=takeOver'],
      [
        'hu',
        'direkt számlás partner vagyunk, az ügyfél olyantól vette, aki kiesett a csp-ből',
        'partner=directBill, seller=formerCspPartner',
      ],
    ]);
  });
});

describe('what comes in a box', () => {
  it('is no subscription, though it is Office', () => {
    saysAll([
      ['en', 'perpetual Office 2021 boxes', 'service=other'],
      ['ru', 'бессрочный Office, коробка', 'service=other'],
      ['hu', 'dobozos Office 2021', 'service=other'],
      ['zh-CN', 'office 2021盒装的', 'service=other'],
      ['pt-BR', 'aquele Office 2019 vitalício', 'service=other'],
    ]);
  });
});

describe('a contract of our own with Microsoft', () => {
  it('makes the asker bill directly', () => {
    saysAll([
      ['en', 'we have our own CSP agreement with MS', 'partner=directBill'],
      ['ru', 'мы с майкрософтом напрямую рассчитываемся по csp', 'partner=directBill'],
      ['hu', 'közvetlen CSP szerződésünk van a Microsofttal', 'partner=directBill'],
      ['zh-CN', '我们是直接跟微软签的CSP合同', 'partner=directBill'],
      ['pt-BR', 'temos contrato CSP próprio e faturamos direto com a Microsoft', 'partner=directBill'],
    ]);
  });
});
