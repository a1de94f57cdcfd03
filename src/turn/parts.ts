import type { Activity } from 'botbuilder';
import type { InboundExtension } from '../channels/inbound.js';
import type { LanguageTag } from '../language/languages.js';
import type { Effects } from './effects.js';
import type { Greetings } from './greetings.js';
import type { Render, Reply } from './reply.js';
import type { Sessions } from './sessions.js';

/**
 * What turns are made of. Each part may stand behind another of its shape, such as one that takes its time; a turn
 * does not notice.
 */
export interface TurnParts {
  readonly sessions: Pick<Sessions, 'languageOf' | 'remember' | 'turn'>;
  readonly greetings: Pick<Greetings, 'begin' | 'sent' | 'failed'>;
  readonly effects: Pick<Effects, 'canHandOver' | 'carryOut'>;
  readonly render: Render;
  /** Sends it. Rejects where the channel refuses it. */
  readonly send: (reply: Reply, activity: Partial<Activity>) => Promise<void>;
  /** The body that answers the message extension. */
  readonly lookUp: (asked: InboundExtension, tag: LanguageTag) => object;
}
