import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '../../src/start/config.js';
import { greeting } from '../../src/start/greeting.js';
import { createLog } from '../../src/start/log.js';
import { terminalLevel, terminalLog } from '../../src/start/terminal-log.js';
import { StorageError } from '../../src/storage/error.js';
import { eventually } from '../eventually.js';
import { temporaryFolder } from './running.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const address = 'http://localhost:3978';

describe('The greeting', () => {
  it('says where the page is, that it is a trial on this machine, and how to stop it', () => {
    const lines = greeting(parseConfig({}), { address, metricsAddress: undefined }).split('\n');
    assert.equal(lines.length, 4);
    assert.match(lines[0] ?? '', /http:\/\/localhost:3978$/);
    assert.match(lines[1] ?? '', /trial on this machine only.*MicrosoftAppId/);
    assert.match(lines[2] ?? '', /Ctrl\+C/);
    assert.equal(lines[3], '');
  });

  it('does not say so where HOST opens it to others, or somebody has registered it', () => {
    const told = (environment: Readonly<Record<string, string>>): string =>
      greeting(parseConfig(environment), { address, metricsAddress: undefined });
    const open = told({ HOST: '0.0.0.0' });
    assert.match(open, /trial.*HOST opens it to 0\.0\.0\.0: every caller is believed/);
    assert.doesNotMatch(open, /this machine only/);
    const registered = told({
      MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
      MicrosoftAppPassword: 'none',
      MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
    });
    assert.doesNotMatch(registered, /trial/);
  });

  it('says where the counts are, if they are shown', () => {
    const text = greeting(parseConfig({}), { address, metricsAddress: 'http://localhost:9464' });
    assert.match(text, /^Its counts are at http:\/\/localhost:9464$/m);
  });
});

describe('The log on a terminal', () => {
  /** What is shown of what is logged. */
  function shown(logLevel: string, write: (log: ReturnType<typeof createLog>) => void): string {
    let text = '';
    const terminal = {
      write: (part: string) => {
        text += part;
      },
    };
    write(createLog({ logLevel: terminalLevel(logLevel) }, terminalLog(terminal)));
    return text;
  }

  it('has warnings and errors as sentences, with what is known below them', () => {
    const error = new StorageError('The disk is full. Make room.', { cause: new Error('secret words') });
    const text = shown('info', (log) => {
      log.warn({ host: '0.0.0.0' }, 'It is open');
      log.error({ error }, 'It could not be written');
    });
    const [first, second, third, fourth, ...stack] = text.split('\n');
    assert.deepEqual(
      [first, second, third, fourth],
      [
        'Warning: It is open',
        '  host: 0.0.0.0',
        'Error: It could not be written',
        '  StorageError · The disk is full. Make room.',
      ],
    );
    assert.match(stack.join('\n'), /^ {4}at .*greeting\.test\.js/m);
    assert.match(text, /^ {2}because of Error$/m);
    assert.doesNotMatch(text, /secret words|[{}]|"pid"|"time"/);
  });

  it('leaves to the greeting what the log says at its usual level, and no more where another is set', () => {
    const write = (log: ReturnType<typeof createLog>): void => {
      log.info({ address }, 'It is there');
      log.debug('a detail');
    };
    assert.equal(shown('info', write), '');
    assert.equal(shown('debug', write), `info: It is there\n  address: ${address}\ndebug: a detail\n`);
    assert.equal(
      shown('silent', (log) => log.error('nothing')),
      '',
    );
  });
});

describe('npm start on a terminal', () => {
  const folder = temporaryFolder();
  let child: ChildProcess | undefined;
  // The one of util-linux: others have other options.
  const { stdout = '' } = spawnSync('script', ['--version'], { encoding: 'utf8' });
  const hasTerminal = /util-linux/.test(stdout ?? '');
  after(() => {
    child?.kill('SIGKILL');
    folder.remove();
  });

  it('greets instead of logging JSON, and ends in good order on Ctrl+C', async function () {
    if (!hasTerminal) this.skip();
    const env = { PATH: process.env.PATH, DATA_DIR: folder.path, PORT: '0' };
    const command = `exec '${process.execPath}' '${MAIN}'`;
    child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { env });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const ended = once(child, 'exit');
    await eventually('the greeting', () => output.includes('Ctrl+C') || undefined);
    const page = /ready: (http:\/\/localhost:\d+)/.exec(output)?.[1] ?? '';
    assert.equal((await fetch(page)).status, 200);
    child.stdin?.write('\u0003');
    assert.deepEqual(await ended, [0, null], output);
    assert.doesNotMatch(output, /\{"|"level"/);
    assert.equal(output.match(/^.*MicrosoftAppId.*$/gm)?.length, 1, 'that nobody is believed is said once');
  });
});
