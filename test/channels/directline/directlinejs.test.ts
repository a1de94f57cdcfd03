import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Activity,
  ConnectionStatus,
  DirectLine,
  type DirectLineOptions,
} from 'botframework-directlinejs';
import { openLmdbLog } from '../../../src/channels/directline/log/lmdb-log.js';
import { openLmdbStore } from '../../../src/storage/lmdb/lmdb.js';
import { eventually } from '../../eventually.js';
import { installBrowserGlobals } from './browser-globals.js';
import { call } from './direct-line-call.js';
import { type EchoServer, startEchoServer } from './echo-server.js';

/** The client that Web Chat uses, and what it saw. */
class Client {
  readonly line: DirectLine;
  readonly activities: Activity[] = [];
  readonly statuses: ConnectionStatus[] = [];
  readonly #subscription: { unsubscribe(): void };

  constructor(server: EchoServer, options: DirectLineOptions) {
    this.line = new DirectLine({ domain: server.domain, pollingInterval: 200, ...options });
    this.line.connectionStatus$.subscribe((status) => this.statuses.push(status));
    this.#subscription = this.line.activity$.subscribe(
      (activity) => this.activities.push(activity),
      () => undefined,
    );
  }

  get texts(): unknown[] {
    return this.activities.map((activity) => (activity.type === 'message' ? activity.text : activity.type));
  }

  get isOnline(): boolean {
    return this.statuses.at(-1) === ConnectionStatus.Online;
  }

  /** Resolves to the id that posting gives. */
  post(text: string, clientActivityID: string): Promise<unknown> {
    const activity = {
      type: 'message' as const,
      text,
      from: { id: 'dl_tester-of-the-line' },
      channelData: { clientActivityID },
    };
    return new Promise((resolve, reject) => {
      this.line.postActivity(activity).subscribe(resolve, reject);
    });
  }

  end(): void {
    this.#subscription.unsubscribe();
    this.line.end();
  }
}

for (const webSocket of [true, false]) {
  describe(`DirectLineJS ${webSocket ? 'over WebSocket' : 'polling'}`, () => {
    let removeGlobals: () => void;
    let server: EchoServer;
    let clients: Client[];
    before(() => {
      removeGlobals = installBrowserGlobals();
    });
    after(() => removeGlobals());
    beforeEach(async () => {
      clients = [];
      server = await startEchoServer();
    });
    afterEach(async () => {
      for (const client of clients) client.end();
      await server.close();
    });

    async function generateToken(): Promise<{ token: string; conversationId: string }> {
      const { body } = await call(server, 'POST /tokens/generate', {
        body: { user: { id: 'dl_tester-of-the-line' } },
      });
      assert.ok(body.token && body.conversationId);
      return { token: body.token, conversationId: body.conversationId };
    }

    function connect(options: DirectLineOptions): Client {
      const client = new Client(server, { webSocket, ...options });
      clients.push(client);
      return client;
    }

    it('connects, is greeted in its language, and hears each word once', async () => {
      const { token } = await generateToken();
      const client = connect({ token, conversationStartProperties: { locale: 'nb-NO' } });
      await eventually('the greeting', () => client.texts.length === 1);
      assert.ok(client.isOnline);
      assert.deepEqual(client.texts, ['hello nb-NO']);

      const id = await client.post('hei 😀', 'client-1');
      await eventually('the answer', () => client.texts.length === 3);
      const [, echo, reply] = client.activities;
      assert.equal(echo?.id, id);
      assert.deepEqual(echo?.channelData, { clientActivityID: 'client-1' });
      assert.equal(echo?.from.id, 'dl_tester-of-the-line');
      assert.equal(reply?.from.id, 'multichannel-advisor');

      await client.post('ha det', 'client-2');
      await eventually('the second answer', () => client.texts.length === 5);
      assert.deepEqual(client.texts, ['hello nb-NO', 'hei 😀', 'echo: hei 😀', 'ha det', 'echo: ha det']);
      assert.equal(new Set(client.activities.map((activity) => activity.id)).size, 5);
    });

    it('resumes with the conversation and a watermark, here from the beginning and there from the middle', async () => {
      const { token, conversationId } = await generateToken();
      const first = connect({ token });
      await eventually('the greeting', () => first.texts.length === 1);
      await first.post('one', 'client-1');
      await eventually('the answer', () => first.texts.length === 3);
      first.end();

      const all = connect({ token, conversationId, watermark: '0' });
      const rest = connect({ token, conversationId, watermark: '2' });
      await eventually('the replay', () => all.texts.length === 3 && rest.texts.length === 1);
      await rest.post('two', 'client-2');
      await eventually('the news', () => all.texts.length === 5 && rest.texts.length === 3);
      assert.deepEqual(all.texts.slice(2), ['echo: one', 'two', 'echo: two']);
      assert.deepEqual(rest.texts, ['echo: one', 'two', 'echo: two']);
      assert.equal(server.received.filter((activity) => activity.type === 'conversationUpdate').length, 1);
    });

    it('refreshes its token', async () => {
      const client = connect({ token: (await generateToken()).token });
      await eventually('the greeting', () => client.texts.length === 1);
      server.clockAheadMs = 1_000_000;
      const token = await new Promise<string>((resolve, reject) => {
        // biome-ignore lint/complexity/useLiteralKeys: the only way to a private member
        client.line['refreshToken']().subscribe(resolve, reject);
      });
      // biome-ignore lint/complexity/useLiteralKeys: the only way to a private member
      client.line['token'] = token;
      server.clockAheadMs = 2_000_000;
      await client.post('still here', 'client-1');
      await eventually('the answer', () => client.texts.includes('echo: still here'));
    });

    it('notices that its token has expired', async () => {
      const client = connect({ token: (await generateToken()).token });
      await eventually('the greeting', () => client.texts.length === 1);
      server.clockAheadMs = 2_000_000;
      assert.equal(await client.post('too late', 'client-1'), 'retry');
      assert.ok(client.statuses.includes(ConnectionStatus.ExpiredToken));
    });

    it('is asked to retry when the bot fails', async () => {
      const client = connect({ token: (await generateToken()).token });
      await eventually('the greeting', () => client.texts.length === 1);
      assert.equal(await client.post('fail', 'client-1'), 'retry');
      await client.post('again', 'client-2');
      await eventually('the answer', () => client.texts.includes('echo: again'));
    });

    it('fails to connect to a conversation that is forgotten', async () => {
      const client = connect({ ...(await generateToken()), watermark: '5' });
      await eventually('the failure', () => client.statuses.at(-1) === ConnectionStatus.FailedToConnect);
    });
  });
}

describe('DirectLineJS whose socket breaks', () => {
  let removeGlobals: () => void;
  before(() => {
    removeGlobals = installBrowserGlobals();
  });
  after(() => removeGlobals());

  it('comes back and hears what it missed, once', async () => {
    const server = await startEchoServer();
    const { body } = await call(server, 'POST /tokens/generate');
    const client = new Client(server, { token: body.token ?? '' });
    // biome-ignore lint/complexity/useLiteralKeys: the only way to a private member
    client.line['getRetryDelay'] = () => 20;
    try {
      await eventually('the greeting', () => client.texts.length === 1);
      server.dropConnections();
      await server.log.append(body.conversationId ?? '', {
        type: 'message',
        text: 'missed',
        from: { id: 'bot' },
      });
      await eventually('what it missed', () => client.texts.length === 2);
      await client.post('back', 'client-1');
      await eventually('the answer', () => client.texts.length === 4);
      assert.deepEqual(client.texts, ['hello without locale', 'missed', 'back', 'echo: back']);
    } finally {
      client.end();
      await server.close();
    }
  });
});

describe('DirectLineJS across a restart', () => {
  let removeGlobals: () => void;
  let directory: string;
  before(() => {
    removeGlobals = installBrowserGlobals();
    directory = mkdtempSync(join(tmpdir(), 'restart-'));
  });
  after(() => {
    removeGlobals();
    rmSync(directory, { recursive: true });
  });

  async function withServer(visit: (server: EchoServer) => Promise<void>): Promise<void> {
    const [store, log] = [openLmdbStore(directory), openLmdbLog(directory)];
    const server = await startEchoServer({ store, log });
    try {
      await visit(server);
    } finally {
      await server.close();
      await log.close();
      await store.close();
    }
  }

  it('goes on where it was, without a second greeting', async () => {
    let resume: DirectLineOptions = {};
    await withServer(async (server) => {
      const { body } = await call(server, 'POST /tokens/generate');
      assert.ok(body.token && body.conversationId);
      resume = { token: body.token, conversationId: body.conversationId, watermark: '0' };
      const client = new Client(server, { token: body.token });
      try {
        await eventually('the greeting', () => client.texts.length === 1);
        await client.post('before', 'client-1');
        await eventually('the answer', () => client.texts.length === 3);
      } finally {
        client.end();
      }
    });
    await withServer(async (server) => {
      const client = new Client(server, resume);
      try {
        await eventually('the replay', () => client.texts.length === 3);
        await client.post('after', 'client-2');
        await eventually('the answer', () => client.texts.length === 5);
        const said = ['hello without locale', 'before', 'echo: before', 'after', 'echo: after'];
        assert.deepEqual(client.texts, said);
        assert.equal(new Set(client.activities.map((activity) => activity.id)).size, 5);
      } finally {
        client.end();
      }
    });
  });
});
