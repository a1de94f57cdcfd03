import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The package's own types pull in TypeScript sources of another package, so its one class is described here. */
interface Templating {
  readonly Template: new (payload: unknown) => { expand(context: { $root: object }): unknown };
}

/** Loaded with the first template: it is a third of all that the bot consists of, and first cards need none of it. */
function engine(): Templating['Template'] {
  const { Template } = createRequire(import.meta.url)('adaptivecards-templating') as Templating;
  return Template;
}

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
const kept = new Map<TemplateName, InstanceType<Templating['Template']>>();

/** Parsing a template costs some 15 times as much as expanding it, so each is parsed once. */
function template(name: TemplateName): InstanceType<Templating['Template']> {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const Template = engine();
  const parsed = new Template(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')));
  kept.set(name, parsed);
  return parsed;
}

/** Reads the templates before somebody needs them; it takes some 200 ms. */
export function prepareTemplates(): void {
  for (const name of TEMPLATES) template(name);
}

/** The card for this data. The data is bound as values: whatever stands in it is never run as an expression. */
export function expand(name: TemplateName, data: object): Card {
  return template(name).expand({ $root: data }) as Card;
}
