/** The words around the conversation, in the language that the person chose: they can choose it in the conversation. */
import { keepIn } from './keep.js';
import { settings } from './status.js';

/** Of this browser: who chose a language once finds the page in it. */
const browser = keepIn('localStorage');
const CHOSEN = 'advisor.locale';

function show(tag) {
  const { locale, dir, words } = settings.languages[tag];
  Object.assign(document.documentElement, { lang: tag, dir });
  Object.assign(settings, { locale, words });
  document.title = words[settings.title];
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = words[element.dataset.word];
  }
  for (const element of document.querySelectorAll('[data-placeholder]')) {
    element.placeholder = words[element.dataset.placeholder];
  }
}

function isOther(tag) {
  return Object.hasOwn(settings.languages, tag ?? '') && document.documentElement.lang !== tag;
}

/**
 * The page speaks the language of the bot's answer, and remembers it. Returns whether that is another than before.
 * @param tag a language of ours; another one changes nothing
 */
export function speak(tag) {
  if (!isOther(tag)) return false;
  show(tag);
  browser.set(CHOSEN, tag);
  return true;
}

/** The page speaks the language that was chosen before, whatever the server took the reader's to be. */
export function speakAsBefore() {
  const tag = browser.get(CHOSEN);
  if (isOther(tag)) show(tag);
}
