import { memoryLog } from '../../../src/channels/directline/log/memory-log.js';
import { storeLog } from '../../../src/channels/directline/log/store-log.js';
import { memoryStore } from '../../../src/storage/memory.js';
import { logContract } from './log-contract.js';

describe('the activity log in memory', () => {
  logContract(memoryLog);
});

describe('the activity log in a store', () => {
  // The store's own sweep deletes what is old.
  logContract(() => storeLog(memoryStore()), true);
});
