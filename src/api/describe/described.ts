import type { ZodType } from 'zod/v4';
import { z } from '../schema/z.js';

/** A JSON Schema, as data. */
export interface SchemaData {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaData>>;
  readonly required?: readonly string[];
  readonly items?: SchemaData;
  readonly anyOf?: readonly SchemaData[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly additionalProperties?: boolean | SchemaData;
  readonly propertyNames?: SchemaData;
  readonly [keyword: string]: unknown;
}

/** A schema, with the named ones that it is made of. */
export interface Described {
  readonly schema: SchemaData;
  readonly named: Readonly<Record<string, SchemaData>>;
}

/** Where the named schemas of a document are. */
export const IN_OPENAPI = '#/components/schemas/';

interface Whole extends SchemaData {
  readonly $defs?: Readonly<Record<string, SchemaData>>;
}

/** What a schema says, in JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export function described(schema: ZodType): Described {
  // Within another one, since only what is within one is told by its name.
  const text = JSON.stringify(z.toJSONSchema(z.strictObject({ it: schema }))).replaceAll(
    '#/$defs/',
    IN_OPENAPI,
  );
  const { $defs = {}, properties } = JSON.parse(text) as Whole;
  const named = Object.entries($defs).map(([name, { id: _, ...each }]) => [name, each] as const);
  return { schema: properties?.it ?? {}, named: Object.fromEntries(named) };
}
