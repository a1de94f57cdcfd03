import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { assertSound, inputs } from '../cards/sound.js';
import { ofType, size, strings } from '../cards/walk.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { type Answered, type BotServer, botServer, type Json } from './bot-server.js';
import { textOf } from './card-reader.js';

/** The card of a dialog, as Teams opens it. */
function dialogOf({ status, body }: Answered): Json {
  assert.equal(status, 200);
  const { type, value } = body.task as { readonly type: string; readonly value: Json };
  assert.equal(type, 'continue');
  assert.ok(typeof value.title === 'string' && value.title !== '');
  const { contentType, content } = value.card as Json;
  assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
  return content as Json;
}

/** What the form stands at; the first choice of a field is no answer. */
function fieldsOf(card: Json): Readonly<Record<string, unknown>> {
  const set = inputs(card).filter(({ value, choices }) => value !== (choices as readonly Json[])[0]?.value);
  return Object.fromEntries(set.map(({ id, value }) => [id, value]));
}

describe('Teams: the action on a message', () => {
  let bot: BotServer;
  beforeEach(async () => {
    bot = await botServer();
  });
  afterEach(async () => {
    await bot.close();
  });

  const read = (content: string, more: Json = {}): Promise<Answered> =>
    bot.post({
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'read', messagePayload: { id: '1', body: { contentType: 'html', content } } },
      ...more,
    });
  const submit = (data: Json, more: Json = {}): Promise<Answered> =>
    bot.post({
      type: 'invoke',
      name: 'composeExtension/submitAction',
      value: { commandId: 'read', data },
      ...more,
    });

  for (const tag of LANGUAGE_TAGS) {
    it(`shows what it understood, as a form to correct, in ${tag}`, async () => {
      const card = dialogOf(
        await read('<p>We have Microsoft 365 through our Enterprise Agreement.</p>', { locale: tag }),
      );
      const language = LANGUAGES[tag];
      assertSound(card, textOf(card), tag);
      assert.deepEqual(fieldsOf(card), { service: 'license', seller: 'enterpriseAgreement' });
      assert.ok(textOf(card).includes(language.say('option.seller.enterpriseAgreement')));
      assert.ok(textOf(card).includes(language.say('eligibility.depends')));
      const titles = ofType(card, 'Action.Submit').map(({ title }) => title);
      assert.deepEqual(
        new Set(titles),
        new Set([language.say('extension.insert'), language.say('call.update')]),
      );
    });
  }

  it('reads “we” as the customer', async () => {
    const fields = fieldsOf(dialogOf(await read('We bought our Azure directly from Microsoft.')));
    assert.deepEqual(fields, { service: 'usage', seller: 'microsoft' });
  });

  it('says where it found nothing, and offers the form all the same', async () => {
    for (const content of ['', 'Hello there', '🙂', '<p></p>', '<<<>>>', '&lt;b&gt;']) {
      const card = dialogOf(await read(content));
      assert.ok(textOf(card).includes(LANGUAGES.en.say('extension.noFacts')), content);
      assert.ok(inputs(card).length > 3);
    }
  });

  it('reads the words and not the markup', async () => {
    const card = dialogOf(await read('<div>We have <b>Microsoft&nbsp;365</b><br>through <i>EA</i></div>'));
    assert.deepEqual(fieldsOf(card), { service: 'license', seller: 'enterpriseAgreement' });
    const attributes = dialogOf(await read('<a href="https://x.example/?q=azure" title="EA">this</a>'));
    assert.deepEqual(fieldsOf(attributes), {});
  });

  it('does not take scripts, styles and comments for words', async () => {
    for (const hidden of [
      '<script>We have Azure</script>',
      '<style>We have Azure</style>',
      '<!-- We have Azure -->',
    ]) {
      assert.deepEqual(fieldsOf(dialogOf(await read(`${hidden}<p>Hello</p>`))), {}, hidden);
    }
  });

  it('does not take the message that is answered for the customer’s', async () => {
    const reply =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Anna</strong><p>Do you have Azure?</p></blockquote><p>No, we have Microsoft 365.</p>';
    assert.equal(fieldsOf(dialogOf(await read(reply))).service, 'license');
  });

  it('takes a message of 100 KB, whatever it is made of', async () => {
    const huge = [
      'We have Microsoft 365. '.repeat(5000),
      '<div>'.repeat(20_000),
      `<img src="data:image/png;base64,${'A'.repeat(100_000)}">`,
      '<'.repeat(100_000),
      '&'.repeat(100_000),
      '\u202E'.repeat(50_000),
    ];
    for (const content of huge) {
      const card = dialogOf(await read(content));
      assert.ok(size(card) < 80_000);
    }
  });

  it('quotes nothing that is more than a quotation', async () => {
    const hostile =
      'We have \u0024{1+1} <at>Microsoft 365</at> &lt;at&gt;x&lt;/at&gt; [EA](https://evil.example) **through** \u202EEA';
    for (const each of strings(dialogOf(await read(hostile)))) {
      assert.doesNotMatch(each, /\u0024\{|<at>|\]\(|\*\*|\u202E/);
    }
  });

  it('shows what a correction leads to, and keeps the other answers', async () => {
    const card = dialogOf(await submit({ action: 'update', ...ELIGIBLE }));
    assert.deepEqual(fieldsOf(card), ELIGIBLE);
    assert.ok(textOf(card).includes(LANGUAGES.en.say('eligibility.eligible')));
    assert.ok(!textOf(card).includes(LANGUAGES.en.say('extension.noFacts')));
    assertSound(card, textOf(card), 'corrected');
    const other = dialogOf(await submit({ action: 'update', ...ELIGIBLE, goal: '', cloud: 'china' }));
    assert.equal(fieldsOf(other).cloud, 'china');
    for (const input of inputs(other)) {
      const values = (input.choices as readonly Json[]).map(({ value }) => value);
      assert.ok(values.includes(input.value), `${String(input.id)} stands at one of its choices`);
    }
  });

  it('inserts the guidance as a card to read', async () => {
    for (const tag of LANGUAGE_TAGS) {
      const { status, body } = await submit({ action: 'insert', ...ELIGIBLE }, { locale: tag });
      assert.equal(status, 200);
      const { type, attachments } = body.composeExtension as Json;
      assert.equal(type, 'result');
      const [only, ...others] = attachments as readonly {
        readonly content: Json;
        readonly preview: unknown;
      }[];
      assert.equal(others.length, 0);
      assert.ok(only?.preview !== undefined);
      assert.ok(textOf(only.content).includes(LANGUAGES[tag].say('eligibility.eligible')));
      assert.deepEqual(
        [...ofType(only.content, 'Action.Execute'), ...ofType(only.content, 'Action.Submit')],
        [],
      );
    }
  });

  it('inserts what holds where nothing was answered', async () => {
    const { body } = await submit({ action: 'insert' });
    const [only] = (body.composeExtension as { readonly attachments: readonly Json[] }).attachments;
    assert.ok(textOf(only).includes(LANGUAGES.en.say('eligibility.depends')));
  });
});
