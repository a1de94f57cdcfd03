import assert from 'node:assert/strict';
import { Journal } from '../../src/feedback/journal.js';
import type { HandedOver } from '../../src/handover/hand-over.js';
import { memoryStore } from '../../src/storage/memory.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { type BotServer, botServer, type Json } from '../turn/bot-server.js';
import { cardOf, taps } from '../turn/card-reader.js';

/** Written so that no tool takes it for a template of its own. */
const EXPRESSION = '$' + '{40+2}';

/** What somebody could write, by what it would be if it were more than text. */
const HOSTILE: Readonly<Record<string, string>> = {
  'an expression': `zq${EXPRESSION}zq`,
  'an expression over data': `${'$'}{$root.title} ${'$'}{json('{}')}`,
  'a date of Adaptive Cards': '{{DATE(2017-02-14T06:08:39Z, SHORT)}}',
  'a link': '[zq](javascript:alert(1))',
  'a picture': '![zq](https://evil.example/pixel.png)',
  'a bare link': '<https://evil.example>',
  HTML: '<img src=x onerror=alert(1)>',
  'a script': '"></script><script>alert(1)</script>',
  'a mention': '<at>Everyone</at>',
  'separators of lines and paragraphs': 'a\u2028- b\u2029# c',
  'letters that turn the text around': '\u202egnp.exe\u2066\u200f',
  'letters that nobody sees': 'zq\u200b\u0000\u0007\ufeffzq',
  'orders for a terminal': '\u001b[2J\u001b]0;zq\u0007',
  'a new line and a heading': 'zq\r\n# zq\r\n- zq',
  'emphasis and a table': '**zq** `zq` ~~zq~~ | zq | zq |',
};

/** What no message, card or page may have in it, because it would be more than text. */
const LIVE: readonly RegExp[] = [
  /\$\{/,
  /zq42zq/,
  /\{\{/,
  /\]\(\s*(?:javascript|https?:\/\/evil)/i,
  /<https:\/\/evil/,
  /<img\b/i,
  /<script>alert/i,
  /<\/script><script/i,
  /<at>Everyone/,
  /[\u2028-\u202e\u2066\u2067\u200b\ufeff]|(?!\s)\p{Cc}/u,
  /\n# zq/,
  /\*\*zq|`zq|~~zq/,
];

/** What is more than text in a page or a header; Markdown is not. */
const LIVE_IN_PAGES = LIVE.filter((live) => !/zq|\(\\s/.test(live.source));

/** What a channel could use as a conversation's id at all; with any other the activity is refused. */
function idOf(hostile: string): string {
  return /^[ -~]+$/.test(hostile) ? hostile : 'plain';
}

/** Every text in a value: keys, and what stands under them. */
function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      yield key;
      yield* texts(each);
    }
  }
}

function assertHarmless(value: unknown): void {
  for (const text of texts(value)) {
    for (const live of LIVE) assert.doesNotMatch(text, live);
  }
}

/** What goes to people: not the envelope, which brings ids back to where they came from. */
function shown({ text, summary, speak, attachments, entities, locale, channelData }: Json): unknown {
  const words = { text, summary, speak, attachments, locale, channelData };
  const mentions = ((entities ?? []) as readonly Json[]).map(({ text: said, mentioned }) => ({
    said,
    name: (mentioned as Json | undefined)?.name,
  }));
  return { ...words, mentions };
}

describe('Hostile text', () => {
  for (const [name, hostile] of Object.entries(HOSTILE)) {
    describe(`that would be ${name}`, () => {
      let bot: BotServer;
      const cases: HandedOver[] = [];
      const store = memoryStore();
      before(async () => {
        bot = await botServer({
          store,
          handOver: {
            async send(one) {
              cases.push(one);
            },
          },
        });
      });
      after(() => bot.close());

      async function talk(more: Json, ...lines: readonly string[]): Promise<void> {
        for (const line of lines) {
          const { status, body } = await bot.say(line, more);
          assert.equal(status, 200, JSON.stringify(body));
        }
        for (const { body } of bot.channel.calls) assertHarmless(shown(body));
      }

      const lines = [
        hostile,
        'start',
        hostile,
        '1',
        `${hostile} Microsoft 365 ${hostile} EA`,
        'why',
        hostile,
      ];
      for (const channelId of ['msteams', 'directline']) {
        it(`stays text when typed, on ${channelId}`, async () => {
          await talk({ channelId, conversation: { id: `typed ${channelId}` } }, ...lines);
        });

        it(`stays text as a name, an id and a locale, on ${channelId}`, async () => {
          const conversation = { id: `${idOf(hostile)} ${channelId}`, isGroup: true };
          await talk(
            { channelId, conversation, from: { id: hostile, name: hostile }, locale: hostile, id: hostile },
            'help',
            'start',
            '1',
            '4',
          );
        });
      }

      it('is no conversation’s id where it could not be sent back', async () => {
        const { status, body } = await bot.say('start', { conversation: { id: hostile } });
        assert.equal(status, idOf(hostile) === hostile ? 200 : 400);
        assertHarmless(body);
      });

      it('stays text as a channel that nobody knows', async () => {
        await talk({ channelId: hostile, conversation: { id: 'c' } }, 'start', '1', '4');
      });

      it('stays text in a tap', async () => {
        const data = { action: 'answer', fact: hostile, value: hostile, from: hostile, edition: hostile };
        const { body } = await bot.execute(data, { conversation: { id: 'tapped' } });
        assertHarmless(body);
      });

      it('stays text in a search of the message extension and in a message that it reads', async () => {
        for (const [invoke, value] of [
          ['query', { parameters: [{ name: 'text', value: `${hostile} Microsoft 365 EA` }] }],
          ['queryLink', { url: hostile }],
          ['fetchTask', { messagePayload: { body: { content: `${hostile} Microsoft 365 EA` } } }],
          ['submitAction', { data: { action: 'insert', cloud: hostile } }],
        ] as const) {
          const activity = { type: 'invoke', name: `composeExtension/${invoke}`, value };
          const { status, body } = await bot.post(activity);
          assert.equal(status, 200);
          assertHarmless(body);
        }
      });

      it('stays text in a case that is handed over, whoever it is from', async () => {
        const more = {
          conversation: { id: idOf(hostile) },
          from: { id: hostile, name: hostile },
          channelId: hostile,
        };
        await talk(more, 'start', '1', '4', 'person');
        const send = taps(cardOf(bot.last()), 'Action.Submit').find(
          ({ action }) => action === 'sendToPerson',
        );
        assert.ok(send !== undefined);
        await bot.post({ ...more, type: 'message', value: send });
        const [one] = cases;
        assert.ok(one !== undefined, 'the case arrived');
        // Who asks is told as data as well, for programs: as it is.
        const { from: _from, ...words } = one;
        assertHarmless(JSON.parse(JSON.stringify(words).replaceAll('\\n', ' ')));
      });

      it('stays text as the reason of an opinion', async () => {
        const more = { conversation: { id: 'opinion' } };
        await talk(more, 'start', '1', '4');
        const wrong = taps(cardOf(bot.last())).find(({ action }) => action === 'wrong');
        assert.ok(wrong !== undefined);
        await bot.execute(wrong, more);
        await talk(more, hostile);
        const entries = await new Journal(store).all();
        assert.equal(entries.length, 1);
        // It is kept in the person's words, on one line, and shown by programs that do not format it.
        assert.doesNotMatch(entries[0]?.reason ?? '', /[\p{C}]/u);
      });
    });
  }

  it('stays text in a conversation over Direct Line', async () => {
    const folder = temporaryFolder();
    const running = await startIn(folder.path, { RATE_LIMIT_PER_MINUTE: '0' });
    const base = `${running.address}/v3/directline`;
    const call = async (path: string, token: string, body?: Json): Promise<Json> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
      return (await (await fetch(`${base}${path}`, init)).json()) as Json;
    };
    try {
      const { token, conversationId } = await call('/tokens/generate', '', {});
      const path = `/conversations/${conversationId}/activities`;
      await call('/conversations', String(token), { locale: HOSTILE.HTML ?? '' });
      for (const hostile of Object.values(HOSTILE)) {
        const rest = { locale: hostile, name: hostile, channelData: { x: hostile } };
        for (const text of [hostile, `${hostile} Microsoft 365 EA`, 'start', '1']) {
          assert.ok((await call(path, String(token), { type: 'message', text, ...rest })).id !== undefined);
        }
      }
      let watermark = '0';
      let bots = 0;
      for (;;) {
        const page = await call(`${path}?watermark=${watermark}`, String(token));
        const activities = page.activities as readonly Json[];
        if (activities.length === 0) break;
        watermark = String(page.watermark);
        // What people said themselves comes back to them as it was.
        const fromBot = activities.filter(({ from }) => (from as Json).role === 'bot');
        for (const activity of fromBot) assertHarmless(shown(activity));
        bots += fromBot.length;
      }
      assert.ok(bots > 50);
    } finally {
      await running.close();
      folder.remove();
    }
  });

  it('stays text in the addresses, headers and bodies of the pages', async () => {
    const folder = temporaryFolder();
    const running = await startIn(folder.path, { RATE_LIMIT_PER_MINUTE: '0' });
    try {
      const strange = Object.values(HOSTILE);
      const paths = strange.flatMap((hostile) => {
        const word = encodeURIComponent(hostile);
        return [
          `/?locale=${word}`,
          `/?mode=${word}&frame=${word}`,
          `/r/${word}`,
          `/policy/${word}/en`,
          `/${word}`,
        ];
      });
      for (const path of paths) {
        const response = await fetch(`${running.address}${path}`, {
          headers: { 'accept-language': 'en"><script>alert(1)</script>' },
        });
        const text = await response.text();
        const headers = [...response.headers].map(([header, value]) => `${header}: ${value}`).join('\n');
        for (const live of LIVE_IN_PAGES) {
          // Scripts of ours have template strings of their own; pages have none.
          assert.doesNotMatch(text, live, path);
          assert.doesNotMatch(headers, live, path);
        }
      }
    } finally {
      await running.close();
      folder.remove();
    }
  });
});
