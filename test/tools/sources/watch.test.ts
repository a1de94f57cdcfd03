import assert from 'node:assert/strict';
import { recordedOn, underReview } from '../../../src/tools/sources/watch.js';
import { article, LICENSE_TEXT, oldLayout } from './recorded-pages.js';
import { all, CITED, LIST, OTHER, PAGE, page, WatchedSite } from './watched-site.js';

describe('Watching the sources', () => {
  let watched: WatchedSite;

  beforeEach(async () => {
    watched = await WatchedSite.open();
  });

  afterEach(() => watched.site.close());

  it('says unrecorded before anybody recorded, and unchanged afterwards', async () => {
    assert.ok((await watched.look(LIST)).every(({ status }) => status === 'unrecorded'));
    assert.deepEqual(await watched.statusesAfter(page()), all('unchanged'));
  });

  it('fetches each page once', async () => {
    const { site } = watched;
    const asked = new Map(site.asked);
    await watched.look();
    const more = [...site.asked].map(([path, count]) => [path, count - (asked.get(path) ?? 0)]);
    assert.deepEqual(more, [
      [PAGE, 1],
      [OTHER, 1],
    ]);
  });

  it('raises no alarm where only the page around the passages changed', async () => {
    assert.deepEqual(await watched.statusesAfter(page({}, 2)), all('unchanged'));
    assert.deepEqual(await watched.statusesAfter({ html: oldLayout(article()) }), all('unchanged'));
    const quoted = LICENSE_TEXT.replaceAll(' ', '\n ').replace('customer', '<em>customer</em>');
    assert.deepEqual(await watched.statusesAfter(page({ licenseText: quoted })), all('unchanged'));
  });

  it('tells a reworded sentence from all that stayed', async () => {
    const changed = await watched.statusesAfter(
      page({ firstBullet: 'Bought its subscriptions from anybody.' }),
    );
    assert.deepEqual(changed, { ...all('unchanged'), whenItApplies: 'reworded' });
    const negated = await watched.statusesAfter(
      page({ licenseText: LICENSE_TEXT.replace('Ask', 'Do not ask') }),
    );
    assert.deepEqual(negated, { ...all('unchanged'), licenseRow: 'reworded' });
  });

  it('finds a passage under its new heading, and from then on looks there', async () => {
    watched.site.answer(PAGE, page({ licenseTitle: 'Seats', listLead: 'It applies to customers that:' }));
    const seen = await watched.look();
    const moved = seen.filter(({ status }) => status === 'moved');
    assert.deepEqual(
      moved.map(({ section, heading }) => [section, heading]),
      [
        ['whenItApplies', 'It applies to customers that'],
        ['licenseRow', 'Seats'],
      ],
    );
    const next = recordedOn('2026-11-22', watched.recorded, seen);
    assert.deepEqual(next.get('multichannel#licenseRow')?.headings, ['Seats', 'License-based services']);
    assert.ok((await watched.look(next)).every(({ status }) => status === 'unchanged'));
  });

  it('finds a passage on another page', async () => {
    watched.site.answer(PAGE, page({ licenseTitle: 'Seats', licenseText: 'See elsewhere.' }));
    watched.site.answer(OTHER, { html: `<h1>Other</h1><h2>Licenses</h2><p>${LICENSE_TEXT}</p>` });
    const found = (await watched.look()).find(({ section }) => section === 'licenseRow');
    assert.equal(found?.status, 'moved');
    assert.equal(found?.heading, 'Licenses');
    assert.match(found?.address ?? '', /\/en-us\/partner-center\/customers\/multipartner$/);
  });

  it('says gone where a passage is in no place, and accepts that once it is recorded', async () => {
    watched.site.answer(PAGE, page({ note: 'Prices change.' }));
    const seen = await watched.look();
    const found = seen.find(({ section }) => section === 'important');
    assert.deepEqual([found?.status, found?.hash], ['gone', null]);
    const next = recordedOn('2026-11-22', watched.recorded, seen);
    assert.ok((await watched.look(next)).every(({ status }) => status === 'unchanged'));
    watched.site.answer(PAGE, page());
    const back = (await watched.look(next)).find(({ section }) => section === 'important');
    assert.equal(back?.status, 'reworded', 'a passage that comes back needs a person');
  });

  it('reports a redirect as moved, with the new address', async () => {
    watched.site.answer('/new-place', page());
    assert.deepEqual(await watched.statusesAfter({ to: '/new-place' }), all('moved'));
    assert.equal((await watched.look())[0]?.address, `${watched.site.base}/new-place`);
    watched.site.answer(`${PAGE}/`, page());
    assert.deepEqual(
      await watched.statusesAfter({ to: `${PAGE}/` }),
      all('unchanged'),
      'a slash is no other address',
    );
    watched.site.answer('/home', { html: '<h1>Welcome</h1>' });
    assert.deepEqual(await watched.statusesAfter({ to: '/home' }), all('gone'));
  });

  it('says gone for 404 and 410', async () => {
    assert.deepEqual(await watched.statusesAfter({ status: 404 }), all('gone'));
    assert.deepEqual(await watched.statusesAfter({ status: 410 }), all('gone'));
  });

  it('keeps under review what it could not look at, and frees what is well again', async () => {
    watched.site.answer(PAGE, { status: 503 });
    const before = new Set(['multichannel#roles', 'multipartner#steps', 'multichannel#noLongerCited']);
    assert.deepEqual(underReview(before, CITED, await watched.look()), ['multichannel#roles']);
    watched.site.answer(PAGE, page({ firstBullet: 'Other words.' }));
    assert.deepEqual(underReview(before, CITED, await watched.look()), ['multichannel#whenItApplies']);
  });
});
