/** Who said it, and where. */
export interface Speaker {
  readonly channel: string;
  readonly conversation: string;
  readonly user: string;
  readonly name: string;
  readonly group: boolean;
  /** Where the call came from, if anybody can call, such as an IP address; undefined for channels that know people. */
  readonly address?: string | undefined;
}
