/**
 * What single keys do on the call page: only while the focus is on the card, so that who dictates, or leans on a key
 * elsewhere, answers nothing by it.
 */

const WRITES = 'input, textarea, select, [contenteditable]';
const TAKES_ENTER = `${WRITES}, button, a, [role="button"], summary`;

/**
 * What is asked now, and the taps that answer it: a choice between readings, a question, what to ask again, or which of
 * the subscriptions to open.
 */
const ASKED = { choice: ['accept'], question: ['answer'], open: ['change'], each: ['subscription'] };

/** The rows with the numbers, in their order: the first is 1. */
export function numbered({ taps, node }) {
  const asked = Object.keys(ASKED).find((id) => node.querySelector(`#${id}`) !== null);
  if (asked === undefined) return [];
  const part = node.querySelector(`#${asked}`);
  return taps.filter(
    ({ data, node: row }) =>
      ASKED[asked].includes(data.action) && (data.fact ?? data.number) !== undefined && part.contains(row),
  );
}

/** What begins with the next customer. */
export function nextCustomer({ taps }) {
  return taps.find(({ data }) => data.action === 'restart');
}

/** The tap that confirms what was understood, if that is what is asked now. */
export function confirmation({ taps }) {
  return taps.find(({ data }) => data.action === 'accept' && data.fact === undefined);
}

/** By its place as well on keyboards without Latin letters. */
function isLetter({ key, code }, letter) {
  return key.toUpperCase() === letter || (!/^[a-z]$/i.test(key) && code === `Key${letter}`);
}

function tapFor(event, drawn) {
  if (/^[1-9]$/.test(event.key)) return numbered(drawn)[Number(event.key) - 1];
  if (isLetter(event, 'U')) return numbered(drawn).find(({ data }) => data.value === 'unknown');
  if (event.key === 'Enter' && !event.target.closest?.(TAKES_ENTER)) return confirmation(drawn);
  return undefined;
}

/**
 * @param card gives what is drawn now
 * @param place what the card stands in
 * @param next the button of the next customer. There is no way back from it, so the key leads to it first, and there
 *   the same key, or Enter, presses it
 */
export function listenToKeys(card, place, next) {
  addEventListener('keydown', (event) => {
    const { ctrlKey, altKey, metaKey, repeat, isComposing, defaultPrevented, target } = event;
    if (ctrlKey || altKey || metaKey || repeat || isComposing || defaultPrevented) return;
    const drawn = card();
    const isThere = place.contains(target) || target === next;
    if (drawn === undefined || !isThere || target.closest?.(WRITES)) return;
    if (isLetter(event, 'N') && !next.disabled) {
      event.preventDefault();
      if (target === next) next.click();
      else next.focus();
      return;
    }
    const tap = target === next ? undefined : tapFor(event, drawn);
    if (tap === undefined) return;
    event.preventDefault();
    tap.action.execute();
  });
}
