import { type Html, html } from './html.js';

type Element = Readonly<Record<string, unknown>>;

const elementsOf = (value: unknown): readonly Element[] => (Array.isArray(value) ? (value as Element[]) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A link in a text, as our cards write it. */
const LINK = /\[([^[\]]+)\]\((https:\/\/[^\s()]+)\)/;

function words(text: string): Html {
  const [whole, title = '', url = ''] = LINK.exec(text) ?? [];
  if (whole === undefined) return html`${text}`;
  const at = text.indexOf(whole);
  const rest = words(text.slice(at + whole.length));
  return html`${text.slice(0, at)}<a href="${url}" target="_blank" rel="noopener noreferrer">${title}</a>${rest}`;
}

function textBlock({ text, style, size, weight, isSubtle, color }: Element): Html {
  const said = textOf(text);
  if (said === '') return html``;
  if (style === 'heading') return html`<h2>${said}</h2>`;
  const looks = [
    isSubtle && 'subtle',
    size === 'Small' && 'small',
    weight === 'Bolder' && 'strong',
    color && 'accent',
  ];
  const classes = looks.filter((each) => typeof each === 'string').join(' ');
  return html`<p class="${classes}">${words(said)}</p>`;
}

/** What is inside a button has no paragraphs of its own. */
function inRow(element: Element): Html {
  if (element.type === 'TextBlock') {
    const { text, isSubtle, color } = element;
    if (color === undefined)
      return html`<span${isSubtle ? html` class="subtle small"` : ''}>${textOf(text)}</span>`;
    // A sign or a number, which the words beside it need not be told with.
    return html`<span class="mark" aria-hidden="true">${textOf(text)}</span>`;
  }
  const inner = [...elementsOf(element.items), ...elementsOf(element.columns)].map(inRow);
  const kind = element.type === 'ColumnSet' ? 'columns' : 'column';
  return html`<span class="${kind}${element.width === 'stretch' ? ' wide' : ''}">${inner}</span>`;
}

/** What a tap says, kept with it for the script of the page; what opens or leads elsewhere waits for the whole card. */
function tapped(action: Element, looks: string, inner: Html): Html {
  const { type, data } = action;
  if (type === 'Action.OpenUrl') {
    const url = textOf(action.url);
    return html`<a class="${looks}" href="${url}" target="_blank" rel="noopener noreferrer">${inner}</a>`;
  }
  if (data === undefined) return html`<div class="${looks} closed">${inner}</div>`;
  const tap = JSON.stringify(data);
  return html`<button type="button" class="${looks}" data-tap="${tap}">${inner}</button>`;
}

function drawn(element: Element): Html {
  const { type, isVisible, selectAction } = element;
  if (isVisible === false || textOf(type).startsWith('Input.')) return html``;
  if (type === 'TextBlock') return textBlock(element);
  if (type === 'ActionSet') {
    const buttons = elementsOf(element.actions).map((each) =>
      tapped(each, 'button', html`${textOf(each.title)}`),
    );
    return html`<div class="buttons">${buttons}</div>`;
  }
  const all = [...elementsOf(element.items), ...elementsOf(element.columns)];
  const style = textOf(element.style);
  if (typeof selectAction === 'object' && selectAction !== null) {
    return tapped(selectAction as Element, `row ${style}`, html`${all.map(inRow)}`);
  }
  const kind = type === 'ColumnSet' ? 'columns' : type === 'Column' ? 'column' : 'box';
  return html`<div class="${kind} ${style}${element.width === 'stretch' ? ' wide' : ''}">${all.map(drawn)}</div>`;
}

/**
 * A card of ours as plain HTML without a style of its own: what is read and tapped, for as long as nothing that draws cards is
 * there. Inputs and what is folded are left to that.
 */
export function cardHtml(card: Element): Html {
  return html`<article class="first-card" lang="${textOf(card.lang)}">${elementsOf(card.body).map(drawn)}</article>`;
}
