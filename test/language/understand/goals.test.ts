import { saysAll } from './reading.js';

describe('what is wanted', () => {
  it('is to take over, where we are to send the invoice', () => {
    saysAll([
      ['en', 'the invoice should come from us', 'goal=takeOver'],
      ['en', 'it should be on our bill', 'goal=takeOver'],
      ['en', 'bring it under our CSP', 'goal=takeOver'],
      ['ru', 'счета приходили от нас а не от микрософта', 'seller≠microsoft, goal=takeOver'],
      ['hu', 'szeretnénk, ha mostantól a mi számlánkon menne', 'goal=takeOver'],
      [
        'hu',
        'lejárt az EA, a licenceket CSP-be visszük',
        'service=license, seller=enterpriseAgreement, goal=takeOver',
      ],
      ['zh-CN', '以后想挂到我们账单上来', 'goal=takeOver'],
      ['pt-BR', 'quero faturar o M365 do cliente', 'service=license, goal=takeOver'],
      ['pt-BR', 'faturar pelo CSP', 'goal=takeOver'],
      ['pt-BR', 'sair do EA e vir pro CSP', 'seller=enterpriseAgreement, goal=takeOver'],
    ]);
    saysAll(
      [
        ['en', 'the Board wants to see the invoices coming from your company', 'goal=takeOver'],
        ['ru', 'можно ли сделать так чтобы счета выставляли вы', 'goal=takeOver'],
        ['hu', 'szeretnénk, ha ezt is ti számláznátok nekünk', 'goal=takeOver'],
        ['zh-CN', '希望以后由贵公司开票', 'goal=takeOver'],
        ['pt-BR', 'gostaríamos que a cobrança viesse de vocês', 'goal=takeOver'],
      ],
      { perspective: 'customer' },
    );
  });

  it('is to sell more, where something is to be sold to somebody who has something', () => {
    const more = 'service=license, seller=enterpriseAgreement, goal=addServices';
    saysAll([
      ['en', 'can we sell Copilot to a customer with E3 under EA?', more],
      ['en', 'sell them Copilot beside their EA', more],
      ['ru', 'а можем мы продать копайлот клиенту, у которого E3 по EA?', more],
      ['hu', 'eladhatunk Copilotot egy ügyfélnek, akinek E3-a van EA-ban?', more],
      ['pt-BR', 'vender copilot pro cliente q tem E3 pelo EA', more],
      ['pt-BR', 'dá pra eu vender Copilot pra um cliente que tem E3 no EA?', more],
    ]);
    saysAll(
      [
        [
          'zh-CN',
          '希望可以直接跟你们公司买几个Copilot，原本的订阅不用动',
          'service=license, goal=addServices',
        ],
      ],
      { perspective: 'customer' },
    );
  });

  it('is not what is to be sold of what they have', () => {
    saysAll([
      [
        'en',
        'customer with an Azure plan wants Copilot on top',
        'service=usage, goal=addServices, azurePlatform=azurePlan',
      ],
    ]);
  });

  it('is to look after it, where the contract stays', () => {
    saysAll([
      ['en', 'they keep their EA, we only administer', 'seller=enterpriseAgreement, goal=support'],
      ['en', 'the billing stays with them, we do the admin', 'goal=support'],
      ['ru', 'договор остаётся у них, мы только админим', 'goal=support'],
      ['pt-BR', 'o cliente vai manter o contrato dele e a gente só administra', 'goal=support'],
    ]);
  });

  it('may be denied', () => {
    saysAll([
      ['en', "we don't want to take over the billing", 'goal≠takeOver'],
      ['ru', 'не хотим чтобы это был перевод', 'goal≠takeOver'],
      ['hu', 'A számlázást nem akarjuk átvenni.', 'goal≠takeOver'],
    ]);
  });

  it('is neither what others do, nor another cloud, nor another partner of record', () => {
    saysAll([
      ['en', 'we are direct bill and invoice the customer ourselves', 'partner=directBill'],
      ['en', 'digital partner of record', ''],
      ['pt-BR', 'trocar o parceiro de registro', ''],
      ['zh-CN', '从国际版迁到世纪互联版', 'cloud?public|china'],
    ]);
    saysAll([['en', 'I took over as office manager in May', '']], { perspective: 'customer' });
  });
});
