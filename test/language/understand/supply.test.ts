import assert from 'node:assert/strict';
import { companyFile } from '../../../src/language/lexicon/lexicons.js';
import { said, saysAllAlone } from './reading.js';

const OURS = 'partner=indirectReseller';
const OTHERS = 'seller?cspPartner|otherReseller';

describe('whom somebody buys from', () => {
  it('says that the asker is an indirect reseller', () => {
    saysAllAlone([
      ['en', 'our distributor is Ingram', OURS],
      ['en', 'our own disti is Westcoast', OURS],
      ['en', 'all orders go through TD SYNNEX', OURS],
      ['en', 'everything goes through a distributor', OURS],
      ['en', 'we buy everything through ingram', OURS],
      ['en', "we're Ingram's reseller", OURS],
      ['ru', 'закупаем у дистрибьютора, хотим забрать клиента', `${OURS}, goal=takeOver`],
      ['ru', 'мы реселлер через мерлион', OURS],
      ['ru', 'мы под ингрэмом', OURS],
      ['ru', 'Закупаемся через дистриба (Mont).', OURS],
      ['hu', 'disztribútoron keresztül dolgozunk', OURS],
      ['hu', 'disztritől vesszük', OURS],
      ['hu', 'mi a td synnexen keresztül rendelünk', OURS],
      ['hu', 'mi ingramos viszonteladó vagyunk', OURS],
      ['zh-CN', '从分销商进货', OURS],
      ['zh-CN', '我们不是直签，是走分销的', OURS],
      ['zh-CN', '我们是世纪互联的经销商，通过总代下单', `cloud=china, ${OURS}`],
      ['zh-CN', '我们是分销商的下家', OURS],
      ['zh-CN', '神码是我们拿货的总代', OURS],
      ['pt-BR', 'somos revenda da Ingram', OURS],
      ['pt-BR', 'Revenda da Ingram aqui em BH', OURS],
      ['pt-BR', 'fazemos os pedidos pela TD SYNNEX, que é a nossa distribuidora', OURS],
    ]);
  });

  it('says that the asker is a distributor', () => {
    saysAllAlone([
      ['en', 'resellers buy from us', 'partner=indirectProvider'],
      ['ru', 'реселлеры закупаются у нас', 'partner=indirectProvider'],
      ['hu', 'a viszonteladók tőlünk vesznek', 'partner=indirectProvider'],
      ['pt-BR', 'as revendas compram da gente', 'partner=indirectProvider'],
      ['zh-CN', '代理商都从我们这里拿货', 'partner=indirectProvider'],
    ]);
  });

  it('says nothing of the asker where it is the customer who buys, or where it is to go', () => {
    saysAllAlone([
      ['en', 'customer bought it from Ingram Micro', 'seller=cspPartner'],
      ['en', 'we want to take over Azure from Ingram', 'service=usage, seller=cspPartner, goal=takeOver'],
      ['en', "it's from Arrow, the distributor", 'seller=cspPartner'],
      ['ru', 'клиент купил у Мерлиона', 'seller=cspPartner'],
      ['ru', 'переезжаем к дистрибьютору', 'goal=takeOver'],
      ['hu', 'az ügyfél az ingramtól vette', 'seller=cspPartner'],
      ['zh-CN', '客户从神州数码买的', 'seller=cspPartner'],
      ['pt-BR', 'o cliente comprou pela Ingram', 'seller=cspPartner'],
    ]);
    assert.equal(said('we buy it from a distributor', { perspective: 'customer' }), 'seller=cspPartner');
  });
});

describe('companies by their names', () => {
  it('sold it, in CSP or not', () => {
    saysAllAlone([
      ['en', 'it came from GoDaddy', OTHERS],
      ['en', 'BT sold them Teams', `service=license, ${OTHERS}`],
      ['ru', 'им продал Софтлайн', OTHERS],
      ['ru', 'взяли у Ростелекома', OTHERS],
      ['hu', 'a Telekomnál vette', OTHERS],
      ['hu', '4iG-től van', OTHERS],
      ['zh-CN', '在阿里云上面买的', OTHERS],
      ['zh-CN', '中国电信买的', OTHERS],
      ['pt-BR', 'cliente comprou na Locaweb', OTHERS],
      ['pt-BR', 'o office 365 é da Vivo', `service=license, ${OTHERS}`],
    ]);
  });

  it('may have left CSP, or never have been in it', () => {
    saysAllAlone([
      ['ru', 'купил через allsoft, они вроде не csp', 'seller=otherReseller'],
      ['ru', 'покупал у Softline, сейчас они не в CSP', 'seller=formerCspPartner'],
    ]);
  });

  it('are words as well', () => {
    saysAllAlone([
      ['en', 'we also want to support it', 'goal=support'],
      ['pt-BR', 'claro, o cliente tem EA', 'seller=enterpriseAgreement'],
      ['pt-BR', 'Oi, o cliente tem EA', 'seller=enterpriseAgreement'],
    ]);
  });

  it('stand once each, by countries that there are', () => {
    const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const seen = new Set<string>();
    for (const [places, names] of Object.values(companyFile()).flatMap((kind) =>
      Object.entries<readonly string[]>(kind),
    )) {
      for (const code of places.split(' ')) assert.ok(code === '*' || countries.of(code), code);
      for (const name of names) {
        const plain = name.replace('~', '').toLowerCase();
        assert.ok(!seen.has(plain), name);
        seen.add(plain);
        // Signs are not read: of "1&1" two numbers would be left, and "1 1" is no company.
        assert.match(name, /^\d+$|\p{L}/u);
      }
    }
  });
});
