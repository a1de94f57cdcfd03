import { late } from '../late/late.js';

/** The official SDK, by `late`: one file after another, and the same zod that our schemas are made with. */
export const sdk = {
  server: late<typeof import('@modelcontextprotocol/sdk/server/index.js')>(
    '@modelcontextprotocol/sdk/server/index.js',
  ),
  stdio: late<typeof import('@modelcontextprotocol/sdk/server/stdio.js')>(
    '@modelcontextprotocol/sdk/server/stdio.js',
  ),
  http: late<typeof import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js')>(
    '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js',
  ),
  types: late<typeof import('@modelcontextprotocol/sdk/types.js')>('@modelcontextprotocol/sdk/types.js'),
};
