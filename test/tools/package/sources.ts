import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toldTools } from '../../../src/mcp/assistant-server.js';
import { type Packed, pack, type Sources } from '../../../src/tools/package/app-package.js';
import type { Schemas } from '../../../src/tools/package/schema.js';
import {
  type PackageSettings,
  type PackageWords,
  parsePackageSettings,
} from '../../../src/tools/package/settings.js';

export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const FOLDER = join(ROOT, 'manifest');
const require = createRequire(import.meta.url);

export const ID = '0c1f9a52-6f3e-4d0b-9a51-2f7f0c7d3e41';
export const HOST = 'advisor.contoso.com';
export const WORDS = {
  MicrosoftAppId: ID,
  PUBLIC_URL: `https://${HOST}`,
  DEVELOPER_NAME: 'Contoso',
} as const;

/** The settings of somebody who set what is required. Throws if that is not enough. */
export function settings(more: PackageWords = {}): PackageSettings {
  const parsed = parsePackageSettings({ ...WORDS, ...more });
  if (parsed.kind === 'problem') throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

export function folder(): Map<string, Buffer> {
  const names = readdirSync(FOLDER).filter((name) => /\.(json|png)$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(join(FOLDER, name))]));
}

export function schemas(version: string): Schemas | undefined {
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${version}`;
  try {
    return {
      manifest: require(`${path}/MicrosoftTeams.schema.json`) as object,
      localisation: require(`${path}/MicrosoftTeams.Localization.schema.json`) as object,
    };
  } catch {
    return undefined;
  }
}

/** A package of the folder as it is, but for what a test changes. */
export function packed(changed: Partial<Sources> = {}): Packed {
  return pack({
    files: folder(),
    settings: settings(),
    version: '1.2.3',
    schemas,
    tools: toldTools,
    ...changed,
  });
}

/** The files with one JSON file changed. */
export function withJson(file: string, change: (value: never) => unknown): Map<string, Buffer> {
  const files = folder();
  const value = JSON.parse(String(files.get(file))) as never;
  return files.set(file, Buffer.from(JSON.stringify(change(value) ?? value)));
}

/** What stops a package of these files, as `file key kind`. */
export function problems(files: ReadonlyMap<string, Buffer>, more: PackageWords = {}): readonly string[] {
  const result = packed({ files, settings: settings(more) });
  return result.kind === 'files'
    ? []
    : result.problems.map(({ file, key, kind }) => [file, key, kind].join(' '));
}
