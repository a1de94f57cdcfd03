import { late } from '../late/late.js';
import { readTemplate } from './template-files.js';

/** The package's own types pull in TypeScript sources of another package, so its one class is described here. */
interface Templating {
  readonly Template: new (payload: unknown) => { expand(context: { $root: object }): unknown };
}

/** Loaded with the first template: it is a third of all that the bot consists of, and first cards need none of it. */
const engine = late<Templating>('adaptivecards-templating');

/** The templates in `cards/`: layout only, every word bound. */
export const TEMPLATES = [
  'welcome',
  'question',
  'guidance',
  'case',
  'kept',
  'notice',
  'report',
  'call',
  'extension',
  'line',
] as const;
export type TemplateName = (typeof TEMPLATES)[number];
export type Card = Readonly<Record<string, unknown>>;

const kept = new Map<TemplateName, InstanceType<Templating['Template']>>();

/** Parsing a template costs some 15 times as much as expanding it, so each is parsed once. */
function template(name: TemplateName): InstanceType<Templating['Template']> {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const { Template } = engine();
  const parsed = new Template(readTemplate(name));
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
