import type { HandOver } from './hand-over.js';
import { once } from './once.js';
import type { HandOverSetting } from './setting.js';
import { type PostToChannel, teamsChannel } from './teams-channel.js';
import { timedHandOver } from './timed-hand-over.js';
import { webhook } from './webhook.js';

/** How long somebody waits for Teams, in milliseconds: below the 15 s that a channel waits for the turn. */
const TEAMS_TIMEOUT = 8000;
const TEAMS_IS_LATE = 'Teams did not answer in time: look whether HANDOFF_TEAMS_SERVICE_URL is right.';

type TeamsSetting = Extract<HandOverSetting, { kind: 'teamsChannel' }>;

export interface HandOverDependencies {
  /** How to post into a Teams channel; called only if the setting says so. */
  readonly teams: (setting: TeamsSetting) => PostToChannel;
}

/** What brings cases to a person, as it is set, each id once; undefined where nothing is set. */
export function createHandOver(
  setting: HandOverSetting | undefined,
  { teams }: HandOverDependencies,
): HandOver | undefined {
  switch (setting?.kind) {
    case undefined:
      return undefined;
    case 'webhook':
      return once(webhook(setting.url));
    case 'teamsChannel':
      return timedHandOver(once(teamsChannel(setting.channel, teams(setting))), TEAMS_TIMEOUT, TEAMS_IS_LATE);
  }
}
