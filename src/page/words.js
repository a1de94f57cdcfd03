/** The words around the card, in the language that the bot speaks now: it can be chosen on a card. */
import { settings } from './status.js';

/** @param tag a language of ours; another one changes nothing */
export function speak(tag) {
  const language = settings.languages[tag];
  if (language === undefined || document.documentElement.lang === tag) return;
  Object.assign(document.documentElement, { lang: tag, dir: language.dir });
  settings.words = language.words;
  document.title = language.words.callTitle;
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = language.words[element.dataset.word];
  }
  for (const element of document.querySelectorAll('[data-placeholder]')) {
    element.placeholder = language.words[element.dataset.placeholder];
  }
}
