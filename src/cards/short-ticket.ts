import type { TicketScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { foremost } from '../policy/engine/foremost.js';
import { receiptAddress } from '../receipt/link.js';
import { receiptOf } from '../receipt/receipt.js';
import { caseByCase, citedAsShown } from './case-groups.js';
import { conditionText } from './condition-text.js';
import { policyText } from './edition-line.js';
import { statementText } from './guidance-text.js';
import { stepsTitle } from './then-and-now.js';
import { resultLines, situationLines, stepLine } from './ticket.js';

/** So many lines are read in a ticket. */
export const SHORT = 12;

type Noted = Omit<TicketScreen, 'kind' | 'whole' | 'all'>;

/** The one caution that can make it untrue, and what is unknown. */
function reservations(language: Language, { guidance }: Noted): readonly string[] {
  const { first } = foremost(guidance.groups.length > 1 ? [] : guidance.cautions);
  const facts = guidance.dependsOn.map(({ fact }) => language.say(`fact.${fact}.inList`));
  return [
    ...(first === undefined
      ? []
      : [
          language.say('ui.answerLine', {
            fact: language.say('ui.cautions'),
            answer: statementText(language, `caution.${first.id}`, first),
          }),
        ]),
    ...(facts.length === 0 ? [] : [language.say('handOver.unknown', { facts: language.all(facts) })]),
  ];
}

/** The likeliest cases with their verdicts, as many as there is room for. */
function caseLines(language: Language, { guidance }: Noted, room: number): readonly string[] {
  const { groups, situation } = guidance;
  const shown = groups.length < room ? groups : groups.slice(0, room - 2);
  const left = groups.length - shown.length;
  return [
    language.say('ui.groups'),
    ...shown.map(({ options, eligibility }) => {
      const condition = conditionText(language, options, situation);
      const text = language.say('ticket.case', {
        condition,
        eligibility: language.say(`eligibility.${eligibility}`),
      });
      return language.say('ticket.line', { text });
    }),
    ...(left === 0
      ? []
      : [language.say('ticket.line', { text: language.say('ui.moreGroups', { count: left }) })]),
  ];
}

/** The steps with what is done, as many as there is room for: what is still to do goes first. */
function stepLines(language: Language, { guidance, done }: Noted, room: number): readonly string[] {
  const isDone = ({ id }: { readonly id: string }): boolean => (done as readonly string[]).includes(id);
  const { steps } = guidance;
  const toDo = steps.filter((step) => !isDone(step));
  const finished = done.map((id) => {
    const step = steps.find((each) => each.id === id);
    const text = step === undefined ? language.say(`step.${id}`) : stepLine(language, step);
    return language.say('ticket.doneLine', { text });
  });
  const open = toDo.map((step) => language.say('ticket.toDoLine', { text: stepLine(language, step) }));
  if (finished.length + open.length < room) {
    return [
      ...finished,
      ...(open.length === 0 ? [] : [stepsTitle(language, guidance, 'ticket.toDo'), ...open]),
    ];
  }
  const count = finished.length;
  const above = count === 0 ? [] : [language.say('ticket.doneSteps', { count })];
  const fits = above.length + 1 + open.length <= room;
  const first = fits ? open : open.slice(0, Math.max(0, room - above.length - 2));
  const text = language.say('ticket.moreSteps', { count: open.length - first.length });
  return [
    ...above,
    stepsTitle(language, guidance, 'ticket.toDo'),
    ...first,
    ...(fits ? [] : [language.say('ticket.line', { text })]),
  ];
}

/** Where the rest stands. @param address where browsers reach the bot, if that is known */
export function wholeLine(language: Language, receipt: string, address: string | undefined): string {
  return address === undefined
    ? language.say('ticket.whole', { receipt })
    : language.say('ticket.wholeAt', { receipt, url: receiptAddress(address, receipt) });
}

/**
 * The note for the ticket in a dozen lines: the verdict, what can make it untrue, the situation, what is to do, and
 * where the rest is. Every line is one by itself, and none begins as a list, a heading or a quotation of any markup.
 * @param address where browsers reach the bot, if that is known
 */
export function shortTicketText(language: Language, noted: Noted, address?: string | undefined): string {
  const { guidance, places, day } = noted;
  const situation = situationLines(language, guidance, places);
  const head = [
    ...resultLines(language, guidance),
    ...reservations(language, noted),
    ...(situation.length === 0
      ? []
      : [situation.reduce((first, second) => language.say('ticket.pair', { first, second }))]),
  ];
  const foot = [
    // As many as the whole answer shows.
    policyText(language, citedAsShown(guidance, caseByCase(language, guidance))),
    language.say('ticket.written', { date: language.date(day) }),
    wholeLine(language, receiptOf(guidance), address),
  ];
  const room = SHORT - head.length - foot.length;
  const body =
    guidance.groups.length > 1 ? caseLines(language, noted, room) : stepLines(language, noted, room);
  return [...head, ...body, ...foot].join('\n');
}
