import type { LanguageTag } from '../../src/language/languages.js';

/** One situation as somebody would type it, in each language: an Enterprise Agreement, support by an indirect reseller. */
export const OWN_WORDS: Readonly<Record<LanguageTag, string>> = {
  en: 'customer has Office 365 E3 through EA, we are an indirect reseller, can we take over the support?',
  ru: 'у клиента Office 365 E3 по EA, мы косвенный посредник, хотим его поддерживать',
  'zh-CN': '客户通过企业协议买的Office 365 E3，我们是间接经销商，能接手技术支持吗？',
  'pt-BR': 'o cliente tem Office 365 E3 pelo EA, somos revenda indireta, dá pra assumir o suporte?',
  hu: 'az ügyfélnek Office 365 E3-a van EA-n keresztül, közvetett viszonteladók vagyunk, átvehetjük a támogatást?',
};

/** What it says. */
export const SAID = {
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
} as const;
