import type { AddressInfo } from 'node:net';
import type { TurnContext } from 'botbuilder';
import { type Logger, pino } from 'pino';
import { Connector } from '../../src/channels/botframework/connector.js';
import { KEY_TIMES, type KeyTimes } from '../../src/channels/botframework/signing-keys.js';
import { CLOUDS } from '../../src/clouds/clouds.js';
import type { ServiceHosts } from '../../src/clouds/service-hosts.js';
import { createServer, messageRoutes } from '../../src/http/server.js';
import type { CountRefusal } from '../../src/limits/too-many.js';
import type { Json } from '../turn/bot-server.js';
import { type KeyServer, keyServer } from './key-server.js';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';

export interface SignedBotOptions {
  readonly serviceHosts?: ServiceHosts;
  readonly countRefusal?: CountRefusal;
  /** Undefined for a bot of many tenants. */
  readonly tenantId?: string | undefined;
  readonly keyTimes?: KeyTimes;
  readonly log?: Logger;
  readonly turn?: (context: TurnContext) => Promise<void>;
}

/** A message that is answered in the response, so that no service is needed. */
export const MESSAGE: Json = {
  type: 'message',
  id: '1',
  text: 'start',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  deliveryMode: 'expectReplies',
  from: { id: '29:anna', name: 'Anna' },
  recipient: { id: '28:bot', name: 'Bot' },
  conversation: { id: 'a:personal' },
};

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** `/api/messages` with credentials, in a cloud whose keys are on this machine. */
export async function signedBot(options: SignedBotOptions = {}) {
  const keys: KeyServer = await keyServer();
  const cloud = { ...CLOUDS.public, openId: keys.openId, emulatorOpenId: keys.emulatorOpenId };
  const identity = {
    appId: APP_ID,
    tenantId: 'tenantId' in options ? options.tenantId : TENANT,
    credential: { kind: 'secret', secret: 'the secret of the bot' },
  } as const;
  const {
    serviceHosts = cloud.serviceHosts,
    keyTimes = KEY_TIMES,
    log = pino({ level: 'silent' }),
  } = options;
  const turns: string[] = [];
  const server = createServer();
  const connector = new Connector({ identity, cloud, serviceHosts, keyTimes });
  const bot = {
    async run(context: TurnContext): Promise<void> {
      turns.push(context.activity.type);
      await (options.turn ?? (() => context.sendActivity('answered')))(context);
    },
  };
  messageRoutes(server, connector, bot, log, options.countRefusal);
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const now = Math.floor(Date.now() / 1000);
  return {
    keys,
    /** The kind of every turn that was begun. */
    turns,
    /** What a token of the channel service says. */
    claims: {
      iss: cloud.issuer,
      aud: APP_ID,
      serviceurl: SERVICE_URL,
      nbf: now - 60,
      exp: now + 3600,
    },
    /** What a token says that a tool with the bot's own credentials gets. */
    ownClaims: {
      iss: `https://sts.windows.net/${TENANT}/`,
      aud: APP_ID,
      appid: APP_ID,
      tid: TENANT,
      ver: '1.0',
      nbf: now - 60,
      exp: now + 3600,
    },
    async post(authorization: string | undefined, activity: Json = {}): Promise<Reply> {
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(authorization === undefined ? {} : { authorization }),
        },
        body: JSON.stringify({ ...MESSAGE, ...activity }),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    async close(): Promise<void> {
      await new Promise<void>((done) => {
        server.close(done);
        server.server.closeAllConnections();
      });
      await keys.close();
    },
  };
}

export type SignedBot = Awaited<ReturnType<typeof signedBot>>;
