import { memoryStore } from '../../src/storage/memory.js';
import { storeContract } from './contract.js';

describe('the store in memory', () => {
  storeContract(memoryStore);
});
