import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { converse, type Input } from '../../src/conversation/dialog.js';
import { parseAction } from '../../src/conversation/parse-action.js';
import type { Session } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { COMMANDS } from '../../src/language/typed.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { receiptOf } from '../../src/receipt/receipt.js';
import { inputs } from '../cards/sound.js';
import { type Piece, strings, taps } from '../cards/walk.js';
import { Dice, randomSituation } from '../proof/worlds.js';
import { fresh } from './talk.js';

/** Somebody who types and taps whatever there is, on cards of now and of before, for a long time. */

const LINES = [
  'customer has Office 365 E3 through EA, we’re an indirect reseller, can we take over the support?',
  'm365 ea indirect gov takeover',
  'GCC, Microsoft 365 and Azure, another reseller sold it',
  'no, Azure',
  'not through EA',
  'public cloud',
  'customer: hu',
  'клиент: по-английски',
  'MC-7K3F-9QXD-2M',
  'lorem ipsum \u0024{1+1}',
  'thanks',
  'I don’t know',
  '',
  '7',
];

class Person {
  session: Session;
  cards: readonly unknown[] = [];
  readonly #dice: Dice;

  constructor(dice: Dice, key: string) {
    this.#dice = dice;
    this.session = fresh(dice.pick(LANGUAGE_TAGS), dice.roll(2) === 0, key);
  }

  #line(): string {
    const tag = this.#dice.pick(LANGUAGE_TAGS);
    switch (this.#dice.roll(4)) {
      case 0:
        return this.#dice.pick(LANGUAGES[tag].alternatives(`command.${this.#dice.pick(COMMANDS)}`));
      case 1:
        return `${1 + this.#dice.roll(6)}`;
      case 2: {
        const policy = policyFor(this.#dice.pick([undefined, ...EDITION_IDS]));
        return receiptOf(guide(policy, randomSituation(this.#dice, 4)));
      }
      default:
        return this.#dice.pick(LINES);
    }
  }

  /** A tap on a card of now or before, the form filled in at random, now and then as somebody else. */
  #tapped(): unknown {
    const card = this.#dice.pick(this.cards);
    const offered = taps(card);
    if (offered.length === 0) return undefined;
    const data = this.#dice.pick(offered);
    const fields = inputs(card).map(({ id, choices }) => {
      const values = ((choices ?? [{ value: 'a reason' }]) as readonly Piece[]).map(({ value }) => value);
      return [String(id), this.#dice.pick(values)] as const;
    });
    const some = fields.filter(() => this.#dice.roll(3) === 0);
    const from = this.#dice.roll(15) === 0 ? { from: 'somebody.1.1' } : {};
    return { ...data, ...Object.fromEntries(some), ...from };
  }

  next(): Input {
    const typing = this.cards.length === 0 || this.#dice.roll(2) === 0;
    return typing
      ? { kind: 'text', text: this.#line() }
      : { kind: 'tap', action: parseAction(this.#tapped()) };
  }

  do(input: Input) {
    const turn = converse(this.session, input);
    const message = present(turn.view, LANGUAGES[turn.language]);
    this.session = turn;
    this.cards = [message.card, ...this.cards].slice(0, 5);
    return { turn, message };
  }
}

describe('Somebody who types and taps whatever there is', () => {
  it('always gets an answer, loses nothing of others, and takes little room', () => {
    const dice = new Dice(4);
    const screens = new Map<string, number>();
    let most = 0;
    for (let walk = 0; walk < 120; walk += 1) {
      const person = new Person(dice, `key${walk}-abcd`);
      for (let times = 0; times < 40; times += 1) {
        const before = person.session;
        const input = person.next();
        const { turn, message } = person.do(input);
        const name = `${walk}.${times} ${JSON.stringify(input)}`;
        assert.ok(message.text.trim() !== '', name);
        for (const each of strings(message.card)) assert.ok(!each.includes('\u0024{'), name);
        assert.ok(turn.conversation.turn >= before.conversation.turn, name);
        if (turn.view.notes.some(({ kind }) => kind === 'foreign')) {
          assert.equal(turn.conversation, before.conversation, name);
          assert.equal(turn.desk, before.desk, name);
          assert.deepEqual(turn.effects, [], name);
        }
        if (turn.view.notes.some(({ kind }) => kind === 'stale')) assert.deepEqual(turn.effects, [], name);
        assert.ok(turn.effects.length <= 1, name);
        if (!before.around.handOver)
          assert.ok(
            turn.effects.every(({ kind }) => kind !== 'handOver'),
            name,
          );
        const { conversation, desk } = turn;
        most = Math.max(most, Buffer.byteLength(JSON.stringify({ conversation, desk })));
        const { kind } = turn.view.screen;
        screens.set(kind, (screens.get(kind) ?? 0) + 1);
      }
    }
    const kinds = [
      'question',
      'guidance',
      'understood',
      'call',
      'ticket',
      'handOver',
      'reason',
      'why',
      'customerMessage',
      'help',
      'languages',
      'editions',
    ];
    for (const kind of kinds)
      assert.ok((screens.get(kind) ?? 0) > 3, `${kind}: ${screens.get(kind) ?? 0} times`);
    assert.ok(most < 1024, `${most} bytes`);
  });
});
