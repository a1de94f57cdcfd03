import { type Html, html } from '../html/html.js';
import { regionalLocale } from '../language/locale.js';
import type { KeyUnder } from '../language/message-keys.js';
import { COPIED, type PageOptions, pageAround, UNSEEN } from './page.js';
import { everyLanguage, pageWords } from './page-words.js';

/** What stands around the card. */
const OWN = [
  'callTitle',
  'chatMode',
  'callLineLabel',
  'callLine',
  'send',
  'keys',
  'keysLine',
  'copyTicket',
  'copyAloud',
] as const;
/** What the page's script says besides, in the words of the cards. */
const LENT = { next: 'ui.nextCustomer' } as const;

/** The page for a support agent with somebody on the phone: a line to type in, and one live card. */
export function callHtml(options: PageOptions): string {
  const { language, receipt, service, otherMode } = options;
  const say = (key: KeyUnder<'web'>): string => language.say(`web.${key}`);
  const word = (key: (typeof OWN)[number]): Html => html`data-word="${key}">${say(key)}`;
  return pageAround(options, {
    title: say('callTitle'),
    styles: [
      'page.css',
      'cards.css',
      'one-card.css',
      'call.css',
      'call-card.css',
      'call-wide.css',
      'print.css',
    ],
    settings: {
      locale: regionalLocale(language),
      receipt,
      service,
      words: pageWords(language, OWN, LENT),
      title: 'callTitle',
      languages: everyLanguage(OWN, LENT),
    },
    scripts: ['adaptivecards.min.js', 'directline.js'],
    module: 'call.js',
    body: html`<header>
<h1 ${word('callTitle')}</h1>
<a class="quiet" href="${otherMode}" ${word('chatMode')}</a>
</header>
<main>
<form id="line">
<label for="said" ${word('callLineLabel')}</label>
<textarea id="said" rows="1" placeholder="${say('callLine')}" data-placeholder="callLine"
 autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="send" aria-describedby="keys"></textarea>
<button type="submit" ${word('send')}</button>
</form>
<p id="status" role="status">${say('connecting')}</p>
<noscript><p>${say('noScript')}</p></noscript>
<div id="card" tabindex="-1"></div>
<section id="copying">
<button type="button" data-copy="ticket" disabled ${word('copyTicket')}</button>
<button type="button" data-copy="aloud" disabled ${word('copyAloud')}</button>
<button type="button" id="next" aria-keyshortcuts="N" disabled><span data-word="next">${language.say('ui.nextCustomer')}</span>
<kbd aria-hidden="true"><span class="in-line">Esc N N</span><span class="outside">N N</span><span class="again">N</span></kbd></button>
<p id="keys"><span class="in-line" ${word('keysLine')}</span><span class="outside" ${word('keys')}</span></p>
${COPIED}
</section>
</main>
${UNSEEN}`,
  });
}
