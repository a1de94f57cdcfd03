import { createRequire } from 'node:module';
import type { Ajv, Options } from 'ajv';

/** The validator for draft 4; its own types cannot be imported from ES modules under this name. */
export const Ajv04 = createRequire(import.meta.url)('ajv-draft-04') as new (options: Options) => Ajv;
