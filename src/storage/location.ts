import { CLOUD_NAMES, CLOUDS } from '../clouds/clouds.js';
import { type Parsed, parsed, problem } from '../problem/parsed.js';

/** Where conversations are kept, if not on this machine's disk. The addresses hold secrets: never log them. */
export type StorageLocation =
  | { readonly kind: 'redis'; readonly url: string }
  | {
      readonly kind: 'blob';
      /** The address of the container, without its query. */
      readonly container: string;
      /** A shared access signature, as it stands behind the `?`; undefined: the managed identity. */
      readonly signature: string | undefined;
    };

/** A storage account and what it stands below: one of the clouds, or one of the zones of the public cloud. */
const ACCOUNT = /^[a-z0-9]{3,24}\.(?<below>[a-z0-9.]+)$/;
const ZONE = /^z\d{1,2}\.blob\.storage\.azure\.net$/;
const CONTAINER = /^\/[a-z0-9](?:-?[a-z0-9]){2,62}$/;
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])$/;
/** The account that Azurite has unless told otherwise. */
const AZURITE = '/devstoreaccount1';

function isAccount(host: string): boolean {
  const below = ACCOUNT.exec(host)?.groups?.below ?? '';
  return ZONE.test(below) || CLOUD_NAMES.some((name) => CLOUDS[name].blobs === below);
}

function blob({ protocol, host, pathname, search }: URL, path: string): Parsed<StorageLocation> {
  if (!CONTAINER.test(path)) {
    return problem(
      'STORAGE_URL must end with the name of one container: 3 to 63 small letters, digits and single hyphens.',
    );
  }
  if (search !== '' && !/[?&]sig=/.test(search)) {
    return problem('What follows the "?" in STORAGE_URL is no shared access signature (sv=…&sig=…).');
  }
  const signature = search === '' ? undefined : search.slice(1);
  return parsed({ kind: 'blob', container: `${protocol}//${host}${pathname}`, signature });
}

/** Reads `STORAGE_URL`; undefined is the disk. What is wrong with it is said without quoting it: it may hold a password. */
export function parseLocation(text: string | undefined): Parsed<StorageLocation | undefined> {
  if (text === undefined) return parsed(undefined);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^rediss?:$/.test(url.protocol)) {
    if (url.hostname === '') return problem('STORAGE_URL names no host: write redis://<host>:<port>.');
    return /^\/?\d{0,4}$/.test(url.pathname)
      ? parsed({ kind: 'redis', url: text })
      : problem('What follows the host in STORAGE_URL must be the number of a Redis database, such as /0.');
  }
  if (url?.protocol === 'https:' && isAccount(url.hostname)) return blob(url, url.pathname);
  if (url !== undefined && LOOPBACK.test(url.hostname) && url.pathname.startsWith(`${AZURITE}/`)) {
    return blob(url, url.pathname.slice(AZURITE.length));
  }
  return problem(
    'STORAGE_URL must be redis://<host>:<port>, rediss://<host>:<port> or ' +
      `https://<account>.${CLOUDS.public.blobs}/<container>; without it conversations are kept in DATA_DIR.`,
  );
}
