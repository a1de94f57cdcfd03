import { parentPort } from 'node:worker_threads';
import { makePage, type WantedPage } from './policy-pages.js';

let last: Promise<void> = Promise.resolve();

/** Makes the documents of `/policy` that it is asked for, one after the other, off the main thread. */
parentPort?.on('message', (wanted: WantedPage) => {
  last = last.then(async () => parentPort?.postMessage(await makePage(wanted)));
});
