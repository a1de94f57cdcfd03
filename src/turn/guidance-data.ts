import { pageLink } from '../cards/cite.js';
import { conditionData } from '../cards/situation.js';
import { nowIds } from '../cards/then-and-now.js';
import type { CasePlanView } from '../conversation/interview/case-view.js';
import type { View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { receiptOf } from '../receipt/receipt.js';
import { caseGuidanceData } from './case-guidance-data.js';

/** All subscriptions of the customer, where they are what is shown. */
function wholeIn(screen: View['screen']): CasePlanView | undefined {
  const shown = screen.kind === 'call' ? screen.now : screen;
  if (shown.kind !== 'guidance' || shown.among === undefined || shown.among.alone) return undefined;
  return shown.among.whole;
}

/** What a host page or a CRM can react to: the guidance as ids, and its links for this reader. */
export function guidanceData({ screen }: View, language: Language) {
  const settled = screen.kind === 'guidance' || (screen.kind === 'call' && screen.now.kind === 'guidance');
  if (!settled) return undefined;
  const { edition, situation, eligibility, reasons, steps, cautions, links, assumed, dependsOn, groups } =
    screen.guidance;
  const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
  const whole = wholeIn(screen);
  return {
    ...(whole && caseGuidanceData(whole)),
    receipt: whole?.receipt ?? receiptOf(screen.guidance),
    edition,
    situation,
    assumed: Object.fromEntries(assumed.map(({ fact, option }) => [fact, option])),
    eligibility,
    ...nowIds(screen.guidance),
    reasons: ids(reasons),
    steps: ids(steps),
    cautions: ids(cautions),
    dependsOn: dependsOn.map(({ fact }) => fact),
    groups: groups.map((group) => ({
      eligibility: group.eligibility,
      options: conditionData(group.options),
      reasons: ids(group.reasons),
      steps: ids(group.steps),
      cautions: ids(group.cautions),
      differing: group.differing.map((each) => ({
        options: conditionData(each.options),
        steps: ids(each.steps),
        cautions: ids(each.cautions),
      })),
      more: group.more,
    })),
    links: links.map((page) => ({ id: page, ...pageLink(language, page) })),
  };
}
