import { saysAll, saysAllAlone } from './reading.js';

const LICENSE = 'service=license';
const OTHER = 'service=other';
const SOLD = 'seller?cspPartner|otherReseller';

describe('what products are called', () => {
  it('finds licences by their nicknames, and as they are dictated', () => {
    saysAllAlone([
      ['en', 'customer runs Biz Standard', LICENSE],
      ['en', 'microsoft three sixty five for the front desk', LICENSE],
      ['en', 'our business central was set up last year', LICENSE],
      ['en', 'they run exchange plan 2', LICENSE],
      ['pt-BR', 'eles usam o microsoft três meia cinco', LICENSE],
      ['pt-BR', 'office trezentos e sessenta e cinco na recepção', LICENSE],
    ]);
  });

  it('tells what is bought once from a subscription', () => {
    saysAllAlone([
      ['en', 'Visio 2021 on two desktops', OTHER],
      ['en', 'SQL Server cores for the machine in their own basement', OTHER],
      ['en', 'office home and student', OTHER],
      ['en', 'a firewall from the Azure Marketplace', OTHER],
      ['pt-BR', 'Office 2019 no computador da recepção', OTHER],
      ['pt-BR', 'SQL Server 2019 no servidor deles', OTHER],
      ['pt-BR', 'chave vitalícia do Office', OTHER],
    ]);
  });

  it('takes a verb for no program', () => {
    saysAllAlone([
      ['en', "they can't open Outlook this morning", ''],
      ['en', 'bought under Open years ago', 'seller=volumeLicensing'],
    ]);
  });
});

describe('a designation', () => {
  it('is not held once it has lapsed, whoever says so in which clause', () => {
    saysAllAlone([
      ['en', 'our designation has lapsed', 'designation=notHeld'],
      ['en', 'we had the Azure infra designation but lost it in spring', 'designation=notHeld'],
      ['en', "our designation hasn't lapsed, we have it", 'designation=held'],
      ['pt-BR', 'a gente tinha a designação, mas venceu e não renovamos', 'designation=notHeld'],
      ['pt-BR', 'perdemos a designação em abril', 'designation=notHeld'],
    ]);
  });

  it('has brackets in its name, and stands in the list of what somebody is', () => {
    saysAllAlone([
      ['en', 'we hold the Infrastructure (Azure) designation', 'designation=held'],
      [
        'en',
        'direct bill, Azure Expert MSP, client has E3',
        'partner=directBill, service=license, designation=held',
      ],
      ['en', 'we are a Solutions Partner for Modern Work', ''],
      ['pt-BR', 'temos a Solutions Partner de Infraestrutura (Azure)', 'designation=held'],
    ]);
  });
});

describe('what is to come from the asker', () => {
  it('is added where the line says that the rest stays', () => {
    saysAllAlone([
      ['en', 'E3 stays put, they want Visio from us', `${LICENSE}, goal=addServices`],
      [
        'en',
        'the E5 is with another CSP and they want Copilot from us',
        `${LICENSE}, seller=cspPartner, goal=addServices`,
      ],
      ['pt-BR', 'o E3 fica onde está e a gente vende o Copilot', `${LICENSE}, goal=addServices`],
      ['pt-BR', 'cliente quer Power BI com a gente, sem mexer no E3', `${LICENSE}, goal=addServices`],
    ]);
  });

  it('is no support where a service of ours is sold', () => {
    saysAllAlone([
      ['en', "we'd sell our own helpdesk on top", 'goal=addServices'],
      ['en', 'put our managed backup beside it', 'goal=addServices'],
      ['en', 'they only want our helpdesk to look after it', 'goal=support'],
    ]);
  });

  it('is no move where somebody only went elsewhere, or something was never migrated', () => {
    saysAllAlone([
      ['en', 'these seats were never migrated', LICENSE],
      ['en', 'they moved to bigger offices', ''],
      ['en', 'move the seats to us', `${LICENSE}, goal=takeOver`],
    ]);
  });
});

describe('who we are not', () => {
  it('is no news beside who we are', () => {
    saysAllAlone([
      ['en', "we don't use a distributor, we're direct bill", 'partner=directBill'],
      ['en', 'our CSP authorisation has been revoked', 'partner=notCsp'],
      ['pt-BR', 'compramos direto da Microsoft, sem distribuidora no meio', 'partner=directBill'],
      ['pt-BR', 'nosso credenciamento CSP ainda não foi aprovado', 'partner=notCsp'],
    ]);
  });
});

describe('who buys directly', () => {
  it('is the asker, or the customer who writes', () => {
    const line = 'we buy straight from Microsoft';
    saysAllAlone([['en', line, 'partner=directBill']]);
    saysAll([['en', line, 'seller=microsoft']], { perspective: 'customer' });
  });
});

describe('letters that changed places', () => {
  it('are put right in words of four letters too', () => {
    saysAllAlone([
      ['en', 'tkae over the billing', 'goal=takeOver'],
      ['en', 'gcc hihg', 'cloud=usGov'],
      ['pt-BR', 'azure plna', 'service=usage, azurePlatform=azurePlan'],
    ]);
  });
});

describe('a seller that is named', () => {
  it('may be a company of any country', () => {
    saysAllAlone([
      ['en', 'bought at MTN Business', SOLD],
      ['en', 'they get it from Compugen', SOLD],
      ['pt-BR', 'contratado na Unifique', SOLD],
    ]);
  });
});

describe('how a subscription stands', () => {
  it('is what it is now', () => {
    saysAllAlone([
      ['en', 'it was a trial until last week', ''],
      ['en', 'cut off for non-payment', 'state=suspended'],
      ['en', 'the subscription ran out in June', 'state=expired'],
      ['pt-BR', 'expirou ontem, era NCE mensal', 'licensePlatform=newCommerce, state=expired'],
      ['pt-BR', 'cortaram por falta de pagamento', 'state=suspended'],
    ]);
  });
});

describe('where two companies are', () => {
  it('is said of the one that is named with its place, where the other is known', () => {
    saysAllAlone([
      ['en', 'a bakery in Leicester, we are in Coventry', 'region=same'],
      ['en', 'warehouse in Mombasa, we sit in Kampala', 'region=same'],
      ['en', 'they buy from a shop in Lyon, we are in Leeds', 'seller=otherReseller'],
      ['pt-BR', 'transportadora de Maringá, somos de Londrina', 'region=same'],
      ['pt-BR', 'cliente em Encarnación e a gente aqui em Foz, no Brasil', 'region=different'],
    ]);
  });
});

describe('what a move leads to', () => {
  it('is not what there is', () => {
    saysAllAlone([
      [
        'en',
        'they are on 0145P, bring it to our Azure plan',
        'service=usage, goal=takeOver, azurePlatform=legacyAzure',
      ],
      ['en', 'take over their Azure plan', 'service=usage, goal=takeOver, azurePlatform=azurePlan'],
    ]);
  });
});

describe('an invoice', () => {
  it('may be ours behind a pause', () => {
    saysAllAlone([
      ['en', "they'd like one invoice - ours", 'goal=takeOver'],
      ['pt-BR', 'querem uma nota só, a nossa', 'goal=takeOver'],
    ]);
  });
});

describe('what has run out', () => {
  it('is not the card, and not what will run out', () => {
    saysAllAlone([
      ['en', 'the card had expired', ''],
      ['en', 'it expires in August', ''],
      ['pt-BR', 'o cartão cadastrado venceu', ''],
    ]);
  });
});
