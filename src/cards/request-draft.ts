/** A draft for a support request in Partner Center. */
export interface RequestDraft {
  readonly title: string;
  readonly topic: string;
  readonly description: string;
}
