/** Who said it, and where. */
export interface Speaker {
  readonly channel: string;
  /** Where people use that channel, if not in its own client: there messages look and behave otherwise. */
  readonly host?: 'copilot' | undefined;
  readonly conversation: string;
  readonly user: string;
  readonly name: string;
  readonly group: boolean;
  /** Where the call came from, if anybody can call, such as an IP address; undefined for channels that know people. */
  readonly address?: string | undefined;
}
