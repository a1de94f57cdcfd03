import assert from 'node:assert/strict';
import { understand } from '../../../src/language/understand/understand.js';
import { saysAll } from './reading.js';

describe('What is named besides', () => {
  it('is the designation that was held once', () => {
    saysAll([
      ['en', "we had Solutions Partner, it's gone now", 'designation=notHeld'],
      ['en', 'we had the Infrastructure designation but not any more', 'designation=notHeld'],
      ['ru', 'у нас был Azure Expert MSP, больше нет', 'designation=notHeld'],
      ['zh-CN', 'Solutions Partner之前有，现在没了', 'designation=notHeld'],
      ['zh-CN', 'Expert MSP 续不上，我们现在没有了，前面那个“有”请改掉', 'designation=notHeld'],
      ['pt-BR', 'tínhamos a designação, agora não temos mais', 'designation=notHeld'],
      ['hu', 'volt Azure Expert MSP-nk, már nincs', 'designation=notHeld'],
    ]);
  });

  it('is what resellers get through us', () => {
    saysAll([
      [
        'en',
        "We don't deal with end users, resellers get their licences through us",
        'partner=indirectProvider, service=license',
      ],
      ['ru', 'Через нас лицензии берут с полсотни дилеров', 'partner=indirectProvider, service=license'],
      ['zh-CN', '我们不碰最终客户，许可都是经销商找我们拿', 'partner=indirectProvider, service=license'],
      [
        'hu',
        'a viszonteladók rajtunk keresztül veszik a licenceket',
        'partner=indirectProvider, service=license',
      ],
    ]);
  });

  it('is who left the programs, and not the asker, where a seller was named before', () => {
    saysAll([
      [
        'ru',
        'E3 купили у перекупщика, который ни в CSP, ни в каких других программах не состоит',
        'service=license, seller=otherReseller',
      ],
      ['ru', 'мы обычный аутсорсер, к CSP отношения не имеем', 'partner=notCsp'],
      ['en', 'E3 bought from a corner shop that is not in CSP', 'service=license, seller=otherReseller'],
    ]);
  });

  it('is nothing that is to be sold where it comes from somebody', () => {
    saysAll([
      [
        'en',
        'NCE seats from the web shop and next to those Azure on an EA',
        ' / service=license, seller=otherReseller, licensePlatform=newCommerce / service=usage, seller=enterpriseAgreement',
      ],
      ['zh-CN', '电脑是在店里买的，店家顺便卖了几个E3', 'service=license, seller=otherReseller'],
      ['hu', 'tavaly átálltak Azure planre', 'service=usage, azurePlatform=azurePlan'],
    ]);
  });

  it('is who does it for somebody else, or what was there before', () => {
    saysAll([
      ['ru', 'их прежние E3 не трогаем, Visio допродаём', 'service=license, goal=addServices'],
      ['zh-CN', '我们跟微软直接结算', 'partner=directBill'],
      ['pt-BR', 'o cliente quer que cuidemos do ambiente', 'goal=support'],
      ['pt-BR', 'órgão da administração municipal com E3', 'service=license'],
      [
        'hu',
        'A Microsoft elvette a CSP jogosultságukat, tőlük volt az E3',
        'service=license, seller=formerCspPartner',
      ],
      [
        'pt-BR',
        'Comprou o E3 de um mercadinho do bairro, loja que não é parceira da Microsoft',
        'service=license, seller=otherReseller',
      ],
    ]);
  });

  it('is a seller that nobody remembers', () => {
    saysAll([
      [
        'en',
        'nobody at the customer remembers who sold them the licences',
        'service=license, seller=unknown',
      ],
      ['zh-CN', '客户那边没人记得许可是谁卖的', 'service=license, seller=unknown'],
      ['pt-BR', 'ninguém no cliente lembra quem vendeu as licenças', 'service=license, seller=unknown'],
    ]);
  });

  it('is how many people there are, and nobody is called', () => {
    for (const line of ['E3 по EA, человек 60', 'E3 по EA, в конторе шесть человек'])
      assert.equal(understand(line, { language: 'ru' }).intent, undefined, line);
    const line = 'atendente aqui: o cliente comprou Dynamics 365 pelo MPSA';
    assert.equal(understand(line, { language: 'pt-BR' }).intent, undefined);
    assert.equal(understand('E3 по EA, позовите человека', { language: 'ru' }).intent, 'person');
  });

  it('is an invitation that was accepted, or was let go', () => {
    saysAll([
      ['en', 'The invitation went out on Tuesday and they clicked accept this morning', 'relationship=yes'],
      ['pt-BR', 'O convite saiu na terça e hoje cedo eles clicaram em aceitar', 'relationship=yes'],
      ['hu', 'Meghívót küldtünk a kapcsolatra, lejárt, mielőtt bárki rákattintott volna', 'relationship=no'],
    ]);
  });
});
