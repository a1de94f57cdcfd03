import { adviseOperation } from './advise-operation.js';
import { compareOperation } from './compare-operation.js';
import { editionOperation, editionsOperation } from './edition-operations.js';
import type { ApiOperation } from './operation.js';
import { receiptOperation } from './receipt-operation.js';
import { understandOperation } from './understand-operation.js';
import { vocabularyOperation } from './vocabulary-operation.js';

/** Everything that other programs can ask. A new operation is its file and its line here. */
export const OPERATIONS: readonly ApiOperation[] = [
  adviseOperation,
  understandOperation,
  receiptOperation,
  editionsOperation,
  editionOperation,
  compareOperation,
  vocabularyOperation,
];
