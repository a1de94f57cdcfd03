import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ConfigError } from '../../problem/config-error.js';
import { orThrow } from '../../problem/parsed.js';
import { loadEnvironment, value } from '../../start/environment.js';
import { endWithOutput } from '../../start/output.js';
import { parseAddress } from '../../start/public-url.js';
import { UsageError } from '../usage-error.js';
import { connectorFiles } from './connector-files.js';

/** `connector`: the files of a custom connector for Power Automate and Power Apps. For developers, so in English. */
const USAGE = `Usage: npm run --silent connector [-- --out FOLDER]
Writes a custom connector for Power Platform, with the address in PUBLIC_URL. The usual folder is dist/connector.`;

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

function folderIn(args: readonly string[]): string {
  try {
    const { out } = parseArgs({ args: [...args], options: { out: { type: 'string' } } }).values;
    return out ?? join(ROOT, 'dist', 'connector');
  } catch {
    throw new UsageError(USAGE);
  }
}

/** Power Platform calls from outside, and shows a key. */
function readOrigin(): string {
  const origin = orThrow(parseAddress(value(loadEnvironment(), 'PUBLIC_URL')));
  if (origin?.startsWith('https:') === true) return origin;
  throw new UsageError('Set PUBLIC_URL to where the bot is reached, such as https://advisor.contoso.com.');
}

async function write(folder: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of files) await writeFile(join(folder, name), content);
  } catch {
    throw new UsageError(`The folder “${folder}” cannot be written. Set --out to a folder that can.`);
  }
}

async function run(args: readonly string[]): Promise<void> {
  endWithOutput();
  const folder = folderIn(args);
  const origin = readOrigin();
  const manifest = JSON.parse(await readFile(join(ROOT, 'manifest', 'manifest.json'), 'utf8')) as {
    readonly accentColor: string;
  };
  const icon = await readFile(join(ROOT, 'manifest', 'color.png'));
  const files = connectorFiles({ origin, icon, colour: manifest.accentColor });
  await write(folder, files);
  console.log(`Written to ${relative('', folder) || '.'}, for ${origin}: ${[...files.keys()].join(', ')}.`);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UsageError || error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
});
