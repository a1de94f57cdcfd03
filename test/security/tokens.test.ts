import assert from 'node:assert/strict';
import { EmulatorValidation } from 'botframework-connector';
import { exportSPKI, UnsecuredJWT } from 'jose';
import type { Json } from '../turn/bot-server.js';
import { APP_ID, MESSAGE, type Reply, type SignedBot, signedBot, TENANT } from './signed-bot.js';

const HOUR = 3600;
const ELSEWHERE = '99999999-2222-4333-8444-555555555555';

/** Nothing of why, and nothing of the token: one sentence that is the same for everybody. */
function assertRefused({ status, text }: Reply): void {
  assert.equal(status, 401);
  assert.deepEqual(JSON.parse(text), {
    error: {
      code: 'Unauthorized',
      message: 'The token of this request is not one that this bot accepts.',
    },
  });
}

describe('Signed tokens', () => {
  let bot: SignedBot;
  before(async () => {
    bot = await signedBot();
  });
  beforeEach(() => {
    bot.turns.length = 0;
  });
  after(() => bot.close());

  // Asked for when a test runs: the whole suite takes longer than the clocks may differ.
  const now = (): number => Math.floor(Date.now() / 1000);
  /** A channel's token with other claims, in an `Authorization` header. */
  const bearer = async (claims: object = {}): Promise<string> =>
    `Bearer ${await bot.keys.sign({ ...bot.claims, ...claims })}`;
  const own = async (claims: object = {}): Promise<string> =>
    `Bearer ${await bot.keys.sign({ ...bot.ownClaims, ...claims }, { key: bot.keys.tenant.privateKey, kid: 'tenant' })}`;

  describe('that are right', () => {
    const right: readonly (readonly [string, () => Promise<string>, Json?])[] = [
      ['of the channel service', () => bearer()],
      [
        'of the channel service, for another channel that its key is endorsed for',
        () => bearer(),
        { channelId: 'directline' },
      ],
      ['that ran out a minute ago, since clocks differ', () => bearer({ exp: now() - 60 })],
      ['of a tool with the bot’s own credentials', () => own()],
      [
        'of a tool with the bot’s own credentials, in the newer form',
        () =>
          own({
            ver: '2.0',
            iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
            azp: APP_ID,
            appid: undefined,
          }),
      ],
    ];
    for (const [name, header, activity] of right) {
      it(`pass: ${name}`, async () => {
        const { status, text } = await bot.post(await header(), activity);
        assert.equal(status, 200, text);
        const { activities } = JSON.parse(text) as { readonly activities: readonly Json[] };
        assert.equal(activities[0]?.text, 'answered');
        assert.deepEqual(bot.turns, ['message']);
      });
    }
  });

  const wrong: Readonly<Record<string, () => Promise<string> | string | undefined>> = {
    'for another audience': () => bearer({ aud: ELSEWHERE }),
    'for several audiences': () => bearer({ aud: [APP_ID, ELSEWHERE] }),
    'without an audience': () => bearer({ aud: undefined }),
    'of another issuer': () => bearer({ iss: 'https://api.botframework.us' }),
    'of an issuer that looks alike': () => bearer({ iss: 'https://api.botframework.com/' }),
    'without an issuer': () => bearer({ iss: undefined }),
    'of an unknown key': async () =>
      `Bearer ${await bot.keys.sign(bot.claims, { kid: 'nobody', key: bot.keys.unpublished.privateKey })}`,
    'of another pair under a known name': async () =>
      `Bearer ${await bot.keys.sign(bot.claims, { key: bot.keys.unpublished.privateKey })}`,
    'of the key of the tenant': async () =>
      `Bearer ${await bot.keys.sign(bot.claims, { key: bot.keys.tenant.privateKey, kid: 'tenant' })}`,
    'with alg none': () => `Bearer ${new UnsecuredJWT(bot.claims).encode()}`,
    'with alg none and somebody’s signature': async () => {
      const [, claims, signature] = (await bot.keys.sign(bot.claims)).split('.');
      const header = Buffer.from('{"alg":"none","kid":"channel"}').toString('base64url');
      return `Bearer ${header}.${claims}.${signature}`;
    },
    'with HS256 and the public key as the secret': async () => {
      const secret = Buffer.from(await exportSPKI(bot.keys.channel.publicKey));
      return `Bearer ${await bot.keys.sign(bot.claims, { key: secret, alg: 'HS256' })}`;
    },
    'with other claims than were signed': async () => {
      const [header, , signature] = (await bot.keys.sign({ ...bot.claims, aud: ELSEWHERE })).split('.');
      return `Bearer ${header}.${Buffer.from(JSON.stringify(bot.claims)).toString('base64url')}.${signature}`;
    },
    'that ran out': () => bearer({ exp: now() - HOUR }),
    'that never runs out': () => bearer({ exp: undefined }),
    'that is not yet valid': () => bearer({ nbf: now() + HOUR }),
    'for another service address': () => bearer({ serviceurl: 'https://smba.trafficmanager.net/emea/' }),
    'for a service address without its last slash': () =>
      bearer({ serviceurl: 'https://smba.trafficmanager.net/teams' }),
    'without a service address': () => bearer({ serviceurl: undefined }),
    'that names a tenant': () => bearer({ tid: ELSEWHERE }),
    truncated: async () => (await bearer()).slice(0, -20),
    'without a signature': async () => (await bearer()).replace(/[^.]+$/, ''),
    'that is garbage': () => 'Bearer a.b.c',
    'that is one word': () => 'Bearer garbage',
    absent: () => undefined,
    'that is only “Bearer”': () => 'Bearer',
    'that is only “Bearer ”': () => 'Bearer ',
    'that is a password': () => `Basic ${Buffer.from('bot:password').toString('base64')}`,
    'after another': async () => `${await bearer()} ${await bearer()}`,
    'after another and a comma': async () => `${await bearer()}, ${await bearer()}`,
    'without “Bearer”': async () => (await bearer()).slice('Bearer '.length),
  };
  for (const [name, header] of Object.entries(wrong)) {
    it(`are refused before the turn: a token ${name}`, async () => {
      assertRefused(await bot.post(await header()));
      assert.deepEqual(bot.turns, []);
    });
  }

  it('are refused for channels that their key is not endorsed for', async () => {
    for (const channelId of ['slack', 'MSTEAMS', 'AseChannel', 'asechannel', 'emulator', '', ' ']) {
      assertRefused(await bot.post(await bearer(), { channelId }));
    }
    assert.deepEqual(bot.turns, []);
  });

  it('are refused for every channel when their key is endorsed for none', async () => {
    for (const kid of ['unendorsed', 'emptily endorsed']) {
      const token = await bot.keys.sign(bot.claims, { key: bot.keys.unendorsed.privateKey, kid });
      for (const channelId of ['msteams', 'directline', 'webchat']) {
        assertRefused(await bot.post(`Bearer ${token}`, { channelId }));
      }
    }
    assert.deepEqual(bot.turns, []);
  });

  it('are refused when the activity names no service address, which theirs could be compared with', async () => {
    for (const serviceUrl of [undefined, '', null]) {
      assertRefused(await bot.post(await bearer(), { serviceUrl }));
      assertRefused(await bot.post(await bearer({ serviceurl: serviceUrl }), { serviceUrl }));
    }
    assert.deepEqual(bot.turns, []);
  });

  const wrongOwn: Readonly<Record<string, () => Promise<string>>> = {
    'of another app': () => own({ appid: ELSEWHERE }),
    'of another app, in the newer form': () => own({ ver: '2.0', azp: ELSEWHERE }),
    'of no app': () => own({ appid: undefined }),
    'that the bot itself gave away': () => own({ aud: 'https://api.botframework.com' }),
    'of another tenant': () => own({ iss: `https://sts.windows.net/${ELSEWHERE}/`, tid: ELSEWHERE }),
    'whose tenant is not that of its issuer': () => own({ tid: ELSEWHERE }),
    'of the Bot Framework’s tenant, for a bot of one tenant': () =>
      own({
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        tid: 'd6d49420-f39b-4df7-a1dc-d59a935871db',
      }),
    'of an unknown form': () => own({ ver: '3.0' }),
    'that ran out': () => own({ exp: now() - HOUR }),
    'that is not yet valid': () => own({ nbf: now() + HOUR }),
    'that the channel’s key signed': async () => `Bearer ${await bot.keys.sign(bot.ownClaims)}`,
    'of another pair': async () =>
      `Bearer ${await bot.keys.sign(bot.ownClaims, { key: bot.keys.unpublished.privateKey, kid: 'tenant' })}`,
  };
  for (const [name, header] of Object.entries(wrongOwn)) {
    it(`are refused before the turn: a tool’s token ${name}`, async () => {
      assertRefused(await bot.post(await header()));
      assert.deepEqual(bot.turns, []);
    });
  }

  it('leave no trace of the tenants they name, so that nobody can fill the memory or add an issuer', async () => {
    const { issuer } = EmulatorValidation.ToBotFromEmulatorTokenValidationParameters;
    await bot.post(await own());
    const known = String(issuer);
    for (const tid of ['x', ELSEWHERE, `${ELSEWHERE}2`]) {
      assertRefused(await bot.post(await bearer({ tid })));
      assertRefused(await bot.post(await own({ tid })));
    }
    assert.equal(String(issuer), known);
  });

  it('are not taken for wrong when the keys cannot be had, and nobody is told why', async () => {
    const lonely = await signedBot();
    try {
      lonely.keys.breakDown();
      const { status, text } = await lonely.post(`Bearer ${await lonely.keys.sign(lonely.claims)}`);
      assert.equal(status, 500);
      assert.doesNotMatch(text, /503|openid|127\.0\.0\.1/i);
      assert.deepEqual(lonely.turns, []);
    } finally {
      await lonely.close();
    }
  });

  it('do not make an error of the turn look like a refusal, and do not bring its text to the caller', async () => {
    const failing = await signedBot({
      turn: () => Promise.reject(Object.assign(new Error('the secret of the turn'), { statusCode: 401 })),
    });
    try {
      const { status, text } = await failing.post(`Bearer ${await failing.keys.sign(failing.claims)}`);
      assert.equal(status, 500);
      assert.doesNotMatch(text, /secret|stack|at /);
      assert.deepEqual(JSON.parse(text), {
        error: { code: 'ServerError', message: 'The bot failed; send the activity again.' },
      });
    } finally {
      await failing.close();
    }
  });

  it('do not fill the standard error, however many nobody has signed', async () => {
    const { error: print } = console;
    let printed = 0;
    console.error = () => {
      printed += 1;
    };
    try {
      const { privateKey: key } = bot.keys.unpublished;
      for (const kid of ['channel', 'tenant', 'forged']) {
        assertRefused(await bot.post(`Bearer ${await bot.keys.sign(bot.claims, { key, kid })}`));
        assertRefused(await bot.post(`Bearer ${await bot.keys.sign(bot.ownClaims, { key, kid })}`));
      }
    } finally {
      console.error = print;
    }
    assert.equal(printed, 0);
  });

  it('are asked of a bot of many tenants as well', async () => {
    const many = await signedBot({ tenantId: undefined });
    try {
      const sign = (claims: object): Promise<string> =>
        many.keys.sign({ ...many.ownClaims, ...claims }, { key: many.keys.tenant.privateKey, kid: 'tenant' });
      const tid = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
      const right = await sign({ iss: `https://sts.windows.net/${tid}/`, tid });
      assert.equal((await many.post(`Bearer ${right}`)).status, 200);
      assertRefused(await many.post(`Bearer ${await sign({})}`));
      assertRefused(await many.post(undefined));
    } finally {
      await many.close();
    }
  });

  it('are looked at after the service address', async () => {
    const { status } = await bot.post('Bearer garbage', { ...MESSAGE, serviceUrl: 'https://evil.example/' });
    assert.equal(status, 403);
  });
});
