import type { Actor } from '../edition.js';
import { LAPSE_IDS, LAPSES, type Lapse, type LapseBegin, type LapseId } from '../editions/lapses.js';
import { EDITIONS, type StepId } from '../editions/registry.js';
import type { Guidance } from './guidance.js';
import { type Statement, statement } from './statement.js';

/** Something in a guidance that lapses unless somebody acts. */
export interface GuidanceLapse extends Statement<LapseId> {
  readonly begins: LapseBegin;
  /** The step that ends the waiting; undefined where only a caution says what to do. */
  readonly step: StepId | undefined;
  readonly actor: Actor;
  readonly days: number;
}

function speaksOf({ edition, where }: Lapse, guidance: Guidance): boolean {
  if (guidance.edition !== edition) return false;
  return 'step' in where
    ? guidance.steps.some(({ id }) => id === where.step)
    : guidance.cautions.some(({ id }) => id === where.caution);
}

/** What lapses in this guidance, with where that stands. */
export function lapsing(guidance: Guidance): readonly GuidanceLapse[] {
  return LAPSE_IDS.flatMap((id) => {
    const lapse: Lapse = LAPSES[id];
    if (!speaksOf(lapse, guidance)) return [];
    const { begins, where, actor, days, cites } = lapse;
    const step = 'step' in where ? where.step : undefined;
    return [{ ...statement(EDITIONS[lapse.edition], { id, cites }), begins, step, actor, days }];
  });
}
