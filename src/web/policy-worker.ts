import { parentPort } from 'node:worker_threads';
import { makePage, type WantedPage } from './policy-pages.js';

/** Makes the documents of `/policy` that it is asked for, one after the other, off the main thread. */
parentPort?.on('message', (wanted: WantedPage) => parentPort?.postMessage(makePage(wanted)));
