import { lstatSync, readFileSync, statSync } from 'node:fs';
import { ConfigError } from '../problem/config-error.js';

/** In bytes; all settings with a certificate are some 10 KB. */
const LONGEST = 1024 * 1024;

function unusable(path: string, why: string): ConfigError {
  return new ConfigError(`${path} ${why}. Make it a text file in UTF-8 that the bot may read, or remove it.`);
}

/** A pipe would be waited for, for ever, and a device has no end. */
function read(path: string): Buffer {
  const found = statSync(path);
  if (!found.isFile()) throw unusable(path, 'is no file');
  if (found.size > LONGEST) throw unusable(path, 'is far too large');
  return readFileSync(path);
}

/**
 * The text of a `.env` file; empty where there is none. One that is there and cannot be used would leave a bot without what
 * somebody has set. Throws `ConfigError`.
 */
export function envFile(path: string): string {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return '';
  let content: Buffer;
  try {
    content = read(path);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw unusable(path, `cannot be read${code}`);
  }
  // Windows writes UTF-16 where nobody asks it not to.
  if (content.includes(0)) throw unusable(path, 'is no text in UTF-8');
  return content.toString();
}
