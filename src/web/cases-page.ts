import { type Html, html } from '../html/html.js';
import { regionalLocale } from '../language/locale.js';
import type { KeyUnder } from '../language/message-keys.js';
import { COPIED, type PageOptions, pageAround, UNSEEN } from './page.js';
import { everyLanguage, pageWords } from './page-words.js';

/** What stands around the card. */
const OWN = [
  'title',
  'chatMode',
  'casesCodeText',
  'casesCode',
  'casesEnter',
  'casesBadCode',
  'casesEnded',
] as const;
/** What it says besides, in the words of the cards. */
const LENT = { mine: 'kept.mine', none: 'kept.none' } as const;

/** The page of the cases that somebody keeps: one card, and a door for who comes with a code. */
export function casesHtml(options: PageOptions): string {
  const { language, otherMode } = options;
  const say = (key: KeyUnder<'web'>): string => language.say(`web.${key}`);
  const word = (key: (typeof OWN)[number]): Html => html`data-word="${key}">${say(key)}`;
  return pageAround(options, {
    title: language.say('kept.mine'),
    styles: ['page.css', 'cards.css', 'one-card.css', 'my-cases.css', 'print.css'],
    settings: {
      locale: regionalLocale(language),
      words: pageWords(language, OWN, LENT),
      title: 'mine',
      languages: everyLanguage(OWN, LENT),
    },
    scripts: ['adaptivecards.min.js'],
    module: 'cases.js',
    body: html`<header>
<h1 ${word('title')}</h1>
<a class="quiet" id="to-chat" href="${otherMode}" ${word('chatMode')}</a>
</header>
<main>
<p id="status" role="status">${say('connecting')}</p>
<noscript><p>${say('noScript')}</p></noscript>
<div id="card"></div>
<section id="door" aria-labelledby="door-title" hidden>
<h2 id="door-title" data-word="mine">${language.say('kept.mine')}</h2>
<p id="door-why" role="alert"></p>
<p ${word('casesCodeText')}</p>
<form id="code-form">
<label for="code" ${word('casesCode')}</label>
<input id="code" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go">
<button type="submit" ${word('casesEnter')}</button>
</form>
</section>
<section id="copying">
${COPIED}
</section>
</main>
${UNSEEN}`,
  });
}
