import { type LineCase, saysAllAlone } from './reading.js';

const CHANGED: readonly LineCase[] = [
  ['en', 'was an EA until June, now MCA-E', 'seller=mcaEnterprise'],
  ['en', 'EA was until June. Since then it is MCA-E.', 'seller=mcaEnterprise'],
  ['en', 'they are currently on MCA-E, before that it was an EA', 'seller=mcaEnterprise'],
  ['ru', 'до июня был EA, сейчас уже MCA-E', 'seller=mcaEnterprise'],
  ['zh-CN', '客户是EA。EA去年6月就结束了，现在是MCA-E', 'seller=mcaEnterprise'],
  ['pt-BR', 'era EA até junho, agora é MCA-E', 'seller=mcaEnterprise'],
  ['hu', 'júniusig EA volt, most MCA-E', 'seller=mcaEnterprise'],
];

const CORRECTED: readonly LineCase[] = [
  ['ru', 'покупали по EA. а, нет, это MPSA', 'seller=volumeLicensing'],
  ['hu', 'EA. Mégsem, MPSA', 'seller=volumeLicensing'],
  ['zh-CN', '是EA，不对，是MPSA', 'seller=volumeLicensing'],
  ['pt-BR', 'é EA, aliás, é MPSA', 'seller=volumeLicensing'],
  ['en', 'forget what I said about the EA. It is MPSA.', 'seller=volumeLicensing'],
  ['pt-BR', 'esquece o que eu falei do EA, é MPSA', 'seller=volumeLicensing'],
  ['en', 'Azure plan from Microsoft, no wait, Office from Microsoft', 'service=license, seller=microsoft'],
];

/** Nothing is so now that contradicts it. */
const UNCHANGED: readonly LineCase[] = [
  ['en', 'it was an EA', 'seller=enterpriseAgreement'],
  ['en', 'they have an EA and now want us to take it over', 'seller=enterpriseAgreement, goal=takeOver'],
  ['en', 'from Microsoft or from an EA', 'seller?microsoft|enterpriseAgreement'],
];

describe('What a line says last of a fact', () => {
  for (const [title, cases] of [
    ['is what is so now, not what was so before', CHANGED],
    ['is what stands after a correction, and what rested on the word before goes with it', CORRECTED],
    ['stands with what was so before, where nothing else is so now', UNCHANGED],
  ] as const) {
    it(title, () => saysAllAlone(cases));
  }
});
