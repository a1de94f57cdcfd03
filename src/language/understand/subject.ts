import { FACT_IDS } from '../../policy/facts.js';
import type { Reading } from './readings.js';

/** What a text says that may have a subject. */
interface Told {
  readonly readings: readonly Reading[];
  readonly subscriptions?: readonly (readonly Reading[])[];
}

/** The subject of a mail counts for what its body says nothing of. */
export function withSubject<T extends Told>(body: T, subject: Told): T {
  const told = [...body.readings, ...(body.subscriptions ?? []).flat()];
  const said = new Set(told.map(({ fact }) => fact));
  const more = subject.readings.filter(({ fact }) => !said.has(fact));
  if (more.length === 0) return body;
  const readings = FACT_IDS.flatMap((fact) =>
    [...body.readings, ...more].filter((each) => each.fact === fact),
  );
  return { ...body, readings };
}
