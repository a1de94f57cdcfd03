import type { Edition } from '../policy/edition.js';
import { type Cited, compose } from '../policy/outcome.js';
import type { SituationClass } from './cases.js';

/**
 * In which share of all complete situations an edition says each thing, and on which grounds: as a fraction in
 * lowest terms, so that a fact on which a statement does not turn leaves its number as it is. Recorded beside
 * the edition, it is the second entry of the book: a condition that becomes wider or narrower by a single
 * option, or loses a citation, shows as a number that no longer agrees.
 */
export type Census = Readonly<Record<string, string>>;

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function share(count: number, total: number): string {
  const common = divisor(count, total);
  return `${count / common}/${total / common}`;
}

const PARTS = ['reasons', 'steps', 'cautions', 'changes'] as const;

function statements(part: string, { id, cites }: Cited): readonly string[] {
  return [`${part} ${id}`, ...cites.map((cite) => `${part} ${id} < ${cite}`)];
}

/** Counts what is said, over all complete situations of the facts that the edition names. Every case must be decided. */
export function census(edition: Edition, all: readonly SituationClass[]): Census {
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
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, count]) => [key, share(count, total)]));
}

/** The keys whose numbers differ between two censuses. */
export function recount(recorded: Census, counted: Census): readonly string[] {
  const keys = new Set([...Object.keys(recorded), ...Object.keys(counted)]);
  return [...keys].filter((key) => recorded[key] !== counted[key]);
}
