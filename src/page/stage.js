/** Where the call page shows its one card: each replaces the one before, and the person stays where they are. */
import { drawCard, meaningOf } from './card.js';

/** The parts of the call card by id, in the order in which focus that has lost its place goes to one of them. */
const PARTS = ['choice', 'question', 'open', 'each', 'head', 'aloud', 'steps', 'care', 'answers'];
const dark = matchMedia('(prefers-color-scheme: dark)');

/** What the focus is on, so that the same can be found on the next card. */
function placeOfFocus(drawn) {
  const { activeElement: focused } = document;
  if (drawn === undefined || !drawn.node.contains(focused)) return undefined;
  const tap = drawn.taps.find(({ node }) => node === focused);
  return {
    id: drawn.idOf(focused),
    meaning: tap && meaningOf(tap.data),
    part: PARTS.find((part) => focused.closest(`#${part}`) !== null),
    top: focused.getBoundingClientRect().top,
    selection:
      focused.selectionStart === undefined ? undefined : [focused.selectionStart, focused.selectionEnd],
  };
}

/** The same input or the same tap on another card, or else the same part of it. */
function samePlace({ node, taps, control }, { id, meaning, part }) {
  const same = (id && control(id)) ?? taps.find(({ data }) => meaning && meaningOf(data) === meaning)?.node;
  if (same) return { element: same, same: true };
  const parts = [part, ...PARTS].map((each) => each && node.querySelector(`#${each}`));
  const element = parts.find((each) => each) ?? node;
  // The part itself had the focus already.
  return { element, same: id === undefined && meaning === undefined && element === parts[0] };
}

/**
 * @param on what to do with taps and changes: see `drawCard`
 */
export function createStage(element, on) {
  let shown;
  let drawn;
  /** What the person has opened stays open on the cards that follow. */
  let opened = [];

  function focusAgain(place) {
    const { element: target, same } = samePlace(drawn, place);
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (same && place.selection?.[0] !== null && place.selection !== undefined) {
      target.setSelectionRange(...place.selection);
    }
    const { top } = target.getBoundingClientRect();
    // What the person looks at stays where it is; what is new is shown from its top.
    if (same) scrollBy(0, top - place.top);
    else if (top < 0) target.scrollIntoView();
  }

  function show(json) {
    const before = drawn;
    const place = placeOfFocus(before);
    const { scrollY } = globalThis;
    opened = before?.unfolded() ?? opened;
    drawn = drawCard(json, { dark: dark.matches, ...on });
    shown = json;
    drawn.unfold(opened);
    for (const id of before?.changed() ?? []) drawn.restore(id, before.control(id).value);
    on.drawn?.(drawn);
    element.replaceChildren(drawn.node);
    if (place === undefined) scrollTo(0, scrollY);
    else focusAgain(place);
  }

  dark.addEventListener('change', () => shown !== undefined && show(shown));

  return {
    show,
    get drawn() {
      return drawn;
    },
  };
}
