import { parentPort } from 'node:worker_threads';

/** Stands in for the proof, and has found something. */
parentPort?.postMessage(1);
