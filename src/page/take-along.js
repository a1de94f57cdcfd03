/** What a card asks of the page around it: it has the clipboard, and knows its own address. */
import { copy } from './copying.js';
import { printAnswer } from './print.js';

/** A file of a kept case on this server: nothing that a card says leads anywhere else. */
const FILE = /^\/case\/[\w.-]+\/case\.(?:csv|json|ics)$/;

/**
 * Does what a tap wants, if that is for the page to do.
 * @returns whether it was; then the bot need not hear of it
 */
export function takenAlong({ page, text, receipt, path } = {}) {
  if (page === 'copy' && typeof text === 'string') {
    void copy(text);
    return true;
  }
  if (page === 'share' && receipt !== undefined) {
    void copy(`${location.origin}/r/${receipt}`);
    return true;
  }
  if (page === 'print' && receipt !== undefined) {
    void printAnswer(receipt);
    return true;
  }
  if (page === 'download' && typeof path === 'string' && FILE.test(path)) {
    const link = document.createElement('a');
    link.href = path;
    link.download = '';
    link.click();
    return true;
  }
  return false;
}

/** What a card may require of its client, and has something else in place of where the client cannot. */
const ABLE = ['copying', 'printing', 'downloading'];

/** A card that requires nothing any more of what this page does. Adaptive Cards itself lets a page say so only by class. */
export function granted(card) {
  if (Array.isArray(card)) return card.map(granted);
  if (typeof card !== 'object' || card === null) return card;
  const { requires, fallback, ...rest } = card;
  const met = requires !== undefined && Object.keys(requires).every((name) => ABLE.includes(name));
  const kept = met ? rest : card;
  return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, granted(value)]));
}
