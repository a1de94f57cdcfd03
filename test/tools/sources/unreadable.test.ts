import assert from 'node:assert/strict';
import { article, modernLayout } from './recorded-pages.js';
import type { Answer } from './source-site.js';
import { all, PAGE, page, WatchedSite } from './watched-site.js';

describe('A page that is hard to read', () => {
  let watched: WatchedSite;

  beforeEach(async () => {
    watched = await WatchedSite.open();
  });

  afterEach(() => watched.site.close());

  it('never takes a page that cannot be read for a changed one', async () => {
    for (const status of [403, 429, 500, 503]) {
      assert.deepEqual(await watched.statusesAfter({ status }), all('unreachable'), String(status));
    }
    const hangUp: Answer = (response) => void response.socket?.destroy();
    assert.deepEqual(await watched.statusesAfter(hangUp), all('unreachable'), 'hangs up');
    assert.deepEqual(await watched.statusesAfter({ to: PAGE }), all('unreachable'), 'leads to itself');
    assert.deepEqual(
      await watched.statusesAfter({ html: '<main><script>render()</script></main>' }),
      all('unreachable'),
    );
    const data: Answer = (response) => void response.setHeader('content-type', 'application/json').end('{}');
    assert.deepEqual(await watched.statusesAfter(data), all('unreachable'), 'not HTML');
  });

  it('gives up on a page that is too slow or too large', async () => {
    const never: Answer = () => undefined;
    assert.deepEqual(await watched.statusesAfter(never, 200), all('unreachable'));
    const drip: Answer = (response) => {
      response.setHeader('content-type', 'text/html').write('<h1>');
    };
    assert.deepEqual(await watched.statusesAfter(drip, 200), all('unreachable'), 'stops halfway');
    const slow = (await watched.look(watched.recorded, 200)).find(({ section }) => section === 'roles');
    assert.deepEqual(slow?.obstacle, { kind: 'timeout' });
    watched.site.answer(PAGE, page({ note: 'x'.repeat(6_000_000) }));
    assert.deepEqual((await watched.look())[0]?.obstacle, { kind: 'tooLarge' });
  });

  it('reads a large page', async () => {
    const filler = '<h2>Part</h2><p>words and words</p>'.repeat(20_000);
    assert.deepEqual(
      await watched.statusesAfter({ html: modernLayout(article() + filler) }),
      all('unchanged'),
    );
  });
});
