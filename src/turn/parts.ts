import type { Activity } from 'botbuilder';
import type { Reminders } from '../cases/reminders/reminders.js';
import type { InboundExtension } from '../channels/inbound.js';
import type { LanguageTag } from '../language/languages.js';
import type { CaseDesk } from './case-desk.js';
import type { Effects } from './effects.js';
import type { Greetings } from './greetings.js';
import type { Render, Reply } from './reply.js';
import type { Sessions } from './sessions.js';

/**
 * What turns are made of. Each part may stand behind another of its shape, such as one that takes its time; a turn
 * does not notice.
 */
export interface TurnParts {
  readonly cases: Pick<CaseDesk, 'carryOut' | 'due' | 'list' | 'open'>;
  readonly reminders: Pick<Reminders, 'reachedAt' | 'seen'>;
  readonly sessions: Pick<Sessions, 'languageOf' | 'opened' | 'remember' | 'turn' | 'unkept'>;
  readonly greetings: Pick<Greetings, 'begin' | 'sent' | 'failed'>;
  readonly effects: Pick<Effects, 'canHandOver' | 'carryOut'>;
  readonly render: Render;
  /** Sends it, and resolves to the message that it stands in, where the channel tells. Rejects where the channel refuses it. */
  readonly send: (reply: Reply, activity: Partial<Activity>) => Promise<string | undefined>;
  /** The body that answers the message extension. */
  readonly lookUp: (asked: InboundExtension, tag: LanguageTag) => object;
}
