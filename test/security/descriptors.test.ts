import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { withinDescriptors } from '../../src/limits/descriptors.js';
import { eventually } from '../eventually.js';
import { newPerson } from '../faults/person.js';
import { productEachTime } from '../operation/process.js';

/** What a shell lets it open: enough to start. */
const FEW = 128;

describe('Connections, where a process may open few files', () => {
  const products = productEachTime();
  const sockets = new Set<Socket>();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  after(() => {
    for (const socket of sockets) socket.destroy();
    agent.destroy();
  });

  it('are so few that files can be opened beside them', () => {
    assert.equal(withinDescriptors(2000, undefined), 2000);
    assert.equal(withinDescriptors(2000, 1_048_576), 2000);
    assert.equal(withinDescriptors(2000, 1024), 768);
    assert.equal(withinDescriptors(2000, FEW), FEW / 2);
  });

  it('take none that the first conversation needs, nor the proof, and both are there', async function () {
    if (process.platform !== 'linux') this.skip();
    const command = `ulimit -n ${FEW}; exec "${process.execPath}" dist/src/main.js`;
    const { address, output } = await products.start({ RATE_LIMIT_PER_MINUTE: '0' }, ['sh', '-c', command]);
    const { hostname, port } = new URL(address);
    /** On a connection that is there before all others. */
    const call = async (path: string, method = 'GET'): Promise<number | undefined> => {
      const sent = request(`${address}${path}`, { agent, method }).end();
      const [answer] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
      answer.resume();
      await once(answer, 'end');
      return answer.statusCode;
    };
    assert.equal(await call('/health'), 200);
    for (let at = 0; at < 2 * FEW; at += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      sockets.add(socket);
    }
    await eventually('those that are ended', () => [...sockets].some((socket) => socket.closed));
    assert.equal(await call('/v3/directline/tokens/generate', 'POST'), 200, output());
    assert.equal(await call('/policy'), 200, output());
    await eventually('the proof', async () => (await call('/ready')) === 200);
    for (const socket of sockets) socket.destroy();
    const person = await eventually('a conversation', () => newPerson(address).catch(() => undefined));
    assert.equal((await person.say(address, 'start')).status, 200);
  });
});
