/** What a turn knows of the call that it is for: nothing that an activity could say. */
export interface Call {
  /** Where it came from, such as an IP address: whoever can call without a name has one. */
  readonly address: string;
  /** Whether nothing was said in the conversation: who arrives is greeted then, whatever was noted before. */
  readonly nothingSaid?: boolean;
}

/** A turn's context has it under this. */
export const CALL = Symbol('call');
