import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { direction, regionalLocale } from '../language/locale.js';
import type { KeyUnder } from '../language/message-keys.js';
import { type PageOptions, pageAround, statusWords } from './page.js';

/** What stands around the card. */
const WORDS = ['callTitle', 'chatMode', 'callLineLabel', 'callLine', 'send', 'keys', 'keysLine'] as const;
const COPYING = ['copyTicket', 'copyAloud', 'copied', 'copyFailed'] as const;

function words(language: Language): object {
  const said = [...WORDS, ...COPYING].map((key) => [key, language.say(`web.${key}`)]);
  return { ...statusWords(language), next: language.say('ui.nextCustomer'), ...Object.fromEntries(said) };
}

/** Every language: a card can change it, and the words around the card go along. */
function languages(): object {
  return Object.fromEntries(
    LANGUAGE_TAGS.map((tag) => {
      const { [tag]: language } = LANGUAGES;
      return [tag, { dir: direction(language), words: words(language) }];
    }),
  );
}

/** The page for a support agent with somebody on the phone: a line to type in, and one live card. */
export function callHtml(options: PageOptions): string {
  const { language, receipt, service, otherMode } = options;
  const say = (key: KeyUnder<'web'>): string => language.say(`web.${key}`);
  const word = (key: (typeof WORDS | typeof COPYING)[number]): Html => html`data-word="${key}">${say(key)}`;
  return pageAround(options, {
    title: say('callTitle'),
    styles: ['page.css', 'cards.css', 'call.css', 'call-card.css', 'print.css'],
    settings: {
      locale: regionalLocale(language),
      receipt,
      service,
      words: words(language),
      languages: languages(),
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
<kbd aria-hidden="true"><span class="in-line">Esc N</span><span class="outside">N</span></kbd></button>
<p id="keys"><span class="in-line" ${word('keysLine')}</span><span class="outside" ${word('keys')}</span></p>
<p id="copied" role="status"></p>
<textarea id="to-copy" rows="8" readonly hidden aria-labelledby="copied"></textarea>
</section>
</main>
<div id="announcer" role="status"></div>
<div id="print"></div>`,
  });
}
