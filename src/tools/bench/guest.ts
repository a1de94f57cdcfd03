import { chance } from './numbers.js';

/** What a guest says next: a line, or the data of a tap. */
export type GuestLine = { readonly text: string } | { readonly value: object };

/** Data of taps as they stand in a card, found without reading all of it: the machine is to be busy with the server. */
const TAPS = /\{"action":"(answer|restart)"[^{}]*\}/g;

/** For a bot that has no cards, such as an echo: a tap of the usual size. */
const ANY_TAP = {
  action: 'answer',
  fact: 'seller',
  value: 'enterpriseAgreement',
  from: 'AAAAAAAA.1.1',
  edition: 'newest',
};

/**
 * Somebody who goes through one interview after another: taps any answer of every question, and starts over at the
 * guidance. The same seed does the same.
 */
export class Guest {
  readonly #chance: () => number;
  /** As JSON. */
  #taps: readonly string[] | undefined;
  #begun = false;
  /** Interviews that came to guidance. */
  finished = 0;

  constructor(seed: number) {
    this.#chance = chance(seed);
  }

  says(): GuestLine {
    if (!this.#begun) {
      this.#begun = true;
      return { text: 'start over' };
    }
    const taps = this.#taps ?? [];
    const tap = taps[Math.floor(this.#chance() * taps.length)];
    return { value: tap === undefined ? ANY_TAP : (JSON.parse(tap) as object) };
  }

  /** @param answer the message as JSON, with a card in it or not */
  hears(answer: string): void {
    const found = new Map([...answer.matchAll(TAPS)].map(([data, action]) => [data, action]));
    const of = (wanted: string) => [...found].flatMap(([data, action]) => (action === wanted ? [data] : []));
    const answers = of('answer');
    if (found.size > 0 && answers.length === 0) this.finished += 1;
    const taps = answers.length > 0 ? answers : of('restart');
    this.#taps = taps.length === 0 ? undefined : taps;
  }
}
