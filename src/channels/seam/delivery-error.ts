/** A message, or the replacing of a card, that the channel did not confirm. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';

  constructor(
    /** Whether it may have arrived all the same, so that it must not be sent again. */
    readonly mayHaveArrived: boolean,
    /** The HTTP status, where there was an answer. */
    readonly statusCode?: number,
    options?: ErrorOptions,
    /** How long the channel asks to wait, in milliseconds, if it does. */
    readonly wait?: number,
  ) {
    const how = statusCode === undefined ? 'gave no answer' : `answered ${statusCode}`;
    super(`The channel ${how}.`, options);
  }
}
