import { createRequire } from 'node:module';
import type { Ajv, ErrorObject, Options, ValidateFunction } from 'ajv';
import { inFile, type Problem } from './problem.js';

/** The validator for draft 4; its own types cannot be imported from ES modules under this name. */
export const Ajv04 = createRequire(import.meta.url)('ajv-draft-04') as new (options: Options) => Ajv;

/** The official schemas of one version of the manifest. */
export interface Schemas {
  readonly manifest: object;
  readonly localisation: object;
}

/** `/bots/0/botId` as `bots[0].botId`; a localisation key has dots and brackets of its own and stays. */
function keyOf({ instancePath, params }: ErrorObject): string {
  const steps = instancePath.split('/').slice(1);
  const path = steps
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
  const inside: unknown = params.additionalProperty ?? params.missingProperty;
  if (typeof inside !== 'string') return path;
  return path === '' ? inside : `${path}.${inside}`;
}

// The schemas have patterns that only the old regular expressions take, and one format that nothing else checks.
const OPTIONS: Options = { strict: false, allErrors: true, unicodeRegExp: false };
const FORMATS = { uri: (text: string) => URL.canParse(text) };

/** Compiling takes longer than all the rest. */
const compiled = new WeakMap<object, ValidateFunction>();

function validator(schema: object): ValidateFunction {
  const made = compiled.get(schema) ?? new Ajv04({ ...OPTIONS, formats: FORMATS }).compile(schema);
  compiled.set(schema, made);
  return made;
}

/** What an official schema has against a file. */
export function schemaProblems(file: string, schema: object, value: unknown): readonly Problem[] {
  const validate = validator(schema);
  if (validate(value)) return [];
  const problem = inFile(file);
  return (validate.errors ?? []).map((error) =>
    problem(keyOf(error), { kind: 'schema', detail: error.message ?? error.keyword }),
  );
}
