import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './dockerfile.js';

export const FOLDER = new URL('manifest/azure/', ROOT);

/** Code without what is only written about it, and without what stands inside of texts. */
export function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/ \/\/ .*$/gm, '');
}

export interface Parameter {
  readonly name: string;
  readonly isRequired: boolean;
  readonly isSecret: boolean;
  /** What it must be one of, or undefined. */
  readonly allowed: readonly string[] | undefined;
}

export interface Module {
  readonly symbol: string;
  readonly path: string;
  /** The names of what it is given. */
  readonly given: readonly string[];
}

export interface BicepFile {
  readonly name: string;
  readonly code: string;
  readonly parameters: readonly Parameter[];
  readonly modules: readonly Module[];
  /** Everything that has a name: parameters, variables, resources and modules. */
  readonly symbols: readonly string[];
  readonly outputs: readonly string[];
  /** Types with the version of their interface, such as `Microsoft.App/containerApps@2024-03-01`. */
  readonly types: readonly string[];
}

function parametersOf(code: string): readonly Parameter[] {
  const declared = /((?:^@\w+\([^\n]*\)\n)*)^param (\w+) [\w[\]]+( =)?/gm;
  return [...code.matchAll(declared)].map(([, decorators = '', name = '', hasDefault]) => {
    const allowed = /@allowed\(\[([^\]]*)\]\)/.exec(decorators)?.[1];
    return {
      name,
      isRequired: hasDefault === undefined,
      isSecret: decorators.includes('@secure()'),
      allowed: allowed?.split(',').map((each) => each.trim().replaceAll("'", '')),
    };
  });
}

function modulesOf(code: string): readonly Module[] {
  const declared = /^module (\w+) '([^']+)' = (?:if \([^\n]*\) )?\{\n([\s\S]*?)^\}/gm;
  return [...code.matchAll(declared)].map(([, symbol = '', path = '', body = '']) => {
    const params = /^ {2}params: \{\n([\s\S]*?)^ {2}\}/m.exec(body)?.[1] ?? '';
    return { symbol, path, given: [...params.matchAll(/^ {4}(\w+):/gm)].map(([, name = '']) => name) };
  });
}

function names(code: string, kind: string): readonly string[] {
  return [...code.matchAll(new RegExp(`^${kind} (\\w+)`, 'gm'))].map(([, name = '']) => name);
}

function readBicep(name: string): BicepFile {
  const code = withoutComments(readFileSync(new URL(name, FOLDER), 'utf8'));
  return {
    name,
    code,
    parameters: parametersOf(code),
    modules: modulesOf(code),
    symbols: ['param', 'var', 'resource', 'module'].flatMap((kind) => names(code, kind)),
    outputs: names(code, 'output'),
    types: [...code.matchAll(/^resource \w+ '([^']+)'/gm)].map(([, type = '']) => type),
  };
}

/** Our Bicep files by name. */
export function readBicepFiles(): ReadonlyMap<string, BicepFile> {
  const found = readdirSync(FOLDER).filter((name) => name.endsWith('.bicep'));
  return new Map(found.map((name) => [name, readBicep(name)]));
}

export interface ParameterFile {
  /** The file's name without its ending: the cloud. */
  readonly cloud: string;
  readonly using: string;
  /** The values as they are written, by name. */
  readonly values: ReadonlyMap<string, string>;
}

export function readParameterFiles(): readonly ParameterFile[] {
  const found = readdirSync(FOLDER).filter((name) => name.endsWith('.bicepparam'));
  return found.map((name) => {
    const code = withoutComments(readFileSync(new URL(name, FOLDER), 'utf8'));
    const values = [...code.matchAll(/^param (\w+) = (.*)$/gm)];
    return {
      cloud: name.replace('.bicepparam', ''),
      using: /^using '([^']+)'$/m.exec(code)?.[1] ?? '',
      values: new Map(values.map(([, parameter = '', value = '']) => [parameter, value])),
    };
  });
}
