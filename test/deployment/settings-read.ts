import { parseConfig } from '../../src/start/config.js';
import type { Environment } from '../../src/start/environment.js';
import { PACKAGE_SETTINGS } from '../../src/tools/package/settings.js';

/** Set by whoever runs the process, not by a `.env` file. */
export const NOT_A_SETTING = ['NODE_ENV'];

/** Every setting that `parseConfig` asks an environment for, and those of the app package, by their list. */
export function settingsRead(): readonly string[] {
  const read = new Set<string>(PACKAGE_SETTINGS);
  const environment: Environment = new Proxy(
    {},
    {
      get(_, name) {
        read.add(String(name));
      },
    },
  );
  parseConfig(environment);
  return [...read].filter((name) => !NOT_A_SETTING.includes(name));
}
