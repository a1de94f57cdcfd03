import type { Language } from '../language/language.js';
import { escapeHtml } from './escape.js';
import { direction, regionalLocale } from './locale.js';

export interface PageOptions {
  readonly language: Language;
  readonly nonce: string;
  /** Whether the page is the panel that embed.js opens, whose close button needs room. */
  readonly inPanel: boolean;
  /** The address of a file of ours, with its version. */
  readonly address: (name: string) => string;
}

/** JSON that cannot end the script element it stands in. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The page around Web Chat, in the reader's language. Nothing in it is a script or a style of its own. */
export function pageHtml({ language, nonce, inPanel, address }: PageOptions): string {
  const say = (key: string): string => escapeHtml(language.say(`web.${key}`));
  const settings = {
    locale: regionalLocale(language),
    nonce,
    words: { connecting: language.say('web.connecting'), failed: language.say('web.failed') },
  };
  return `<!doctype html>
<html lang="${escapeHtml(language.tag)}" dir="${direction(language)}"${inPanel ? ' data-frame="launcher"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${say('title')}</title>
<meta name="description" content="${say('description')}">
<link rel="icon" href="${address('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${address('page.css')}">
<link rel="stylesheet" href="${address('cards.css')}">
<script type="application/json" id="settings">${scriptJson(settings)}</script>
<script src="${address('webchat.js')}" defer></script>
<script src="${address('page.js')}" type="module"></script>
</head>
<body>
<header>
<h1>${say('title')}</h1>
<button id="start-afresh" type="button" disabled>${say('newConversation')}</button>
</header>
<p id="status" role="status">${say('connecting')}</p>
<noscript><p>${say('noScript')}</p></noscript>
<main id="chat"></main>
</body>
</html>
`;
}
