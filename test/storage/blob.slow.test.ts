import assert from 'node:assert/strict';
import {
  BlobSASPermissions,
  ContainerClient,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { storeLog } from '../../src/channels/directline/log/store-log.js';
import { openBlobStore } from '../../src/storage/blob/blob.js';
import { StorageError } from '../../src/storage/error.js';
import { parseLocation } from '../../src/storage/location.js';
import { freePort } from '../../src/tools/bench/free-port.js';
import { caseContract } from '../cases/case-contract.js';
import { reminderContract } from '../cases/reminder-contract.js';
import { logContract } from '../channels/directline/log-contract.js';
import { isSooner } from '../sooner.js';
import { azurite, azuriteHere } from './azurite.js';
import { storeContract } from './contract.js';

const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

describe('Azure Blob Storage', () => {
  const server = azuriteHere();
  let containers = 0;

  function nextContainer(): string {
    containers += 1;
    return `${server().account}/container-${containers}`;
  }

  function open(url = nextContainer()) {
    const parsed = parseLocation(url);
    assert.ok(parsed.kind === 'parsed' && parsed.value?.kind === 'blob', url);
    return openBlobStore(parsed.value);
  }

  describe('the store', () => storeContract(() => open()));

  describe('cases in it', () => caseContract(() => open()));

  describe('their reminders', () => reminderContract(() => open()));

  describe('the activity log in it', () => {
    logContract(async () => storeLog(await open()), true);
  });

  it('keeps a value for whoever opens the container next, under the same version', async () => {
    const url = nextContainer();
    const first = await open(url);
    const version = await first.write('key', { answer: '汉' }, undefined);
    await first.close();
    const second = await open(url);
    assert.deepEqual(await second.read('key'), { value: { answer: '汉' }, version });
    assert.ok(await second.write('key', 2, version));
    await second.close();
  });

  it('shows no key in the name of a blob', async () => {
    const url = nextContainer();
    const store = await open(url);
    await store.write('["conversation","msteams","a:1","29:anna"]', {}, undefined);
    const client = new ContainerClient(url, new StorageSharedKeyCredential('devstoreaccount1', KEY));
    for await (const { name } of client.listBlobsFlat()) assert.match(name, /^store\/[\w-]{43}$/);
  });

  it('works with a shared access signature, and says what is wrong with one, without quoting it', async () => {
    const url = nextContainer();
    await (await open(url)).close();
    const containerName = new URL(url).pathname.split('/').at(-1) ?? '';
    const permissions = BlobSASPermissions.parse('rcwd');
    const expiresOn = new Date(Date.now() + 60_000);
    const signed = generateBlobSASQueryParameters(
      { containerName, permissions, expiresOn },
      new StorageSharedKeyCredential('devstoreaccount1', KEY),
    ).toString();
    const store = await open(`${url}?${signed}`);
    assert.ok(await store.write('key', 1, undefined));
    const forged = signed.replace(/sig=[^&]{6}/, 'sig=forged');
    const error = await open(`${url}?${forged}`).then(
      () => undefined,
      (why: unknown) => why,
    );
    assert.ok(error instanceof StorageError);
    assert.match(error.message, /\((AuthenticationFailed|AuthorizationFailure|HTTP 403)\).*STORAGE_URL/);
    assert.ok(!JSON.stringify([error.message, error.stack, error.cause]).includes('sig='));
  });

  it('names the remedy when nothing answers there, soon', async () => {
    const opened = open(`http://127.0.0.1:${await freePort()}/devstoreaccount1/container`);
    const refused = assert.rejects(opened, (error) => {
      assert.ok(error instanceof StorageError);
      assert.match(error.message, /ECONNREFUSED.*STORAGE_URL/);
      return true;
    });
    assert.ok(await isSooner(refused, 9000), 'before the first call is given up');
  });

  it('does not wait for a service that answers nothing', async () => {
    const own = await azurite();
    const store = await open(`${own.account}/container`);
    own.freeze();
    assert.ok(await isSooner(assert.rejects(store.read('key'), StorageError)));
    await own.end();
  });
});
