import type { CaseFace, CaseRow, DueCase } from '../conversation/case-screen.js';
import { caseTap } from '../conversation/case-taps.js';
import type { Origin } from '../conversation/interview/state.js';
import type { Language } from '../language/language.js';
import { subscriptionNames, verdictLine } from './case-text.js';
import type { KeptContent } from './kept-card.js';
import { caseName, lapseText } from './letter.js';
import { LOOK } from './look.js';
import { notedRow, proceed, type Row } from './rows.js';
import { verdictText } from './then-and-now.js';

/** So many cases a card lists. A person may keep a hundred; whoever looks for an older one closes or deletes newer ones. */
const LISTED = 7;

type ListFace = Extract<CaseFace, { readonly kind: 'list' }>;
type DueFace = Extract<CaseFace, { readonly kind: 'due' }>;

/** What a case has come to, and what comes next in it. */
function stateText(language: Language, { plan, waiting, next, closed, blocked }: CaseRow): string {
  const names = subscriptionNames(language, plan.answers);
  const verdicts = plan.plan.guidances.map((guidance, at) =>
    names.length === 1
      ? verdictText(language, guidance)
      : verdictLine(language, names[at]?.short ?? '', guidance),
  );
  if (closed !== undefined)
    return language.beside([...verdicts, language.say('kept.closedOn', { day: language.date(closed) })]);
  const waits =
    waiting === undefined
      ? ''
      : language.say('kept.waitingShort', {
          actor: language.say(`actor.${waiting.actor}`),
          day: language.date(waiting.since),
        });
  const lapses = next === undefined ? '' : lapseText(language, next);
  return language.beside([...verdicts, waits, lapses, blocked ? language.say('kept.unwritten') : '']);
}

function caseRow(language: Language, row: CaseRow, origin: Origin): Row {
  const [guidance] = row.plan.plan.guidances;
  const mark = guidance === undefined ? '›' : LOOK[guidance.now?.eligibility ?? guidance.eligibility].icon;
  const data = caseTap({ what: 'open', case: row.id }, origin);
  return notedRow(language, caseName(language, row), data, stateText(language, row), mark);
}

/** All cases of somebody: those open first. */
export function caseListContent(language: Language, { cases, days }: ListFace, origin: Origin): KeptContent {
  const title = language.say('kept.mine');
  const options = [proceed(language, origin)];
  if (cases.length === 0) return { title, texts: [language.say('kept.none')], options };
  const shown = cases.slice(0, LISTED);
  const rows = (closed: boolean) =>
    shown
      .filter((each) => (each.closed !== undefined) === closed)
      .map((each) => caseRow(language, each, origin));
  const count = cases.length - shown.length;
  const section = (heading: string, some: readonly Row[]) =>
    some.length === 0 ? [] : [{ heading, rows: some }];
  return {
    title,
    sections: [
      ...section(language.say('kept.open'), rows(false)),
      ...section(language.say('kept.closed'), rows(true)),
      {
        heading: '',
        lines: [
          ...(count === 0 ? [] : [language.say('kept.more', { count })]),
          language.say('privacy.casesKept', { days }),
        ],
      },
    ],
    options,
  };
}

function dueText(language: Language, { because }: DueCase): string {
  switch (because.kind) {
    case 'lapse':
      return lapseText(language, because.deadline);
    case 'waiting':
      return language.say('kept.waitingShort', {
        actor: language.say(`actor.${because.waiting.actor}`),
        day: language.date(because.waiting.since),
      });
    case 'news':
      return language.say('kept.news');
  }
}

/** What is due, for whoever comes back where they cannot be written to. */
export function dueContent(language: Language, { due }: DueFace, origin: Origin): KeptContent {
  const rows = due.map((each) =>
    notedRow(
      language,
      caseName(language, each),
      caseTap({ what: 'open', case: each.id }, origin),
      dueText(language, each),
    ),
  );
  return {
    title: language.say('kept.due'),
    sections: [{ heading: '', rows }],
    options: [proceed(language, origin)],
  };
}
