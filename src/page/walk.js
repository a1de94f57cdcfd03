/** Keys in the chat: Tab goes through all that can be tapped and on, and a number takes the answer that shows it. */

const SAID = '.webchat__bubble__content';
const STOPS = 'a[href], button, input, select, textarea, [tabindex="0"]';
const WRITES = 'input, textarea, select, [contenteditable]';
/** All that was said, which Web Chat makes a stop as well: from there its arrow keys go through it. */
const ALL_SAID = '.webchat__basic-transcript';
const SEND_BOX = '[data-id="webchat-sendbox-input"]';

const isSeen = (node) => node.getClientRects().length > 0 && !node.disabled;

/** All that can be tapped in what was said, in its order. Web Chat keeps the focus within one message otherwise. */
function stopsIn(element) {
  const all = [...element.querySelectorAll(SAID)].flatMap((said) => [...said.querySelectorAll(STOPS)]);
  return all.filter(isSeen);
}

function next(element, from, back) {
  const stops = stopsIn(element);
  const sendBox = element.querySelector(SEND_BOX);
  if (from === sendBox) return back ? stops.at(-1) : undefined;
  if (from.matches?.(ALL_SAID)) return back ? undefined : (stops[0] ?? sendBox);
  const at = stops.indexOf(from);
  if (at >= 0) return back ? stops[at - 1] : (stops[at + 1] ?? sendBox);
  const said = from.closest?.(SAID);
  if (!said) return undefined;
  // What has the focus without being a stop, such as a heading: on from there.
  const follows = (stop) => from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING;
  return back ? stops.findLast((stop) => !follows(stop)) : (stops.find(follows) ?? sendBox);
}

/** The row of the newest card that shows the number. */
function rowWith(element, digit) {
  const card = [...element.querySelectorAll('.ac-adaptiveCard')].at(-1);
  const rows = [...(card?.querySelectorAll('.ac-selectable') ?? [])];
  return rows.find((row) => [...row.querySelectorAll('.ac-textBlock')].at(-1)?.textContent.trim() === digit);
}

/**
 * @param element what the chat is drawn in
 * @param before what comes before it on the page
 */
export function walkWithKeys(element, before) {
  function step(event) {
    const { shiftKey: back, target } = event;
    const inside = element.contains(target);
    const stop = inside ? next(element, target, back) : undefined;
    if (stop) return stop;
    // Backwards from the first stop it goes to what comes before the chat.
    return back && inside && target.closest?.(SAID) ? before : undefined;
  }

  function take({ key, target }) {
    if (!/^[1-9]$/.test(key) || target.closest?.(WRITES)) return undefined;
    return element.contains(target) ? rowWith(element, key) : undefined;
  }

  addEventListener(
    'keydown',
    (event) => {
      const { ctrlKey, altKey, metaKey, isComposing, repeat } = event;
      if (ctrlKey || altKey || metaKey || isComposing) return;
      const stop = event.key === 'Tab' ? step(event) : undefined;
      const row = repeat ? undefined : take(event);
      if (stop === undefined && row === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      stop?.focus();
      row?.click();
    },
    true,
  );
}
