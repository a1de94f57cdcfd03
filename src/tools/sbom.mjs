import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run sbom`: writes to dist/sbom.json what the lock file has for production, for every platform. Plain JavaScript,
 * so that the image's first stage can run it. npm itself, told to omit what is for development, omits also what
 * production shares with it; so it is shown a project that has nothing for development.
 */
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

const { devDependencies: _, ...manifest } = read('package.json');
const lock = read('package-lock.json');
const { devDependencies: __, ...root } = lock.packages[''];
const packages = Object.fromEntries(Object.entries(lock.packages).filter(([, { dev }]) => !dev));

const scratch = mkdtempSync(join(tmpdir(), 'advisor-sbom-'));
try {
  // npm takes the folder's name for the project's.
  const folder = join(scratch, manifest.name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...lock, packages: { ...packages, '': root } }),
  );
  const words = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'];
  const sbom = execFileSync('npm', words, { cwd: folder, maxBuffer: 2 ** 26 });
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/sbom.json', sbom);
} finally {
  rmSync(scratch, { recursive: true });
}
