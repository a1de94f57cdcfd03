import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaseStore } from '../../src/cases/case-store.js';
import { PageDoor } from '../../src/cases/page/page-door.js';
import { createTokens } from '../../src/channels/directline/tokens/tokens.js';
import { issuedUser } from '../../src/channels/seam/issued-user.js';
import { CLOUDS } from '../../src/clouds/clouds.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import type { Running } from '../../src/main.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { memoryStore } from '../../src/storage/memory.js';
import { ANNA, BEN, made } from '../cases/case-contract.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { taps, textOf } from '../turn/card-reader.js';
import { startWebServer, type WebServer } from './web-server.js';

type Json = Record<string, unknown>;
const EN = LANGUAGES.en;

describe('The page of somebody’s cases', () => {
  let server: WebServer;
  before(async () => {
    server = await startWebServer({
      embedOrigins: ['https://contoso.com'],
      teamsPages: CLOUDS.public.teamsPages,
    });
  });
  after(() => server.close());

  for (const tag of LANGUAGE_TAGS) {
    it(`speaks ${tag}, and says what the chat has to be told for a code`, async () => {
      const language = LANGUAGES[tag];
      const body = (await server.get(`/?mode=cases&locale=${tag}`)).body.toString();
      assert.ok(body.includes(`<html lang="${tag}" dir="ltr">`));
      for (const key of ['web.casesCodeText', 'web.casesCode', 'web.casesEnter', 'kept.mine'] as const)
        assert.ok(body.includes(language.say(key)), key);
      const how = language.say('web.casesCodeText');
      assert.ok(how.includes(language.say('kept.page')), 'the row that gives one');
      assert.ok(language.alternatives('command.cases').some((words) => how.toLowerCase().includes(words)));
      assert.ok(language.say('kept.pageTab').includes(language.say('kept.mine')), 'and the tab by its name');
    });
  }

  it('is framed by Teams alone, and has no script and no style of its own', async () => {
    const { headers, body } = await server.get('/?mode=cases');
    const policy = String(headers['content-security-policy']);
    assert.ok(policy.endsWith(`frame-ancestors 'self' ${CLOUDS.public.teamsPages.join(' ')}`), policy);
    assert.match(policy, /style-src 'self';/);
    assert.doesNotMatch(body.toString(), /<style|\sstyle=|\son\w+=|javascript:/i);
    const chat = String((await server.get('/')).headers['content-security-policy']);
    assert.ok(chat.endsWith('https://contoso.com'), 'other sites may show the chat, and never this page');
  });
});

describe('What the page of cases asks of the server', () => {
  const folder = temporaryFolder();
  let running: Running;
  let door: PageDoor;
  let id: string;
  const user = issuedUser('abcdefghijklmnopqrstuv');
  const keeper = { channel: 'directline', user };
  before(async () => {
    running = await startIn(folder.path);
    const store = openLmdbStore(folder.path);
    ({ id } = await made(new CaseStore(store), keeper));
    await made(new CaseStore(store), BEN);
    await store.close();
    const key = readFileSync(join(folder.path, 'direct-line.key'));
    door = new PageDoor({ key, store: memoryStore(), now: Date.now });
  });
  after(async () => {
    await running.close();
    folder.remove();
  });

  async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(`${running.address}/cases/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Json };
  }
  const tap = (pass: unknown, tapped: Json = {}, locale = 'en') =>
    post('tap', { tapped, locale }, { authorization: `Bearer ${String(pass)}` });
  const browserPass = () =>
    createTokens({ key: readFileSync(join(folder.path, 'direct-line.key')), lifetimeSeconds: 60 }).issuePass(
      user,
    );
  const offered = (body: Json) => taps(body.card, 'Action.Submit');
  const shown = (body: Json): string => textOf(body.card as Json);

  it('is answered by what the browser is known by, and leads through the cases as the chat does', async () => {
    const entered = await post('enter', { browser: await browserPass() });
    assert.equal(entered.status, 200);
    assert.equal(entered.headers.get('cache-control'), 'no-store');
    let { body } = await tap(entered.body.pass);
    const does = async (what: string, fields: Json = {}): Promise<Json> => {
      const data = offered(body).find((each) => each.what === what) ?? assert.fail(`no ${what}`);
      ({ body } = await tap(body.pass, { ...data, ...fields }));
      return body;
    };
    assert.ok(shown(body).includes('Contoso'));
    await does('open');
    assert.ok(shown(body).includes(EN.say('kept.steps')));
    await does('rename');
    await does('name', { label: 'Nr. 9' });
    assert.ok(shown(body).includes('Nr. 9'));
    await does('close');
    assert.equal(body.said, EN.say('notice.caseClosed'));
    await does('reopen');
    await does('share');
    assert.match(shown(body), /MC-/, 'the answer code is there to hand on');
    await does('open');
    await does('export');
    const paths = offered(body).flatMap(({ path }) => (typeof path === 'string' ? [path] : []));
    const files = await Promise.all(
      paths.map(async (path) => (await fetch(`${running.address}${path}`)).text()),
    );
    assert.equal(files.filter((each) => each.includes('Nr. 9')).length, 2, 'CSV and JSON');
    await does('open');
    await does('delete');
    await does('deleteNow');
    assert.ok(shown(body).includes(EN.say('kept.none')));
  });

  it('speaks the language of the page', async () => {
    const { pass } = door.admit(BEN);
    for (const tag of LANGUAGE_TAGS) {
      const { body } = await tap(pass, {}, tag);
      assert.ok(shown(body).includes(LANGUAGES[tag].say('kept.mine')), tag);
    }
  });

  it('has nothing on its cards that only a conversation can do', async () => {
    const { pass } = door.admit(BEN);
    const list = await tap(pass);
    const seen = [...offered(list.body)];
    const one = seen.find(({ what }) => what === 'open') ?? assert.fail();
    for (const what of ['open', 'dates', 'settings', 'rename', 'delete', 'share', 'export', 'invite']) {
      const { body } = await tap(pass, { ...one, what });
      seen.push(...offered(body));
    }
    assert.ok(seen.length > 20);
    for (const data of seen)
      assert.ok(data.action === 'case' || data.page !== undefined, JSON.stringify(data));
    for (const what of ['page', 'keep', 'keepAs', 'here', 'carry', '__proto__'])
      assert.ok(shown((await tap(pass, { ...one, what })).body).includes(EN.say('kept.mine')), what);
  });

  it('is refused without a pass, with another one, and by other pages', async () => {
    const code = door.code(ANNA);
    for (const pass of ['', 'x', code, await browserPass(), `${door.admit(BEN).pass}x`]) {
      const { status, body } = await tap(pass, { action: 'case', what: 'list' });
      assert.equal(status, 401, pass);
      assert.equal(body.card, undefined);
    }
    const others = [
      {},
      [],
      { browser: 7 },
      { browser: user },
      { browser: door.admit(BEN).pass },
      { code: 7 },
    ];
    for (const by of others) assert.equal((await post('enter', by)).status, 401, JSON.stringify(by));
    const foreign = await post('enter', { code }, { origin: 'https://evil.example' });
    assert.equal(foreign.headers.get('access-control-allow-origin'), null);
    const form = await fetch(`${running.address}/cases/tap`, {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
    });
    assert.equal(form.status, 415);
  });

  it('shows nobody’s case to anybody else, whatever they tap', async () => {
    const { pass } = door.admit(ANNA);
    for (const what of ['open', 'delete', 'deleteNow', 'close', 'invite', 'export', 'name', 'share']) {
      const { body } = await tap(pass, { action: 'case', what, case: id, label: 'mine' });
      assert.equal(body.said, EN.say('notice.caseGone'), what);
      assert.ok(shown(body).includes(EN.say('kept.none')), what);
    }
  });
});
