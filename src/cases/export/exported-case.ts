import { guidanceOfCase } from '../case-guidance.js';
import { deadlinesOf } from '../deadlines.js';
import type { CaseAnswers, KeptCase } from '../kept-case.js';

function situation(answers: CaseAnswers): Readonly<Record<string, string>> {
  return Object.fromEntries(answers);
}

/** A case as data for other programs: ids alone, and everything that is kept but who keeps it and the secret that lets others join. */
export function caseData(kept: KeptCase) {
  const { id, label, shared, edition, told, ticks, waiting, dates, watched, closed, created, changed } = kept;
  const guidances = guidanceOfCase(kept);
  return {
    id,
    label,
    created,
    changed,
    ...(closed === undefined ? {} : { closed }),
    ...(edition === undefined ? {} : { edition }),
    told,
    watched,
    shared: situation(shared),
    subscriptions: kept.subscriptions.map((answers, at) => ({
      ...situation(answers),
      eligibility: guidances[at]?.eligibility,
    })),
    ticks,
    ...(waiting === undefined ? {} : { waiting }),
    dates,
    lapses: deadlinesOf(kept).map(({ id: lapse, day, step, actor, subscriptions }) => ({
      lapse,
      day,
      ...(step === undefined ? {} : { step }),
      actor,
      subscriptions,
    })),
  };
}

/** Cases as JSON, in lines that people can read too. */
export function casesJson(cases: readonly KeptCase[]): string {
  return `${JSON.stringify(cases.map(caseData), null, 2)}\n`;
}
