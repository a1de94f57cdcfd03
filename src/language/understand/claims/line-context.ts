import type { FactId } from '../../../policy/facts.js';
import type { Clause } from '../clauses/clauses.js';
import type { SpeakerRole } from './roles.js';

/** What a value needs to know of the line around it. */
export interface LineContext {
  readonly clauses: readonly Clause[];
  readonly clause: Clause;
  /** The role of the partner or seller named before in this sentence, for "… or a distributor". */
  readonly roleBefore: SpeakerRole | undefined;
  readonly negated: boolean;
  readonly customer: boolean;
  readonly asked: FactId | undefined;
}
