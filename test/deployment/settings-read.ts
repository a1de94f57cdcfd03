import { readFileSync } from 'node:fs';
import { PACKAGE_SETTINGS } from '../../src/package/settings.js';
import { ROOT } from './dockerfile.js';

/** Set by whoever runs the process, not by a `.env` file. */
export const NOT_A_SETTING = ['NODE_ENV'];

/** Every setting that src/config.ts reads: by the calls that read one, and those of the app package, by their list. */
export function settingsRead(): readonly string[] {
  const code = readFileSync(new URL('src/config.ts', ROOT), 'utf8');
  const read = [...code.matchAll(/\b(?:value|oneOf|whole)\(\s*env,\s*'(\w+)'/g)].map(([, name = '']) => name);
  return [...new Set([...read, ...PACKAGE_SETTINGS])].filter((name) => !NOT_A_SETTING.includes(name));
}
