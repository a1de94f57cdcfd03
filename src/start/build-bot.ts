import type { Logger } from 'pino';
import { eachDone } from '../async/each-done.js';
import type { UnderReview } from '../cards/mark-under-review.js';
import { answerLetter } from '../cases/reminders/answer-letter.js';
import type { Connector } from '../channels/botframework/connector.js';
import { postToChannel } from '../channels/botframework/post-to-channel.js';
import type { ActivityLog } from '../channels/directline/log/activity-log.js';
import { CHANNEL_ID } from '../channels/directline/protocol/bot-account.js';
import type { Speaker } from '../channels/seam/speaker.js';
import { Journal } from '../feedback/journal.js';
import { createHandOver } from '../handover/create.js';
import { prepareLanguage } from '../language/understand/lazily.js';
import { measuredParts, measuredTurns } from '../operation/measured-turns.js';
import type { Measures } from '../operation/measures.js';
import { firstIn } from '../ready/first.js';
import { keepReady } from '../ready/ready.js';
import type { Store } from '../storage/store.js';
import { Bot } from '../turn/bot.js';
import { CaseDesk } from '../turn/case-desk.js';
import { type EffectQuota, Effects, type EffectsOptions } from '../turn/effects.js';
import { Greetings } from '../turn/greetings.js';
import { answerExtension } from '../turn/lookup-turn.js';
import type { TurnParts } from '../turn/parts.js';
import { renderWith } from '../turn/reply.js';
import { Sessions } from '../turn/sessions.js';
import { turnsOf } from '../turn/turns.js';
import type { BuiltCases } from './build-cases.js';
import type { Config } from './config.js';

export interface BotOptions {
  readonly config: Pick<
    Config,
    'address' | 'caseRetentionDays' | 'cloud' | 'edition' | 'handOver' | 'identity' | 'retentionDays'
  >;
  readonly log: Logger;
  readonly store: Store;
  readonly activities: ActivityLog;
  readonly connector: Connector;
  readonly measures: Measures;
  readonly underReview: UnderReview;
  /** How much one caller may do outside their conversation. */
  readonly quota: EffectQuota;
  /** The cases that people keep. */
  readonly kept: BuiltCases;
}

/** Puts together what answers: state, hand-over and journal behind the turns, with everything measured. */
export function buildBot({
  config,
  log,
  store,
  activities,
  connector,
  measures,
  underReview,
  quota,
  kept,
}: BotOptions): Bot {
  const { address, caseRetentionDays, cloud, edition, identity, retentionDays } = config;
  const handOver = createHandOver(config.handOver, {
    // The settings promise credentials where there is a channel.
    teams: ({ serviceUrl }) => postToChannel(connector, identity?.appId ?? '', serviceUrl),
  });
  const sessions = new Sessions(store, edition);
  const { cases, reminders, files } = kept;
  // Nobody could open a page whose address is not known.
  const door = address === undefined ? undefined : kept.door;
  // Other channels have their own transcripts, and their own ids of conversations, which could be anything.
  const transcript = async ({ channel, conversation }: Speaker): Promise<void> => {
    if (channel === CHANNEL_ID) await activities.forget(conversation);
  };
  const forget = (speaker: Speaker): Promise<void> =>
    eachDone([sessions.forget(speaker), kept.forget(speaker), transcript(speaker)]);
  const remind: EffectsOptions['remind'] = (speaker, answer, day) =>
    answerLetter({ cases, reminders }, speaker, answer, day);
  const parts: TurnParts = {
    sessions,
    cases: new CaseDesk({ cases, reminders, files, days: caseRetentionDays, quota, door }),
    greetings: new Greetings(store),
    effects: new Effects({ journal: new Journal(store), handOver, remind, forget, quota }),
    reminders,
    render: renderWith(keepReady(firstIn)),
    send: (reply, activity) => reply.send(activity),
    lookUp: answerExtension,
  };
  const turns = turnsOf(measuredParts(parts, measures), {
    log,
    retentionDays,
    caseRetentionDays,
    underReview,
    // Who sits in the Teams of the public cloud meets customers of it; of the others’ nothing is said.
    teamsCloud: cloud === 'public' ? 'public' : undefined,
    speaks: prepareLanguage,
    address,
  });
  return new Bot(measuredTurns(turns, measures));
}
