import { LANGUAGE_TAGS } from '../../src/language/languages.js';
import type { Measures } from '../../src/operation/measures.js';
import { ELIGIBILITIES, ERROR_KINDS } from '../../src/operation/vocabularies.js';
import { FACT_IDS } from '../../src/policy/facts.js';

/** A busy day; every count differs, so that none is taken for another. */
export function busyDay(measures: Measures): void {
  const times = (count: number, what: () => void): void => {
    for (let time = 0; time < count; time += 1) what();
  };
  times(1234, () => measures.turns.inc({ channel: 'msteams', input: 'answer' }));
  times(311, () => measures.turns.inc({ channel: 'directline', input: 'text' }));
  times(200, () => measures.interviews.inc({ state: 'begun' }));
  times(150, () => measures.interviews.inc({ state: 'finished' }));
  ELIGIBILITIES.forEach((eligibility, at) => {
    times(90 - at * 15, () => measures.guidance.inc({ eligibility, edition: '2026-11' }));
  });
  LANGUAGE_TAGS.forEach((language, at) => {
    times(300 - at * 70, () => measures.languages.inc({ language }));
  });
  FACT_IDS.forEach((fact, at) => {
    times(160 - at * 11, () => measures.questions.inc({ fact }));
  });
  FACT_IDS.slice(0, 3).forEach((fact, at) => {
    times(7 + at, () => measures.unknown.inc({ fact }));
  });
  ERROR_KINDS.forEach((kind, at) => {
    times(at + 1, () => measures.errors.inc({ kind }));
  });
  times(17, () => measures.corrections.inc({ kind: 'changed' }));
  times(4, () => measures.corrections.inc({ kind: 'takenBack' }));
  times(20, () => measures.turnSeconds.start('total')());
}
