import {
  AnonymousCredential,
  ContainerClient,
  type StoragePipelineOptions,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { StorageError } from '../error.js';
import type { StorageLocation } from '../location.js';

export type BlobLocation = Extract<StorageLocation, { kind: 'blob' }>;

/** Azurite's account and its key, which are the same everywhere: see its documentation. No secret. */
const AZURITE = {
  account: 'devstoreaccount1',
  key: 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
};

/** Short pauses: a channel waits 15 s for the whole turn. In milliseconds. */
const PIPELINE: StoragePipelineOptions = {
  retryOptions: { maxTries: 3, retryDelayInMs: 100, maxRetryDelayInMs: 400 },
};

/** A client of the container. @param authority where a managed identity signs in, in a cloud that is not public */
export async function containerClient(location: BlobLocation, authority?: string): Promise<ContainerClient> {
  const { container, signature } = location;
  if (signature !== undefined) {
    return new ContainerClient(`${container}?${signature}`, new AnonymousCredential(), PIPELINE);
  }
  if (new URL(container).pathname.startsWith(`/${AZURITE.account}/`)) {
    return new ContainerClient(
      container,
      new StorageSharedKeyCredential(AZURITE.account, AZURITE.key),
      PIPELINE,
    );
  }
  const { DefaultAzureCredential } = await import('@azure/identity');
  const options = authority === undefined ? {} : { authorityHost: authority };
  return new ContainerClient(container, new DefaultAzureCredential(options), PIPELINE);
}

/** What the service calls its error, such as `AuthenticationFailed`, or the system, such as `ECONNREFUSED`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'ETIMEDOUT';
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && /^[\w-]{1,60}$/.test(code)) return code;
  return 'statusCode' in error ? `HTTP ${String(error.statusCode)}` : error.name;
}

/** The error with a remedy. The SDK's own holds the whole request, signature included, and is left behind. */
export function blobError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const code = codeOf(error) ?? 'unknown';
  return new StorageError(
    `Azure Blob Storage does not do its work (${code}): check the account, the container and who may use it in ` +
      'STORAGE_URL.',
    { cause: Object.assign(new Error(code), { code }) },
  );
}
