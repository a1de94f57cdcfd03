import { memoryLog } from '../../../src/channels/directline/memory-log.js';
import { logContract } from './log-contract.js';

describe('the activity log in memory', () => {
  logContract(memoryLog);
});
