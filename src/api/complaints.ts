import type { ZodError, ZodType } from 'zod/v4';
import { SETTABLE, saidAgain } from '../advice/request.js';
import { RequestError, type RequestPath } from '../advice/request-error.js';
import { isFactId, outlasts } from '../policy/facts.js';

/** So many things that are wrong with one request are told. */
const MOST_TOLD = 20;

type Issue = ZodError['issues'][number];

function valueAt(root: unknown, path: RequestPath): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string | number, unknown>>)[name]
        : undefined,
    root,
  );
}

/** The names of the fields of an object that is described; of a choice those of the first. */
function fieldsOf(schema: ZodType): readonly string[] {
  const described = schema as ZodType & {
    readonly shape?: object;
    readonly options?: readonly ZodType[];
  };
  const [first] = described.options ?? [];
  return first === undefined ? Object.keys(described.shape ?? {}) : fieldsOf(first);
}

/** Whether something stands among facts, and of one subscription alone. */
function amongFacts(path: RequestPath): 'set' | 'subscription' | undefined {
  if (path.at(-1) === 'set') return 'set';
  return path.at(-2) === 'subscriptions' ? 'subscription' : undefined;
}

function unknownName(schema: ZodType, path: RequestPath, name: string): RequestError {
  const at = [...path, name];
  const given = saidAgain(name);
  const among = amongFacts(path);
  if (among === 'subscription' && (SETTABLE.includes(name) ? !isFactId(name) || outlasts(name) : false)) {
    return new RequestError(at, 'sameForAll', { fact: name });
  }
  if (among !== undefined) return new RequestError(at, 'fact', { given, allowed: SETTABLE.join(', ') });
  return new RequestError(at, 'unknownField', { given, allowed: fieldsOf(schema).join(', ') });
}

function wrongValue(path: RequestPath, value: unknown, values: readonly unknown[]): RequestError {
  const given = saidAgain(value);
  const allowed = values.join(', ');
  const name = String(path.at(-1) ?? '');
  if (amongFacts(path.slice(0, -1)) !== undefined) {
    return new RequestError(path, 'option', { fact: name, given, allowed });
  }
  const isEdition = ['edition', 'from', 'to', 'id'].includes(name);
  return isEdition
    ? new RequestError(path, 'edition', { given, allowed })
    : new RequestError(path, 'value', { allowed });
}

/** Of a choice, what is wrong with the one that was meant: a list, or not. */
function meant(errors: readonly (readonly Issue[])[]): readonly Issue[] {
  const otherKind = ([first]: readonly Issue[]): boolean =>
    first?.code === 'invalid_type' && first.path.length === 0;
  return errors.find((each) => !otherKind(each)) ?? errors[0] ?? [];
}

function complaint(
  schema: ZodType,
  root: unknown,
  issue: Issue,
  outer: RequestPath,
): readonly RequestError[] {
  const path: RequestPath = [...outer, ...(issue.path as (string | number)[])];
  const value = valueAt(root, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_TOLD).map((name) => unknownName(schema, path, name));
  }
  if (issue.code === 'invalid_union') {
    return meant(issue.errors).flatMap((each) => complaint(schema, root, each, path));
  }
  if (value === undefined && path.length > 0) {
    return [new RequestError(path, 'missing', { field: String(path.at(-1)) })];
  }
  switch (issue.code) {
    case 'invalid_value':
      return [wrongValue(path, value, issue.values)];
    case 'too_big':
      return [new RequestError(path, 'tooLong', { most: Number(issue.maximum) })];
    case 'too_small':
      return [new RequestError(path, 'tooShort', { least: Number(issue.minimum) })];
    default:
      return [new RequestError(path, 'type', { expected: 'expected' in issue ? issue.expected : 'object' })];
  }
}

/** What is wrong with a request, each thing where it stands. */
export function complaintsOf(schema: ZodType, given: unknown, { issues }: ZodError): readonly RequestError[] {
  return issues.flatMap((issue) => complaint(schema, given, issue, [])).slice(0, MOST_TOLD);
}
