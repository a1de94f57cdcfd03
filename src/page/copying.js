/** Copies texts to the clipboard, and says whether it worked. */
import { settings } from './status.js';

const said = document.getElementById('copied');
const box = document.getElementById('to-copy');

/** For browsers and frames that refuse the clipboard: the text is selected, which copies it or leaves that to the person. */
function copySelected(text) {
  const { activeElement: before } = document;
  box.value = text;
  box.hidden = false;
  box.select();
  const copied = document.execCommand('copy');
  if (!copied) return false;
  box.hidden = true;
  before?.focus?.();
  return true;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** How long it is said that it worked: then it is old news. */
const SAID_MS = 5000;

let clearing;

/** Never rejects. */
export async function copy(text) {
  // Emptied first, so that the same words are read out again.
  said.textContent = '';
  clearTimeout(clearing);
  box.hidden = true;
  const worked = await copied(text);
  said.dataset.state = worked ? 'copied' : 'failed';
  said.textContent = settings.words[worked ? 'copied' : 'copyFailed'];
  if (worked) clearing = setTimeout(() => (said.textContent = ''), SAID_MS);
}

/** What was said that is no card, such as thanks, stays until the next card. */
export function remark(text = '') {
  if (text === '' && said.dataset.state !== 'remark') return;
  clearTimeout(clearing);
  box.hidden = true;
  said.dataset.state = 'remark';
  said.textContent = text;
}
