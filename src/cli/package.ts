import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadPackageWords } from '../config.js';
import { LANGUAGES } from '../language/languages.js';
import { pack } from '../package/app-package.js';
import type { Problem } from '../package/problem.js';
import type { Schemas } from '../package/schema.js';
import { type PackageParsed, type PackageSettings, parsePackageSettings } from '../package/settings.js';
import { zip } from '../package/zip.js';
import { RequestError } from './request.js';

/**
 * `package`: builds the app package for Teams, checked offline before it is written. For developers, so it speaks
 * English. Exit 1 where the files have a problem, 2 for settings that are missing or a request that cannot be read.
 */
const HAS_PROBLEMS = 1;
const BAD_REQUEST = 2;
const { en } = LANGUAGES;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const require = createRequire(import.meta.url);

/** Services that lead a public name to a developer's machine. */
const TUNNEL = /\.(?:devtunnels\.ms|ngrok(?:-free)?\.(?:app|dev|io)|trycloudflare\.com|loca\.lt)$/i;

function readArguments(args: readonly string[]): { readonly out: string; readonly from: string } {
  try {
    const text = { type: 'string' } as const;
    // `from` is for trying out what the checks say of other files.
    const { out, from } = parseArgs({ args: [...args], options: { out: text, from: text } }).values;
    return { out: out ?? join(ROOT, 'dist'), from: from ?? join(ROOT, 'manifest') };
  } catch {
    throw new RequestError(en.say('package.usage'));
  }
}

function complaint({ missing, wrong }: Extract<PackageParsed, { kind: 'problem' }>): string {
  return [
    ...(missing.length === 0 ? [] : [en.say('package.missing', { count: missing.length })]),
    ...missing.map((setting) => `  ${en.say(`package.setting.${setting}`)}`),
    ...wrong.map(({ kind, ...values }) => en.say(`package.wrong.${kind}`, values)),
  ].join('\n');
}

function readSettings(): PackageSettings {
  const parsed = parsePackageSettings(loadPackageWords());
  if (parsed.kind === 'problem') throw new RequestError(complaint(parsed));
  return parsed.settings;
}

async function readSources(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(folder)).filter((name) => /\.(?:json|png)$/.test(name)).sort();
  const files = names.map(async (name) => [name, await readFile(join(folder, name))] as const);
  return new Map(await Promise.all(files));
}

/** The schemas come with Microsoft's package, so that nothing is fetched. */
function schemasOf(version: string): Schemas | undefined {
  if (!/^\d+\.\d+$/.test(version)) return undefined;
  const folder = `@microsoft/app-manifest/build/json-schemas/teams/v${version}`;
  try {
    return {
      manifest: require(`${folder}/MicrosoftTeams.schema.json`) as object,
      localisation: require(`${folder}/MicrosoftTeams.Localization.schema.json`) as object,
    };
  } catch {
    return undefined;
  }
}

function problemText({ file, key, kind, values }: Problem): string {
  const place = key === '' ? `manifest/${file}` : `manifest/${file} ${key}`;
  return en.say('package.problem', { place, text: en.say(`package.problem.${kind}`, values) });
}

/** What is good enough for oneself, and not for the store. */
function notices({ borrowed, host, origin }: PackageSettings): readonly string[] {
  const settings = borrowed.join(', ');
  return [
    ...(borrowed.length === 0 ? [] : [en.say('package.borrowed', { settings, address: `${origin}/` })]),
    ...(TUNNEL.test(host) ? [en.say('package.tunnel', { host })] : []),
  ];
}

async function write(out: string, name: string, content: Buffer): Promise<string> {
  const path = join(out, name);
  try {
    await mkdir(out, { recursive: true });
    await writeFile(path, content);
  } catch {
    throw new RequestError(en.say('package.unwritable', { path: out }));
  }
  return relative('', path);
}

async function run(args: readonly string[]): Promise<void> {
  const { out, from } = readArguments(args);
  const settings = readSettings();
  const { version } = require(join(ROOT, 'package.json')) as { readonly version: string };
  const packed = pack({ files: await readSources(from), settings, version, schemas: schemasOf });
  if (packed.kind === 'problems') {
    const { problems } = packed;
    console.error(en.say('package.stopped', { count: problems.length }));
    for (const each of problems) console.error(`  ${problemText(each)}`);
    process.exitCode = HAS_PROBLEMS;
    return;
  }
  const content = await zip(packed.files);
  const path = await write(out, `multichannel-advisor-${version}.zip`, content);
  const size = Math.ceil(content.length / 1024);
  const { host } = settings;
  console.log(en.say('package.built', { path, size, count: packed.files.size, version, host }));
  for (const notice of notices(settings)) console.log(notice);
  console.log(en.say('package.next'));
}

run(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof RequestError)) throw error;
  console.error(error.message);
  process.exitCode = BAD_REQUEST;
});
