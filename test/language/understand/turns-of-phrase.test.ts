import { saysAll } from './reading.js';

describe('what a line says in its own way', () => {
  it('is who accepts what was sent: nobody', () => {
    saysAll(
      [
        ['en', "we asked for the link, nobody's confirmed it", 'relationship=no'],
        ['en', 'we talked on the phone and they clicked accept, so yes', 'relationship=yes'],
      ],
      { asked: 'relationship', perspective: 'asker' },
    );
    saysAll([
      ['en', 'nobody has approved our invitation', 'relationship=no'],
      ['en', 'no one accepted the request', 'relationship=no'],
      ['ru', 'приглашение отправили, никто не принял', 'relationship=no'],
      ['ru', 'запрос на отношения никто так и не подтвердил', 'relationship=no'],
      ['hu', 'a meghívót senki nem fogadta el', 'relationship=no'],
      ['hu', 'a kapcsolatot még nem hoztuk létre', 'relationship=no'],
      ['pt-BR', 'ninguém aceitou o convite', 'relationship=no'],
    ]);
  });

  it('tells who sells each of two subscriptions now, and which of them is suspended', () => {
    saysAll([
      [
        'en',
        'E3 through EA and VMs from a reseller that has since left CSP',
        ' / service=license, seller=enterpriseAgreement / service=usage, seller=formerCspPartner',
      ],
      [
        'en',
        'M365 from GoDaddy, Azure they now have from Microsoft by card',
        ' / service=license, seller?cspPartner|otherReseller / service=usage, seller=microsoft',
      ],
      [
        'ru',
        'E3 по EA, а Azure теперь у другого CSP-партнёра',
        ' / service=license, seller=enterpriseAgreement / service=usage, seller=cspPartner',
      ],
      [
        'hu',
        'E5 EA-ban, az Azure most egy másik CSP partnernél',
        ' / service=license, seller=enterpriseAgreement / service=usage, seller=cspPartner',
      ],
      [
        'pt-BR',
        'E3 no EA, e o Azure agora está com outro parceiro CSP',
        ' / service=license, seller=enterpriseAgreement / service=usage, seller=cspPartner',
      ],
      [
        'en',
        'two subscriptions: E3 through EA and Azure from Microsoft by card, the second is suspended',
        ' / service=license, seller=enterpriseAgreement / service=usage, seller=microsoft, state=suspended',
      ],
    ]);
  });

  it('goes against what was thought', () => {
    saysAll([
      ['en', "I thought it was suspended, but I checked and it's active", 'state=active'],
      [
        'en',
        "boxed Office, I thought, but it turns out it's Microsoft 365 from GoDaddy",
        'service=license, seller?cspPartner|otherReseller',
      ],
      ['en', "thought the E3 was on legacy but it's on NCE", 'service=license, licensePlatform=newCommerce'],
      ['ru', 'думал, подписка активна, но посмотрел: приостановлена', 'state=suspended'],
      [
        'ru',
        'думал, что коробочный Office, но оказалось Microsoft 365 по EA',
        'service=license, seller=enterpriseAgreement',
      ],
      ['hu', 'azt hittem, aktív az előfizetés, de megnéztem és lejárt', 'state=expired'],
      ['pt-BR', 'pensei que estava suspensa, mas olhei e está ativa', 'state=active'],
      [
        'pt-BR',
        'achei que era Office de caixinha, mas é Microsoft 365 no EA',
        'service=license, seller=enterpriseAgreement',
      ],
      [
        'en',
        'I had GoDaddy down as the seller, but it was Microsoft, by card. Power BI',
        'service=license, seller=microsoft',
      ],
      [
        'en',
        "it isn't an Open deal, they have an MCA-E with their Microsoft rep",
        'seller=mcaEnterprise, seller≠volumeLicensing',
      ],
    ]);
  });

  it('is no wish where they moved by themselves', () => {
    saysAll([
      ['en', 'they moved to NCE last month, E3', 'service=license, licensePlatform=newCommerce'],
      ['en', 'they migrated to the Azure plan in May', 'service=usage, azurePlatform=azurePlan'],
      ['ru', 'в мае они перешли на NCE, E3', 'service=license, licensePlatform=newCommerce'],
      ['ru', 'они переехали на Azure plan ещё весной', 'service=usage, azurePlatform=azurePlan'],
      ['hu', 'májusban átálltak NCE-re, E3', 'service=license, licensePlatform=newCommerce'],
      ['pt-BR', 'eles migraram pro NCE em maio, E3', 'service=license, licensePlatform=newCommerce'],
      ['pt-BR', 'eles já migraram para o Azure plan', 'service=usage, azurePlatform=azurePlan'],
      [
        'en',
        'bring them over to NCE with us, E3',
        'service=license, goal=takeOver, licensePlatform=newCommerce',
      ],
      [
        'ru',
        'хотим перевести E3 к нам на NCE',
        'service=license, goal=takeOver, licensePlatform=newCommerce',
      ],
      [
        'hu',
        'át akarjuk vinni hozzánk az E3-at NCE-re',
        'service=license, goal=takeOver, licensePlatform=newCommerce',
      ],
      [
        'pt-BR',
        'queremos trazer o E3 pra gente no NCE',
        'service=license, goal=takeOver, licensePlatform=newCommerce',
      ],
    ]);
  });

  it('may close with the answer, or call the platform the new one or the old one', () => {
    saysAll(
      [
        ['en', 'the badge lapsed in May, so no', 'designation=notHeld'],
        ['ru', 'в мае не продлили, так что нет', 'designation=notHeld'],
        ['hu', 'májusban nem hosszabbítottuk, szóval nem', 'designation=notHeld'],
        ['pt-BR', 'não renovamos em maio, então não', 'designation=notHeld'],
      ],
      { asked: 'designation', perspective: 'asker' },
    );
    saysAll(
      [
        ['en', 'the new one', 'licensePlatform=newCommerce'],
        ['ru', 'новая', 'licensePlatform=newCommerce'],
        ['ru', 'на новой', 'licensePlatform=newCommerce'],
        ['hu', 'az újon', 'licensePlatform=newCommerce'],
        ['pt-BR', 'a nova', 'licensePlatform=newCommerce'],
        ['zh-CN', '新的', 'licensePlatform=newCommerce'],
        ['en', 'the old one', 'licensePlatform=legacy'],
        ['ru', 'старая', 'licensePlatform=legacy'],
      ],
      { asked: 'licensePlatform', perspective: 'asker' },
    );
    saysAll([['en', 'the new one I think', 'azurePlatform=azurePlan']], {
      asked: 'azurePlatform',
      perspective: 'asker',
    });
  });

  it('tells who was in CSP and is no more', () => {
    saysAll([
      ['en', "we were in CSP until May, now we aren't", 'partner=notCsp'],
      ['ru', 'мы были в CSP до прошлого года, сейчас уже нет', 'partner=notCsp'],
      ['hu', 'tavalyig benne voltunk a CSP-ben, most már nem vagyunk', 'partner=notCsp'],
      ['pt-BR', 'estávamos no CSP até maio, agora não estamos mais', 'partner=notCsp'],
    ]);
  });

  it("is a customer's who says what the asker is", () => {
    saysAll(
      [
        [
          'en',
          'your company is an indirect reseller, as we read on your site. Can you manage our E3?',
          'partner=indirectReseller, service=license, goal=support',
        ],
        [
          'hu',
          'Önök tudtommal közvetett viszonteladók. Az E3-unkat kellene kezelni',
          'partner=indirectReseller, service=license, goal=support',
        ],
        [
          'pt-BR',
          'vocês são revenda indireta, pelo que vi no site. Precisamos de suporte no nosso Azure',
          'partner=indirectReseller, service=usage, goal=support',
        ],
        [
          'en',
          "I understand you're direct bill. Please take over our Azure",
          'partner=directBill, service=usage, goal=takeOver',
        ],
      ],
      { perspective: 'customer' },
    );
  });

  it("is a customer's to whom something comes", () => {
    saysAll(
      [
        [
          'en',
          'you were recommended to us by a friend. We have E3 from GoDaddy',
          'service=license, seller?cspPartner|otherReseller',
        ],
        [
          'en',
          'the quote was sent to us in May. Our Azure needs somebody to look after it',
          'service=usage, goal=support',
        ],
        ['ru', 'вас нам порекомендовали. Azure наш надо администрировать', 'service=usage, goal=support'],
        [
          'hu',
          'a számlát továbbra is mi fizetjük, csak az E3 felügyeletét kérjük',
          'service=license, goal=support',
        ],
        [
          'pt-BR',
          'a fatura continua vindo pra gente. Só queremos que vocês administrem o E3',
          'service=license, goal=support',
        ],
      ],
      { perspective: 'customer' },
    );
  });

  it('names the trade of the customer', () => {
    saysAll([
      [
        'en',
        'the customer is a coffee shop in Leeds with E3 from GoDaddy',
        'service=license, seller?cspPartner|otherReseller',
      ],
      ['en', 'client is a web shop, E3 via EA', 'service=license, seller=enterpriseAgreement'],
      ['ru', 'клиент - интернет-магазин, E3 по EA', 'service=license, seller=enterpriseAgreement'],
      ['hu', 'az ügyfél egy webshop, E3 EA-ban', 'service=license, seller=enterpriseAgreement'],
      ['pt-BR', 'o cliente é uma loja de roupas, E3 no EA', 'service=license, seller=enterpriseAgreement'],
      ['en', 'client is a beer distributor with E3', 'service=license'],
      ['ru', 'клиент - дистрибьютор напитков, E3', 'service=license'],
      ['hu', 'az ügyfél gyógyszer-nagykereskedő, E3', 'service=license'],
      ['pt-BR', 'o cliente é distribuidora de alimentos, E3', 'service=license'],
    ]);
  });

  it('says whom one orders through by a pronoun', () => {
    saysAll([
      ['en', "we're no distributor, we buy from one", 'partner=indirectReseller'],
      ['ru', 'мы не дистрибьютор, мы закупаемся через него', 'partner=indirectReseller'],
      ['pt-BR', 'não somos distribuidor, compramos de um', 'partner=indirectReseller'],
    ]);
  });

  it('says something in passing that is nothing of the case', () => {
    saysAll([
      ['en', 'Office 365 for forty people, customer rang back', 'service=license'],
      ['ru', 'клиент перезвонил: E3 на сто человек по EA', 'service=license, seller=enterpriseAgreement'],
      ['en', 'we manage it, nothing else', 'goal=support'],
      ['ru', 'только администрируем, больше ничего', 'goal=support'],
      ['hu', 'csak üzemeltetjük, semmi mást', 'goal=support'],
      ['pt-BR', 'só administramos, mais nada', 'goal=support'],
      ['en', "don't know if we're allowed to manage their Azure", 'service=usage, goal=support'],
      ['hu', 'nem tudom, szabad-e üzemeltetnünk az Azure-jukat', 'service=usage, goal=support'],
      ['pt-BR', 'não sei se podemos administrar o Azure deles', 'service=usage, goal=support'],
      ['en', 'their card expired, Azure by card from Microsoft', 'service=usage, seller=microsoft'],
      ['ru', 'у них карта истекла, Azure с сайта Microsoft', 'service=usage, seller=microsoft'],
      ['hu', 'lejárt a kártyájuk, Azure a Microsoft oldaláról', 'service=usage, seller=microsoft'],
      ['pt-BR', 'o cartão deles venceu, Azure pelo site da Microsoft', 'service=usage, seller=microsoft'],
    ]);
  });
});
