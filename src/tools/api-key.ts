import { isKeyName, newKey } from '../api/callers/api-keys.js';
import { endWithOutput } from '../start/output.js';

/** `api-key`: a new key for the HTTP API, shown once, and what lets it in. */
const USAGE =
  'Usage: npm run --silent api-key -- NAME (whose key it is: letters, digits, “.”, “_” and “-”, at most 64)';

endWithOutput();
const [name, ...more] = process.argv.slice(2);
if (name === undefined || more.length > 0 || !isKeyName(name)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const { key, entry } = newKey(name);
  console.log(`Give this key to “${name}”. It is shown only here:\n${key}\n`);
  console.log(
    `Add this to API_KEYS, and start the advisor again. Whoever takes it out revokes the key:\n${entry}`,
  );
}
