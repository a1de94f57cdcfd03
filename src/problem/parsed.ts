import { ConfigError } from './config-error.js';

/**
 * What came of reading something that people write: its value, or what is wrong with it. Of one setting that is one
 * sentence, which names the setting and the remedy and holds no secret.
 */
export type Parsed<T, Problem = string> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: Problem };

export function parsed<T>(value: T): Parsed<T, never> {
  return { kind: 'parsed', value };
}

export function problem<Problem>(what: Problem): Parsed<never, Problem> {
  return { kind: 'problem', problem: what };
}

/** The value of a setting. Throws `ConfigError` where it has none. */
export function orThrow<T>(setting: Parsed<T>): T {
  if (setting.kind === 'problem') throw new ConfigError(setting.problem);
  return setting.value;
}
