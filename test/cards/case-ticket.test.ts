import assert from 'node:assert/strict';
import { planTitle } from '../../src/cards/case-note.js';
import { forText, subscriptionNames } from '../../src/cards/case-text.js';
import { caseTicket, shortCaseTicket } from '../../src/cards/case-ticket.js';
import { draftOf } from '../../src/cards/hand-over-report.js';
import { paperOfReceipt } from '../../src/cards/paper.js';
import { SHORT } from '../../src/cards/short-ticket.js';
import { verdictText } from '../../src/cards/then-and-now.js';
import type { Session } from '../../src/conversation/session.js';
import { type WholeCase, wholeToTake } from '../../src/conversation/whole-case.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { findReceipt } from '../../src/receipt/find-receipt.js';
import { DAY, fresh, screen, tap } from '../conversation/talk.js';
import { tries } from '../effort.js';
import { Dice } from '../proof/worlds.js';
import { SEVERAL_CONVERSATIONS } from './case-views.js';

/** A note is three times on its card, which has at most 80 KB. */
const LONGEST = 12_500;

const dice = new Dice(7);
const ALL: readonly WholeCase[] = SEVERAL_CONVERSATIONS.flatMap(([, conversation]) => {
  const whole = wholeToTake(conversation, {});
  return whole === undefined ? [] : [whole];
}).filter((_, at) => at % tries({ all: 1, quick: 4 }) === 0);

/** The same with some of the steps done, of some of the subscriptions. */
function begun(all: WholeCase): WholeCase {
  const done = all.plan.guidances.map(({ steps }) =>
    steps.filter(() => dice.roll(2) === 0).map(({ id }) => id),
  );
  return { ...all, done };
}

for (const tag of LANGUAGE_TAGS) {
  const language = LANGUAGES[tag];

  describe(`The notes about a whole customer in ${tag}`, () => {
    it('say in a dozen lines the verdict of each subscription, what is next, the day and the code of the whole', () => {
      for (const all of ALL) {
        const note = shortCaseTicket(language, { all, day: DAY }, 'https://advisor.contoso.com');
        const lines = note.split('\n');
        assert.ok(lines.length <= SHORT, note);
        const names = subscriptionNames(language, all.answers);
        for (const [place, guidance] of all.plan.guidances.entries()) {
          assert.ok(lines[place]?.includes(names[place]?.full ?? '-'), note);
          assert.ok(lines[place]?.includes(verdictText(language, guidance)), note);
        }
        for (const { id } of all.plan.conflicts)
          assert.ok(note.includes(language.say(`conflict.${id}`)), note);
        const [first] = all.plan.steps;
        if (first !== undefined) assert.ok(note.includes(language.say(`step.${first.id}`)), note);
        assert.ok(note.includes(`/r/${all.receipt}`), note);
        assert.ok(note.includes(language.date(DAY)), note);
        assert.doesNotMatch(note, /\$\{|undefined|\[object/);
      }
    });

    it('say in full every step with those it is for, every reason and every page, in what a card has room for', () => {
      for (const all of ALL) {
        const note = caseTicket(language, { all, day: DAY });
        assert.ok(note.length <= LONGEST, `${note.length}`);
        const names = subscriptionNames(language, all.answers);
        for (const { id, subscriptions } of all.plan.steps) {
          const line = note.split('\n').find((each) => each.includes(language.say(`step.${id}`)));
          assert.ok(line?.includes(forText(language, names, subscriptions)), id);
        }
        for (const { id } of all.plan.reasons) assert.ok(note.includes(language.say(`reason.${id}`)), id);
        for (const { page } of all.plan.citations)
          assert.ok(note.includes(language.say(`page.${page}`)), page);
        assert.ok(note.includes(all.receipt));
      }
    });

    it('tell what is done for some from what is still to be done for others', () => {
      for (const all of ALL.map(begun)) {
        const lines = caseTicket(language, { all, day: DAY }).split('\n');
        // A step may be named where an open question is answered both ways, too: only its own list counts.
        const under = (title: string): readonly string[] => {
          const from = lines.indexOf(title);
          return from < 0 ? [] : lines.slice(from, lines.indexOf('', from));
        };
        const names = subscriptionNames(language, all.answers);
        for (const { id, subscriptions } of all.plan.steps) {
          const text = language.say(`step.${id}`);
          const ticked = subscriptions.filter((place) => all.done[place]?.includes(id));
          const open = subscriptions.filter((place) => !ticked.includes(place));
          const said = (some: readonly string[], places: readonly number[]): void => {
            const line = some.find((each) => each.includes(text));
            assert.equal(line !== undefined, places.length > 0, text);
            if (line !== undefined) assert.ok(line.endsWith(forText(language, names, places)), line);
          };
          said(under(language.say('ticket.done')), ticked);
          said(under(planTitle(language, all, 'ticket.toDo')), open);
        }
      }
    });

    it('stand in a support request of one title and topic, and on one paper', () => {
      for (const all of ALL) {
        const guidance = all.plan.guidances[0] ?? assert.fail();
        const { title, topic, description } = draftOf(language, { guidance, all });
        assert.ok(title !== '' && topic !== '' && !title.includes('\n'), title);
        const names = subscriptionNames(language, all.answers);
        for (const { full } of names) assert.ok(description.includes(full), description);
        assert.ok(description.includes(all.receipt));
        const paper = paperOfReceipt(language, findReceipt(all.receipt) ?? assert.fail(), DAY);
        const told = JSON.stringify(paper);
        // The code holds what matters; on paper they are called by that.
        const situations = all.plan.guidances.map(({ situation }) => situation);
        for (const { full } of subscriptionNames(language, situations))
          assert.ok(told.includes(JSON.stringify(full).slice(1, -1)), full);
        for (const { id } of all.plan.steps)
          assert.ok(told.includes(JSON.stringify(language.say(`step.${id}`)).slice(1, -1)), id);
        assert.ok(told.includes(all.receipt));
      }
    });
  });
}

describe('What is taken along of several subscriptions', () => {
  const [, both] = SEVERAL_CONVERSATIONS.find(([name]) => name.endsWith('2 subscriptions')) ?? assert.fail();
  const plan: Session = { ...fresh(), conversation: both };
  const one: Session = { ...fresh(), conversation: { ...both, alone: true } };

  it('is about all of them where the plan is shown, and about one where that is', () => {
    assert.equal(screen(tap(plan, { kind: 'ticket' }), 'ticket').all?.plan.guidances.length, 2);
    assert.equal(screen(tap(one, { kind: 'ticket' }), 'ticket').all, undefined);
    const shared = (session: Session) =>
      findReceipt(screen(tap(session, { kind: 'share' }), 'share').receipt)?.whole;
    assert.equal(shared(plan)?.all.subscriptions.length, 2);
    assert.equal(shared(one), undefined);
  });

  it('goes to a person as the whole customer, whichever is shown, and once', () => {
    for (const session of [plan, one]) {
      const draft = tap(session, { kind: 'person' });
      assert.equal(screen(draft, 'handOver').all?.plan.guidances.length, 2);
      const sent = tap(draft, { kind: 'sendToPerson', origin: screen(draft, 'handOver').origin });
      const [effect] = sent.effects;
      assert.ok(effect?.kind === 'handOver');
      assert.equal(effect.all?.plan.guidances.length, 2);
      assert.ok(effect.mark.endsWith(effect.all?.receipt ?? '-'));
    }
  });
});
