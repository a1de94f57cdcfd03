import assert from 'node:assert/strict';
import { newKey } from '../../src/api/callers/api-keys.js';
import { type ApiServer, apiServer } from '../api/api-server.js';
import { send } from './raw-socket.js';

const MESSAGE = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

/** Other ways to write an address that the router may take for the same one. */
function spellings(path: string): readonly (readonly [target: string, host: string])[] {
  const escaped = [...path].map((each, at) =>
    at === 0 || each === '/' ? each : `%${each.charCodeAt(0).toString(16)}`,
  );
  const [, first = ''] = path;
  const targets = [
    `http://localhost${path}`,
    `http://elsewhere.example${path}`,
    `HTTP://localhost${path}`,
    `/x/..${path}`,
    `/x/%2e%2E${path}`,
    `/.${path}`,
    escaped.join(''),
    path.replace(first, `%${first.charCodeAt(0).toString(16)}`),
    path.replace(first, `%25${first.charCodeAt(0).toString(16)}`),
    `${path}/`,
    `/${path}`,
    path.toUpperCase(),
    `${path};x`,
    `${path}%3fx`,
    `${path}#x`,
    path.replaceAll('/', '\\'),
  ];
  const hosts = [`localhost${path}?`, `localhost${path}#`, `localhost${path}/..`, `user@localhost${path}?`];
  return [
    ...targets.map((target) => [target, 'localhost'] as const),
    ...hosts.map((host) => ['/health', host] as const),
    ...hosts.map((host) => ['/', host] as const),
  ];
}

describe('An address', () => {
  const { entry } = newKey('crm');
  let server: ApiServer | undefined;
  afterEach(() => server?.close());

  async function begin(perMinute: number): Promise<void> {
    server = await apiServer({ API_KEYS: entry, RATE_LIMIT_PER_MINUTE: String(perMinute) });
  }

  /** The status, and the whole answer. */
  async function ask(
    method: string,
    target: string,
    host = 'localhost',
    body = '',
  ): Promise<[number, string]> {
    const lines = [
      `${method} ${target} HTTP/1.1`,
      `Host: ${host}`,
      'Connection: close',
      'Content-Type: application/json',
      'Accept: application/json, text/event-stream',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    const { port } = new URL(server?.address ?? '');
    const text = await send(Number(port), { first: `${lines.join('\r\n')}\r\n\r\n${body}` });
    return [Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), text];
  }

  const guarded = [
    ['POST', '/mcp', MESSAGE],
    ['GET', '/api/v1/editions', ''],
    ['POST', '/api/v1/understand', '{"text":"EA"}'],
    ['POST', '/api/v1/advise', '{}'],
  ] as const;
  for (const [method, path, body] of guarded) {
    it(`lets nobody past the gate of the API, however it is written: ${method} ${path}`, async () => {
      await begin(0);
      assert.equal((await ask(method, path, 'localhost', body))[0], 401);
      for (const [target, host] of spellings(path)) {
        const [status, text] = await ask(method, target, host, body);
        const isHealth = target === '/health' && status === 200;
        assert.ok(status >= 400 || isHealth, `${method} ${target} at ${host}: ${text.slice(0, 300)}`);
        assert.doesNotMatch(text, /"tools"|"editions"|"facts"|"eligibility"/, `${target} at ${host}`);
      }
    });
  }

  it('counts as what it leads to, however it is written', async () => {
    await begin(8);
    const path = '/v3/directline/tokens/generate';
    const written = [path, `http://localhost${path}`, `/x/..${path}`, path.replace('v', '%76'), `/.${path}`];
    const statuses: number[] = [];
    for (const target of written) statuses.push((await ask('POST', target))[0]);
    // Two a minute, with eight calls of a person.
    assert.deepEqual(statuses, [200, 200, 429, 429, 429]);
  });

  it('leads as well with another host in front and something escaped, as HTTP has it', async () => {
    await begin(0);
    assert.equal((await ask('GET', 'http://elsewhere.example/health'))[0], 200);
    assert.equal((await ask('GET', '/%68ealth'))[0], 200);
  });
});
