import type { TicketScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { GuidanceStep } from '../policy/engine/statement.js';
import { FACT_IDS, type FactId } from '../policy/facts.js';
import type { CountryPair } from '../policy/regions/regions.js';
import { receiptOf } from '../receipt/receipt.js';
import { type CaseByCase, caseByCase, citedAsShown, differingTexts, groupLines } from './case-groups.js';
import { sourceList, withAddress } from './cite.js';
import { roleText, statementText } from './guidance-text.js';
import { answerText, locatedAnswer } from './rows.js';
import { stepsTitle, todayText, verdictText } from './then-and-now.js';

/** The answers and what was assumed, one line each. */
export function situationLines(
  language: Language,
  { situation, assumed }: Guidance,
  places?: CountryPair | undefined,
): readonly string[] {
  const line = (fact: FactId, answer: string): string =>
    language.say('ui.answerLine', { fact: language.say(`fact.${fact}.name`), answer });
  return FACT_IDS.flatMap((fact) => {
    const value = situation[fact];
    if (value !== undefined)
      return [line(fact, locatedAnswer(language, fact, answerText(language, fact, value), places))];
    const presumed = assumed.find((each) => each.fact === fact);
    if (presumed === undefined) return [];
    return [line(fact, language.say('ui.assumed', { answer: answerText(language, fact, presumed.option) }))];
  });
}

function listed(language: Language, items: readonly string[]): readonly string[] {
  return items.map((text) => language.say('ticket.line', { text }));
}

/** A heading with a list under it, after an empty line; nothing where the list is empty. */
export function listUnder(language: Language, title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', title, ...listed(language, items)];
}

/** Addresses are written out, because the note is plain text: each once, where its page is first named. */
export function sourceLines(language: Language, citations: Guidance['citations']): readonly string[] {
  const written = new Set<string>();
  const { heading, groups } = sourceList(language, citations, (link) => {
    const whole = withAddress(language, link);
    if (written.has(whole)) return link.title;
    written.add(whole);
    return whole;
  });
  if (groups.length === 0) return [];
  return ['', heading, ...groups.flatMap((group) => [group.heading, ...listed(language, group.pages)])];
}

export function stepLine(language: Language, step: GuidanceStep): string {
  const text = statementText(language, `step.${step.id}`, step);
  return language.say('ui.stepBy', { text, who: roleText(language, step) });
}

/** The verdict before anything else; that of an old edition with today's. */
export function resultLines(language: Language, guidance: Guidance): readonly string[] {
  const today = todayText(language, guidance);
  const verdict = verdictText(language, guidance);
  // That of an old edition is a line of its own already: "March 2019: applies. Today: ask first".
  const result = today === '' ? language.say('ticket.heading', { eligibility: verdict }) : verdict;
  return today === '' ? [result] : [result, today];
}

/** How much of a note may be what holds in which case; a card has more. */
const ROOM = 11_500;

/** What may be told of each case in a note. */
function casesFor(language: Language, guidance: Guidance): CaseByCase {
  return caseByCase(language, guidance, ROOM);
}

/** What the note rests on. While it depends, that is what stands on it, and not each way it may turn out. */
export function ticketSources(language: Language, guidance: Guidance): Guidance['citations'] {
  return citedAsShown(guidance, casesFor(language, guidance)).citations;
}

/** The long note for the ticket: everything that somebody else needs to go on, as plain text. */
export function ticketText(
  language: Language,
  { guidance, places, done, day }: Omit<TicketScreen, 'kind' | 'whole' | 'all'>,
): string {
  const isDone = ({ id }: GuidanceStep): boolean => done.includes(id);
  const { steps, reasons, edition } = guidance;
  const cases = casesFor(language, guidance);
  const [casesTitle = language.say('ui.groups'), ...cased] = groupLines(cases);
  return [
    ...resultLines(language, guidance),
    ...listUnder(language, language.say('ticket.situation'), situationLines(language, guidance, places)),
    ...listUnder(
      language,
      language.say('ticket.reasons'),
      reasons.map((reason) => statementText(language, `reason.${reason.id}`, reason)),
    ),
    ...listUnder(
      language,
      language.say('ticket.done'),
      // In the order in which they were done; what is no longer part of the guidance was done all the same.
      done.map((id) => {
        const step = steps.find((each) => each.id === id);
        return step === undefined ? language.say(`step.${id}`) : stepLine(language, step);
      }),
    ),
    ...listUnder(
      language,
      stepsTitle(language, guidance, 'ticket.toDo'),
      steps.filter((step) => !isDone(step)).map((step) => stepLine(language, step)),
    ),
    ...listUnder(
      language,
      casesTitle,
      [...cased, ...differingTexts(cases)].filter((text) => text !== ''),
    ),
    ...listUnder(
      language,
      language.say('ui.cautions'),
      guidance.cautions.map((caution) => statementText(language, `caution.${caution.id}`, caution)),
    ),
    ...sourceLines(language, ticketSources(language, guidance)),
    '',
    language.say('ui.policyLine', { edition: language.say(`edition.${edition}`) }),
    language.say('ticket.written', { date: language.date(day) }),
    language.say('ui.receipt', { receipt: receiptOf(guidance) }),
  ].join('\n');
}
