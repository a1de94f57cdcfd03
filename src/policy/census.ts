import type { Case } from './cases.js';
import type { Edition } from './edition.js';
import { type Cited, compose } from './outcome.js';

/**
 * In how many complete situations an edition says each thing, and on which grounds. Recorded beside the
 * edition, it is the second entry of the book: a condition that becomes wider or narrower by a single
 * option, or loses a citation, shows as a number that no longer agrees.
 */
export type Census = Readonly<Record<string, number>>;

const PARTS = ['reasons', 'steps', 'cautions', 'changes'] as const;

function statements(part: string, { id, cites }: Cited): readonly string[] {
  return [`${part} ${id}`, ...cites.map((cite) => `${part} ${id} < ${cite}`)];
}

/** Counts what is said, over all complete situations. Every case must be decided. */
export function census(edition: Edition, all: readonly Case[]): Census {
  const counts = new Map<string, number>();
  for (const { holding, count } of all) {
    const outcome = compose(edition, holding);
    const said = [
      `verdict ${outcome.verdict}`,
      ...outcome.cites.map((cite) => `verdict ${outcome.verdict} < ${cite}`),
      ...outcome.links.map((link) => `links ${link}`),
      ...PARTS.flatMap((part) => outcome[part].flatMap((cited) => statements(part, cited))),
    ];
    for (const key of said) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The keys whose numbers differ between two censuses. */
export function recount(recorded: Census, counted: Census): readonly string[] {
  const keys = new Set([...Object.keys(recorded), ...Object.keys(counted)]);
  return [...keys].filter((key) => recorded[key] !== counted[key]);
}
