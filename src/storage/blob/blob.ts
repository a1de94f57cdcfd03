import { randomBytes } from 'node:crypto';
import type { BlobClient, BlockBlobClient, ContainerClient } from '@azure/storage-blob';
import { boundedText } from '../../async/bounded-text.js';
import { StorageError } from '../error.js';
import type { Store, Stored } from '../store.js';
import { keyHash, storedKey } from '../stored-key.js';
import { type BlobLocation, blobError, codeOf, containerClient } from './blob-client.js';

/** How long a call may take in milliseconds; the first, for which an identity may have to sign in, longer. */
const TIMEOUT = 2000;
const FIRST_TIMEOUT = 10_000;

const PREFIX = 'store/';
/** Somebody else was faster, or the blob is gone. */
const CONFLICTS: ReadonlySet<string | undefined> = new Set([
  'ConditionNotMet',
  'BlobAlreadyExists',
  'BlobNotFound',
  'TargetConditionNotMet',
  'UnmodifiedSinceConditionNotMet',
]);

/** The key, for the sweep; names of metadata and their values are headers, so it is written in Base64. */
function metadataOf(key: string): Record<string, string> {
  const plain = storedKey(key).startsWith('k:');
  return plain ? { key: Buffer.from(key).toString('base64') } : {};
}

function keyIn(metadata: Readonly<Record<string, string>> | undefined): string | undefined {
  return metadata?.key === undefined ? undefined : Buffer.from(metadata.key, 'base64').toString();
}

async function guarded<T>(call: (abortSignal: AbortSignal) => Promise<T>, timeout = TIMEOUT): Promise<T> {
  try {
    return await call(AbortSignal.timeout(timeout));
  } catch (error) {
    throw blobError(error);
  }
}

/** What the call resolves to, or undefined where the service says that the condition did not hold. */
async function unlessConflict<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (CONFLICTS.has(codeOf(error))) return undefined;
    throw error;
  }
}

/** In bytes; the largest value is an answer with its card, of some 80 KB. */
const LONGEST_VALUE = 1024 * 1024;

/** The whole body. One that is left unread fails where nobody can catch it, when its connection breaks. */
function textOf(stream: NodeJS.ReadableStream | undefined): Promise<string> {
  return boundedText((stream ?? []) as AsyncIterable<Uint8Array>, LONGEST_VALUE);
}

/** What is known about a blob; undefined where it is missing. The answer to a HEAD has no body, and so no code. */
async function propertiesOf(blob: BlobClient, abortSignal: AbortSignal) {
  try {
    return await blob.getProperties({ abortSignal });
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return undefined;
    throw error;
  }
}

/** The version, if the blob is as this very write left it: a request may be sent twice, and refused the second time. */
async function versionOf(write: string, blob: BlobClient, abortSignal: AbortSignal) {
  const found = await propertiesOf(blob, abortSignal);
  return found?.metadata?.write === write ? found.etag : undefined;
}

/** Deletes what nobody has written since. */
async function sweepContainer(client: ContainerClient, before: Date, isKept: (key: string) => boolean) {
  let deleted = 0;
  for await (const { name, properties, metadata } of client.listBlobsFlat({
    prefix: PREFIX,
    includeMetadata: true,
  })) {
    const key = keyIn(metadata);
    if (properties.lastModified >= before || (key !== undefined && isKept(key))) continue;
    const conditions = { ifUnmodifiedSince: properties.lastModified };
    if (await unlessConflict(client.deleteBlob(name, { conditions }))) deleted += 1;
  }
  return deleted;
}

/**
 * A store in one container of Azure Blob Storage, a blob a value, for several instances; its ETags are the versions.
 * The container is created where there is none. Rejects with `StorageError` when it cannot be used.
 */
export async function openBlobStore(location: BlobLocation, authority?: string): Promise<Store> {
  const client = await containerClient(location, authority);
  await guarded(async (abortSignal) => {
    // Read first: who may only use blobs may not create containers, and has no need to.
    const probe = client.getBlobClient(`${PREFIX}probe`);
    const there = await propertiesOf(probe, abortSignal);
    if (there === undefined) await client.createIfNotExists({ abortSignal }).catch(() => undefined);
    const found = await unlessConflict(probe.download(0, 1, { abortSignal }));
    await textOf(found?.readableStreamBody);
  }, FIRST_TIMEOUT);
  let closed = false;

  function whileOpen<T>(call: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new StorageError('The store is closed.'));
    return guarded(call);
  }

  const blobOf = (key: string): BlockBlobClient => client.getBlockBlobClient(PREFIX + keyHash(key));

  return {
    read<T>(key: string): Promise<Stored<T> | undefined> {
      return whileOpen(async (abortSignal) => {
        const found = await unlessConflict(blobOf(key).download(0, undefined, { abortSignal }));
        if (found === undefined) return undefined;
        const text = await textOf(found.readableStreamBody);
        return found.etag === undefined ? undefined : { value: JSON.parse(text) as T, version: found.etag };
      });
    },
    write<T>(key: string, value: T, expected: string | undefined): Promise<string | undefined> {
      return whileOpen(async (abortSignal) => {
        if (expected !== undefined && !/^"[^"]+"$/.test(expected)) return undefined;
        const blob = blobOf(key);
        const body = Buffer.from(JSON.stringify(value));
        const write = randomBytes(9).toString('base64url');
        const conditions = expected === undefined ? { ifNoneMatch: '*' } : { ifMatch: expected };
        const metadata = { ...metadataOf(key), write };
        const options = { abortSignal, conditions, metadata };
        const written = await unlessConflict(blob.upload(body, body.length, options));
        return written?.etag ?? (await versionOf(write, blob, abortSignal));
      });
    },
    delete(key: string): Promise<void> {
      return whileOpen(async (abortSignal) => {
        await blobOf(key).deleteIfExists({ abortSignal });
      });
    },
    async sweep(before: Date, isKept: (key: string) => boolean): Promise<number> {
      if (closed) throw new StorageError('The store is closed.');
      return sweepContainer(client, before, isKept).catch((error: unknown) => {
        throw blobError(error);
      });
    },
    async close(): Promise<void> {
      closed = true;
    },
  };
}
