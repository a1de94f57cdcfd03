import { renameSync, writeFileSync } from 'node:fs';
import { FIRST, findFirst } from '../first.js';

/** Part of the build. Half a file would stop every start, so it gets its name when it is whole. */
const draft = new URL(`${FIRST.href}.${process.pid}`);
writeFileSync(draft, JSON.stringify(findFirst()));
renameSync(draft, FIRST);
