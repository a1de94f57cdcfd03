import { parse, populate } from 'dotenv';
import { ConfigError } from '../problem/config-error.js';
import { envFile } from './env-file.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting's value; blank counts as not set, as an empty line of a `.env` file means. */
export function value(env: Environment, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === undefined || text === '' ? undefined : text;
}

/** Settings as they are written, for those who know how they belong together. */
export function asWritten<Name extends string>(
  env: Environment,
  names: readonly Name[],
): Readonly<Record<Name, string | undefined>> {
  return Object.fromEntries(names.map((name) => [name, value(env, name)])) as Record<
    Name,
    string | undefined
  >;
}

/** The entries of a setting that is a list, with spaces or commas between them. */
export function entriesOf(env: Environment, name: string): readonly string[] {
  return (value(env, name) ?? '').split(/[\s,]+/).filter((each) => each !== '');
}

/** Throws `ConfigError` for any other word. */
export function oneOf<T extends string>(
  env: Environment,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  const found = allowed.find((each) => each.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw new ConfigError(`${name} is "${text}", but must be one of ${allowed.join(', ')}.`);
}

/** Throws `ConfigError` for anything but a whole number from `least` to `most`. */
export function whole(env: Environment, name: string, least: number, most: number): number | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d{1,6}$/.test(text) && number >= least && number <= most) return number;
  throw new ConfigError(`${name} is "${text}", but must be a number from ${least} to ${most}.`);
}

/** The environment of this process, and a `.env` file for what it does not set. Throws `ConfigError`. */
export function loadEnvironment(): Environment {
  populate(process.env as Record<string, string>, parse(envFile('.env')));
  return process.env;
}

/** Keeps Microsoft's exporter, which reads its own settings, from telling Microsoft about this process. */
export function quietExporter(): void {
  Object.assign(process.env, { APPLICATION_INSIGHTS_NO_STATSBEAT: 'true' });
}
