import type { EditionId } from '../../src/policy/edition.js';
import { EDITIONS, newest } from '../../src/policy/editions/registry.js';
import type { Situation } from '../../src/policy/facts.js';

/** The edition that answers today, and the situation as it is asked: an edition of one cloud is asked about that cloud. */
export function todays(pinned: EditionId, situation: Situation): readonly [EditionId, Situation] {
  const { clouds, family } = EDITIONS[pinned];
  const [only] = clouds.length === 1 ? clouds : [];
  const cloud = situation.cloud ?? only;
  const asked = cloud === undefined ? situation : { ...situation, cloud };
  if (cloud === undefined || cloud === 'unknown') return [newest(family).id, asked];
  return [newest(cloud === 'china' ? 'vianet' : 'global').id, asked];
}
