import assert from 'node:assert/strict';
import { callMessage } from '../../src/cards/call.js';
import { conflictLines, forText, subscriptionNames } from '../../src/cards/case-text.js';
import { statementText } from '../../src/cards/guidance-text.js';
import { verdictText } from '../../src/cards/then-and-now.js';
import type { WholeCase } from '../../src/conversation/whole-case.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { outlasts } from '../../src/policy/facts.js';
import { CALLS_OF_SEVERAL } from './desk-views.js';
import { ofType, type Piece, size, taps, texts } from './walk.js';

const CALLS = CALLS_OF_SEVERAL.flatMap(({ name, view: { screen } }) =>
  screen.kind === 'call' ? [{ name, screen }] : [],
);
const OF_ALL = CALLS.flatMap(({ name, screen }) =>
  screen.all === undefined ? [] : [{ name, screen, all: screen.all }],
);
const OF_ONE = CALLS.filter(({ screen }) => screen.all === undefined);

function part(card: unknown, id: string): Piece | undefined {
  return ofType(card, 'Container').find((each) => each.id === id);
}

function doneForAll({ plan, done }: WholeCase, place: number): boolean {
  const step = plan.steps[place];
  return step?.subscriptions.every((at) => done[at]?.includes(step.id)) === true;
}

it('A call about several subscriptions is tried with many of them', () => {
  assert.ok(OF_ONE.some(({ screen }) => screen.now.kind === 'guidance' && screen.now.among?.alone === true));
  assert.ok(OF_ALL.some(({ all }) => all.plan.conflicts.length > 0));
  assert.ok(
    OF_ALL.some(({ all }) => doneForAll(all, 0) && (all.plan.steps[0]?.subscriptions.length ?? 0) > 1),
  );
});

for (const tag of LANGUAGE_TAGS) {
  const language = LANGUAGES[tag];

  describe(`The call card for several subscriptions in ${tag}`, () => {
    const cards = OF_ALL.map((each) => ({ ...each, message: callMessage(language, each.screen, []) }));

    it('has the verdict of each, with the number that opens it', () => {
      for (const { name, all, screen, message } of cards) {
        const each = part(message.card, 'each');
        const shown = texts(each);
        const names = subscriptionNames(language, all.answers);
        for (const [at, guidance] of all.plan.guidances.entries()) {
          assert.ok(shown.includes(`${at + 1}`), name);
          assert.ok(shown.includes(names[at]?.full ?? ''), name);
          const verdict = verdictText(language, guidance);
          assert.ok(
            shown.some((text) => text.endsWith(` ${verdict}`)),
            `${name}: ${verdict}`,
          );
          assert.ok(message.text.includes(verdict), name);
        }
        const numbers = screen.now.kind === 'guidance' ? screen.now.among?.numbers : undefined;
        assert.deepEqual(
          taps(each).map(({ what, number }) => [what, Number(number)]),
          numbers?.map((number) => ['turnTo', number]),
          name,
        );
      }
    });

    it('has each step of the plan once, for whom it is, and ticked where it is done for all of them', () => {
      for (const { name, all, message } of cards) {
        const names = subscriptionNames(language, all.answers);
        const steps = part(message.card, 'steps');
        const ticks = taps(steps).map(({ step, done, all: forAll }) => [step, done, forAll]);
        const toTick = all.plan.steps.filter(({ id }) => ticks.some(([step]) => step === id));
        assert.deepEqual(
          ticks,
          toTick.map((step) => [
            step.id,
            doneForAll(all, all.plan.steps.indexOf(step)) ? 'no' : 'yes',
            'yes',
          ]),
          name,
        );
        assert.ok(toTick.length >= Math.min(4, all.plan.steps.length), name);
        const shown = [steps, part(message.card, 'differing')].flatMap((each) => texts(each));
        for (const step of all.plan.steps) {
          const text = statementText(language, `step.${step.id}`, step);
          assert.equal(shown.filter((each) => each.includes(text)).length, 1, `${name}: ${text}`);
          const which = forText(language, names, step.subscriptions);
          assert.ok(
            shown.some((each) => each.endsWith(which)),
            `${name}: ${which}`,
          );
        }
      }
    });

    it('has the first step that is not done among those to tick, and some that are done above it', () => {
      for (const { name, all, screen, message } of cards) {
        for (let count = 0; count < all.plan.steps.length; count += 1) {
          const done = all.answers.map(() => all.plan.steps.slice(0, count).map(({ id }) => id));
          const { card } = callMessage(language, { ...screen, all: { ...all, done } }, []);
          const ticks = taps(part(card, 'steps')).map(({ step }) => step);
          const next = ticks.indexOf(all.plan.steps[count]?.id);
          assert.ok(next >= Math.min(3, count), `${name}: ${next} of ${count}`);
        }
        assert.ok(size(message.card) < 80_000, `${name}: ${size(message.card)}`);
      }
    });

    it('has what gets in each other’s way and what can make a verdict untrue above the steps', () => {
      for (const { name, all, message } of cards) {
        const above = texts(part(message.card, 'foremost'));
        for (const line of conflictLines(language, all))
          assert.ok(
            above.some((text) => text.includes(line)),
            name,
          );
        for (const caution of all.plan.cautions)
          assert.ok(message.text.includes(statementText(language, `caution.${caution.id}`, caution)), name);
      }
    });

    it('tells and asks the customer something, and copies what is of all of them', () => {
      for (const { name, all, message } of cards) {
        assert.notEqual(message.copy?.aloud, '', name);
        assert.equal(message.copy?.receipt, all.receipt, name);
        assert.ok(message.copy?.ticket.includes(all.receipt), name);
        assert.ok(texts(message.card).join('\n').includes(all.receipt), name);
      }
    });

    it('asks in its form only what is true of all of them', () => {
      for (const { name, screen } of cards)
        assert.ok(
          screen.form.every(({ fact }) => outlasts(fact)),
          name,
        );
    });

    it('has under one of them its name, and the way back', () => {
      for (const { name, screen } of OF_ONE) {
        const { now } = screen;
        if (now.kind !== 'guidance' || now.among === undefined) continue;
        const { card } = callMessage(language, screen, []);
        const place = now.among.numbers.indexOf(now.among.number);
        const { full } = subscriptionNames(language, now.among.whole.answers)[place] ?? assert.fail();
        assert.ok(texts(part(card, 'head'))[0]?.includes(full), name);
        assert.equal(taps(card).filter(({ what }) => what === 'showAll').length, 1, name);
      }
    });
  });
}
