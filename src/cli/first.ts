import { writeFileSync } from 'node:fs';
import { FIRST, findFirst } from '../first.js';

/** Part of the build. */
writeFileSync(FIRST, JSON.stringify(findFirst()));
