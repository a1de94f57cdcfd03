import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toldTools } from '../../mcp/assistant-server.js';
import { ConfigError } from '../../problem/config-error.js';
import { asWritten, type Environment } from '../../start/environment.js';
import { counted, number } from '../english.js';
import { UsageError } from '../usage-error.js';
import { pack } from './app-package.js';
import { problemText } from './problem-text.js';
import type { Schemas } from './schema.js';
import { BOT_SETTINGS, PACKAGE_SETTINGS, type PackageSettings, parsePackageSettings } from './settings.js';
import { complaintText } from './settings-text.js';
import { zip } from './zip.js';

/** Exit codes: the files have a problem; settings are missing or wrong, or a request cannot be read. */
const HAS_PROBLEMS = 1;
const BAD_REQUEST = 2;

const USAGE = `Usage: npm run package [-- --out FOLDER]
Builds the app package for Microsoft Teams from manifest/ and the settings of .env, and checks it first. The usual folder is dist.`;

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
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
    throw new UsageError(USAGE);
  }
}

function readSettings(environment: Environment): PackageSettings {
  const parsed = parsePackageSettings(asWritten(environment, [...PACKAGE_SETTINGS, ...BOT_SETTINGS]));
  if (parsed.kind === 'problem') throw new UsageError(complaintText(parsed.problem));
  return parsed.value;
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

/** What is good enough for oneself, and not for the store. */
function notices({ borrowed, host, origin, agent, connector }: PackageSettings): readonly string[] {
  const settings = borrowed.join(', ');
  return [
    agent
      ? 'In Microsoft 365 Copilot the bot is an agent.'
      : 'Left out: the agent in Microsoft 365 Copilot. COPILOT_AGENT=on puts it in.',
    connector === undefined
      ? 'Left out: the MCP server as a connector. API_KEYS and MCP_KEY_REFERENCE put it in.'
      : `Agents in Microsoft 365 may use the MCP server at ${origin}/mcp.`,
    ...(borrowed.length === 0
      ? []
      : [
          `${settings}: not set, so the app shows ${origin}/ there. That will do in your own organization; the store asks for pages about privacy and terms.`,
        ]),
    ...(TUNNEL.test(host)
      ? [`The host ${host} is a tunnel. That will do while you develop; the store refuses it.`]
      : []),
  ];
}

async function write(out: string, name: string, content: Buffer): Promise<string> {
  const path = join(out, name);
  try {
    await mkdir(out, { recursive: true });
    await writeFile(path, content);
  } catch {
    throw new UsageError(`The folder “${out}” cannot be written. Set --out to a folder that can.`);
  }
  return relative('', path);
}

/** Where the command takes its settings, and what it does with a line for people. */
export interface ForPeople {
  /** Throws `ConfigError`. */
  environment(): Environment;
  say(line: string): void;
  complain(line: string): void;
}

async function run(args: readonly string[], { environment, say, complain }: ForPeople): Promise<number> {
  const { out, from } = readArguments(args);
  const settings = readSettings(environment());
  const { version } = require(join(ROOT, 'package.json')) as { readonly version: string };
  const files = await readSources(from);
  const packed = pack({ files, settings, version, schemas: schemasOf, tools: toldTools });
  if (packed.kind === 'problems') {
    const { problems } = packed;
    const causes = problems.length === 1 ? 'one problem' : `${number(problems.length)} problems`;
    complain(`The package was not built, because of ${causes}:`);
    for (const each of problems) complain(`  ${problemText(each)}`);
    return HAS_PROBLEMS;
  }
  const content = await zip(packed.files);
  const path = await write(out, `multichannel-advisor-${version}.zip`, content);
  const size = Math.ceil(content.length / 1024);
  const { host } = settings;
  const contents = `${number(size)} KB, ${counted(packed.files.size, 'file')}`;
  say(`Built: ${path} (${contents}), version ${version} for ${host}.`);
  for (const notice of notices(settings)) say(notice);
  say(
    'Upload it in Teams (Apps, Manage your apps, Upload an app) or in the Teams admin center (Manage apps, Upload).',
  );
  return 0;
}

/**
 * `package`: builds the app package for Teams, checked offline before it is written. For developers, so it speaks
 * English. Returns the exit code.
 */
export async function packageCommand(args: readonly string[], people: ForPeople): Promise<number> {
  try {
    return await run(args, people);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ConfigError)) throw error;
    people.complain(error.message);
    return BAD_REQUEST;
  }
}
