import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { newKey } from '../../src/api/callers/api-keys.js';
import { ROOT } from '../deployment/dockerfile.js';
import { type ApiServer, apiServer } from './api-server.js';

const run = promisify(execFile);

const GENERATOR = fileURLToPath(new URL('node_modules/oazapfts/dist/cli.js', ROOT));
const COMPILER = fileURLToPath(new URL('node_modules/typescript/bin/tsc', ROOT));

/** What somebody writes against the generated code. Where the types are wrong the compiler refuses it. */
const PROGRAM = `
import {
  advise, compareEditions, defaults, getEdition, getVocabulary, listEditions, openReceipt, understand,
} from './advisor.js';

const { ADVISOR = '', KEY = '' } = process.env;
defaults.baseUrl = ADVISOR;
defaults.headers = { 'X-API-Key': KEY };

const cloud = 'public';
// @ts-expect-error: there is no such option.
advise({ set: { cloud: 'moon' } }).catch(() => undefined);

const asked = await advise({ set: { cloud } });
if (asked.status !== 200 || Array.isArray(asked.data)) throw new Error('no answer');
const fact: string | undefined = asked.data.ask?.fact;
const given = { cloud, partner: 'indirectReseller', service: 'license', seller: 'enterpriseAgreement', goal: 'support' } as const;
const told = await advise({ locale: 'hu', set: given });
if (told.status !== 200 || Array.isArray(told.data)) throw new Error('no answer');
const { eligibility, receipt, steps, title } = told.data;
const opened = await openReceipt(receipt ?? '', { locale: 'hu' });
if (opened.status !== 200) throw new Error('not opened');
const read = await understand({ locale: 'en', text: 'They have Office 365 E3 through an EA.' });
const editions = await listEditions();
const edition = await getEdition('2020-06', { locale: 'ru' });
const compared = await compareEditions('2019-03', '2020-06');
const vocabulary = await getVocabulary({ locale: 'pt-BR' });
const missing = await openReceipt('MC-0000-00');
console.log(JSON.stringify({
  fact, eligibility, title, urls: steps.flatMap(({ citations }) => citations.map(({ url }) => url)),
  opened: opened.data.title,
  read: read.status === 200 ? read.data.understood.length : undefined,
  editions: editions.status === 200 ? editions.data.editions.map(({ id }) => id) : undefined,
  edition: edition.status === 200 ? edition.data.id : undefined,
  groups: compared.status === 200 ? compared.data.groups.length : undefined,
  facts: vocabulary.status === 200 ? vocabulary.data.facts.length : undefined,
  missing: missing.status === 404 ? missing.data.type : missing.status,
}));
`;

const OPTIONS = {
  compilerOptions: {
    strict: true,
    target: 'es2023',
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: ['node'],
    skipLibCheck: true,
    rootDir: '.',
  },
  files: ['program.ts'],
};

interface Printed {
  readonly [name: string]: unknown;
  readonly urls: readonly string[];
}

describe('A client whose code a tool of others writes from the OpenAPI document', () => {
  const { key, entry } = newKey('generated');
  let server: ApiServer;
  let folder: string;
  before(async () => {
    server = await apiServer({ API_KEYS: entry });
    // Below the packages, so that the compiler and the program find what the generated code needs.
    folder = mkdtempSync(fileURLToPath(new URL('../../made-client-', import.meta.url)));
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('compiles, and asks everything of the server', async () => {
    const document = join(folder, 'openapi.json');
    writeFileSync(document, await (await server.get('/openapi.json')).text());
    await run(process.execPath, [GENERATOR, document, join(folder, 'advisor.ts')]);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'program.ts'), PROGRAM);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(OPTIONS));
    const compiled = await run(process.execPath, [COMPILER, '--project', folder]).catch(
      (error: { readonly stdout?: string }) => assert.fail(error.stdout),
    );
    assert.equal(compiled.stdout, '');
    const env = { ...process.env, ADVISOR: server.base, KEY: key };
    const { stdout } = await run(process.execPath, [join(folder, 'program.js')], { env });
    const { title, opened, urls, missing, read, groups, facts, ...rest } = JSON.parse(stdout) as Printed;
    assert.deepEqual(rest, {
      fact: 'partner',
      eligibility: 'eligible',
      editions: ['2018-10-21vianet', '2019-03', '2020-06', '2026-11'],
      edition: '2020-06',
    });
    assert.ok(typeof title === 'string' && title !== '');
    assert.equal(opened, title);
    assert.match(urls[0] ?? '', /^https:\/\/learn\.microsoft\.com\//);
    assert.match(String(missing), /#problem-notFound$/);
    for (const count of [read, groups, facts]) assert.ok(Number(count) > 0, stdout);
  });
});
