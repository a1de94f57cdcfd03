import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import { CaseStore } from '../../src/cases/case-store.js';
import { CaseFiles } from '../../src/cases/export/case-files.js';
import { tickedOn } from '../../src/cases/plan-ticks.js';
import { createServer } from '../../src/http/server.js';
import { memoryStore } from '../../src/storage/memory.js';
import { caseFileRoutes } from '../../src/web/case-routes.js';
import { ANNA, BEN, DAY, made } from './case-contract.js';
import { WITH_GDAP } from './rounds-world.js';

const MINUTE = 60_000;

describe('The files of a kept case', () => {
  let time: number;
  let cases: CaseStore;
  let files: CaseFiles;
  let id: string;
  const key = randomBytes(32);
  beforeEach(async () => {
    time = Date.parse('2026-11-23T12:00:00Z');
    cases = new CaseStore(memoryStore());
    files = new CaseFiles({ key, now: () => time, find: (each) => cases.find(each) });
    ({ id } = await made(cases, ANNA, WITH_GDAP));
  });

  async function links(keeper = ANNA, tag = 'en') {
    const kept = (await cases.find(id)) ?? assert.fail();
    return files.linksOf(keeper, kept, tag);
  }

  function ticketIn(path: string | undefined): string {
    return path?.split('/')[2] ?? assert.fail('no link');
  }

  it('are JSON, a table and, once something lapses on a day, a calendar, in the language of the reader', async () => {
    assert.equal((await links()).ics, undefined);
    await cases.change(ANNA, id, tickedOn('requestGdap', DAY), DAY);
    const { json, csv, ics } = await links(ANNA, 'hu');
    const [data, table, calendar] = await Promise.all(
      [json, csv, ics].map((path) => files.open(ticketIn(path))),
    );
    assert.equal((JSON.parse(data?.body ?? '') as readonly { readonly id: string }[])[0]?.id, id);
    assert.ok(table?.body.includes('Ügy'));
    assert.equal(ICAL.parse(calendar?.body ?? '')[0], 'vcalendar');
    assert.deepEqual([data?.name, table?.name, calendar?.name], ['case.json', 'case.csv', 'case.ics']);
  });

  it('are good for ten minutes, and only as they were given', async () => {
    const ticket = ticketIn((await links()).json);
    time += 9 * MINUTE;
    assert.ok(await files.open(ticket));
    time += 2 * MINUTE;
    assert.equal(await files.open(ticket), undefined);
    time -= 2 * MINUTE;
    const [words = '', signature = ''] = ticket.split('.');
    const longer = Buffer.from(words, 'base64url').toString().replace(/\d+$/, '9999999999999');
    const forged = [
      `${Buffer.from(longer).toString('base64url')}.${signature}`,
      `${words}.`,
      words,
      '',
      '.',
      `${words}.${signature.slice(1)}A`,
      `${words}.${'é'.repeat(signature.length)}`,
      'x'.repeat(100_000),
    ];
    for (const each of forged) assert.equal(await files.open(each), undefined, each.slice(0, 50));
    const others = new CaseFiles({ key: randomBytes(32), now: () => time, find: (each) => cases.find(each) });
    assert.equal(await others.open(ticket), undefined, 'nor with another key');
  });

  it('end with the case, and with whoever kept it', async () => {
    const invitation = (await cases.share(ANNA, id, DAY)) ?? assert.fail();
    await cases.join(BEN, invitation, DAY);
    const [annas, bens] = [ticketIn((await links()).json), ticketIn((await links(BEN)).json)];
    await cases.forget(ANNA);
    assert.equal(await files.open(annas), undefined);
    assert.ok(await files.open(bens));
    await cases.delete(BEN, id);
    assert.equal(await files.open(bens), undefined);
  });

  it('come as downloads that nobody on the way keeps', async () => {
    const server = createServer();
    caseFileRoutes(server, (link) => files.open(link));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const answer = await fetch(address + (await links()).csv);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="case.csv"');
      assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/);
      assert.ok((await answer.text()).includes('Contoso'));
      const wrong = await fetch(`${address}/case/abc.def/case.csv`);
      assert.equal(wrong.status, 404);
      assert.equal(await wrong.text(), '');
    } finally {
      await new Promise<void>((done) => {
        server.close(done);
        server.server.closeAllConnections();
      });
    }
  });
});
