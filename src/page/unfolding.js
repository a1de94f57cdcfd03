/** Rows of the chat's cards that unfold something say whether it lies open. Web Chat says it of what they unfold, where nobody hears it. */

const ROW = '[id^="unfolds-"]';
/** Between the ids of what one row unfolds. */
const AND = '+';

const idsOf = (targets) => targets.map((each) => each.elementId ?? each);

/** The card with a name on each row that unfolds something: what it unfolds. */
export function named(card) {
  if (Array.isArray(card)) return card.map(named);
  if (typeof card !== 'object' || card === null) return card;
  const pairs = Object.entries(card).map(([key, value]) => [key, named(value)]);
  const { selectAction } = card;
  if (selectAction?.type !== 'Action.ToggleVisibility') return Object.fromEntries(pairs);
  return { ...Object.fromEntries(pairs), id: `unfolds-${idsOf(selectAction.targetElements).join(AND)}` };
}

function tell(row) {
  const ids = row.id.slice('unfolds-'.length).split(AND);
  const card = row.closest('.ac-adaptiveCard');
  const targets = ids.map((id) => card?.querySelector(`[id="${id}"]`)).filter((each) => each);
  const open = String(targets.some(({ style }) => style.display !== 'none'));
  // Only what is not so already: what is set here is heard of as well.
  if (row.getAttribute('aria-expanded') !== open) row.setAttribute('aria-expanded', open);
  for (const each of targets) each.removeAttribute('aria-expanded');
}

/** @param element what the chat is drawn in */
export function tellUnfolding(element) {
  new MutationObserver(() => {
    for (const row of element.querySelectorAll(ROW)) tell(row);
  }).observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
}
