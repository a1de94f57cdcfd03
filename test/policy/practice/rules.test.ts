import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, type LanguageTag } from '../../../src/language/languages.js';
import type { Situation } from '../../../src/policy/facts.js';
import { ask, missing } from './printed.js';
import { assertHeard, type Heard } from './says.js';

const csp = { cloud: 'public', partner: 'directBill' } as const satisfies Situation;
const licences = { ...csp, service: 'license' } as const satisfies Situation;
const azure = { ...csp, service: 'usage' } as const satisfies Situation;
const ea = { ...licences, seller: 'enterpriseAgreement', goal: 'support' } as const satisfies Situation;
const beside = { ...licences, seller: 'microsoft', goal: 'addServices' } as const satisfies Situation;
const supportAzure = { ...azure, seller: 'microsoft', goal: 'support' } as const satisfies Situation;
const fromPartner = { ...licences, seller: 'cspPartner', goal: 'takeOver' } as const satisfies Situation;
const expiring = { ...licences, seller: 'microsoft', goal: 'takeOver' } as const satisfies Situation;
const elsewhere = { ...ea, region: 'different' } as const satisfies Situation;
const billing = {
  ...azure,
  seller: 'enterpriseAgreement',
  goal: 'takeOver',
  enrollment: 'direct',
  designation: 'held',
} as const satisfies Situation;
const usGov = { cloud: 'usGov', partner: 'directBill', goal: 'support' } as const satisfies Situation;
const china = {
  cloud: 'china',
  partner: 'directBill',
  service: 'license',
  seller: 'vianet',
} as const satisfies Situation;

/** The rules of the field that were read in November 2026, by number: whom to ask as, and what has to be heard. */
const RULES: Readonly<Record<number, readonly [Situation, Heard]>> = {
  31: [elsewhere, { verdict: 'notEligible', reasons: ['marketDiffers'] }],
  32: [elsewhere, { cautions: ['neighboursAreNotEnough'] }],
  33: [elsewhere, { steps: ['lookUpTenantCountry'] }],
  34: [elsewhere, { steps: ['useOwnTenantThere'], doubted: ['useOwnTenantThere'] }],
  35: [
    elsewhere,
    {
      reasons: ['marketDiffers'],
      cautions: ['requestStopsAtRegion'],
      never: ['requestRelationship'],
      doubted: ['requestStopsAtRegion'],
    },
  ],
  36: [{ ...elsewhere, partner: 'indirectReseller' }, { cautions: ['everyLinkInRegion'] }],
  37: [elsewhere, { steps: ['findLocalPartner', 'useOwnTenantThere'] }],
  38: [
    { ...ea, region: 'unlisted' },
    { verdict: 'confirm', reasons: ['countryNotListed'] },
  ],
  39: [supportAzure, { cautions: ['relationshipOpensNoAzure'], never: ['createAzureSubscription'] }],
  40: [supportAzure, { reasons: ['azureNothingMoves'], steps: ['giveAzureRole'] }],
  41: [
    supportAzure,
    { steps: ['delegateWithLighthouse'], cautions: ['lighthouseLimits', 'lighthouseTickets'] },
  ],
  42: [supportAzure, { steps: ['linkPartnerId'], cautions: ['noEarnedCredit'] }],
  43: [billing, { steps: ['requestBillingTransfer', 'enterpriseAdminAccepts'] }],
  44: [billing, { cautions: ['noAccessWithBill', 'staysBehindTransfer', 'blocksTransfer'] }],
  45: [billing, { cautions: ['whoMayAskChanged'], doubted: ['whoMayAskChanged'] }],
  46: [
    { ...billing, seller: 'mcaEnterprise' },
    { steps: ['billingOwnerAccepts'], cautions: ['oneWayIntoCsp'] },
  ],
  47: [
    { ...fromPartner, licensePlatform: 'legacy' },
    { verdict: 'otherRoute', reasons: ['legacyLicensesStay'], doubted: ['legacyLicensesStay'] },
  ],
  48: [
    { ...fromPartner, licensePlatform: 'legacy' },
    { steps: ['orderSameLicenses', 'endOldLicenses'], cautions: ['legacyRefund'] },
  ],
  49: [
    { ...fromPartner, licensePlatform: 'newCommerce' },
    { steps: ['requestTransfer', 'currentPartnerAcceptsLicenses'] },
  ],
  50: [
    expiring,
    { cautions: ['extendedServiceTerm', 'serviceStopsAtOnce'], doubted: ['extendedServiceTerm'] },
  ],
  51: [expiring, { cautions: ['extendedTermSince'] }],
  52: [expiring, { cautions: ['whoSetsTheEnding'] }],
  53: [beside, { cautions: ['gccNeedsApproval'] }],
  54: [usGov, { cautions: ['usGovEnrolment', 'usGovAgreement', 'noGdapInUsGov'] }],
  55: [usGov, { verdict: 'confirm', reasons: ['usGovContradiction'], steps: ['askUsGovSupport'] }],
  56: [{ ...china, goal: 'support' }, { steps: ['enrolWithVianet', 'customerAcceptsInVianet'] }],
  57: [
    { ...china, goal: 'takeOver' },
    { verdict: 'notEligible', reasons: ['takeOverNotOfferedInChina'] },
  ],
  58: [{ ...china, goal: 'support' }, { cautions: ['archivedInChina'] }],
  59: [
    { ...fromPartner, licensePlatform: 'newCommerce', state: 'suspended' },
    { verdict: 'notEligible', reasons: ['suspendedStays'], never: ['requestTransfer'] },
  ],
  60: [ea, { reasons: ['gdapExcludesAgreement'], never: ['requestGdap', 'customerApprovesGdap'] }],
  61: [ea, { steps: ['giveUserAccount'], doubted: ['giveUserAccount'] }],
  62: [ea, { cautions: ['guestCollides'] }],
  63: [
    { ...ea, seller: 'microsoft' },
    { steps: ['requestGdap'], cautions: ['relationshipBeforeGdap'] },
  ],
  64: [{ ...ea, seller: 'microsoft', relationship: 'yes' }, { cautions: ['dapLeftOver'] }],
  65: [beside, { steps: ['customerAcceptsAgreement', 'orderOwnServices'], never: ['requestGdap'] }],
  66: [beside, { cautions: ['gdapOnlyToManage'] }],
  67: [
    { ...beside, partner: 'indirectReseller' },
    { steps: ['providerOrders'], cautions: ['oncePerCustomer'] },
  ],
  68: [billing, { cautions: ['ownCompany'] }],
  69: [beside, { cautions: ['severalTenants'] }],
  70: [beside, { steps: ['requestRelationship'] }],
  71: [beside, { steps: ['customerAccepts'], cautions: ['billingAdminAccepts'] }],
  72: [{ ...ea, seller: 'microsoft' }, { steps: ['customerApprovesGdap'] }],
  73: [
    { ...azure, seller: 'cspPartner', goal: 'takeOver', azurePlatform: 'azurePlan' },
    { steps: ['requestTransfer', 'currentPartnerAcceptsAzure'] },
  ],
  74: [supportAzure, { steps: ['giveAzureRole', 'delegateWithLighthouse'] }],
};

describe('The rules of the brief, R31 to R74', () => {
  it('are all there', () => {
    const numbers = Array.from({ length: 44 }, (_, index) => index + 31);
    assert.deepEqual(Object.keys(RULES).map(Number), numbers);
  });

  for (const [number, [situation, heard]] of Object.entries(RULES)) {
    it(`R${number} is heard by whoever asks, in every language`, () => assertHeard(situation, heard));
  }

  it('R47 is read on the developer page about legacy transfers as well', () => {
    const { guidance } = ask({ ...fromPartner, licensePlatform: 'legacy' });
    const pages = guidance.citations.map(({ page }) => page);
    assert.deepEqual(missing(pages, 'legacyTransfers', 'directToIndirect'), []);
  });

  it('R35 is cited from the newest text, which bears no date', () => {
    const { guidance } = ask(elsewhere);
    const newest = guidance.citations.filter(
      ({ page, date }) => page === 'regionalMarkets' && date === undefined,
    );
    assert.deepEqual(
      newest.map(({ section, confidence }) => [section, confidence]),
      [['introduction', 'M']],
    );
  });

  it('R8: since 9 October 2023 a relationship request brings no admin rights', () => {
    const { guidance } = ask({ ...ea, seller: 'microsoft' });
    const change = guidance.changes.find(({ id }) => id === 'separateAdminRights');
    assert.equal(change?.since, '2023-10-09');
  });

  it('R24: since when a reseller’s PartnerID is checked, for orders and for changes', () => {
    const provider = { ...beside, partner: 'indirectProvider' } as const;
    assertHeard(provider, { cautions: ['partnerOfRecordChecked'], doubted: ['partnerOfRecordChecked'] });
    const since: Record<LanguageTag, RegExp> = {
      en: /1 September 2025 on new orders, since 1 December 2025 on changes/,
      ru: /1\sсентября 2025\sгода\s— при новых заказах, с 1\sдекабря\s— и при изменениях/,
      'zh-CN': /2025\s年\s9\s月\s1\s日起检查新订单，自\s2025\s年\s12\s月\s1\s日起也检查变更/,
      'pt-BR':
        /1º\sde\ssetembro de 2025 em novos pedidos e desde 1º\sde\sdezembro de 2025 também em alterações/,
      hu: /2025\.\sszeptember\s1\.\sóta az új rendeléseknél, december\s1\.\sóta a módosításoknál/,
    };
    const blocked: Record<LanguageTag, RegExp> = {
      en: /suspended reseller, another region or an inactive ID blocks/,
      ru: /приостановлен, находится в другом регионе или ID неактивен, заказ блокируется/,
      'zh-CN': /经销商被暂停、区域不符或 ID 未激活时，订单会被阻止/,
      'pt-BR': /Revendedor suspenso, outra região ou ID inativa bloqueiam/,
      hu: /Felfüggesztett viszonteladónál, más régiónál vagy inaktív azonosítónál a rendelés elakad/,
    };
    for (const tag of LANGUAGE_TAGS) {
      assert.match(ask(provider).text(tag).replaceAll('\u00a0', ' '), since[tag]);
      assert.match(ask(provider).text(tag), blocked[tag]);
    }
  });
});
