import assert from 'node:assert/strict';
import type { Finding } from '../../src/sources/finding.js';
import type { PassageKey } from '../../src/sources/passage-key.js';
import { findings, readPages, recordedOn, underReview } from '../../src/sources/watch.js';
import type { Watched, WatchList } from '../../src/sources/watch-list.js';
import { article, LICENSE_TEXT, modernLayout, oldLayout, type Parts } from './recorded-pages.js';
import { type Answer, openSite, type SourceSite } from './source-site.js';

const PAGE = '/en-us/partner-center/customers/multichannel';
const OTHER = '/en-us/partner-center/customers/multipartner';

const entry = (headings: readonly string[]): Watched => ({ headings, recorded: null });
const LIST: WatchList = new Map<PassageKey, Watched>([
  ['multichannel#roles', entry(['Appropriate roles'])],
  ['multichannel#whenItApplies', entry(['Multichannel support applies when a customer'])],
  ['multichannel#licenseRow', entry(['License-based services'])],
  ['multichannel#important', { ...entry(['Important']), containing: 'resell' }],
  ['multichannel#seeAlso', entry(['See also', 'Next steps'])],
  ['multipartner#steps', entry([])],
]);
const CITED = new Map([...LIST.keys()].map((key) => [key, []]));

const page = (parts: Parts = {}, day = 1) => ({ html: modernLayout(article(parts), day) });

describe('Watching the sources', () => {
  let site: SourceSite;
  let recorded: WatchList;

  async function look(list: WatchList = recorded, timeoutMs = 5000): Promise<readonly Finding[]> {
    const reads = await readPages(new Set(['multichannel', 'multipartner']), { base: site.base, timeoutMs });
    return findings(CITED, list, reads);
  }

  /** The findings after the page answers this, as `section: status`. */
  async function after(answer: Answer, timeoutMs?: number): Promise<Readonly<Record<string, string>>> {
    site.answer(PAGE, answer);
    const seen = await look(recorded, timeoutMs);
    return Object.fromEntries(seen.map(({ section, status }) => [section, status]));
  }

  const all = (status: string) => ({
    roles: status,
    whenItApplies: status,
    licenseRow: status,
    important: status,
    seeAlso: status,
    steps: 'unchanged',
  });

  beforeEach(async () => {
    site = await openSite({ [PAGE]: page(), [OTHER]: { html: '<main><h1>Other</h1><p>words</p></main>' } });
    recorded = recordedOn('2026-11-21', LIST, await look(LIST));
  });

  afterEach(() => site.close());

  it('says unrecorded before anybody recorded, and unchanged afterwards', async () => {
    assert.ok((await look(LIST)).every(({ status }) => status === 'unrecorded'));
    assert.deepEqual(await after(page()), all('unchanged'));
  });

  it('fetches each page once', async () => {
    site = await site.close().then(() => openSite({ [PAGE]: page() }));
    await look();
    assert.deepEqual(
      [...site.asked],
      [
        [PAGE, 1],
        [OTHER, 1],
      ],
    );
  });

  it('raises no alarm where only the page around the passages changed', async () => {
    assert.deepEqual(await after(page({}, 2)), all('unchanged'));
    assert.deepEqual(await after({ html: oldLayout(article()) }), all('unchanged'));
    const quoted = LICENSE_TEXT.replaceAll(' ', '\n ').replace('customer', '<em>customer</em>');
    assert.deepEqual(await after(page({ licenseText: quoted })), all('unchanged'));
  });

  it('tells a reworded sentence from all that stayed', async () => {
    const changed = await after(page({ firstBullet: 'Bought its subscriptions from anybody.' }));
    assert.deepEqual(changed, { ...all('unchanged'), whenItApplies: 'reworded' });
    const negated = await after(page({ licenseText: LICENSE_TEXT.replace('Ask', 'Do not ask') }));
    assert.deepEqual(negated, { ...all('unchanged'), licenseRow: 'reworded' });
  });

  it('finds a passage under its new heading, and from then on looks there', async () => {
    site.answer(PAGE, page({ licenseTitle: 'Seats', listLead: 'It applies to customers that:' }));
    const seen = await look();
    const moved = seen.filter(({ status }) => status === 'moved');
    assert.deepEqual(
      moved.map(({ section, heading }) => [section, heading]),
      [
        ['whenItApplies', 'It applies to customers that'],
        ['licenseRow', 'Seats'],
      ],
    );
    const next = recordedOn('2026-11-22', recorded, seen);
    assert.deepEqual(next.get('multichannel#licenseRow')?.headings, ['Seats', 'License-based services']);
    assert.ok((await look(next)).every(({ status }) => status === 'unchanged'));
  });

  it('finds a passage on another page', async () => {
    site.answer(PAGE, page({ licenseTitle: 'Seats', licenseText: 'See elsewhere.' }));
    site.answer(OTHER, { html: `<h1>Other</h1><h2>Licenses</h2><p>${LICENSE_TEXT}</p>` });
    const found = (await look()).find(({ section }) => section === 'licenseRow');
    assert.equal(found?.status, 'moved');
    assert.equal(found?.heading, 'Licenses');
    assert.match(found?.address ?? '', /\/en-us\/partner-center\/customers\/multipartner$/);
  });

  it('says gone where a passage is in no place, and accepts that once it is recorded', async () => {
    site.answer(PAGE, page({ note: 'Prices change.' }));
    const seen = await look();
    const found = seen.find(({ section }) => section === 'important');
    assert.deepEqual([found?.status, found?.hash], ['gone', null]);
    const next = recordedOn('2026-11-22', recorded, seen);
    assert.ok((await look(next)).every(({ status }) => status === 'unchanged'));
    site.answer(PAGE, page());
    const back = (await look(next)).find(({ section }) => section === 'important');
    assert.equal(back?.status, 'reworded', 'a passage that comes back needs a person');
  });

  it('reports a redirect as moved, with the new address', async () => {
    site.answer('/new-place', page());
    assert.deepEqual(await after({ to: '/new-place' }), all('moved'));
    assert.equal((await look())[0]?.address, `${site.base}/new-place`);
    site.answer(`${PAGE}/`, page());
    assert.deepEqual(await after({ to: `${PAGE}/` }), all('unchanged'), 'a slash is no other address');
    site.answer('/home', { html: '<h1>Welcome</h1>' });
    assert.deepEqual(await after({ to: '/home' }), all('gone'));
  });

  it('says gone for 404 and 410', async () => {
    assert.deepEqual(await after({ status: 404 }), all('gone'));
    assert.deepEqual(await after({ status: 410 }), all('gone'));
  });

  it('never takes a page that cannot be read for a changed one', async () => {
    for (const status of [403, 429, 500, 503]) {
      assert.deepEqual(await after({ status }), all('unreachable'), String(status));
    }
    const hangUp: Answer = (response) => void response.socket?.destroy();
    assert.deepEqual(await after(hangUp), all('unreachable'), 'hangs up');
    assert.deepEqual(await after({ to: PAGE }), all('unreachable'), 'leads to itself');
    assert.deepEqual(await after({ html: '<main><script>render()</script></main>' }), all('unreachable'));
    const data: Answer = (response) => void response.setHeader('content-type', 'application/json').end('{}');
    assert.deepEqual(await after(data), all('unreachable'), 'not HTML');
  });

  it('gives up on a page that is too slow or too large', async () => {
    const never: Answer = () => undefined;
    assert.deepEqual(await after(never, 200), all('unreachable'));
    const drip: Answer = (response) => {
      response.setHeader('content-type', 'text/html').write('<h1>');
    };
    assert.deepEqual(await after(drip, 200), all('unreachable'), 'stops halfway');
    const huge = (await look(recorded, 200)).find(({ section }) => section === 'roles');
    assert.deepEqual(huge?.obstacle, { kind: 'timeout' });
    site.answer(PAGE, page({ note: 'x'.repeat(6_000_000) }));
    assert.deepEqual((await look())[0]?.obstacle, { kind: 'tooLarge' });
  });

  it('reads a large page', async () => {
    const filler = '<h2>Part</h2><p>words and words</p>'.repeat(20_000);
    assert.deepEqual(await after({ html: modernLayout(article() + filler) }), all('unchanged'));
  });

  it('keeps under review what it could not look at, and frees what is well again', async () => {
    site.answer(PAGE, { status: 503 });
    const before = new Set(['multichannel#roles', 'multipartner#steps', 'multichannel#noLongerCited']);
    assert.deepEqual(underReview(before, CITED, await look()), ['multichannel#roles']);
    site.answer(PAGE, page({ firstBullet: 'Other words.' }));
    assert.deepEqual(underReview(before, CITED, await look()), ['multichannel#whenItApplies']);
  });
});
