import type { PolicyKey } from './policy-keys.js';
import type en from './words/en.json';

/**
 * The key of a message: English says which there are, the policy which it needs beside. A language that lacks one
 * does not compile.
 */
export type MessageKey = Extract<keyof typeof en, string> | PolicyKey;

/** What may come after `family.`: `KeyUnder<'review'>` is "title", "skip" and so on. */
export type KeyUnder<Family extends string> = MessageKey extends infer Key
  ? Key extends `${Family}.${infer Rest}`
    ? Rest
    : never
  : never;

/** The messages that are lists of words to type, with bars between them. */
export type WordListKey =
  | `command.${KeyUnder<'command'>}`
  | 'receipt.denied'
  | `reply.${KeyUnder<'reply'>}`
  | `place.${KeyUnder<'place'>}`
  | `alone.${KeyUnder<'alone'>}`
  | `tenants.${KeyUnder<'tenants'>}`
  | `gate.${KeyUnder<'gate'>}`
  | `afresh.${KeyUnder<'afresh'>}`
  | `besides.${KeyUnder<'besides'>}`
  | `keyboard.${KeyUnder<'keyboard'>}`
  | 'language.aliases'
  | 'language.manner'
  | 'customer.names'
  | 'country.names';
