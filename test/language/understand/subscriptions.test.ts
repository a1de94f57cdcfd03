import assert from 'node:assert/strict';
import type { LanguageTag } from '../../../src/language/languages.js';
import { said } from './reading.js';

/** A line, and what it says: of all subscriptions, then behind a slash what each has of its own. */
type Case = readonly [line: string, readings: string];

const TWO: Readonly<Record<LanguageTag, readonly Case[]>> = {
  en: [
    [
      'E3 through EA and Azure from another partner',
      ' / service=license, seller=enterpriseAgreement / service=usage, seller?cspPartner|otherReseller',
    ],
    ['they have M365 and Azure', ' / service=license / service=usage'],
    [
      'Microsoft 365 and Azure, both bought directly from Microsoft',
      'seller=microsoft / service=license / service=usage',
    ],
    [
      'we are direct bill, the customer has an Azure plan through another CSP partner and Visio on MPSA, take over both',
      'partner=directBill, goal=takeOver / service=usage, seller=cspPartner, azurePlatform=azurePlan / service=license, seller=volumeLicensing',
    ],
    [
      'E5 under MPSA and Azure. Sorry, the Azure is an Azure plan under an MCA-E.',
      ' / service=license, seller=volumeLicensing / service=usage, seller=mcaEnterprise, azurePlatform=azurePlan',
    ],
    [
      'take over the Azure, it is from Microsoft; the E3 under EA we only support',
      ' / service=usage, seller=microsoft, goal=takeOver / service=license, seller=enterpriseAgreement, goal=support',
    ],
    [
      'Office 365 through Open. Besides that, perpetual Windows Server licences that came preinstalled.',
      ' / service=license, seller=volumeLicensing / service=other',
    ],
  ],
  ru: [
    ['у клиента и М365, и азур', ' / service=license / service=usage'],
    [
      'Azure они брали сами у майкрософта, а офис через EA',
      ' / service=usage, seller=microsoft / service=license, seller=enterpriseAgreement',
    ],
    [
      'E5 у них по EA, а азур отдельно у другого csp-партнёра. берём на поддержку и то и то',
      'goal=support / service=license, seller=enterpriseAgreement / service=usage, seller=cspPartner',
    ],
  ],
  'zh-CN': [
    ['m365和azure都有', ' / service=license / service=usage'],
    ['m365和azure他们都有，全是微软直销', 'seller=microsoft / service=license / service=usage'],
    [
      '客户的E3在EA里，Azure是从别的CSP合作伙伴买的',
      ' / service=license, seller=enterpriseAgreement / service=usage, seller=cspPartner',
    ],
  ],
  'pt-BR': [
    ['eles têm Microsoft 365 e Azure', ' / service=license / service=usage'],
    [
      'o E3 está no EA e o Azure vem de outra revenda',
      ' / service=license, seller=enterpriseAgreement / service=usage, seller?cspPartner|otherReseller',
    ],
    [
      'M365 e Azure, os dois contratados na própria Microsoft',
      'seller=microsoft / service=license / service=usage',
    ],
  ],
  hu: [
    ['M365-jük is van meg Azure-juk is', ' / service=license / service=usage'],
    [
      'az E3 EA-ban van, az Azure-t egy másik CSP partnertől vették',
      ' / service=license, seller=enterpriseAgreement / service=usage, seller=cspPartner',
    ],
    ['m365+azure, MS direkt', 'seller=microsoft / service=license / service=usage'],
  ],
};

const ONE: Readonly<Record<LanguageTag, readonly Case[]>> = {
  en: [
    ['E3 and Visio under an EA', 'service=license, seller=enterpriseAgreement'],
    ['Azure, no wait, it is Office', 'service=license'],
    ['Azure or Microsoft 365', 'service?license|usage'],
    [
      'they have E3 under EA, we want to sell them Azure on top',
      'service=license, seller=enterpriseAgreement, goal=addServices',
    ],
    ['perpetual Office licences', 'service=other'],
    ['E3 under an EA, synced with Azure AD', 'service=license, seller=enterpriseAgreement'],
  ],
  ru: [
    ['азур или офис', 'service?license|usage'],
    ['азур, ой нет, офис', 'service=license'],
  ],
  'zh-CN': [['azure还是m365', 'service?license|usage']],
  'pt-BR': [['Azure ou Microsoft 365', 'service?license|usage']],
  hu: [['Azure vagy Office', 'service?license|usage']],
};

describe('Several subscriptions in one text', () => {
  for (const tag of Object.keys(TWO) as LanguageTag[]) {
    for (const [line, readings] of TWO[tag]) {
      it(`are told apart, in the order of the text (${tag}): ${line}`, () => {
        assert.equal(said(line, { language: tag }), readings);
      });
    }
    for (const [line, readings] of ONE[tag]) {
      it(`are not made of one (${tag}): ${line}`, () => {
        assert.equal(said(line, { language: tag }), readings);
      });
    }
  }
});
