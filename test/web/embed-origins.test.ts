import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { startWebServer } from './web-server.js';

/** Whether embed.js, on a page of that origin that is still loading, would show the advisor there. */
async function isShown(embedOrigins: readonly string[], origin: string): Promise<boolean> {
  const server = await startWebServer({ embedOrigins });
  const said: string[] = [];
  try {
    const { body } = await server.get('/embed.js');
    runInNewContext(body.toString(), {
      URL,
      addEventListener: () => undefined,
      console: { error: (text: string) => said.push(text) },
      document: {
        currentScript: { dataset: {}, src: 'https://advisor.example/embed.js' },
        documentElement: { lang: 'en' },
        readyState: 'loading',
      },
      location: { origin },
      navigator: { language: 'en' },
    });
  } finally {
    await server.close();
  }
  return said.length === 0;
}

describe('embed.js shows the advisor', () => {
  for (const [allowed, origin] of [
    ['https://contoso.com', 'https://contoso.com'],
    ['http://contoso.com', 'http://contoso.com'],
    ['http://contoso.com', 'https://contoso.com'],
    ['http://contoso.com:8080', 'https://contoso.com:8080'],
    ['https://contoso.com', 'https://advisor.example'],
    ['*', 'https://anybody.example'],
  ] as const) {
    it(`on ${origin}, where ${allowed} may, as browsers do`, async () => {
      assert.ok(await isShown([allowed], origin));
    });
  }

  for (const [allowed, origin] of [
    ['https://contoso.com', 'http://contoso.com'],
    ['http://contoso.com', 'https://www.contoso.com'],
    ['http://contoso.com', 'https://contoso.com:8080'],
    ['https://contoso.com', 'https://anybody.example'],
  ] as const) {
    it(`not on ${origin}, where only ${allowed} may`, async () => {
      assert.ok(!(await isShown([allowed], origin)));
    });
  }
});
