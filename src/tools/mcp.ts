import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { LANGUAGES } from '../language/languages.js';
import { languageFor } from '../language/negotiate.js';
import { assistantServer } from '../mcp/assistant-server.js';
import { sdk } from '../mcp/sdk.js';
import { loadEdition } from '../start/config.js';

/** `mcp`: the advisor for an assistant on the same machine, by standard input and output. It ends with its input. */
const USAGE = 'Usage: npm run --silent mcp [-- LOCALE]. An assistant starts it; it talks by standard input.';

const [locale = 'en', ...more] = process.argv.slice(2);
const tag = languageFor(locale);
if (tag === undefined || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const { StdioServerTransport } = sdk.stdio();
  const reader = { language: LANGUAGES[tag], edition: loadEdition(), caller: 'own' };
  const server = assistantServer(reader, (error) => console.error(error));
  await server.connect(new StdioServerTransport() as Transport);
}
