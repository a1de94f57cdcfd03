import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import restify, { type Server } from 'restify';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { policyRoutes } from '../../src/web/policy-routes.js';
import { someOf } from '../effort.js';
import { tagsOf, valuesOf } from './markup.js';

describe('/policy', () => {
  let server: Server;
  let origin = '';
  let end: () => void;
  before(async () => {
    server = restify.createServer();
    end = policyRoutes(server);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  after(async () => {
    end();
    server.close();
    await once(server.server, 'close');
  });

  function get(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    method = 'GET',
  ): Promise<Response> {
    return fetch(`${origin}${path}`, { method, headers: { connection: 'close', ...headers } });
  }

  it('keeps nobody else waiting while its first document is made', async () => {
    let isMade = false;
    const made = get('/policy/2026-11/en/all').then(async (answer) => {
      await answer.text();
      isMade = true;
    });
    // By the order of what happens, which says the same on a busy machine as on an idle one.
    let answeredMeanwhile = 0;
    while (!isMade) {
      await (await get('/elsewhere')).text();
      if (!isMade) answeredMeanwhile += 1;
    }
    await made;
    assert.ok(answeredMeanwhile >= 5, `${answeredMeanwhile} were answered meanwhile`);
  });

  it('is the contents of the newest edition, in the language of the reader', async () => {
    const english = await (await get('/policy/2026-11/en')).text();
    assert.equal(await (await get('/policy', { 'accept-language': 'en' })).text(), english);
    const portuguese = await get('/policy?locale=pt-PT', { 'accept-language': 'en' });
    assert.equal(portuguese.headers.get('content-language'), 'pt-BR');
    assert.match(await portuguese.text(), /<html lang="pt-BR"/);
  });

  it('has every edition in every language', async () => {
    for (const id of EDITION_IDS) {
      for (const tag of LANGUAGE_TAGS) {
        const answer = await get(`/policy/${id}/${tag}`);
        assert.equal(answer.status, 200, `${id} ${tag}`);
        assert.ok((await answer.text()).includes(`href="/policy/${id}/${tag}"`));
      }
    }
  });

  /** The addresses on a page that lead to others of the documents. */
  function policyLinks(document: string): readonly string[] {
    return valuesOf(tagsOf(document), 'href').filter((href) => href.startsWith('/policy'));
  }

  for (const tag of someOf(LANGUAGE_TAGS, 2)) {
    it(`leads from page to page in ${tag}, and nowhere to nothing`, async () => {
      const pages = new Map<string, string>();
      const toDo = [`/policy/2026-11/${tag}`, `/policy/2018-10-21vianet/${tag}`];
      for (let path = toDo.pop(); path !== undefined; path = toDo.pop()) {
        if (pages.has(path)) continue;
        const answer = await get(path);
        assert.equal(answer.status, 200, path);
        const document = await answer.text();
        pages.set(path, document);
        const further = policyLinks(document).map((href) => href.replace(/#.*/, ''));
        toDo.push(...further.filter((href) => /^\/policy\/20(26|18)/.test(href) && href.includes(`/${tag}`)));
      }
      assert.ok(pages.size > 20, `${pages.size} pages`);
      for (const [path, document] of pages) {
        for (const href of policyLinks(document)) {
          const [page = '', anchor] = href.split('#');
          const target = anchor === undefined ? undefined : pages.get(page);
          if (target === undefined) continue;
          assert.ok(target.includes(`id="${anchor}"`), `${href} on ${path}`);
        }
      }
    });
  }

  it('finds what has all the words, in any of their forms, and marks them', async () => {
    const found = await (await get('/policy/2026-11/en?q=refused%20TRANSFERS')).text();
    assert.match(found, /<mark>refuse[sd]?<\/mark>/i);
    assert.match(found, /<mark>transfer(?:s|red)?<\/mark>/i);
    assert.match(found, /href="\/policy\/2026-11\/en\/adds-cautions-license#rule-/);
    const russian = await (await get(`/policy/2026-11/ru?q=${encodeURIComponent('лицензиями')}`)).text();
    assert.match(russian, /<mark>лицензи\p{L}+<\/mark>/u);
    const chinese = await (await get(`/policy/2026-11/zh-CN?q=${encodeURIComponent('转移请求')}`)).text();
    assert.match(chinese, /\p{Script=Han}<mark>转移请求<\/mark>/u);
  });

  it('marks the words themselves in Chinese, which has nothing between its words', async () => {
    for (const query of ['伙伴', '转移请求', 'Azure', '客户 接受']) {
      const page = await (await get(`/policy/2026-11/zh-CN?q=${encodeURIComponent(query)}`)).text();
      const marks = [...page.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, marked = '']) => marked);
      assert.ok(marks.length > 0, query);
      for (const marked of marks) {
        assert.match(marked, new RegExp(query.replace(' ', '|'), 'i'));
        // No more than the words that it begins and ends in.
        const isChinese = /\p{Script=Han}/u.test(marked);
        if (isChinese) assert.ok([...marked].length <= [...query].length + 2, `${query}: ${marked}`);
      }
    }
  });

  it('finds a rule by its id, and says when nothing is found', async () => {
    const [rule] = EDITIONS['2026-11'].rules;
    assert.ok((await (await get(`/policy/2026-11/en?q=${rule?.id}`)).text()).includes(`#rule-${rule?.id}"`));
    const none = await get('/policy/2026-11/hu?q=zzzz');
    assert.equal(none.status, 200);
    assert.ok((await none.text()).includes(LANGUAGES.hu.say('review.foundNothing')));
  });

  it('takes anything for words to look for', async () => {
    const odd = ['%20', '%00', '<script>', '"><img src=x>', '(((', '…', 'a'.repeat(5000), '%F0%9F%98%80'];
    for (const query of odd) {
      const answer = await get(`/policy/2026-11/en?q=${query}`);
      assert.equal(answer.status, 200, query);
      const tags = tagsOf(await answer.text());
      assert.ok(!tags.some(({ name }) => name === 'img' || name === 'script'), query);
    }
  });

  it('allows no script, and of styles only its own', async () => {
    const answer = await get('/policy/2020-06/en');
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'sha256-/);
    assert.doesNotMatch(policy, /script-src|unsafe/);
    const style = /<style>([\s\S]*?)<\/style>/.exec(await answer.text())?.[1] ?? '';
    assert.ok(policy.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`));
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });

  it('answers shortly when the browser has it already', async () => {
    const first = await get('/policy/2020-06/en');
    const tag = first.headers.get('etag') ?? '';
    await first.text();
    const again = await get('/policy/2020-06/en', { 'if-none-match': `"x", ${tag}` });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    assert.notEqual((await get('/policy/2020-06/ru')).headers.get('etag'), tag);
  });

  it('compresses only for who can read it', async () => {
    const plain = await get('/policy/2020-06/en', { 'accept-encoding': 'identity' });
    const zipped = await get('/policy/2020-06/en', { 'accept-encoding': 'gzip' });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal(zipped.headers.get('content-encoding'), 'gzip');
    assert.equal(await plain.text(), await zipped.text());
  });

  it('answers HEAD without a body', async () => {
    const answer = await get('/policy', {}, 'HEAD');
    assert.deepEqual([answer.status, await answer.text()], [200, '']);
  });

  it('says in the language of the reader that a page does not exist, and leads on', async () => {
    const unknown = [
      '/policy/2020-06/xx',
      '/policy/1999/en',
      '/policy/2020-06',
      '/policy/2020-06/en/nothing',
      '/policy/2020-06/en/adds-steps-license',
      '/policy/2020-06/en/constructor',
      '/policy/constructor/__proto__',
      '/policy/a/b/c',
    ];
    for (const path of unknown) {
      const answer = await get(path, { 'accept-language': 'hu' });
      assert.equal(answer.status, 404, path);
      const language = path.includes('/en') ? LANGUAGES.en : LANGUAGES.hu;
      const document = await answer.text();
      assert.ok(document.includes(language.say('review.notFound')), path);
      assert.ok(document.includes('href="/policy/2026-11/en"'), path);
      assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'/);
      tagsOf(document);
    }
  });
});
