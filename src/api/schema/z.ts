import type * as zod from 'zod/v4';
import { late } from '../../late/late.js';

/**
 * By `late`, which reads one file after another: as an import it would open its two hundred files at once, more than a
 * process may that can open few.
 */
export const { z } = late<typeof zod>('zod/v4')();

/** What is said in an answer: our own data does not change. */
export type Sent<Data> = Data extends readonly (infer Entry)[]
  ? readonly Sent<Entry>[]
  : Data extends object
    ? { readonly [Name in keyof Data]: Sent<Data[Name]> }
    : Data;
