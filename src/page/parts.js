/** What the parts of the call card are to those who do not see them, and which of them the page has in its own places. */
import { numbered } from './keys.js';

/** A change fills the form at once; the way to the chat is above, and the next customer below. */
const ELSEWHERE = ['fill', 'chat', 'restart'];

const markOf = (row) => row.querySelector('.ac-textBlock');

/** A step is a box that is ticked or not: its words are its name. */
function asCheckbox({ node, data }) {
  node.setAttribute('role', 'checkbox');
  node.setAttribute('aria-checked', String(data.done === 'no'));
  node.removeAttribute('aria-label');
  node.removeAttribute('title');
  markOf(node)?.setAttribute('aria-hidden', 'true');
}

/** How each step is done has a link of its own, named after the step as well. */
function nameLinks(steps) {
  for (const [index, link] of [...(steps?.querySelectorAll('a') ?? [])].entries()) {
    const step = link.closest('.ac-columnSet')?.querySelector('[role="checkbox"]');
    if (step === null || step === undefined) continue;
    link.id = `how-to-${index}`;
    step.id = `step-${index}`;
    link.setAttribute('aria-labelledby', `${link.id} ${step.id}`);
    link.target = '_blank';
  }
}

/** A number that no single key stands for is good in the line alone. */
function nameNumbers(drawn) {
  for (const [index, { node, data }] of numbered(drawn).entries()) {
    // What stands in the row is its name, the number as well.
    node.removeAttribute('aria-label');
    node.removeAttribute('title');
    const key = index < 9 ? `${index + 1}` : undefined;
    const keys = [key, data.value === 'unknown' ? 'U' : undefined].filter((each) => each !== undefined);
    if (keys.length > 0) node.setAttribute('aria-keyshortcuts', keys.join(' '));
    if (key === undefined) markOf(node)?.classList.add('in-line');
  }
}

export function nameParts(drawn) {
  const { taps, control, node } = drawn;
  for (const { data, node: button } of taps) if (ELSEWHERE.includes(data.action)) button.hidden = true;
  for (const tap of taps) if (tap.data.action === 'tick') asCheckbox(tap);
  nameLinks(node.querySelector('#steps'));
  nameNumbers(drawn);
  const customer = control('customer')?.value;
  if (customer) node.querySelector('#words')?.setAttribute('lang', customer);
}
