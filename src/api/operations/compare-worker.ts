import { parentPort, workerData } from 'node:worker_threads';
import { compare } from '../../policy/compare/difference.js';
import type { EditionId } from '../../policy/edition.js';

const { from, to } = workerData as { readonly from: EditionId; readonly to: EditionId };
parentPort?.postMessage(compare(from, to));
