import { askCustomerData, originData, subscriptionData } from '../conversation/action.js';
import { caseTap } from '../conversation/case-taps.js';
import type { GuidanceView } from '../conversation/interview/shown.js';
import type { View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { GuidanceStep } from '../policy/engine/statement.js';
import { isAskable } from '../policy/facts.js';
import { linkTitle, markdown, pageLink } from './cite.js';
import { roleText, statementText } from './guidance-text.js';
import {
  type AnswerRow,
  answerRow,
  answerRows,
  answerText,
  type Button,
  opinionRows,
  type QuietAction,
  type QuietRow,
  quietButton,
  type Row,
  row,
} from './rows.js';

/** A row that drafts a message to the customer, where the customer can know what is missing. */
export function askCustomerRows(
  language: Language,
  { guidance: { dependsOn }, origin }: GuidanceView,
): readonly Row[] {
  if (!dependsOn.some(({ fact }) => isAskable(fact))) return [];
  const label = language.say('ui.askCustomer');
  return [row(label, askCustomerData(undefined, origin))];
}

/** The answers, those that were assumed among them. */
export function givenRows(language: Language, view: GuidanceView): readonly AnswerRow[] {
  const assumed = view.guidance.assumed.map(({ fact, option }) => {
    const answer = answerText(language, fact, option);
    return answerRow(language, fact, language.say('ui.assumed', { answer }), view.origin);
  });
  return [...answerRows(language, view), ...assumed];
}

/** What stands at the end of all that can be done: to take one of several subscriptions out, or what had no room above. */
function last(language: Language, { origin, among }: GuidanceView, crowded: boolean): Button {
  if (among?.alone === true)
    return {
      title: language.say('ui.leaveOut'),
      data: subscriptionData({ kind: 'leaveOut', number: among.number }, origin),
    };
  return crowded
    ? { title: language.say('ui.another'), data: subscriptionData({ kind: 'another' }, origin) }
    : { title: language.say('ui.back'), data: originData('back', origin) };
}

function isKeepable(among: GuidanceView['among'], keeping: View['keeping']): boolean {
  return keeping !== undefined && among?.alone !== true;
}

/** The title of what else can be done. */
export function moreTitle(language: Language, { among }: GuidanceView, keeping: View['keeping']): string {
  return language.say(isKeepable(among, keeping) ? 'ui.moreKeep' : 'ui.more');
}

/** Keeps the case, or leads to where it is kept; where none can be, or one of several subscriptions is shown, to the editions. */
function keepButton(language: Language, { origin, among }: GuidanceView, keeping: View['keeping']): Button {
  // The editions are behind "help" as well.
  if (!isKeepable(among, keeping)) return quietButton(language, 'edition', origin);
  return keeping === 'offered'
    ? { title: language.say('kept.keep'), data: caseTap({ what: 'keepAs' }, origin) }
    : { title: language.say('kept.here'), data: caseTap({ what: 'here' }, origin) };
}

/**
 * What else can be done with guidance, two and two.
 * @param crowded whether another subscription could not be offered above
 */
export function quietRows(
  language: Language,
  view: GuidanceView,
  { crowded = false, keeping }: { readonly crowded?: boolean; readonly keeping?: View['keeping'] } = {},
): readonly QuietRow[] {
  const { origin } = view;
  const button = (action: QuietAction): Button => quietButton(language, action, origin);
  return [
    ...opinionRows(language, origin),
    { left: button('call'), right: button('person') },
    { left: button('help'), right: button('language') },
    { left: keepButton(language, view, keeping), right: last(language, view, crowded) },
  ];
}

/** The steps with who does each, and where it is told how: a page is linked once, and while there is room for taps. */
export function stepRows(language: Language, steps: readonly GuidanceStep[], room: number) {
  const pages = [...new Set(steps.map(({ page }) => page))].slice(0, room);
  return steps.map((step, index) => {
    const who = roleText(language, step);
    const linked = pages.includes(step.page) && steps.findIndex(({ page }) => page === step.page) === index;
    const title = linkTitle(language, step.page, language.say('ui.howTo'));
    const link = markdown({ ...pageLink(language, step.page), title });
    return {
      number: `${index + 1}`,
      text: statementText(language, `step.${step.id}`, step),
      who,
      role: linked ? language.beside([who, link]) : who,
    };
  });
}
