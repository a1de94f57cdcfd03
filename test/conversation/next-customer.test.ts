import assert from 'node:assert/strict';
import type { Session } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { ELIGIBLE, fresh, having, known, notes, origin, say, screen, tap } from './talk.js';

const BEFORE = {
  cloud: 'usGov',
  partner: 'directBill',
  service: 'license',
  seller: 'microsoft',
  goal: 'support',
} as const;

function answered(language: LanguageTag): Session {
  return having(fresh(language), BEFORE);
}

/** Nothing but that another customer follows. */
const ALONE: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: [
    'new customer',
    'Next customer!',
    'ok, another client please',
    'I have a different customer now',
    'next call',
    'we have got one more customer.',
  ],
  ru: [
    'новый клиент',
    'Теперь другой заказчик',
    'у меня ещё один клиент',
    'следующий звонок, пожалуйста',
    'звонит другой клиент',
  ],
  'zh-CN': ['新客户', '好的，换一位客户吧', '现在是另一个客户', '我这边还有一个客户', '下一位来电者'],
  'pt-BR': [
    'novo cliente',
    'Agora outro cliente, por favor!',
    'tenho mais um cliente',
    'próxima ligação',
    'um cliente diferente',
  ],
  hu: [
    'új ügyfél',
    'Most egy másik ügyfél jön',
    'van még egy ügyfelem',
    'uj ugyfel',
    'jöhet a következő hívó',
  ],
};

/** The same, and then what they have. */
const TOLD: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: [
    'New customer: Office 365 E3 from another CSP partner',
    'OK, now I have another customer, they bought Office 365 E3 from another CSP partner',
    'Different client - Office 365 E3 from another CSP partner',
    'Next: Office 365 E3 from another CSP partner',
    'Another one. Office 365 E3 from another CSP partner',
  ],
  ru: [
    'Новый клиент: Office 365 E3 у другого партнера CSP',
    'Есть ещё один клиент, Office 365 E3 у другого партнера CSP',
    'Звонит другой заказчик. Office 365 E3 у другого партнера CSP',
    'Следующий: Office 365 E3 у другого партнера CSP',
  ],
  'zh-CN': [
    '新客户：Office 365 E3 从另一家 CSP 合作伙伴购买',
    '现在是另外一位客户，Office 365 E3 从另一家 CSP 合作伙伴购买',
    '下一个：Office 365 E3 从另一家 CSP 合作伙伴购买',
  ],
  'pt-BR': [
    'Novo cliente: Office 365 E3 de outro parceiro CSP',
    'Tenho outro cliente aqui, Office 365 E3 de outro parceiro CSP',
    'Cliente diferente. Office 365 E3 de outro parceiro CSP',
    'Próximo: Office 365 E3 de outro parceiro CSP',
  ],
  hu: [
    'Új ügyfél: Office 365 E3 egy másik CSP-partnertől',
    'Most egy másik ügyfelem van, Office 365 E3 egy másik CSP-partnertől',
    'Következő ügyfél, Office 365 E3 egy másik CSP-partnertől',
    'Következő: Office 365 E3 egy másik CSP-partnertől',
  ],
};

/** These speak of what is new or other, and of the same customer. */
const THE_SAME: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: [
    'New customer agreement signed, it was Office 365 E3',
    'Another partner sold them Office 365 E3',
    'It is not a new customer: Office 365 E3',
    'Someone else sold them Office 365 E3',
    'Next year they want Office 365 E3',
    'The customer is new: Office 365 E3',
  ],
  ru: [
    'Другой партнер продал им Office 365 E3',
    'Другая компания продала им Office 365 E3',
    'Это не новый клиент: Office 365 E3',
    'Новый договор: Office 365 E3',
  ],
  'zh-CN': ['新客户协议：Office 365 E3', '另一家合作伙伴卖的 Office 365 E3', '不是新客户：Office 365 E3'],
  'pt-BR': [
    'Outro parceiro vendeu o Office 365 E3',
    'Novo contrato: Office 365 E3',
    'Não é um novo cliente: Office 365 E3',
  ],
  hu: [
    'Másik partner adta el az Office 365 E3-at',
    'Új szerződés: Office 365 E3',
    'Ez nem új ügyfél: Office 365 E3',
    'Új ügyfélszerződés, Office 365 E3',
  ],
};

/** Another call, or case, of the customer that is talked about. */
const OF_THE_SAME: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: [
    'another call with the same customer: E3 from Microsoft',
    'Next case for this customer: E3 from Microsoft',
    'another case: same customer, E3 from Microsoft',
    'second call with them: E3 from Microsoft',
  ],
  ru: [
    'второй звонок с тем же клиентом: E3 у Microsoft',
    'ещё один звонок от этого клиента: E3 у Microsoft',
    'новая заявка того же клиента: E3 у Microsoft',
  ],
  'zh-CN': ['新案例，同一客户：E3 从微软买的', '下一个案例：还是这个客户，E3 从微软买的'],
  'pt-BR': [
    'outro caso do mesmo cliente: E3 da Microsoft',
    'segunda ligação do cliente: E3 da Microsoft',
    'outro atendimento para este cliente: E3 da Microsoft',
  ],
  hu: [
    'másik hívás ugyanattól az ügyféltől: E3 a Microsofttól',
    'második hívás: ugyanaz az ügyfél, E3 a Microsofttól',
    'következő eset ennél az ügyfélnél: E3 a Microsofttól',
  ],
};

/** After the answer on licences under an Enterprise Agreement. */
const BESIDES: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: [
    'another subscription: Azure from another CSP partner',
    'They also have Azure from another CSP partner',
    'OK, and the same customer: Azure from another CSP partner',
    'second subscription, Office 365 E5 from another CSP partner',
  ],
  ru: [
    'Вторая подписка: Azure у другого партнера CSP',
    'А ещё Azure у другого партнера CSP',
    'Тот же клиент, Azure у другого партнера CSP',
  ],
  'zh-CN': [
    '另一个订阅：Azure 从另一家 CSP 合作伙伴购买',
    '客户还有 Azure，从另一家 CSP 合作伙伴购买',
    '还是这个客户，Azure 从另一家 CSP 合作伙伴购买',
  ],
  'pt-BR': [
    'Mais uma assinatura: Azure de outro parceiro CSP',
    'Também têm Azure de outro parceiro CSP',
    'Mesmo cliente: Azure de outro parceiro CSP',
  ],
  hu: [
    'Másik előfizetés: Azure egy másik CSP-partnertől',
    'Van még Azure is egy másik CSP-partnertől',
    'Ugyanaz az ügyfél, Azure egy másik CSP-partnertől',
  ],
};

/** The same subscription, told better. */
const CORRECTED: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ['Azure from another CSP partner', 'They have Azure, not licences', 'Also E5 from another CSP partner'],
  ru: ['Azure у другого партнера CSP', 'У них Azure, а не лицензии', 'Также E5 у другого партнера CSP'],
  'zh-CN': ['Azure 从另一家 CSP 合作伙伴购买', '他们是 Azure，不是许可证'],
  'pt-BR': ['Azure de outro parceiro CSP', 'Eles têm Azure, não licenças'],
  hu: ['Azure egy másik CSP-partnertől', 'Azure-juk van, nem licencük'],
};

describe('Another subscription, as people write of it', () => {
  for (const language of LANGUAGE_TAGS) {
    for (const line of OF_THE_SAME[language])
      it(`takes nothing from the customer whose other call it is: “${line}” (${language})`, () => {
        const beside = say(having(fresh(language), ELIGIBLE), line);
        assert.equal(beside.conversation.others?.length, 1);
        assert.equal(known(beside).cloud, 'public');
        const open = having(fresh(language), { cloud: 'public', partner: 'directBill', service: 'license' });
        const during = say(open, line);
        assert.deepEqual(notes(during), ['onlyThis']);
        assert.deepEqual(known(during), known(open));
      });

    for (const line of BESIDES[language])
      it(`stands beside the one before: “${line}” (${language})`, () => {
        const turn = say(having(fresh(language), ELIGIBLE), line);
        screen(turn, 'understood');
        assert.equal(turn.conversation.others?.length, 1);
        assert.equal(known(turn).seller, undefined);
        assert.equal(known(turn).cloud, 'public');
      });

    for (const line of CORRECTED[language])
      it(`is not begun by “${line}” (${language})`, () => {
        const turn = say(having(fresh(language), ELIGIBLE), line);
        assert.equal(turn.conversation.others, undefined);
        assert.equal(known(turn).seller, 'enterpriseAgreement');
      });
  }
});

describe('Another customer', () => {
  for (const language of LANGUAGE_TAGS) {
    for (const line of ALONE[language])
      it(`is begun with by “${line}” (${language})`, () => {
        const turn = say(answered(language), line);
        assert.ok(notes(turn).includes('restarted'));
        assert.equal(known(turn).cloud, undefined);
        assert.equal(known(turn).seller, undefined);
      });

    for (const line of TOLD[language])
      it(`has none of the answers before: “${line}” (${language})`, () => {
        const turn = say(answered(language), line);
        screen(turn, 'understood');
        for (const fact of ['cloud', 'seller', 'goal']) assert.equal(known(turn)[fact], undefined, fact);
      });

    for (const line of THE_SAME[language])
      it(`is not begun with by “${line}” (${language})`, () => {
        const turn = say(answered(language), line);
        assert.equal(turn.conversation.interview, answered(language).conversation.interview);
        assert.equal(known(turn).cloud, 'usGov');
      });

    it(`is no command where a new one answers the question: the relationship (${language})`, () => {
      const [line = ''] = ALONE[language];
      const guided = having(fresh(language), ELIGIBLE);
      const change = { kind: 'change', fact: 'relationship', origin: origin(guided) } as const;
      const asked = tap(guided, change);
      assert.equal(asked.conversation.asking, 'relationship');
      const turn = say(asked, line);
      assert.equal(turn.conversation.interview, asked.conversation.interview);
    });

    it(`is what the words on its button say (${language})`, () => {
      const turn = say(answered(language), LANGUAGES[language].say('ui.nextCustomer'));
      assert.ok(notes(turn).includes('restarted'));
    });

    it(`follows the opinion on an answer, which can be typed as well (${language})`, () => {
      const taken = say(answered(language), LANGUAGES[language].say('ui.helped'));
      assert.deepEqual(
        taken.effects.map((effect) => effect.kind === 'feedback' && effect.helped),
        [true],
      );
      screen(say(answered(language), LANGUAGES[language].say('ui.wrong')), 'reason');
    });
  }
});
