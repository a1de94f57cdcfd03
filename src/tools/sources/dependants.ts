import type { EditionId } from '../../policy/edition.js';
import type { KnownEdition } from '../../policy/editions/registry.js';
import { cases } from '../../proof/cases.js';
import { type PassageKey, passageKey } from '../../sources/passage-key.js';

/** What rests on one passage, in one edition. */
export interface Dependants {
  readonly edition: EditionId;
  /** Ids of the rules that cite it. */
  readonly rules: readonly string[];
  /** How many complete situations, of the facts the edition names, at least one of these rules holds in. */
  readonly situations: number;
}

function dependantsIn(edition: KnownEdition): ReadonlyMap<PassageKey, Dependants> {
  const all = cases(edition);
  const rules = new Map<PassageKey, Set<string>>();
  for (const { id, cites } of edition.rules) {
    for (const cite of cites) {
      const citation = edition.citations[cite];
      if (citation === undefined) throw new Error(`Rule "${id}" cites "${cite}", which ${edition.id} lacks.`);
      const key = passageKey(citation.page, citation.section);
      rules.set(key, (rules.get(key) ?? new Set()).add(id));
    }
  }
  return new Map(
    [...rules].map(([key, ids]) => {
      const resting = all.filter(({ holding }) => holding.some(({ id }) => ids.has(id)));
      const situations = resting.reduce((sum, { count }) => sum + count, 0);
      return [key, { edition: edition.id, rules: [...ids], situations }];
    }),
  );
}

/** Every passage that a rule of these editions cites, with what rests on it. */
export function dependants(
  editions: readonly KnownEdition[],
): ReadonlyMap<PassageKey, readonly Dependants[]> {
  const result = new Map<PassageKey, readonly Dependants[]>();
  for (const edition of editions) {
    for (const [key, found] of dependantsIn(edition)) result.set(key, [...(result.get(key) ?? []), found]);
  }
  return result;
}
