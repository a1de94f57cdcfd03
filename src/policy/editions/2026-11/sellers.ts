import type { Condition } from '../../condition.js';
import type { Rule } from '../../edition.js';
import type { OptionId } from '../../facts.js';
import type { Own } from './own.js';
import { example, inScope, manageOrAdd, takeOver } from './scope.js';

/** Why the place of purchase counts, said where it is what makes the purchase qualify. */
type Where = readonly [name: string, when: Condition, goal: OptionId<'goal'>, service: OptionId<'service'>];

const managing: Where = ['manage', manageOrAdd, 'support', 'license'];
/** Taking licences over is another route, whoever sold them; only Azure is replaced as multi-channel support. */
const replacingAzure: Where = ['azure', { ...takeOver, service: ['usage'] }, 'takeOver', 'usage'];
const always: Where = ['any', inScope, 'support', 'license'];

function seller<Reason extends string>(
  option: OptionId<'seller'>,
  reason: Reason,
  cites: readonly Own['citation'][],
  places: readonly Where[] = [managing, replacingAzure],
) {
  return places.map(
    ([name, when, goal, service]) =>
      ({
        id: `reason.${option}.${name}`,
        when: { ...when, seller: [option] },
        reasons: [reason],
        cites,
        example: example({ seller: option, goal, service }),
      }) as const satisfies Rule<Own>,
  );
}

export const sellers = [
  ...seller('microsoft', 'boughtFromMicrosoft', ['article', 'article2023']),
  ...seller('mcaEnterprise', 'boughtUnderCustomerAgreement', ['article', 'article2023']),
  ...seller('enterpriseAgreement', 'boughtUnderEnterpriseAgreement', ['article', 'article2023']),
  ...seller('volumeLicensing', 'boughtThroughVolumeLicensing', ['article', 'article2023']),
  ...seller('advisor', 'boughtThroughAdvisor', ['article2023']),
  ...seller('ownAdvisor', 'boughtFromYouAsAdvisor', ['article2023']),
  ...seller('formerCspPartner', 'sellerLeftCsp', ['article'], [managing]),
  ...seller('cspPartner', 'sellerIsInCsp', ['article2023'], [always]),
] as const satisfies readonly Rule<Own>[];
