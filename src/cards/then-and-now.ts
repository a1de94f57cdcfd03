import { askCustomerData, setEditionData } from '../conversation/action.js';
import type { Origin } from '../conversation/interview/state.js';
import type { Language } from '../language/language.js';
import type { EditionId } from '../policy/edition.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { Now } from '../policy/engine/now.js';
import { isAskable } from '../policy/facts.js';
import { LOOK } from './look.js';
import { type Row, row } from './rows.js';

/** What an old edition says, with what is true today in the same look: nobody may take the one for the other. */

/** How the head of a card looks, and the verdict in it. */
export interface Head {
  readonly style: string;
  readonly icon: string;
  readonly title: string;
}

/** The month that the id of an edition begins with, such as "March 2019". */
function monthOf(language: Language, edition: EditionId): string {
  return language.date(edition.slice(0, 'YYYY-MM'.length));
}

function capital(language: Language, text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language.tag) + text.slice(1);
}

/** "March 2019: applies. Today: ask first" */
function bothVerdicts(language: Language, { edition, eligibility }: Guidance, now: Now): string {
  const more = eligibility === 'depends' ? 'now.otherwise' : 'now.more';
  const after = language.say(now.eligibility === 'depends' ? more : `short.${now.eligibility}`);
  if (now.differs === 'cloud') return language.say('now.cloud', { after });
  const month = capital(language, monthOf(language, edition));
  return language.say(`now.${now.differs}`, { month, before: language.say(`short.${eligibility}`), after });
}

/** The verdict; under an edition that today's contradicts both, in a few words each. */
export function verdictText(language: Language, guidance: Guidance): string {
  const { eligibility, now } = guidance;
  return now === undefined
    ? language.say(`eligibility.${eligibility}`)
    : bothVerdicts(language, guidance, now);
}

/** The head looks like what is true today. */
export function headOf(language: Language, guidance: Guidance): Head {
  const { eligibility, now } = guidance;
  return { ...LOOK[now?.eligibility ?? eligibility], title: verdictText(language, guidance) };
}

/** Today's verdict in full with its edition, or what today's edition asks beside; empty where the guidance is today's. */
export function todayText(language: Language, { now }: Guidance): string {
  if (now === undefined) return '';
  const edition = language.say(`edition.${now.edition}`);
  if (now.differs === 'steps') return language.say('now.lineSteps', { edition });
  if (now.eligibility !== 'depends') {
    return language.say('now.line', { edition, eligibility: language.say(`eligibility.${now.eligibility}`) });
  }
  const facts = now.turnsOn.map((fact) => language.say(`fact.${fact}.inList`));
  return language.say('now.lineAsks', { edition, facts: language.all(facts) });
}

/** A reason with the month of its edition, where today's says something else. */
export function asOfThen(language: Language, { edition, now }: Guidance, text: string): string {
  if (now === undefined || now.differs === 'cloud' || text === '') return text;
  return language.say('now.said', { month: capital(language, monthOf(language, edition)), text });
}

const HEADINGS = {
  'ui.steps': 'now.stepsThen',
  'call.steps': 'now.stepsToTick',
  'ticket.toDo': 'now.toDo',
} as const;

/** A heading above steps: those of an old edition bear its month. */
export function stepsTitle(
  language: Language,
  { edition, now }: Guidance,
  usual: keyof typeof HEADINGS,
): string {
  if (now === undefined || now.differs === 'cloud') return language.say(usual);
  return language.say(HEADINGS[usual], { month: monthOf(language, edition) });
}

/** One tap from an old answer to today's, and to a message to the customer where only today's needs one. */
export function todayRows(language: Language, { now, dependsOn }: Guidance, origin: Origin): readonly Row[] {
  if (now === undefined) return [];
  const asks = now.turnsOn.some(isAskable) && !dependsOn.some(({ fact }) => isAskable(fact));
  return [
    row(language.say('now.open'), setEditionData(undefined, origin)),
    ...(asks ? [row(language.say('ui.askCustomer'), askCustomerData(undefined, origin))] : []),
  ];
}

/** What is true today as ids, for programs that act on the guidance. */
export function nowIds({ now }: Guidance) {
  return now === undefined
    ? {}
    : {
        now: {
          edition: now.edition,
          eligibility: now.eligibility,
          differs: now.differs,
          turnsOn: now.turnsOn,
        },
      };
}
