/** What becomes of a card once a newer one is there: one line that says what it was, and nothing that can be tapped by mistake. */
import { named } from './unfolding.js';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

export const cardOf = ({ attachments }) =>
  attachments?.find(({ contentType }) => contentType === CARD_TYPE)?.content;

function headingIn(element) {
  if (element.type === 'TextBlock') return element.style === 'heading' ? element.text : undefined;
  for (const each of [...(element.body ?? []), ...(element.items ?? []), ...(element.columns ?? [])]) {
    const found = headingIn(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The element without what would act on a conversation that has gone on. Links and what unfolds stay. */
function still(element) {
  if (Array.isArray(element)) return element.map(still).filter((each) => each !== undefined);
  if (element === null || typeof element !== 'object') return element;
  if (element.type === 'Action.Submit' || element.type?.startsWith('Input.')) return undefined;
  const pairs = Object.entries(element).map(([key, each]) => [key, still(each)]);
  const kept = Object.fromEntries(pairs.filter(([, each]) => each !== undefined));
  return kept.type === 'ActionSet' && kept.actions.length === 0 ? undefined : kept;
}

const subtle = (text, more) => ({
  type: 'TextBlock',
  text,
  wrap: true,
  size: 'Small',
  isSubtle: true,
  ...more,
});

function row(words, mark, selectAction, id) {
  return {
    type: 'Container',
    id,
    ...(selectAction && { selectAction }),
    items: [
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', width: 'stretch', items: [words] },
          ...(mark === '' ? [] : [{ type: 'Column', width: 'auto', items: [subtle(mark)] }]),
        ],
      },
    ],
  };
}

function asCard(activity, body, text) {
  const { text: _, ...rest } = activity;
  const { lang, version, type } = cardOf(activity);
  return {
    ...rest,
    attachments: [{ contentType: CARD_TYPE, content: named({ type, version, lang, body }) }],
    channelData: { ...activity.channelData, 'webchat:fallback-text': text },
  };
}

/** Nothing at all: the same stands below once more. */
export function hidden({ text: _, ...activity }) {
  return { ...activity, attachments: [] };
}

let lines = 0;

/**
 * An answered question: what it is about, what was answered, and the tap that changes it.
 * @param answer what the bot says of the answer: `line`, and `spoken` for who hears it
 * @param change the data of the tap; undefined where the answer cannot be changed any more
 */
export function answeredLine(activity, { line, spoken }, change) {
  lines += 1;
  const action = change && { type: 'Action.Submit', title: spoken, data: change };
  return asCard(activity, [row(subtle(line), change ? '✎' : '', action, `folded-${lines}`)], line);
}

/** Any other card: its heading, which opens the rest to be read. */
export function foldedCard(activity) {
  const card = cardOf(activity);
  const heading = headingIn(card);
  if (heading === undefined) return undefined;
  lines += 1;
  const rest = `folded-rest-${lines}`;
  const opens = { type: 'Action.ToggleVisibility', title: heading, targetElements: [rest] };
  const body = [
    row(subtle(heading), '⌄', opens),
    { type: 'Container', id: rest, isVisible: false, items: still(card.body) },
  ];
  return asCard(activity, body, heading);
}
