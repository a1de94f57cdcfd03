import assert from 'node:assert/strict';
import { CLOUD_NAMES, CLOUDS } from '../../src/clouds/clouds.js';
import { isServiceAddress } from '../../src/clouds/service-hosts.js';
import { type SignedBot, signedBot } from './signed-bot.js';

/** A host of each pattern: a leading "*." stands for any name. */
function example(pattern: string): string {
  return pattern.replace('*', 'channel');
}

/** Addresses that look like one of a host and are not, by what makes them so. */
function lookAlikes(host: string, domain = host): Readonly<Record<string, string>> {
  return {
    'a user name': `https://${host}@evil.example/`,
    'a user name and a password': `https://${host}:443@evil.example/`,
    'a user name before it': `https://me@${host}/`,
    'a user name that is empty': `https://@${host}/`,
    'a host behind it': `https://${host}.evil.example/`,
    'a host before it': `https://evil${domain}/`,
    'another port': `https://${host}:8443/`,
    http: `http://${host}/`,
    'another scheme': `ftp://${host}/`,
    'a trailing dot': `https://${host}./`,
    'a backslash': `https://evil.example\\@${host}/`,
    'a backslash in place of a slash': `https:\\\\${host}/`,
    'a tab': `https://${host}\t/`,
    'a line break': `https://${host}\n.evil.example/`,
    'a blank before': ` https://${host}/`,
    'an encoded dot': `https://${host.replace('.', '%2e')}/`,
    'an encoded slash': `https://evil.example%2f${host}/`,
    'a letter of another alphabet': `https://${host.replace('a', '\u0430')}/`,
    'a wide letter': `https://${host.replace('a', '\uff41')}/`,
    'an ideographic full stop': `https://${host.replace('.', '\u3002')}/`,
    'a soft hyphen': `https://${host.replace('.', '\u00ad.')}/`,
    'a fragment': `https://evil.example#${host}`,
    'a query': `https://evil.example?${host}`,
    'a path': `https://evil.example/${host}/`,
    'only its end': `https://${host.split('.').slice(-1)[0]}/`,
    'this machine': 'http://localhost:3978/',
    'this machine by number': 'https://127.0.0.1/',
    'the machine’s own metadata': 'http://169.254.169.254/',
  };
}

describe('Service addresses', () => {
  for (const name of CLOUD_NAMES) {
    const { serviceHosts, teams } = CLOUDS[name];

    it(`of the cloud ${name} are the channels’ and no others`, () => {
      assert.ok(isServiceAddress(teams, serviceHosts), teams);
      for (const pattern of serviceHosts) {
        const host = example(pattern);
        for (const right of [
          `https://${host}/`,
          `https://${host}`,
          `https://${host}:443/`,
          `https://${host}/teams/`,
          `HTTPS://${host.toUpperCase()}/`,
        ]) {
          assert.ok(isServiceAddress(right, serviceHosts), right);
        }
        for (const [what, wrong] of Object.entries(lookAlikes(host, pattern.replace('*.', '')))) {
          assert.ok(!isServiceAddress(wrong, serviceHosts), `${what}: ${wrong}`);
        }
        if (pattern.startsWith('*.')) {
          assert.ok(!isServiceAddress(`https://${pattern.slice(2)}/`, serviceHosts), 'the bare domain');
        }
      }
    });

    it(`of the cloud ${name} are not those of a cloud it has nothing to do with`, () => {
      const foreign = name === 'china' ? CLOUDS.public : CLOUDS.china;
      for (const pattern of foreign.serviceHosts) {
        assert.ok(!isServiceAddress(`https://${example(pattern)}/`, serviceHosts), pattern);
      }
    });
  }

  describe('over HTTP', () => {
    let bot: SignedBot;
    before(async () => {
      bot = await signedBot();
    });
    beforeEach(() => {
      bot.turns.length = 0;
    });
    after(() => bot.close());

    const foreign = Object.entries(lookAlikes('smba.trafficmanager.net')).filter(([, address]) =>
      /^https?:\/\//i.test(address),
    );
    for (const [what, serviceUrl] of foreign) {
      it(`are refused with 403 however well the request is signed: ${what}`, async () => {
        const token = await bot.keys.sign({ ...bot.claims, serviceurl: serviceUrl });
        const { status, text } = await bot.post(`Bearer ${token}`, { serviceUrl });
        assert.equal(status, 403);
        assert.ok(!text.includes('evil.example'), 'nothing of the caller’s comes back');
        assert.deepEqual(bot.turns, []);
      });
    }

    it('are refused in activities that need none as well', async () => {
      const serviceUrl = 'https://evil.example/';
      const authorization = `Bearer ${await bot.keys.sign({ ...bot.claims, serviceurl: serviceUrl })}`;
      for (const type of ['invoke', 'typing', 'event', 'endOfConversation']) {
        const { status } = await bot.post(authorization, { type, serviceUrl, deliveryMode: undefined });
        assert.equal(status, 403, type);
      }
      assert.deepEqual(bot.turns, []);
    });
  });
});
