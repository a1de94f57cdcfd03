/** What single keys do on the call page, where nobody is typing. */

const WRITES = 'input, textarea, select, [contenteditable]';
const TAKES_ENTER = `${WRITES}, button, a, [role="button"], summary`;

/** What is asked now, and the taps that answer it: a choice between readings, a question, or what to ask again. */
const ASKED = { choice: ['accept'], question: ['answer'], open: ['change'] };

/** The rows with the numbers, in their order: the first is 1. */
export function numbered({ taps, node }) {
  const asked = Object.keys(ASKED).find((id) => node.querySelector(`#${id}`) !== null);
  if (asked === undefined) return [];
  const part = node.querySelector(`#${asked}`);
  return taps.filter(
    ({ data, node: row }) =>
      ASKED[asked].includes(data.action) && data.fact !== undefined && part.contains(row),
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
  if (isLetter(event, 'N')) return nextCustomer(drawn);
  if (event.key === 'Enter' && !event.target.closest?.(TAKES_ENTER)) return confirmation(drawn);
  return undefined;
}

/** @param card gives what is drawn now */
export function listenToKeys(card) {
  addEventListener('keydown', (event) => {
    const { ctrlKey, altKey, metaKey, repeat, isComposing, defaultPrevented, target } = event;
    if (ctrlKey || altKey || metaKey || repeat || isComposing || defaultPrevented) return;
    const drawn = card();
    if (drawn === undefined || target.closest?.(WRITES)) return;
    const tap = tapFor(event, drawn);
    if (tap === undefined) return;
    event.preventDefault();
    tap.action.execute();
  });
}
