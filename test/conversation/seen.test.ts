import assert from 'node:assert/strict';
import { readInbound } from '../../src/channels/inbound.js';
import { fromOf, sayData } from '../../src/conversation/action.js';
import { converse } from '../../src/conversation/dialog.js';
import { parseAction } from '../../src/conversation/parse-action.js';
import type { Seen } from '../../src/conversation/seen.js';
import type { Session, Turn } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { ELIGIBLE, fresh, having, known, notes, origin, say, screen, tap } from './talk.js';

/** What a page that shows this turn last would tell. */
function seenIn(turn: Turn): Seen {
  return { kind: turn.view.screen.kind, origin: turn.view.origin };
}

function type(session: Session, text: string, seen: Seen): Turn {
  return converse(session, { kind: 'text', text, seen });
}

describe('A bare line that was written before what is shown now was seen', () => {
  const first = say(fresh(), 'start');
  const second = type(first, '1', seenIn(first));

  it('answers nothing: the second one of a quick hand, yes, no, and what nobody knows', () => {
    assert.equal(known(second).cloud, 'public');
    for (const line of ['1', '2', 'the first one', 'I don’t know', 'yes', 'direct', '1.']) {
      const turn = type(second, line, seenIn(first));
      assert.deepEqual(known(turn), known(second), line);
      assert.deepEqual(notes(turn), ['stale'], line);
      assert.notDeepEqual(known(type(second, '1', seenIn(second))), known(second));
    }
  });

  it('answers nothing after “back”, “next” or a new start on another device', () => {
    for (const moved of ['back', 'start over', 'change cloud']) {
      const now = say(second, moved);
      const turn = type(now, '2', seenIn(second));
      assert.deepEqual(known(turn), known(now), moved);
      assert.deepEqual(known(type(now, '2', seenIn(now))).cloud, 'usGov', moved);
    }
  });

  it('confirms nothing, and deletes nothing', () => {
    const proposed = say(second, 'E3 through EA');
    assert.equal(proposed.view.screen.kind, 'understood');
    for (const reply of ['yes', 'no']) {
      const turn = type(proposed, reply, seenIn(second));
      assert.deepEqual(known(turn), known(proposed), reply);
      assert.deepEqual(turn.conversation.proposal, proposed.conversation.proposal, reply);
    }
    const forget = say(second, 'forget me');
    assert.deepEqual(type(forget, 'yes', seenIn(second)).effects, []);
    assert.deepEqual(type(forget, 'yes', seenIn(forget)).effects, [{ kind: 'forget' }]);
    // The other way round: who agreed to deleting everything has answered no question.
    const asked = tap(having(fresh(), ELIGIBLE), {
      kind: 'change',
      fact: 'relationship',
      origin: origin(having(fresh(), ELIGIBLE)),
    });
    const before = say(asked, 'forget me');
    const back = say(before, 'continue');
    for (const line of ['yes', '1', 'there is one'])
      assert.equal(known(type(back, line, seenIn(before))).relationship, undefined, line);
    assert.equal(known(type(back, 'yes', seenIn(back))).relationship, 'yes');
  });

  it('answers the call card as any other', () => {
    const call = say(first, 'call');
    assert.equal(screen(call, 'call').kind, 'call');
    const answered = type(call, '1', seenIn(call));
    assert.equal(known(answered).cloud, 'public');
    assert.deepEqual(known(type(answered, '1', seenIn(call))), known(answered));
    assert.notDeepEqual(known(type(answered, '1', seenIn(answered))), known(answered));
  });

  it('answers nothing where the welcome was seen last, and nothing of another conversation', () => {
    const welcome = converse(fresh(), { kind: 'arrive' });
    assert.deepEqual(known(type(welcome, '1', seenIn(welcome))), {});
    assert.deepEqual(known(type(first, '1', seenIn(welcome))), {});
    const theirs = say(fresh('en', true, 'k2'), 'start');
    assert.deepEqual(known(type(first, '1', seenIn(theirs))), {});
  });

  it('is shown first where it names its answer, and is read where it says more', () => {
    const cloud = say(second, 'change cloud');
    const shown = type(cloud, 'US Government', seenIn(second));
    assert.deepEqual(known(shown), known(cloud));
    assert.equal(known(type(shown, 'yes', seenIn(shown))).cloud, 'usGov');
    assert.equal(type(second, 'E3 through EA', seenIn(first)).view.screen.kind, 'understood');
  });

  it('counts as ever where nobody tells what was seen', () => {
    assert.equal(Object.keys(known(say(second, '1'))).length, 2);
  });
});

describe('What a client says of the card that was seen', () => {
  const seenOf = (seen: unknown) => {
    const heard = readInbound({
      type: 'message',
      text: '1',
      channelId: 'directline',
      conversation: { id: 'c' } as never,
      channelData: { seen },
    });
    return heard.kind === 'input' && heard.input.kind === 'text' ? heard.input.seen : 'nothing';
  };

  it('is read like the data of its card', () => {
    const drawn = { key: 'k1', interview: 2, turn: 7, edition: undefined };
    const told = { kind: 'question', from: fromOf(drawn), edition: 'newest' };
    assert.deepEqual(seenOf(told), { kind: 'question', origin: drawn });
    assert.deepEqual(seenOf({ kind: 'welcome' }), { kind: 'welcome', origin: undefined });
  });

  it('is nothing where it is anything else', () => {
    for (const seen of [undefined, null, 7, 'question', [], {}, { kind: 7 }, { from: 'k1.1.1' }])
      assert.equal(seenOf(seen), undefined, JSON.stringify(seen));
    assert.deepEqual(seenOf({ kind: 'x', from: { a: 1 }, edition: [] }), { kind: 'x', origin: undefined });
  });
});

describe('A sentence that the welcome offers', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`begins something, and is nothing any more once something has begun (${tag})`, () => {
      const sentence = LANGUAGES[tag].say('welcome.example.azure');
      const example = parseAction(sayData(sentence));
      const welcome = converse(fresh(tag), { kind: 'arrive' });
      const shown = tap(welcome, example);
      assert.equal(shown.view.screen.kind, 'understood');
      assert.deepEqual(known(shown), {});
      const confirmed = tap(shown, { kind: 'accept', origin: origin(shown) });
      for (const begun of [shown, confirmed, having(fresh(tag), ELIGIBLE)]) {
        const late = tap(begun, example);
        assert.deepEqual(late.conversation, begun.conversation);
        assert.deepEqual(notes(late), ['stale']);
      }
    });
  }

  it('never counts unseen, whatever somebody puts into it', () => {
    const asked = say(fresh(), 'start');
    for (const line of ['1', 'yes', 'Public cloud', 'I don’t know'])
      assert.deepEqual(known(tap(asked, parseAction(sayData(line)))), {}, line);
  });
});
