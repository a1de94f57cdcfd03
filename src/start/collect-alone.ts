import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** With more processors than these there is one that has nothing else to do. */
const FEW = 2;

/**
 * Has V8 collect young objects on one thread where processors are few. By default it wakes four for it, however few there
 * are: they wait for one another, and for whoever else is at work there, which takes a tenth of a turn's processor time. With
 * more processors they end a pause sooner.
 */
export function collectAlone(processors: number = availableParallelism()): void {
  if (processors <= FEW) setFlagsFromString('--no-parallel-scavenge');
}
