import type { Language } from '../language/language.js';
import { escapeHtml } from './escape.js';
import { direction, regionalLocale } from './locale.js';

export interface PageOptions {
  readonly language: Language;
  readonly nonce: string;
  /** Whether the page is the panel that embed.js opens, whose close button needs room. */
  readonly inPanel: boolean;
  /** What is said once as soon as the conversation is open: the code of the receipt that a link leads to. */
  readonly receipt: string | undefined;
  /** The Direct Line service, if the page uses it: its address, and where we give tokens for it. */
  readonly service: { readonly domain: string; readonly tokens: string } | undefined;
  /** The address of the same advisor in the other mode, the chat's from the call and the call's from the chat. */
  readonly otherMode: string;
  /** The address of a file of ours, with its version. */
  readonly address: (name: string) => string;
}

/** JSON that cannot end the script element it stands in. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The words of the status line; also of the pages' scripts. */
export function statusWords(language: Language) {
  return { connecting: language.say('web.connecting'), failed: language.say('web.failed') };
}

export interface Page {
  readonly title: string;
  readonly styles: readonly string[];
  readonly settings: object;
  /** Older scripts, which leave something behind for the module. */
  readonly scripts: readonly string[];
  readonly module: string;
  readonly body: string;
}

/** A page in the reader's language. Nothing in it is a script or a style of its own. */
export function html({ language, inPanel, address }: PageOptions, page: Page): string {
  const say = (key: string): string => escapeHtml(language.say(`web.${key}`));
  return `<!doctype html>
<html lang="${escapeHtml(language.tag)}" dir="${direction(language)}"${inPanel ? ' data-frame="launcher"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)}</title>
<meta name="description" content="${say('description')}">
<link rel="icon" href="${address('icon.svg')}" type="image/svg+xml">
${page.styles.map((name) => `<link rel="stylesheet" href="${address(name)}">`).join('\n')}
<script type="application/json" id="settings">${scriptJson(page.settings)}</script>
${page.scripts.map((name) => `<script src="${address(name)}" defer></script>`).join('\n')}
<script src="${address(page.module)}" type="module"></script>
</head>
<body>
${page.body}
</body>
</html>
`;
}

/** The page around Web Chat. */
export function chatHtml(options: PageOptions): string {
  const { language, nonce, receipt, service, otherMode } = options;
  const say = (key: string): string => escapeHtml(language.say(`web.${key}`));
  return html(options, {
    title: language.say('web.title'),
    styles: ['page.css', 'cards.css'],
    settings: { locale: regionalLocale(language), nonce, receipt, service, words: statusWords(language) },
    scripts: ['webchat.js'],
    module: 'page.js',
    body: `<header>
<h1>${say('title')}</h1>
<a class="quiet" href="${escapeHtml(otherMode)}">${say('callMode')}</a>
<button class="quiet" id="start-afresh" type="button" disabled>${say('newConversation')}</button>
</header>
<p id="status" role="status">${say('connecting')}</p>
<noscript><p>${say('noScript')}</p></noscript>
<main id="chat"></main>`,
  });
}
