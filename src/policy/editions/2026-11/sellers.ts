import type { Rule } from '../../edition.js';
import type { OptionId } from '../../facts.js';
import { example, inScope } from './scope.js';

/** Why the place of purchase counts, said for every seller the newest article or its forerunners name. */
function seller(option: OptionId<'seller'>, reason: string, cites: readonly string[]): Rule {
  return {
    id: `reason.${option}`,
    when: { ...inScope, seller: [option] },
    reasons: [reason],
    cites,
    example: example({ seller: option }),
  };
}

export const sellers: readonly Rule[] = [
  seller('microsoft', 'boughtFromMicrosoft', ['article', 'article2023']),
  seller('enterpriseAgreement', 'boughtUnderEnterpriseAgreement', ['article', 'article2023']),
  seller('volumeLicensing', 'boughtThroughVolumeLicensing', ['article', 'article2023']),
  seller('advisor', 'boughtThroughAdvisor', ['article2023']),
  seller('ownAdvisor', 'boughtFromYouAsAdvisor', ['article2023']),
  seller('formerCspPartner', 'sellerLeftCsp', ['article']),
  seller('cspPartner', 'sellerIsInCsp', ['article2023']),
];
