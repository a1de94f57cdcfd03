import { type Html, html, joinHtml, jsonElement } from '../html/html.js';
import type { Language } from '../language/language.js';
import { direction, regionalLocale } from '../language/locale.js';
import type { KeyUnder } from '../language/message-keys.js';
import { welcomeHtml } from './first-card.js';
import { everyLanguage, pageWords } from './page-words.js';

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
  /** The address of the page of cases. */
  readonly cases: string;
  /** The address of a file of ours, with its version. */
  readonly address: (name: string) => string;
}

export interface PageContent {
  readonly title: string;
  readonly styles: readonly string[];
  readonly settings: object;
  /** Older scripts, which leave something behind for the module. */
  readonly scripts: readonly string[];
  readonly module: string;
  /** Whether nothing is painted before the module has run: what is tapped then is never lost. */
  readonly blocking?: true;
  /** The modules that the module goes on to load. */
  readonly modules?: readonly string[];
  readonly body: Html;
}

function lines(all: readonly Html[]): Html {
  return joinHtml(all, '\n');
}

/** A page in the reader's language. Nothing in it is a script or a style of its own. */
export function pageAround({ language, inPanel, address }: PageOptions, page: PageContent): string {
  const frame = inPanel ? html` data-frame="launcher"` : '';
  return html`<!doctype html>
<html lang="${language.tag}" dir="${direction(language)}"${frame}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<meta name="description" content="${language.say('web.description')}">
<link rel="icon" href="${address('icon.svg')}" type="image/svg+xml">
${lines(page.styles.map((name) => html`<link rel="stylesheet" href="${address(name)}">`))}
${jsonElement('settings', page.settings)}
${lines(page.scripts.map((name) => html`<script src="${address(name)}" defer></script>`))}
${lines((page.modules ?? []).map((name) => html`<link rel="modulepreload" href="${address(name)}">`))}
<script src="${address(page.module)}" type="module"${page.blocking ? html` blocking="render"` : ''}></script>
</head>
<body>
${page.body}
</body>
</html>
`.toString();
}

/** Whether a text was copied, and the text itself where the clipboard is refused. */
export const COPIED: Html = html`<p id="copied" role="status"></p>
<textarea id="to-copy" rows="8" readonly hidden aria-labelledby="copied"></textarea>`;
/** What is only heard, and what is only printed. */
export const UNSEEN: Html = html`<div id="announcer" role="status"></div>
<div id="print"></div>`;

/** What stands around the chat. */
const OWN = ['title', 'callMode', 'newConversation', 'chatLine', 'send'] as const;
/** And in the words of the cards. */
const LENT = { cases: 'kept.mine' } as const;

/** What the first script needs at once. */
const FIRST_MODULES = ['keep.js', 'kept-card.js', 'mode.js', 'status.js', 'words.js'];

/** The page around Web Chat. */
export function chatHtml(options: PageOptions): string {
  const { language, nonce, receipt, service, otherMode, cases, address } = options;
  const say = (key: KeyUnder<'web'>): string => language.say(`web.${key}`);
  const word = (key: (typeof OWN)[number]): Html => html`data-word="${key}">${say(key)}`;
  return pageAround(options, {
    title: say('title'),
    styles: ['page.css', 'first.css', 'cards.css', 'take-along.css', 'print.css'],
    settings: {
      locale: regionalLocale(language),
      served: language.tag,
      // Loaded once the first card is there.
      scripts: [address('webchat.js')],
      nonce,
      receipt,
      service,
      title: 'title',
      words: pageWords(language, OWN, LENT),
      languages: everyLanguage(OWN, LENT),
    },
    scripts: [],
    module: 'first.js',
    modules: FIRST_MODULES,
    blocking: true,
    body: html`<header>
<h1 ${word('title')}</h1>
<a class="quiet" id="to-cases" href="${cases}" data-word="cases">${language.say('kept.mine')}</a>
<a class="quiet" href="${otherMode}" ${word('callMode')}</a>
<button class="quiet" id="start-afresh" type="button" disabled ${word('newConversation')}</button>
</header>
<p id="status" role="status">${say('connecting')}</p>
<noscript><p>${say('noScript')}</p></noscript>
<main id="first">
<div id="first-scroll">${receipt === undefined ? welcomeHtml(language) : ''}<div id="first-said"></div></div>
<form id="first-form">
<label for="first-line" ${word('chatLine')}</label>
<textarea id="first-line" rows="1" placeholder="${say('chatLine')}" data-placeholder="chatLine" autocomplete="off"></textarea>
<button type="submit" ${word('send')}</button>
</form>
</main>
<main id="chat" data-behind></main>
<section id="copying">
${COPIED}
</section>
<div id="print"></div>`,
  });
}
