import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/tools/bench/free-port.js';
import { eventually } from '../eventually.js';
import { newPerson, type Person } from '../faults/person.js';
import { all, command, copies, environment, ROOT, readStages, type Stage } from './dockerfile.js';
import { imageFolder, productionPackages } from './image-folder.js';
import { importsOf, missingImports } from './imports.js';

interface Package {
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as Package;
const stages = readStages();
const last = stages.at(-1) as Stage;
const USER = 1000;
/** What the packages of a production install may need on a disk, in MB. */
const ROOM_FOR_PACKAGES = 150;

/** Every file and folder below a folder. */
function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** What a disk with blocks of 4 KB needs for the files below a folder, in MB. */
function megabytes(folder: string): number {
  const sizes = files(folder).map((path) => lstatSync(join(folder, path)));
  const blocks = sizes.filter((each) => each.isFile()).map(({ size }) => Math.ceil(size / 4096));
  return (blocks.reduce((sum, each) => sum + each, 0) * 4096) / 1e6;
}

/** A software bill of materials, of what is asked of it here. */
interface Sbom {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly purl: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly hashes?: readonly { readonly alg: string }[];
    readonly licenses?: readonly unknown[];
  }[];
}

describe('The image', () => {
  it('is built in stages, and the last one has neither compiler nor npm’s cache', () => {
    assert.deepEqual(
      stages.map(({ name }) => name),
      ['packages', 'build', undefined],
    );
    const runs = all(last, 'RUN').join('\n');
    assert.doesNotMatch(runs, /npm|apt|curl|wget/);
    const froms = copies(last).map(({ from }) => from);
    assert.ok(froms.includes('packages') && froms.includes('build'));
    // Folders one by one: a whole context could hold a .env file.
    for (const { sources } of copies(last)) assert.ok(!sources.includes('.') && !sources.includes('/app'));
  });

  it('has a version of Node that we test with', () => {
    for (const { image } of stages) {
      const major = Number(/^node:(\d+)-[\w-]+$/.exec(image)?.[1]);
      assert.ok([22, 24].includes(major), image);
    }
  });

  it('installs what the lock file says, runs no script of a package, and leaves the developers’ out', () => {
    const installs = stages.flatMap((stage) => all(stage, 'RUN')).filter((words) => words.includes('npm ci'));
    assert.equal(installs.length, 2);
    for (const words of installs) assert.match(words, /npm ci .*--ignore-scripts/);
    const [packages] = stages;
    assert.match(all(packages as Stage, 'RUN').join(), /--omit=dev/);
  });

  it('runs as somebody who is not root, and writes below /data only', () => {
    assert.deepEqual(all(last, 'USER'), [`${USER}:${USER}`]);
    assert.deepEqual(all(last, 'VOLUME'), ['/data']);
    const { DATA_DIR, NODE_ENV, PORT } = environment(last);
    assert.deepEqual([DATA_DIR, NODE_ENV], ['/data', 'production']);
    assert.deepEqual(all(last, 'EXPOSE'), [PORT]);
    const order = last.instructions.map(({ name }) => name);
    assert.ok(order.indexOf('USER') > order.lastIndexOf('RUN'), 'the folder for data is made by root');
  });

  it('holds no secret', () => {
    for (const stage of stages) {
      const names = Object.keys(environment(stage));
      assert.deepEqual(names, stage === last ? ['NODE_ENV', 'PORT', 'DATA_DIR'] : []);
      assert.deepEqual(all(stage, 'ARG'), []);
    }
  });

  it('gets nothing else sent to its builder', () => {
    const lines = readFileSync(new URL('.dockerignore', ROOT), 'utf8').split('\n');
    const rules = lines.filter((line) => line !== '' && !line.startsWith('#'));
    assert.equal(rules[0], '*');
    const wanted = stages.flatMap((stage) => copies(stage).filter(({ from }) => from === undefined));
    const sent = rules.slice(1).map((rule) => rule.replace(/^!/, ''));
    for (const source of wanted.flatMap(({ sources }) => sources)) {
      assert.ok(existsSync(new URL(source.replace(/^\.\//, ''), ROOT)), source);
      assert.ok(
        sent.some((rule) => source === rule || source.startsWith(`${rule}/`)),
        source,
      );
    }
    for (const rule of sent) assert.doesNotMatch(rule, /^(?:\.env|data|node_modules|dist|\.git)$/);
  });

  describe('started from exactly its files', () => {
    let folder: ReturnType<typeof imageFolder>;
    let child: ChildProcess;
    let variables: Record<string, string>;
    let output = '';
    let before_: readonly string[];
    const address = (): string => `http://127.0.0.1:${variables.PORT}`;
    const health = command(/CMD (.*)$/.exec(all(last, 'HEALTHCHECK')[0] ?? '')?.[1] ?? '');
    // As root we can become somebody else, who can write none of the files.
    const canBecome =
      process.getuid?.() === 0 && spawnSync(process.execPath, ['-v'], { uid: USER, gid: USER }).status === 0;
    const user = canBecome ? { uid: USER, gid: USER } : {};

    /** A command of the image, with the Node of these tests. */
    function run(words: readonly string[]): ChildProcess {
      assert.equal(words[0], 'node');
      return spawn(process.execPath, words.slice(1), { cwd: folder.app, env: variables, ...user });
    }

    async function checkHealth(): Promise<number> {
      const [code] = (await once(run(health), 'exit')) as [number];
      return code;
    }

    before(async () => {
      execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: fileURLToPath(ROOT), stdio: 'ignore' });
      folder = imageFolder(last);
      if (canBecome) chownSync(folder.data, USER, USER);
      variables = {
        ...environment(last),
        PORT: String(await freePort()),
        HOST: '127.0.0.1',
        DATA_DIR: folder.data,
        MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
        MicrosoftAppPassword: 'none',
        MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
      };
      before_ = files(folder.app);
    });
    after(() => {
      child?.kill('SIGKILL');
      folder?.remove();
    });

    it('has every package that it needs and none of the developers’', () => {
      const installed = (name: string): boolean => existsSync(join(folder.app, 'node_modules', name));
      assert.deepEqual(
        Object.keys(manifest.dependencies).filter((name) => !installed(name)),
        [],
      );
      const also = new Set(productionPackages().map((path) => path.replace('node_modules/', '')));
      const leaked = Object.keys(manifest.devDependencies).filter(
        (name) => installed(name) && !also.has(name),
      );
      assert.deepEqual(leaked, []);
      assert.ok(!installed('typescript') && !installed('botframework-webchat'));
    });

    it('has a list of its packages, with their hashes and licences', () => {
      assert.match(
        all(stages[0] as Stage, 'RUN').join('\n'),
        /npm ci --omit=dev .*npm run --silent sbom +&& find/,
      );
      const sbom = JSON.parse(readFileSync(join(folder.app, 'sbom.json'), 'utf8')) as Sbom;
      assert.equal(sbom.bomFormat, 'CycloneDX');
      assert.match(sbom.metadata.component.purl, /^pkg:npm\/multichannel-advisor@/);
      const listed = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
      const missing = productionPackages().filter((path) => {
        const { version } = JSON.parse(readFileSync(join(folder.app, path, 'package.json'), 'utf8')) as {
          readonly version: string;
        };
        return !listed.has(`${path.replace('node_modules/', '')}@${version}`);
      });
      assert.deepEqual(missing, []);
      const unhashed = sbom.components.filter(({ hashes }) => hashes?.[0]?.alg !== 'SHA-512');
      // Binaries for other systems, as packages.test.ts shows.
      assert.ok(unhashed.every(({ name }) => /^@msgpackr-extract\/.*(?:darwin|win32|linux-arm$)/.test(name)));
      // Those two say it elsewhere, as packages.test.ts shows.
      const unlicensed = sbom.components.filter(({ licenses }) => (licenses ?? []).length === 0);
      assert.deepEqual(
        unlicensed.map(({ name }) => name),
        ['escape-regexp-component', 'jspath'],
      );
      assert.ok(!listed.has(`typescript@${manifest.devDependencies.typescript}`));
    });

    it('has the product alone: no tools, no tests, and nothing that only a compiler or a debugger reads', () => {
      const found = files(folder.app).map((path) => path.replaceAll('\\', '/'));
      assert.ok(found.includes('dist/src/main.js') && found.includes('dist/src/ready/first/opening.json'));
      const built = found.filter((path) => path.startsWith('dist/'));
      assert.deepEqual(
        built.filter((path) => /^dist\/(?!src\b|web\b)|^dist\/src\/(?:tools|page)\b/.test(path)),
        [],
      );
      assert.deepEqual(
        found.filter((path) => /\.(?:[cm]?ts|map|tsbuildinfo)$/.test(path)),
        [],
      );
      // The folder above is made as the build stage makes it only if that builds no more than the product.
      const [, build] = stages;
      assert.match(all(build as Stage, 'RUN').join('\n'), /npm run --silent build && find dist/);
      const { scripts } = manifest;
      assert.equal(
        scripts.build,
        'node src/language/compile-anew.mjs && tsc -b && node dist/src/start/finish-first.js && node src/page/copy.mjs',
      );
    });

    it('has everything that its files import', () => {
      const code = files(join(folder.app, 'dist/src')).filter((path) => path.endsWith('.js'));
      assert.ok(code.length > 200);
      const missing = code.flatMap((path) =>
        missingImports(join(folder.app, 'dist/src', path)).map((name) => `${path}: ${name}`),
      );
      assert.deepEqual(missing, []);
      const main = importsOf(readFileSync(join(folder.app, 'dist/src/main.js'), 'utf8'));
      assert.ok(main.includes('./http/server.js') && main.includes('node:url'), 'imports are found at all');
    });

    it(`needs less than ${ROOM_FOR_PACKAGES} MB for its packages`, () => {
      const needed = megabytes(join(folder.app, 'node_modules'));
      assert.ok(needed < ROOM_FOR_PACKAGES, `${needed.toFixed(0)} MB`);
    });

    it('is not healthy before it runs', async () => {
      assert.equal(await checkHealth(), 1);
    });

    it('answers the health check, is ready, shows the page and greets', async () => {
      child = run(command(all(last, 'CMD')[0] ?? ''));
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
      }
      const gone = once(child, 'exit').then(() => assert.fail(`It ended: ${output}`));
      const up = (path: string): Promise<boolean> =>
        eventually(`an answer at ${path}`, async () => {
          const answer = await fetch(address() + path).catch(() => undefined);
          return answer?.ok;
        });
      await Promise.race([up('/health'), gone]);
      assert.equal(await checkHealth(), 0);
      await Promise.race([up('/ready'), gone]);
      assert.match(await (await fetch(address())).text(), /webchat\.js/);

      const directLine = `${address()}/v3/directline`;
      const json = { 'content-type': 'application/json' };
      const post = async (path: string, token?: string): Promise<Record<string, string>> => {
        const headers = { ...json, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
        const answer = await fetch(directLine + path, { method: 'POST', headers, body: '{}' });
        assert.ok(answer.ok, `${path}: ${answer.status} ${output}`);
        return (await answer.json()) as Record<string, string>;
      };
      const { token } = await post('/tokens/generate');
      const { conversationId } = await post('/conversations', token);
      const activities = await fetch(`${directLine}/conversations/${conversationId}/activities`, {
        headers: { authorization: `Bearer ${token}` },
      });
      assert.match(await activities.text(), /AdaptiveCard/);
    });

    const people: { readonly person: Person; readonly confirmed: string[] }[] = [];

    it('is backed up while people talk', async () => {
      for (let at = 0; at < 4; at += 1) people.push({ person: await newPerson(address()), confirmed: [] });
      let [before, talking] = [true, true];
      const talks = people.map(async ({ person, confirmed }) => {
        while (talking) {
          const { status, body } = await person.say(address(), confirmed.length % 2 === 0 ? 'start' : '1');
          if (status === 200 && before) confirmed.push(String(body.id));
          // More than a person may say in a minute is nothing to hurry for.
          if (status !== 200) await pause(50);
        }
      });
      await eventually('that all have talked', () => people.every(({ confirmed }) => confirmed.length >= 10));
      before = false;
      const backup = run(['node', 'dist/src/start/backup.js', join(folder.data, 'backup')]);
      const [code] = (await once(backup, 'exit')) as [number];
      talking = false;
      await Promise.all(talks);
      assert.equal(code, 0);
    });

    it('ends in good order when it is told to', async () => {
      child.removeAllListeners('exit');
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      assert.deepEqual(await exit, [0, null], output);
    });

    it('goes on from the backup as docs/operation.md says, with every answer confirmed before it', async () => {
      const [backup, away] = [join(folder.data, 'backup'), join(folder.data, 'away')];
      mkdirSync(away);
      for (const name of readdirSync(folder.data)) {
        if (![backup, away].includes(join(folder.data, name)))
          renameSync(join(folder.data, name), join(away, name));
      }
      const copied = spawnSync('cp', ['-r', `${backup}/.`, folder.data], user);
      assert.equal(copied.status, 0, String(copied.stderr));
      child = run(command(all(last, 'CMD')[0] ?? ''));
      await eventually('that it is there', async () => {
        const answer = await fetch(`${address()}/health`).catch(() => undefined);
        return answer?.ok;
      });
      for (const { person, confirmed } of people) {
        const heard = new Set((await person.heard(address())).map(({ id }) => id));
        assert.deepEqual(
          confirmed.filter((id) => !heard.has(id)),
          [],
        );
      }
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      assert.deepEqual(await exit, [0, null]);
    });

    it('has written nothing beside its data', () => {
      assert.deepEqual(files(folder.app), before_);
      assert.ok(files(folder.data).length > 0);
    });
  });
});
