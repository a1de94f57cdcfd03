import { readFileSync } from 'node:fs';
import { type Expand, expander } from './expander.js';

/** The templates in `cards/`: layout only, every word bound. */
export const TEMPLATES = [
  'welcome',
  'question',
  'guidance',
  'notice',
  'report',
  'call',
  'extension',
] as const;
export type TemplateName = (typeof TEMPLATES)[number];
export type Card = Readonly<Record<string, unknown>>;

const FOLDER = new URL('../../../cards/', import.meta.url);
const kept = new Map<TemplateName, Expand>();

/** Each template is read once, when it is first needed. */
function template(name: TemplateName): Expand {
  const known = kept.get(name) ?? expander(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')));
  kept.set(name, known);
  return known;
}

/** The card for this data. The data is bound as values: whatever stands in it is never run as an expression. */
export function expand(name: TemplateName, data: object): Card {
  return template(name)(data) as Card;
}
