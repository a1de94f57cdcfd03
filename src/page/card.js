/** One Adaptive Card drawn into the page, and what can be tapped and filled in on it. */
import { hostConfig } from './hostconfig.js';
import { processMarkdown } from './markdown.js';
import { granted } from './take-along.js';

const { AdaptiveCard, GlobalSettings, HostConfig } = globalThis.AdaptiveCards;

AdaptiveCard.onProcessMarkdown = processMarkdown;
// The card is a part of the page, not a control.
GlobalSettings.setTabIndexAtCardRoot = false;

/** Every tap with the element that shows it, in the order of the card. */
function tapsOf(element) {
  const taps = [];
  const add = (action, node) => {
    if (action?.data !== undefined && node) taps.push({ action, node, data: action.data });
  };
  const visit = (each) => {
    add(each.selectAction, each.renderedElement);
    if (each.getJsonTypeName() === 'ActionSet') {
      for (let at = 0; at < each.getActionCount(); at += 1) {
        const action = each.getActionAt(at);
        add(action, action.renderedElement);
      }
      return;
    }
    for (let at = 0; at < (each.getItemCount?.() ?? 0); at += 1) visit(each.getItemAt(at));
  };
  visit(element);
  return taps;
}

/** Every row that opens something: the element that shows it, and the ids of what it opens. */
function foldsOf(element) {
  const folds = [];
  const visit = (each) => {
    const { selectAction } = each;
    if (selectAction?.getJsonTypeName() === 'Action.ToggleVisibility') {
      folds.push({ node: each.renderedElement, opens: Object.keys(selectAction.targetElements) });
    }
    for (let at = 0; at < (each.getItemCount?.() ?? 0); at += 1) visit(each.getItemAt(at));
  };
  visit(element);
  return folds;
}

/** What a tap is, whatever the state it was drawn from. */
export function meaningOf(data) {
  const { action, fact, value, step, language, wanted, number } = data;
  return JSON.stringify([action, fact, value, step, language, wanted, number]);
}

/**
 * @param on `tap(data)`: an action with its inputs; `change(id)`: an input has another value
 */
export function drawCard(json, { dark, tap, change }) {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig(dark ? 'dark' : 'light'));
  card.onExecuteAction = (action) => {
    if (action.data !== undefined) tap(action.data);
    else if (action.url) open(action.url, '_blank', 'noopener');
    // It opens or closes only after it was told of.
    else queueMicrotask(tellFolds);
  };
  card.onInputValueChanged = ({ id }) => change(id);
  card.parse(granted(json));
  const node = card.render();
  const folds = foldsOf(card);
  const isOpen = (id) => card.getElementById(id)?.isVisible === true;
  function tellFolds() {
    for (const { node: row, opens } of folds) {
      row.setAttribute('aria-expanded', String(opens.some(isOpen)));
      // It is the row that opens; the renderer says it of what is opened.
      for (const id of opens) card.getElementById(id)?.renderedElement?.removeAttribute('aria-expanded');
    }
  }
  tellFolds();
  // It would be read out in place of the card.
  node.removeAttribute('aria-label');
  const inputs = new Map(card.getAllInputs().map((input) => [input.id, input]));
  const control = (id) => inputs.get(id)?.renderedInputControlElement;
  const drawn = new Map([...inputs.keys()].map((id) => [id, control(id).value]));
  return {
    node,
    taps: tapsOf(card),
    control,
    inputs: [...inputs.keys()],
    /** The inputs that have been changed since. */
    changed: () => [...inputs.keys()].filter((id) => control(id).value !== drawn.get(id)),
    /** What is filled in now counts as drawn: it was sent, and the next card says what became of it. */
    settle() {
      for (const id of inputs.keys()) drawn.set(id, control(id).value);
    },
    /** Puts a value back that was chosen on the card before, if this one still has it. */
    restore(id, value) {
      const field = control(id);
      const offered = field?.options === undefined || [...field.options].some((each) => each.value === value);
      if (field && offered) field.value = value;
    },
    /** What lies open now of what can be folded. */
    unfolded: () => folds.flatMap(({ opens }) => opens).filter(isOpen),
    unfold(ids) {
      for (const { opens } of folds) {
        for (const id of opens.filter((each) => ids.includes(each))) card.getElementById(id).isVisible = true;
      }
      tellFolds();
    },
    idOf: (element) => [...inputs.keys()].find((id) => control(id) === element),
  };
}
