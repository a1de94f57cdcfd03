import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { FACT_IDS } from '../../src/policy/facts.js';
import { findReceipt } from '../../src/receipt/find-receipt.js';
import { ROOT } from '../deployment/dockerfile.js';
import { codeBlocks } from '../documents/code-blocks.js';
import { read } from '../documents/repository.js';
import { temporaryFolder } from '../start/running.js';
import { CARD, newPage, ROW } from './browser.js';
import { visited } from './visit.js';

const EXAMPLE = read('docs/embed.html');

const COMPILER = fileURLToPath(new URL('node_modules/typescript/bin/tsc', ROOT));
const run = promisify(execFile);

/** Fails unless the types that the document gives a page are those of what the page is told. */
async function typed(events: readonly object[]): Promise<void> {
  const [example, ...more] = codeBlocks('docs/integrate.md', 'ts');
  assert.ok(example !== undefined && more.length === 0);
  const folder = temporaryFolder();
  try {
    const file = join(folder.path, 'page.ts');
    const lines = events.map(
      (event, at) => `export const event${at}: AdvisorEvent = ${JSON.stringify(event)};`,
    );
    writeFileSync(file, [example.code, ...lines].join('\n'));
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,dom', '--types', ''];
    await run(process.execPath, [COMPILER, ...options, file], { cwd: folder.path }).catch(
      (error: { readonly stdout?: string }) => assert.fail(error.stdout),
    );
  } finally {
    folder.remove();
  }
}

type Told = Readonly<Record<string, unknown>> & { readonly type: string };

describe('A page that embeds the advisor', () => {
  const visit = visited({ EMBED_ORIGINS: '*' });
  let site: Server;
  let origin: string;
  let page: Page;

  /** The example of the documents, or with other attributes of its script; `/hostile` frames the chat by itself. */
  before(async () => {
    site = createServer((req, res) => {
      const { pathname, searchParams } = new URL(req.url ?? '/', 'http://site');
      const other = searchParams.get('script');
      const example = EXAMPLE.replace('https://advisor.example.com', visit.address);
      const scripted =
        other === null
          ? example
          : example.replace(/data-target[^>]*?async/s, `data-locale="en" ${other} async`);
      const frame = `<!doctype html><iframe src="${visit.address}/?locale=en&host=${searchParams.get('host')}"></iframe>`;
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.end(pathname === '/hostile' ? frame : scripted);
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  after(() => {
    site.closeAllConnections();
    site.close();
  });
  beforeEach(async () => {
    page = await newPage(visit.browser);
    const collect = `globalThis.told = []; globalThis.posted = [];
      document.addEventListener('advisor', ({ detail }) => told.push(detail));
      addEventListener('message', ({ data, origin }) => posted.push({ data, origin }));`;
    await page.addInitScript(`if (parent === self) { ${collect} }`);
  });
  afterEach(() => page.close());

  const told = (): Promise<readonly Told[]> => page.evaluate('told');
  const until = (type: string) => page.waitForFunction(`told.some((each) => each.type === '${type}')`);

  it('is told what happens, in ids, and begins with what it knows: the example of the documents', async () => {
    await page.goto(origin);
    await until('question');
    const [opened, question] = await told();
    assert.deepEqual(opened, { type: 'opened' });
    assert.deepEqual(Object.keys(question ?? {}), ['type', 'fact']);
    const known = ['cloud', 'partner', 'seller'];
    assert.ok(FACT_IDS.filter((fact) => !known.includes(fact)).some((fact) => fact === question?.fact));
    const frame = page.frameLocator('iframe');
    for (let asked = 0; asked < 8 && !(await told()).some(({ type }) => type === 'guidance'); asked += 1) {
      const count = (await told()).length;
      await frame.locator(CARD).last().locator(ROW).first().click();
      await page.waitForFunction(`told.length > ${count}`);
    }
    const guidance = (await told()).at(-1);
    assert.deepEqual(Object.keys(guidance ?? {}), ['type', 'receipt', 'edition', 'eligibility']);
    const { receipt } = findReceipt(String(guidance?.receipt)) ?? {};
    for (const fact of known) assert.ok(receipt?.situation[fact as 'cloud'] !== undefined, fact);
    assert.equal(await page.locator('#code').textContent(), guidance?.receipt);
    const lines = await page.locator('#log li').allTextContents();
    assert.equal(lines.length, (await told()).length);
    await typed(await told());
    await assert.rejects(typed([{ type: 'guidance', receipt: 'MC-8Q27-6Y' }]), /edition/);
  });

  it('is told that its panel was opened and closed', async () => {
    await page.goto(`${origin}/?script=`);
    const button = (key: 'open' | 'close') =>
      page.getByRole('button', { name: LANGUAGES.en.say(`web.${key}`), exact: true });
    await button('open').click();
    await until('opened');
    await button('close').click();
    await until('closed');
    const types = (await told()).map(({ type }) => type);
    assert.deepEqual(
      types.filter((type) => type !== 'question'),
      ['opened', 'closed'],
    );
  });

  it('hears nothing from anybody else, whoever claims to be the advisor', async () => {
    await page.goto(origin);
    await until('question');
    const before = (await told()).length;
    await page.evaluate(`postMessage({ advisor: { type: 'guidance', receipt: 'MC-FORGED' } }, '*')`);
    await page.waitForFunction('posted.some(({ data }) => data?.advisor?.receipt === "MC-FORGED")');
    assert.equal((await told()).length, before);
  });

  it('is told nothing where the address of the frame names another page', async () => {
    await page.goto(`${origin}/hostile?host=https://elsewhere.example`);
    const frame = page.frameLocator('iframe');
    await frame.locator(`${CARD} ${ROW}`).first().click();
    await frame.locator(CARD).nth(1).waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate('posted.filter(({ data }) => data?.advisor)'), []);
  });
});
