import type { CasePlanView } from '../conversation/interview/case-view.js';
import type { Language } from '../language/language.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { Situation } from '../policy/facts.js';
import { roleText, statementText } from './guidance-text.js';
import { answerText } from './rows.js';
import { verdictText } from './then-and-now.js';

/** What a subscription is called beside the others of its customer. */
export interface SubscriptionName {
  /** What was bought, and where: “Azure · no. 2 · Enterprise Agreement (EA)”. */
  readonly full: string;
  /** As little of it as tells it from the others: “Azure”, or “Azure · no. 2”. */
  readonly short: string;
}

/** The same names, with numbers where one stands more than once. */
function numbered(language: Language, names: readonly string[]): readonly string[] {
  return names.map((name, at) => {
    if (name === '' || names.indexOf(name) === names.lastIndexOf(name)) return name;
    const number = names.slice(0, at + 1).filter((each) => each === name).length;
    return language.say('case.numbered', { name, number });
  });
}

/** What the subscriptions of a case are called, by their places. No two have the same name. */
export function subscriptionNames(
  language: Language,
  answers: readonly Situation[],
): readonly SubscriptionName[] {
  const known = (fact: 'service' | 'seller', situation: Situation): string => {
    const answer = situation[fact];
    return answer === undefined || answer === 'unknown' ? '' : answerText(language, fact, answer);
  };
  const services = numbered(
    language,
    answers.map((each) => known('service', each)),
  );
  return answers.map((each, at) => {
    const service = services[at] ?? '';
    const short = service === '' ? language.say('case.unnamed', { number: at + 1 }) : service;
    return { full: service === '' ? short : language.beside([short, known('seller', each)]), short };
  });
}

/** For which subscriptions something is: “For all subscriptions”, or their names; nothing where there is just one. */
export function forText(
  language: Language,
  names: readonly SubscriptionName[],
  subscriptions: readonly number[],
): string {
  if (names.length === 1) return '';
  if (subscriptions.length === names.length) return language.say('case.forAll');
  return language.say('case.for', { subscriptions: shortNames(language, names, subscriptions) });
}

/** Their short names, one beside the other. */
export function shortNames(
  language: Language,
  names: readonly SubscriptionName[],
  subscriptions: readonly number[],
): string {
  return language.joined(
    'alternatives',
    subscriptions.flatMap((at) => names[at]?.short ?? []),
  );
}

/** A subscription with its verdict; that of an old edition beside today's has a colon of its own. */
export function verdictLine(language: Language, subscription: string, guidance: Guidance): string {
  const verdict = verdictText(language, guidance);
  return guidance.now === undefined
    ? language.say('case.verdict', { subscription, verdict })
    : language.beside([subscription, verdict]);
}

/** The verdict of each subscription, under its name. */
export function verdictLines(language: Language, { plan, answers }: CasePlanView): readonly string[] {
  const names = subscriptionNames(language, answers);
  return plan.guidances.map((guidance, at) => verdictLine(language, names[at]?.full ?? '', guidance));
}

/** Each step with who does it and for which. */
export function planStepLines(language: Language, { plan, answers }: CasePlanView): readonly string[] {
  const names = subscriptionNames(language, answers);
  return plan.steps.map((step) => {
    const text = statementText(language, `step.${step.id}`, step);
    const by = language.say('ui.stepBy', { text, who: roleText(language, step) });
    return language.beside([by, forText(language, names, step.subscriptions)]);
  });
}

/** What stands against each other, and between which. */
export function conflictLines(language: Language, { plan, answers }: CasePlanView): readonly string[] {
  const names = subscriptionNames(language, answers);
  return plan.conflicts.map((conflict) => {
    const between = language.say('case.between', {
      one: shortNames(language, names, conflict.one),
      other: shortNames(language, names, conflict.other),
    });
    return language.sentences([statementText(language, `conflict.${conflict.id}`, conflict), between]);
  });
}

/** Each caution once, with those it is for. */
export function planCautionLines(language: Language, { plan, answers }: CasePlanView): readonly string[] {
  const names = subscriptionNames(language, answers);
  return plan.cautions.map((caution) =>
    language.beside([
      statementText(language, `caution.${caution.id}`, caution),
      forText(language, names, caution.subscriptions),
    ]),
  );
}

/** A heading with a list under it; nothing where the list is empty. */
function under(language: Language, heading: string, lines: readonly string[], ordered = false): string {
  if (lines.length === 0) return '';
  const line = (text: string, at: number): string =>
    ordered
      ? language.say('ui.listNumber', { number: `${at + 1}`, text })
      : language.say('ticket.line', { text });
  return [heading, ...lines.map(line)].join('\n');
}

/** A whole plan as plain text: the verdicts, what gets in each other's way, the steps, what to take care of, the edition. */
export function casePlanText(language: Language, view: CasePlanView): string {
  return [
    under(language, language.say('case.subscriptions'), verdictLines(language, view)),
    under(language, language.say('case.conflicts'), conflictLines(language, view)),
    under(language, language.say('case.steps'), planStepLines(language, view), true),
    under(language, language.say('ui.cautions'), planCautionLines(language, view)),
    language.beside([
      language.say(`edition.${view.plan.edition}`),
      language.say('ui.receipt', { receipt: view.receipt }),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
