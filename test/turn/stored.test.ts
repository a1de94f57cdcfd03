import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Action } from '../../src/conversation/action.js';
import type { Input } from '../../src/conversation/dialog.js';
import type { Turn } from '../../src/conversation/session.js';
import { StorageError } from '../../src/storage/error.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { packed, unpacked } from '../../src/turn/record.js';
import { Sessions } from '../../src/turn/sessions.js';
import { fresh, screen } from '../conversation/talk.js';
import { eventually } from '../eventually.js';

/** A store that remembers how much was written at once. */
function measured() {
  const store = memoryStore();
  const written = { most: 0 };
  const watched: Store = {
    read: (key) => store.read(key),
    write: (key, value, expected) => {
      written.most = Math.max(written.most, Buffer.byteLength(JSON.stringify(value)));
      return store.write(key, value, expected);
    },
    delete: (key) => store.delete(key),
    sweep: (before, isKept) => store.sweep(before, isKept),
    close: () => store.close(),
  };
  return { watched, written };
}

describe('What is stored of a conversation', () => {
  const owner = { channel: 'msteams', conversation: 'a:1', user: '29:anna' };
  const key = JSON.stringify(['conversation', owner.channel, owner.conversation, owner.user]);
  const person = JSON.stringify(['person', owner.channel, owner.user]);
  const around = { ...fresh().around, newCase: 'abcdefghijkl' };

  function talk(store: Store) {
    const sessions = new Sessions(store, undefined);
    let deliveries = 0;
    const turn = (input: Input): Promise<Turn> => {
      deliveries += 1;
      return sessions.turn({ input, owner, locales: ['en'], delivery: `delivery-${deliveries}`, around });
    };
    return {
      sessions,
      say: (text: string) => turn({ kind: 'text', text }),
      tap: (action: Action) => turn({ kind: 'tap', action }),
    };
  }

  it('is under 1 KB though everything was answered, ticked, kept and sent, and another full line waits', async () => {
    const { watched, written } = measured();
    const { sessions, say, tap } = talk(watched);
    await say(
      'public cloud, indirect provider, Azure, direct EA, take over, Azure plan, holds the designation, same country, no relationship yet',
    );
    await say('yes');
    const call = await say('customer: pt-BR');
    const { guidance, origin } = screen(call, 'call');
    assert.ok(guidance.steps.length > 3);
    for (const { id } of guidance.steps) await tap({ kind: 'tick', step: id, done: true, origin });
    await tap({ kind: 'case', deed: { what: 'keep', text: '' }, origin });
    const sent = await tap({ kind: 'sendToPerson', origin });
    const [effect] = sent.effects;
    assert.ok(effect?.kind === 'handOver');
    for (let times = 0; times < 4; times += 1) await sessions.remember(owner, `${effect.mark}${times}`);
    await sessions.opened(owner, 'a'.repeat(100));
    const full = await say(
      'US government cloud, we are an indirect reseller, Microsoft 365 licences, bought from a syndication partner, legacy Azure, resell through another CSP partner, indirect EA, different region, relationship exists, legacy licences, no designation',
    );
    const { now } = screen(full, 'call');
    assert.ok(now.kind === 'understood' && now.read.length > 5);
    assert.ok(written.most < 1024, `${written.most} bytes`);
  });

  it('does not grow with the conversation', async () => {
    const { watched, written } = measured();
    const { say } = talk(watched);
    const lines = [
      'm365 ea indirect reseller',
      'yes',
      'call',
      'no, Azure',
      'yes',
      'customer: hu',
      'chat',
      'person',
    ];
    for (let times = 0; times < 20; times += 1) for (const line of lines) await say(line);
    assert.ok(written.most < 1024, `${written.most} bytes`);
  });

  it('is dated anew as long as somebody talks, so that retention leaves what is remembered of them', async () => {
    const store = memoryStore();
    const sessions = new Sessions(store, undefined);
    const say = (text: string, day: string): Promise<Turn> =>
      sessions.turn({
        input: { kind: 'text', text },
        owner,
        locales: ['en'],
        delivery: undefined,
        around: { ...around, day },
      });
    await say('magyarul', '2026-11-21');
    assert.deepEqual((await store.read(person))?.value, { language: 'hu', day: '2026-11-21' });
    await say('start', '2026-11-22');
    assert.deepEqual((await store.read(person))?.value, { language: 'hu', day: '2026-11-22' });
  });

  it('has the country of whoever asks for their next conversation, until they are forgotten', async () => {
    const store = memoryStore();
    const sessions = new Sessions(store, undefined);
    const say = (text: string, conversation: string): Promise<Turn> =>
      sessions.turn({
        input: { kind: 'text', text },
        owner: { ...owner, conversation },
        locales: ['en'],
        delivery: undefined,
        around,
      });
    for (const line of ['szlovák az ügyfél, mi magyarok vagyunk', 'yes']) await say(line, 'a:1');
    assert.equal((await store.read<{ home: string }>(person))?.value.home, 'HU');
    assert.deepEqual((await say('start', 'a:2')).conversation.places, { partner: 'HU', lastTime: true });
    await sessions.forget({ ...owner, group: false });
    assert.equal(await store.read(person), undefined);
    assert.equal((await say('start', 'a:3')).conversation.places, undefined);
    // What a newer version wrote is left out.
    await store.write(person, { home: 'ZZ' }, undefined);
    assert.equal((await say('start', 'a:4')).conversation.places, undefined);
  });

  it('leaves out which card lies open where there is no room for it', () => {
    const { conversation } = fresh();
    const record = { conversation, language: 'en', recent: [], open: 'a'.repeat(40) } as const;
    const room = 1023 - JSON.stringify(packed(record)).length - '""'.length;
    const full = packed({ ...record, recent: ['x'.repeat(room)] });
    assert.equal(full.open, record.open);
    assert.equal(JSON.stringify(full).length, 1023);
    const over = packed({ ...record, recent: ['x'.repeat(room + 1)] });
    assert.equal('open' in over, false);
    assert.ok(JSON.stringify(over).length < 1024);
  });

  it('is read in the form of before as well: the steps that are done as a list', () => {
    const { conversation } = fresh();
    const desk = { done: ['requestRelationship', 'customerAccepts'] } as const;
    const record = { conversation, desk, language: 'en', recent: [] } as const;
    const stored = packed(record);
    assert.equal(stored.desk?.done, 'requestRelationship customerAccepts');
    assert.deepEqual(unpacked(stored), record);
    assert.deepEqual(unpacked({ ...stored, desk }), record);
  });

  it('is told of in time where each call is in time and all of them are not', async () => {
    const store = memoryStore();
    const later = async <T>(call: () => Promise<T>): Promise<T> => {
      await pause(60);
      return call();
    };
    const slow: Store = {
      ...store,
      read: (key) => later(() => store.read(key)),
      write: (key, value, expected) => later(() => store.write(key, value, expected)),
    };
    const say = (text: string, delivery: string, limit: number) =>
      new Sessions(slow, undefined, limit).turn({
        input: { kind: 'text', text },
        owner,
        locales: ['en'],
        delivery,
        around,
      });
    await assert.rejects(say('start', 'delivery-1', 100), StorageError);
    // What was too late is carried out all the same, and once.
    await eventually('that it is written', async () => {
      return (await store.read(key)) !== undefined;
    });
    const { repeated } = await say('start', 'delivery-1', 60_000);
    assert.equal(repeated, true);
  });

  describe('by a newer version that was taken back', () => {
    const newer = ['region', 'moon', 'the moon'];
    const known = ['cloud', 'public', 'public cloud'];
    const changes: Readonly<Record<string, readonly [at: string, change: object]>> = {
      'an edition': [key, { edition: '2099-01' }],
      'a question': [key, { asking: 'moonBase' }],
      'answers, in the words of now': [key, { answers: 'moonBase=yes cloud=public partner=moon' }],
      'answers, in the words of before': [
        key,
        {
          answers: [
            ['moonBase', 'yes'],
            ['cloud', 'public'],
            ['partner', 'moon'],
          ],
        },
      ],
      'what was granted': [key, { granted: ['moonBase', 'cloud'] }],
      readings: [
        key,
        {
          proposal: {
            read: [newer, known],
            unclear: [
              ['moonBase', ['a', 'b'], 'x'],
              ['cloud', ['public', 'moon'], 'x'],
            ],
            excluded: [['cloud', ['moon'], 'x']],
          },
        },
      ],
      'nothing but such readings': [key, { proposal: { read: [newer] } }],
      'subscriptions that wait': [
        key,
        { later: { waiting: [{ read: ['service=moon x'] }], shared: ['moonBase'] } },
      ],
      'the asker': [
        person,
        {
          asker: [
            ['moonBase', 'yes'],
            ['partner', 'moon'],
          ],
        },
      ],
    };
    for (const [what, [at, change]] of Object.entries(changes)) {
      it(`goes on with the rest of it: ${what}`, async () => {
        for (const line of ['', 'restart', 'public cloud', 'Azure']) {
          const store = memoryStore();
          const { say } = talk(store);
          await say('public cloud');
          await say('yes');
          const stored = await store.read<{ conversation: object }>(at);
          const value =
            at === key
              ? { ...stored?.value, conversation: { ...stored?.value.conversation, ...change } }
              : change;
          await store.write(at, value, stored?.version);
          const { conversation } = await talk(store).say(line);
          if (at === key && line === '') assert.deepEqual(conversation.answers, [['cloud', 'public']]);
          assert.equal(conversation.later, undefined, 'of which none is known');
          if (what === 'what was granted' && line === '') assert.deepEqual(conversation.granted, ['cloud']);
          assert.ok(await talk(store).say('call'));
        }
      });
    }
  });

  describe('in no form that this version knows', () => {
    const odd: readonly unknown[] = [null, 1, 'x', [], {}, [null], [1], [{}], [[]], true, { length: 3 }];
    const parts = [
      'recent',
      'last',
      'language',
      'progress',
      'desk',
      'desk.done',
      'desk.sent',
      'desk.customer',
      'conversation',
      ...[
        'key',
        'interview',
        'turn',
        'answers',
        'granted',
        'places',
        'edition',
        'asking',
        'proposal',
        'later',
      ].map((part) => `conversation.${part}`),
      ...['read', 'unclear', 'excluded'].map((part) => `conversation.proposal.${part}`),
      ...['waiting', 'shared'].map((part) => `conversation.later.${part}`),
    ];

    type Json = Readonly<Record<string, unknown>>;
    function changed(value: Json, [name = '', ...rest]: readonly string[], to: unknown): Json {
      const inner = (value[name] ?? {}) as Json;
      return { ...value, [name]: rest.length === 0 ? to : changed(inner, rest, to) };
    }

    async function answered(
      at: string,
      value: unknown,
      version: string | undefined,
      store: Store,
    ): Promise<void> {
      await store.write(at, value, version);
      await talk(store).say('Azure, direct EA');
      await talk(store).tap({ kind: 'forget' });
      await talk(store).say('call');
    }

    for (const part of parts) {
      it(`leaves nobody without an answer: ${part}`, async () => {
        for (const to of odd) {
          const store = memoryStore();
          await talk(store).say('public cloud, Azure');
          const stored = await store.read<Json>(key);
          await answered(key, changed(stored?.value ?? {}, part.split('.'), to), stored?.version, store);
        }
      });
    }

    const needed = [
      'conversation',
      ...['key', 'interview', 'turn', 'answers'].map((part) => `conversation.${part}`),
    ];
    it('leaves everybody what they answered, where it is another part', async () => {
      for (const part of parts.filter((each) => !needed.includes(each)))
        for (const to of odd) {
          const store = memoryStore();
          const { say } = talk(store);
          await say('public cloud, Azure');
          await say('yes');
          const stored = await store.read<Json>(key);
          await store.write(key, changed(stored?.value ?? {}, part.split('.'), to), stored?.version);
          const { conversation } = await say('');
          const answers = Object.fromEntries(conversation.answers);
          assert.deepEqual(answers, { cloud: 'public', service: 'usage' }, `${part}: ${JSON.stringify(to)}`);
        }
    });

    it('leaves nobody without an answer: all of it, and what is remembered of them', async () => {
      for (const value of [
        ...odd,
        { asker: null },
        { asker: 1 },
        { asker: [null] },
        { home: [] },
        { day: {} },
      ]) {
        for (const at of [key, person]) await answered(at, value, undefined, memoryStore());
      }
    });
  });
});
