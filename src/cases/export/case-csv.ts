import Papa from 'papaparse';
import type { Language } from '../../language/language.js';
import { optionKey } from '../../language/policy-keys.js';
import { ACTORS } from '../../policy/edition.js';
import { guidanceOfCase } from '../case-guidance.js';
import { deadlinesOf } from '../deadlines.js';
import type { CaseAnswers, DoneBy, KeptCase } from '../kept-case.js';

/** What a table of cases tells, a line each: of which case and subscription, what, its value, the day, and who. */
type TableLine = readonly [
  what: string,
  value: string,
  day: string,
  by: string,
  subscriptions: readonly number[],
];

/** Without it, spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\ufeff';

function answerLines(language: Language, answers: CaseAnswers, at: readonly number[]): readonly TableLine[] {
  return answers.map(([fact, value]) => {
    const answer = value === 'unknown' ? language.say('ui.unknown') : language.say(optionKey(fact, value));
    return [language.say(`fact.${fact}.name`), answer, '', '', at];
  });
}

function byText(language: Language, by: DoneBy): string {
  const actor = ACTORS.find((each) => each === by);
  return actor === undefined
    ? language.say(`role.${by as Exclude<DoneBy, (typeof ACTORS)[number]>}`)
    : language.say(`actor.${actor}`);
}

function linesOf(language: Language, kept: KeptCase): readonly TableLine[] {
  const { created, changed, closed, waiting } = kept;
  const dated = (key: 'export.created' | 'export.changed' | 'export.closed', day: string | undefined) =>
    day === undefined ? [] : [[language.say(key), '', day, '', []] as const];
  return [
    ...dated('export.created', created),
    ...dated('export.changed', changed),
    ...dated('export.closed', closed),
    ...answerLines(language, kept.shared, []),
    ...guidanceOfCase(kept).flatMap(({ eligibility }, at): readonly TableLine[] => [
      ...answerLines(language, kept.subscriptions[at] ?? [], [at]),
      [language.say('export.result'), language.say(`eligibility.${eligibility}`), '', '', [at]],
    ]),
    ...kept.ticks.map(
      ({ step, day, by }): TableLine => [
        language.say('export.done'),
        language.say(`step.${step}`),
        day,
        byText(language, by),
        [],
      ],
    ),
    ...(waiting === undefined
      ? []
      : [
          [
            language.say('export.waiting'),
            language.say(`step.${waiting.step}`),
            waiting.since,
            byText(language, waiting.actor),
            [],
          ] as const,
        ]),
    ...kept.dates.map(
      ({ day, subscription }): TableLine => [language.say('export.termEnd'), '', day, '', [subscription]],
    ),
    ...deadlinesOf(kept).map(
      ({ id, day, days, actor, subscriptions }): TableLine => [
        language.say('export.lapses'),
        language.say(`lapse.${id}`, { days }),
        day,
        byText(language, actor),
        subscriptions,
      ],
    ),
  ];
}

/** Some spreadsheets of East Asia take the wide forms as well. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Cases as a table for spreadsheets (RFC 4180), in the reader's language. A label that a spreadsheet would take for a formula
 * comes as text, and every field in quotes: where spreadsheets part fields at semicolons, as in Hungarian, Portuguese and Russian,
 * a label would else begin a field of its own.
 */
export function casesCsv(language: Language, cases: readonly KeptCase[]): string {
  const names = ['case', 'subscription', 'what', 'value', 'day', 'by'] as const;
  const fields = names.map((name) => language.say(`export.${name}`));
  const data = cases.flatMap((kept) =>
    linesOf(language, kept).map(([what, value, day, by, subscriptions]) => {
      const places = subscriptions.map((at) => at + 1).join(' ');
      return [kept.label === '' ? kept.id : kept.label, places, what, value, day, by];
    }),
  );
  const table = Papa.unparse({ fields, data }, { quotes: true, escapeFormulae: FORMULA, newline: '\r\n' });
  return `${BYTE_ORDER_MARK}${table}\r\n`;
}
