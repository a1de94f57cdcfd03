import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import yaml from 'yaml';
import { LOOPBACK_HOSTS } from '../../src/clouds/service-hosts.js';
import { parseConfig } from '../../src/start/config.js';
import { environment, ROOT, readStages, type Stage } from './dockerfile.js';
import { NOT_A_SETTING, settingsRead } from './settings-read.js';

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly env_file?: readonly { readonly path: string; readonly required: boolean }[];
  readonly ports?: readonly string[];
  readonly networks: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly mem_limit?: string;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
  readonly volumes: Readonly<Record<string, null>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

const compose = yaml.parse(readFileSync(new URL('compose.yml', ROOT), 'utf8'), { merge: true }) as Compose;
const { services } = compose;
const instances = Object.keys(services).filter((name) => name.startsWith('advisor-'));

function service(name: string): Service {
  const found = services[name];
  assert.ok(found !== undefined, name);
  return found;
}

describe('compose.yml', () => {
  it('names only what is there', () => {
    for (const [name, each] of Object.entries(services)) {
      for (const network of each.networks) assert.ok(network in compose.networks, `${name}: ${network}`);
      for (const volume of each.volumes ?? [])
        assert.ok((volume.split(':')[0] ?? '') in compose.volumes, volume);
      for (const { source } of each.configs ?? []) assert.ok(source in compose.configs, source);
      for (const [other, { condition }] of Object.entries(each.depends_on ?? {})) {
        assert.equal(condition, 'service_healthy');
        // The advisor's health check stands in the Dockerfile.
        assert.ok(service(other).healthcheck !== undefined || instances.includes(other), other);
      }
      assert.equal(each.restart, 'unless-stopped', name);
      assert.match(each.image, /^[\w./-]+(?::\d[\w.-]*)?$/);
    }
    const used = Object.values(services).flatMap(({ volumes = [] }) =>
      volumes.map((each) => each.split(':')[0]),
    );
    assert.deepEqual(
      Object.keys(compose.volumes).filter((name) => !used.includes(name)),
      [],
    );
  });

  it('has two instances that are the same, in a container that can change nothing', () => {
    assert.deepEqual(instances, ['advisor-1', 'advisor-2']);
    const [one, other] = instances.map(service);
    assert.deepEqual(one, other);
    assert.equal(one?.build, '.');
    assert.equal(one?.read_only, true);
    assert.deepEqual(one?.cap_drop, ['ALL']);
    assert.deepEqual(one?.security_opt, ['no-new-privileges:true']);
    assert.ok(existsSync(new URL('Dockerfile', ROOT)));
  });

  it('gives them settings that they read and can use, and Redis to share', () => {
    const { environment: given = {}, env_file: file = [], volumes = [] } = service('advisor-1');
    const known = [...settingsRead(), ...NOT_A_SETTING];
    assert.deepEqual(
      Object.keys(given).filter((name) => !known.includes(name)),
      [],
    );
    assert.deepEqual(file, [{ path: '.env', required: false }]);
    const image = environment(readStages().at(-1) as Stage);
    assert.equal(String(given.PORT), image.PORT);
    assert.ok(volumes.includes(`advisor:${given.DATA_DIR}`));
    const plain = Object.entries(given).filter(([name]) => name !== 'NODE_ENV');
    const config = parseConfig(Object.fromEntries(plain.map(([name, value]) => [name, String(value)])));
    assert.equal(config.trustProxy, true);
    assert.ok(!LOOPBACK_HOSTS.includes(config.host), 'the proxy must reach it');
    assert.equal(new URL(String(given.STORAGE_URL)).hostname, 'redis');
    assert.ok(service('redis').networks.some((network) => service('advisor-1').networks.includes(network)));
  });

  it('opens the proxy alone, at first to this machine only', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    assert.deepEqual(
      open.map(([name]) => name),
      ['proxy'],
    );
    for (const port of service('proxy').ports ?? []) assert.match(port, /^\$\{\w+:-127\.0\.0\.1:\d+\}:\d+$/);
    assert.deepEqual(service('redis').networks, ['inside']);
    assert.equal(compose.networks.inside?.internal, true);
  });

  it('sends people to instances that are ready', () => {
    const [{ source = '', target = '' } = {}] = service('proxy').configs ?? [];
    assert.equal(target, '/etc/caddy/Caddyfile');
    const content = compose.configs[source]?.content ?? '';
    const port = environment(readStages().at(-1) as Stage).PORT;
    const upstreams = instances.map((name) => `${name}:${port}`).join(' ');
    assert.ok(content.includes(`reverse_proxy ${upstreams} {`), content);
    assert.match(content, /health_uri \/ready/);
    // Compose itself would put something in for a single $.
    assert.doesNotMatch(content, /(?<!\$)\$(?!\$)/);
    const signs = content.match(/[{}]/g) ?? [];
    assert.equal(signs.filter((sign) => sign === '{').length * 2, signs.length);
  });

  it('gives each instance as much memory as its limits are made for', () => {
    for (const name of instances) assert.equal(service(name).mem_limit, '512m');
  });

  it('keeps what Redis has acknowledged, and throws nothing away', () => {
    const command = (service('redis').command ?? []).join(' ');
    assert.match(command, /^redis-server .*--appendonly yes .*--appendfsync always/);
    assert.match(command, /--maxmemory-policy noeviction/);
    assert.ok(service('redis').volumes?.includes('redis:/data'));
  });

  it('holds no secret', () => {
    const text = readFileSync(new URL('compose.yml', ROOT), 'utf8');
    assert.doesNotMatch(
      text,
      /MicrosoftAppPassword|DIRECT_LINE_(?:SECRET|TOKEN_KEY)|password|\/\/[^/\s]*:[^/\s]*@/i,
    );
  });
});
