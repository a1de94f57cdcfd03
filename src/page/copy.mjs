/** Builds what browsers are served into dist/web/, each file also compressed. Run it after the compiler. */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const SOURCES = {
  page: new URL('./', import.meta.url),
  // What draws a card as HTML, on the server and in the page alike.
  html: new URL('../../dist/src/html/', import.meta.url),
  webChat: new URL('../../node_modules/botframework-webchat/dist/', import.meta.url),
  adaptiveCards: new URL('../../node_modules/adaptivecards/dist/', import.meta.url),
  directLine: new URL('../../node_modules/botframework-directlinejs/dist/', import.meta.url),
};
const TARGET = new URL('../../dist/web/', import.meta.url);

const FILES = [
  // The full bundle for current browsers; the minimal one knows no Adaptive Cards.
  [SOURCES.webChat, 'webchat.js'],
  [SOURCES.webChat, 'webchat.js.LICENSE.txt'],
  // The call page shows one card, and does without the rest of Web Chat.
  [SOURCES.adaptiveCards, 'adaptivecards.min.js'],
  [SOURCES.adaptiveCards, 'adaptivecards.min.js.LICENSE.txt'],
  [SOURCES.directLine, 'directline.js'],
  [SOURCES.directLine, 'directline.js.LICENSE.txt'],
  ...['card-html.js', 'html.js', 'script-json.js'].map((name) => [SOURCES.html, name]),
  ...['first.js', 'kept-card.js', 'first.css'].map(fromPage),
  ...['page.js', 'chat.js', 'conversation.js', 'keep.js', 'status.js', 'look.js', 'hostconfig.js'].map(
    fromPage,
  ),
  ...[
    'chat-outbox.js',
    'held-back.js',
    'transcript.js',
    'fold.js',
    'unfolding.js',
    'land.js',
    'walk.js',
    'kept-line.js',
    'hush.js',
  ].map(fromPage),
  ...['cases.js', 'door.js'].map(fromPage),
  ...['call.js', 'mode.js', 'line.js', 'outbox.js', 'stage.js', 'card.js', 'markdown.js'].map(fromPage),
  ...[
    'keys.js',
    'parts.js',
    'copying.js',
    'take-along.js',
    'print.js',
    'print-page.js',
    'words.js',
    'news.js',
  ].map(fromPage),
  ...[
    'embed.js',
    'page.css',
    'cards.css',
    'one-card.css',
    'call.css',
    'call-card.css',
    'call-wide.css',
    'my-cases.css',
    'take-along.css',
    'print.css',
    'icon.svg',
  ].map(fromPage),
];

function fromPage(name) {
  return [SOURCES.page, name];
}

async function modified(url) {
  return (await stat(url).catch(() => undefined))?.mtimeMs ?? 0;
}

async function build([folder, name]) {
  const source = new URL(name, folder);
  const target = new URL(name, TARGET);
  // Compressing Web Chat takes seconds, and it hardly ever changes.
  if ((await modified(new URL(`${name}.gz`, TARGET))) > (await modified(source))) return;
  const bytes = await readFile(source);
  const params = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 1_000_000 ? 9 : 11 };
  await writeFile(target, bytes);
  await writeFile(new URL(`${name}.br`, TARGET), await promisify(brotliCompress)(bytes, { params }));
  await writeFile(new URL(`${name}.gz`, TARGET), await promisify(gzip)(bytes, { level: 9 }));
}

if (process.argv.includes('--clean')) await rm(TARGET, { recursive: true, force: true });
await mkdir(TARGET, { recursive: true });
await Promise.all(FILES.map(build));
