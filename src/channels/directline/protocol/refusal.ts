/**
 * A call that Direct Line does not serve: the HTTP status and the code of its error body.
 * The message is for the client's developer; no person using the chat reads it.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** The body of the answer, as the Direct Line reference defines it. */
  get body(): { readonly error: { readonly code: string; readonly message: string } } {
    return { error: { code: this.code, message: this.message } };
  }
}

/** What the client sent does not make sense (400). */
export function badArgument(message: string): Refusal {
  return new Refusal(400, 'BadArgument', message);
}
