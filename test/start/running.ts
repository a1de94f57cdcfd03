import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { start } from '../../src/main.js';
import { parseConfig } from '../../src/start/config.js';
import type { Environment } from '../../src/start/environment.js';

/** A folder that is gone afterwards. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'advisor-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The whole product on a free port of the loopback interface. */
export function startIn(
  dataDir: string,
  environment: Environment = {},
  log: Logger = pino({ level: 'silent' }),
) {
  const config = parseConfig({ ...environment, DATA_DIR: dataDir, PORT: '0' });
  return start(config, log);
}
