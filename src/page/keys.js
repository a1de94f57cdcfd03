/** What single keys do on the call page, where nobody is typing. */

const WRITES = 'input, textarea, select, [contenteditable]';
const TAKES_ENTER = `${WRITES}, button, a, [role="button"], summary`;

/** The rows that answer the question on the table, in their order: the first is 1. */
function answersIn({ taps, node }) {
  // A choice between readings has the numbers, where there is one.
  const question = node.querySelector('#choice') ?? node.querySelector('#question');
  return taps.filter(
    ({ data, node: row }) =>
      ['answer', 'accept'].includes(data.action) && data.fact !== undefined && question?.contains(row),
  );
}

/** The tap that confirms what was understood, if that is what is asked now. */
export function confirmation({ taps }) {
  return taps.find(({ data }) => data.action === 'accept' && data.fact === undefined);
}

function tapFor(event, drawn) {
  if (/^[1-9]$/.test(event.key)) return answersIn(drawn)[Number(event.key) - 1];
  // By its place as well, so that it is there on keyboards without Latin letters.
  if (event.key.toLowerCase() === 'u' || event.code === 'KeyU') {
    return answersIn(drawn).find(({ data }) => data.value === 'unknown');
  }
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
