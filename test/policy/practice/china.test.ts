import assert from 'node:assert/strict';
import { present } from '../../../src/cards/present.js';
import { ticketText } from '../../../src/cards/ticket.js';
import { begin } from '../../../src/conversation/interview/state.js';
import { view } from '../../../src/conversation/interview/viewed.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../../src/language/languages.js';
import { EDITIONS } from '../../../src/policy/editions/registry.js';
import { answersIn, type Situation } from '../../../src/policy/facts.js';
import { PAGES, type PageId, standingOf } from '../../../src/policy/pages.js';
import { reviewDocument } from '../../../src/review/document.js';
import { SITE } from '../../review/markup.js';
import { ask, missing } from './printed.js';

const china = { cloud: 'china', partner: 'directBill', service: 'license', seller: 'vianet' } as const;

/** A distributor's mark for each standing, in every language: words that no other title has. */
const ARCHIVED = {
  en: /\(archived\)/,
  ru: /\(архив\)/,
  'zh-CN': /（已归档）/,
  'pt-BR': /\(arquivada\)/,
  hu: /\(archivált\)/,
} as const;

describe('In practice: China (21Vianet)', () => {
  it('R56: a customer of 21Vianet’s wants support: one’s own enrolment comes first, and then the customer accepts', () => {
    for (const partner of ['directBill', 'indirectProvider', 'indirectReseller'] as const) {
      const said = ask({ ...china, partner, goal: 'support' });
      assert.equal(said.verdict, 'eligible');
      assert.equal(said.steps[0], 'enrolWithVianet');
      assert.equal(said.steps.at(-1), 'customerAcceptsInVianet');
      assert.ok(said.links.includes('vianetEnrolling'));
    }
    assert.ok(ask({ cloud: 'china', partner: 'notCsp' }).steps.includes('enrolWithVianet'));
  });

  it('R26: both readings of how many partners may hold delegated rights are told to each kind of partner', () => {
    const one: Record<LanguageTag, RegExp> = {
      en: /only one CSP partner with delegated rights for each service/,
      ru: /только одного партнера CSP с делегированными правами/,
      'zh-CN': /每项服务只能有一家拥有委派权限的 CSP 合作伙伴/,
      'pt-BR': /para cada serviço, apenas um parceiro CSP com privilégios delegados/,
      hu: /szolgáltatásonként csak egy delegált jogosultságú CSP-partnert/,
    };
    for (const partner of ['directBill', 'indirectProvider', 'indirectReseller'] as const) {
      const situation = { ...china, partner, goal: 'support' } as const;
      assert.deepEqual(missing(ask(situation).cautions, 'onePartnerPerServiceInChina'), []);
      for (const tag of LANGUAGE_TAGS) assert.match(ask(situation).text(tag), one[tag]);
    }
  });

  it('R57: nobody can take a subscription over, whatever it was bought for; new purchases are possible', () => {
    for (const seller of ['vianet', 'ownAdvisor'] as const) {
      for (const partner of ['directBill', 'indirectProvider', 'indirectReseller'] as const) {
        const said = ask({ ...china, partner, seller, goal: 'takeOver' });
        assert.equal(said.verdict, 'notEligible');
        assert.equal(said.guidance.certain, true);
        assert.deepEqual(missing(said.reasons, 'takeOverNotOfferedInChina'), []);
        assert.deepEqual(missing(said.cautions, 'onlyAdminRightsInChina', 'archivedInChina'), []);
        assert.deepEqual(said.steps, ['askVianet']);
      }
    }
    assert.match(ask({ ...china, goal: 'takeOver' }).text('en'), /may buy new subscriptions from you/);
    assert.equal(ask({ ...china, goal: 'addServices' }).verdict, 'eligible');
  });

  it('R58: the archived pages and the addresses behind them say what they are', () => {
    const archived = ['vianetMultichannel', 'vianetMultipartner', 'vianetRequestRelationship'] as const;
    for (const page of archived) assert.equal(standingOf(page), 'archived', page);
    for (const page of Object.keys(PAGES) as PageId[]) {
      const { url } = PAGES[page];
      if (/21vbluecloud/.test(url)) assert.equal(standingOf(page), 'unopened', page);
      if (/msdn\.microsoft/.test(url)) assert.equal(standingOf(page), 'archived', page);
    }
    assert.equal(standingOf('workWithOthers'), 'inferred');
    assert.equal(standingOf('multichannel'), undefined);
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`R58: the mark stands in the card, its text, the ticket, the review and the data (${tag})`, () => {
      const language = LANGUAGES[tag];
      const situation: Situation = { ...china, goal: 'support' };
      const now = view({ ...begin('one'), answers: answersIn(situation) });
      const shown = present({ screen: now, notes: [], origin: undefined }, language);
      assert.match(JSON.stringify(shown), ARCHIVED[tag]);
      const said = ask(situation);
      assert.match(said.text(tag), ARCHIVED[tag]);
      assert.match(
        ticketText(language, { guidance: said.guidance, done: [], day: '2026-11-22' }),
        ARCHIVED[tag],
      );
      assert.match(String(reviewDocument(EDITIONS['2018-10-21vianet'], language, SITE)), ARCHIVED[tag]);
      const data = said.json(tag);
      const [first] = data.reasons[0]?.citations ?? [];
      assert.match(first?.title ?? '', ARCHIVED[tag]);
      assert.equal(first?.standing, 'archived');
      for (const { id, title, standing } of data.links) {
        assert.equal(standing, standingOf(id), id);
        if (standing === 'archived') assert.match(title, ARCHIVED[tag]);
      }
    });
  }
});
