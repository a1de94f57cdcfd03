import type { CaseFace, CaseRow, DueCase } from '../conversation/case-screen.js';
import { caseTap } from '../conversation/case-taps.js';
import type { Origin } from '../conversation/interview/state.js';
import type { Language } from '../language/language.js';
import { subscriptionNames, verdictLine } from './case-text.js';
import type { KeptContent } from './kept-card.js';
import { caseName, lapseText } from './letter.js';
import { LOOK } from './look.js';
import { notedRow, proceed, type Row, row } from './rows.js';
import { verdictText } from './then-and-now.js';

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

function caseRow(language: Language, kept: CaseRow, origin: Origin): Row {
  const [guidance] = kept.plan.plan.guidances;
  const mark = guidance === undefined ? '›' : LOOK[guidance.now?.eligibility ?? guidance.eligibility].icon;
  const data = caseTap({ what: 'open', case: kept.id }, origin);
  return notedRow(language, caseName(language, kept), data, stateText(language, kept), mark);
}

/** All cases of somebody: those open first, some to a card. */
export function caseListContent(
  language: Language,
  { cases, before, after, days, page }: ListFace,
  origin: Origin,
): KeptContent {
  const title = language.say('kept.mine');
  // From a later card back to the first one, which leads on to where the person is.
  const options = [before === 0 ? proceed(language, origin) : row(title, caseTap({ what: 'list' }, origin))];
  if (cases.length === 0) return { title, texts: [language.say('kept.none')], options };
  const rows = (closed: boolean) =>
    cases
      .filter((each) => (each.closed !== undefined) === closed)
      .map((each) => caseRow(language, each, origin));
  const asPage = page ? [row(language.say('kept.page'), caseTap({ what: 'page' }, origin))] : [];
  const next = caseTap({ what: 'list', after: before + cases.length }, origin);
  const more = after === 0 ? [] : [row(language.say('kept.more', { count: after }), next)];
  const section = (heading: string, some: readonly Row[]) =>
    some.length === 0 ? [] : [{ heading, rows: some }];
  return {
    title,
    sections: [
      ...section(language.say('kept.open'), rows(false)),
      ...section(language.say('kept.closed'), rows(true)),
      ...section('', more),
      { heading: '', lines: [language.say('privacy.casesKept', { days })] },
    ],
    options: [...asPage, ...options],
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
    case 'review':
      return language.say('kept.review');
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
