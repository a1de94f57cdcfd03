import assert from 'node:assert/strict';
import { Connector } from '../../src/channels/botframework/connector.js';
import { postToChannel } from '../../src/channels/botframework/post-to-channel.js';
import { createHandOver } from '../../src/handover/create.js';
import { type HandOver, HandOverError } from '../../src/handover/hand-over.js';
import { teamsChannel } from '../../src/handover/teams-channel.js';
import { connectorStub } from '../turn/connector-stub.js';
import { caseOf } from './cases.js';

const CHANNEL = '19:0123456789abcdef@thread.tacv2';

describe('A hand-over to a Teams channel', () => {
  let stub: Awaited<ReturnType<typeof connectorStub>>;
  let handOver: HandOver;
  beforeEach(async () => {
    stub = await connectorStub();
    const setting = { kind: 'teamsChannel', channel: CHANNEL, serviceUrl: stub.url } as const;
    const made = createHandOver(setting, {
      teams: ({ serviceUrl }) => postToChannel(new Connector({ identity: undefined }), 'app', serviceUrl),
    });
    assert.ok(made);
    handOver = made;
  });
  afterEach(() => stub.close());

  it('begins a thread with the card', async () => {
    await handOver.send(caseOf('a'));
    assert.equal(stub.calls.length, 1);
    const [{ method, path, body } = { method: '', path: '', body: {} }] = stub.calls;
    assert.deepEqual([method, path], ['POST', '/v3/conversations']);
    assert.equal(body.isGroup, true);
    assert.deepEqual(body.channelData, { channel: { id: CHANNEL } });
    assert.deepEqual(body.bot, { id: '28:app', name: '' });
    const activity = body.activity as Record<string, unknown>;
    assert.equal(activity.type, 'message');
    assert.equal(activity.summary, caseOf('a').text);
    assert.deepEqual(activity.attachments, [
      { contentType: 'application/vnd.microsoft.card.adaptive', content: caseOf('a').card },
    ]);
  });

  it('is posted once, whoever taps twice', async () => {
    await Promise.all([handOver.send(caseOf('a')), handOver.send(caseOf('a'))]);
    await handOver.send(caseOf('b'));
    assert.equal(stub.calls.length, 2);
  });

  it('names the remedy when Teams refuses, and may be tried again', async () => {
    stub.refuse.all = true;
    await assert.rejects(handOver.send(caseOf('a')), (error) => {
      assert.ok(error instanceof HandOverError);
      assert.match(error.message, /403.*HANDOFF_TEAMS_CHANNEL/);
      assert.equal(error.cause, undefined);
      return true;
    });
    stub.refuse.all = false;
    await handOver.send(caseOf('a'));
    assert.equal(stub.calls.length, 2);
  });

  it('names the remedy when nobody is there', async () => {
    const unreachable = teamsChannel(CHANNEL, () => Promise.reject(new Error('connect ECONNREFUSED')));
    await assert.rejects(unreachable.send(caseOf('a')), { name: HandOverError.name, message: /SERVICE_URL/ });
  });
});

describe('Where nothing is set', () => {
  it('there is nobody to hand over to', () => {
    const teams = () => assert.fail('not asked for');
    assert.equal(createHandOver(undefined, { teams }), undefined);
    assert.ok(createHandOver({ kind: 'webhook', url: 'https://desk.example' }, { teams }));
  });
});
