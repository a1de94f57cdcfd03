import type { TicketScreen } from '../conversation/view.js';
import type { WholeCase } from '../conversation/whole-case.js';
import type { Language } from '../language/language.js';
import { foremost, grave } from '../policy/engine/foremost.js';
import { caseByCase, differingTexts, groupLines } from './case-groups.js';
import {
  commonLines,
  doneLines,
  openText,
  ownLines,
  planTitle,
  resultsOfAll,
  toDoLines,
} from './case-note.js';
import { conflictLines, forText, planCautionLines, subscriptionNames, verdictLines } from './case-text.js';
import { pageLink, withAddress } from './cite.js';
import { policyText } from './edition-line.js';
import { statementText } from './guidance-text.js';
import { SHORT, wholeLine } from './short-ticket.js';
import { listUnder, sourceLines } from './ticket.js';

/** A note about a whole customer. */
type NotedCase = Omit<TicketScreen, 'kind' | 'whole' | 'guidance' | 'all' | 'done'> & {
  readonly all: WholeCase;
};

function headedLine(language: Language, heading: string, text: string): string {
  return language.say('ui.answerLine', { fact: heading, answer: text });
}

/** What gets in each other's way, in one line. */
function conflictLine(language: Language, all: WholeCase): readonly string[] {
  const told = conflictLines(language, all);
  return told.length === 0
    ? []
    : [headedLine(language, language.say('case.conflicts'), language.sentences(told))];
}

/** The one caution that can make a verdict untrue. */
function cautionLine(language: Language, all: WholeCase): readonly string[] {
  const { first } = foremost(all.plan.cautions);
  if (first === undefined) return [];
  const text = headedLine(
    language,
    language.say('ui.cautions'),
    statementText(language, `caution.${first.id}`, first),
  );
  const names = subscriptionNames(language, all.answers);
  return [language.beside([text, forText(language, names, first.subscriptions)])];
}

/** As many of the steps as there is room for; a heading where it does not take the room of the first of them. */
function shortSteps(language: Language, all: WholeCase, room: number): readonly string[] {
  const finished = doneLines(language, all).map((text) => language.say('ticket.doneLine', { text }));
  const open = toDoLines(language, all).map((text) => language.say('ticket.toDoLine', { text }));
  const heading = open.length === 0 ? [] : [planTitle(language, all, 'ticket.toDo')];
  if (finished.length + heading.length + open.length <= room) return [...finished, ...heading, ...open];
  const count = finished.length;
  const above = count === 0 ? [] : [language.say('ticket.doneSteps', { count })];
  const titled = room - above.length > 3 ? heading : [];
  const left = room - above.length - titled.length;
  const first = open.length <= left ? open : open.slice(0, Math.max(0, left - 1));
  const more = open.length - first.length;
  const text = language.say('ticket.moreSteps', { count: more });
  return [...above, ...titled, ...first, ...(more === 0 ? [] : [language.say('ticket.line', { text })])];
}

/**
 * The note for a whole customer in a dozen lines: the verdict of each subscription, what gets in each other's way, what can
 * make it untrue, what is true of all, the next steps of the one plan, and where the rest is.
 */
export function shortCaseTicket(
  language: Language,
  { all, places, day }: NotedCase,
  address: string | undefined,
): string {
  const common = commonLines(language, all, places);
  const head = [
    ...resultsOfAll(language, all),
    ...conflictLine(language, all),
    ...cautionLine(language, all),
    ...(common.length === 0
      ? []
      : [common.reduce((first, second) => language.say('ticket.pair', { first, second }))]),
  ];
  const written = language.say('ticket.written', { date: language.date(day) });
  const foot = [
    language.beside([policyText(language, all.plan), written]),
    wholeLine(language, all.receipt, address),
  ];
  return [...head, ...shortSteps(language, all, SHORT - head.length - foot.length), ...foot].join('\n');
}

/** How many letters a long note may have: a card holds it three times over, and has at most 80 KB. */
const LONGEST = 11_000;
/** How much of it may be what holds in which case, of all subscriptions together. */
const ROOM = 4000;

/** What a long note does without, where it would be too long: the first of it first. The print has all of it. */
const LESS = [
  { cases: true, sections: true, cautions: Number.POSITIVE_INFINITY },
  { cases: false, sections: true, cautions: Number.POSITIVE_INFINITY },
  { cases: false, sections: false, cautions: Number.POSITIVE_INFINITY },
  { cases: false, sections: false, cautions: 12 },
  { cases: false, sections: false, cautions: 6 },
] as const;
type NoteExtent = (typeof LESS)[number];

/** What there is to say of one subscription alone. */
function ownSection(
  language: Language,
  all: WholeCase,
  place: number,
  { cases: wanted }: NoteExtent,
): readonly string[] {
  const guidance = all.plan.guidances[place];
  if (guidance === undefined) return [];
  const name = subscriptionNames(language, all.answers)[place]?.full ?? '';
  const room = Math.floor(ROOM / all.plan.guidances.length);
  const cases = wanted ? caseByCase(language, guidance, room) : undefined;
  return listUnder(
    language,
    name,
    [
      ...ownLines(language, all, place),
      ...guidance.reasons.map((reason) => statementText(language, `reason.${reason.id}`, reason)),
      openText(language, all, place),
      ...(cases === undefined ? [] : [...groupLines(cases), ...differingTexts(cases)]),
    ].filter((text) => text !== ''),
  );
}

/** The pages alone, each once with its address. */
function pageLines(language: Language, { citations }: WholeCase['plan']): readonly string[] {
  const pages = [...new Set(citations.map(({ page }) => page))];
  return listUnder(
    language,
    language.say('ui.sources'),
    pages.map((page) => withAddress(language, pageLink(language, page))),
  );
}

function cautionLines(language: Language, all: WholeCase, most: number): readonly string[] {
  const { cautions } = all.plan;
  const count = cautions.length - Math.min(cautions.length, most);
  if (count === 0) return planCautionLines(language, all);
  // What can take a verdict back is never among what is left out.
  const first = grave(cautions);
  const told = [...first, ...cautions.filter((each) => !first.includes(each))].slice(0, most);
  const lines = planCautionLines(language, { ...all, plan: { ...all.plan, cautions: told } });
  return [...lines, language.say('case.more', { count })];
}

/** The long note for a whole customer: one plan, then what there is to say of each subscription, then the sources. */
export function caseTicket(language: Language, noted: NotedCase): string {
  const all = LESS.map((extent) => longNote(language, noted, extent));
  return all.find(({ length }) => length <= LONGEST) ?? all.at(-1) ?? '';
}

function longNote(language: Language, { all, places, day }: NotedCase, extent: NoteExtent): string {
  const { plan } = all;
  return [
    language.say('case.title', { count: plan.guidances.length }),
    ...verdictLines(language, all).map((text) => language.say('ticket.line', { text })),
    ...listUnder(language, language.say('case.conflicts'), conflictLines(language, all)),
    ...listUnder(language, language.say('ticket.situation'), commonLines(language, all, places)),
    ...listUnder(language, language.say('ticket.done'), doneLines(language, all)),
    ...listUnder(language, planTitle(language, all, 'ticket.toDo'), toDoLines(language, all)),
    ...listUnder(language, language.say('ui.cautions'), cautionLines(language, all, extent.cautions)),
    ...plan.guidances.flatMap((_, place) => ownSection(language, all, place, extent)),
    ...(extent.sections ? sourceLines(language, plan.citations) : pageLines(language, plan)),
    '',
    language.say('ui.policyLine', { edition: language.say(`edition.${plan.edition}`) }),
    language.say('ticket.written', { date: language.date(day) }),
    language.say('ui.receipt', { receipt: all.receipt }),
  ].join('\n');
}
