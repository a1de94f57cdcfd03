import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { parseAction } from '../../src/conversation/parse-action.js';
import { isPiece, ofType, type Piece, pieces, size, strings, texts } from './walk.js';

/** What every card has to be, whichever it is. */

interface Parser {
  readonly AdaptiveCard: new () => { parse(source: unknown, context: unknown): void };
  readonly SerializationContext: new () => {
    readonly eventCount: number;
    getEventAt(index: number): { readonly message: string };
  };
}

const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as Parser;

/**
 * The parser checks `lang` with a regular expression that remembers where it stopped, so that it refuses
 * every second good value. Only bad ones, which are not two or three letters, count.
 */
const FORGETFUL = /^Invalid value "[a-z]{2,3}" for property "lang"\.$/;

/** What the parser that Web Chat uses has to say against a card. */
export function complaints(card: unknown): readonly string[] {
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  const all = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return all.filter((message) => !FORGETFUL.test(message));
}

/** Markdown links are all whole: what is left once they are taken out has no bracket of a link. */
export function brokenLinks(text: string): boolean {
  return /\]\(|\[|\]/.test(
    text.replaceAll(/\[[^[\]()]*(?:\([^[\]()]*\)[^[\]()]*)*\]\(https:\/\/[^\s()[\]]+\)/g, ''),
  );
}

/** Everything on a card that can be filled in. */
export function inputs(card: unknown): readonly Piece[] {
  return [...pieces(card)].filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
}

/** An input says what it asks for, and stands at one of its choices. */
function assertFillable({ type, id, label, value, choices, placeholder }: Piece, name: string): void {
  assert.ok(typeof label === 'string' && label.trim() !== '', `${name}: an input without a label`);
  assert.ok(typeof id === 'string' && id !== '', name);
  if (type !== 'Input.ChoiceSet') return;
  const values = (choices as readonly Piece[]).map((each) => each.value);
  assert.equal(new Set(values).size, values.length, `${name}: ${id} has a choice twice`);
  // Where nothing is chosen yet, it says what to do.
  const open = value === '' && typeof placeholder === 'string' && placeholder !== '';
  assert.ok(open || values.includes(value), `${name}: ${id} stands at ${String(value)}, which is no choice`);
  for (const { title } of choices as readonly Piece[])
    assert.ok(typeof title === 'string' && title !== '', name);
}

export function assertSound(card: unknown, text: string, name: string): void {
  assert.deepEqual(complaints(card), [], name);
  for (const each of strings(card)) assert.ok(!each.includes('\u0024{'), `${name}: ${each}`);
  // Markdown would make a list of it, and the year of a date its number 1.
  for (const each of texts(card)) assert.doesNotMatch(each, /^\s*(?:\d+[.)]|[-*+])\s/m, name);
  assert.ok(!text.includes('\u0024{'), name);
  const actions = ofType(card, 'ActionSet').flatMap((set) => (Array.isArray(set.actions) ? set.actions : []));
  assert.ok(actions.length <= 6, `${name}: ${actions.length} actions`);
  for (const set of ofType(card, 'ActionSet'))
    assert.ok(Array.isArray(set.actions) && set.actions.length > 0, `${name}: an empty set of actions`);
  for (const { data, title, verb, fallback } of ofType(card, 'Action.Execute')) {
    assert.equal(fallback, undefined, `${name}: who draws version 1.5 knows Action.Execute, of 1.4`);
    assert.ok(typeof title === 'string' && title !== '', name);
    assert.ok(isPiece(data), name);
    assert.equal(verb, data.action, name);
    assert.ok(parseAction(data), `${name}: nobody could read ${JSON.stringify(data)}`);
  }
  for (const input of inputs(card)) assertFillable(input, name);
  assert.equal(size(card) < 80_000, true, `${name}: ${size(card)} bytes`);
  for (const each of texts(card)) assert.ok(!brokenLinks(each), `${name}: ${each}`);
  for (const { url } of ofType(card, 'Action.OpenUrl')) assert.match(String(url), /^https:\/\/\S+$/, name);
  assert.notEqual(text.trim(), '', name);
  const ids = [...pieces(card)].flatMap(({ id, type }) =>
    typeof id === 'string' && type !== undefined ? [id] : [],
  );
  assert.equal(new Set(ids).size, ids.length, `${name}: an id stands twice`);
  const targets = ofType(card, 'Action.ToggleVisibility').flatMap(
    (each) => each.targetElements as readonly string[],
  );
  assert.deepEqual(
    targets.filter((target) => !ids.includes(target)),
    [],
    name,
  );
}

/** What stands in somebody else's chat: to read, to follow links in, and to unfold. Nothing else. */
export function assertToRead(card: unknown, name: string): void {
  for (const type of ['Action.Execute', 'Action.Submit', 'Action.ShowCard', 'Input.Text', 'Input.ChoiceSet'])
    assert.deepEqual(ofType(card, type), [], `${name}: ${type}`);
  for (const { actions } of ofType(card, 'ActionSet'))
    assert.ok((actions as readonly unknown[]).length > 0, `${name}: an empty set of actions`);
  for (const { text } of ofType(card, 'TextBlock')) {
    assert.doesNotMatch(String(text), /^[›✎]$/, `${name}: a sign of a tap that is not there`);
    assert.doesNotMatch(String(text), /›$/, `${name}: ${String(text)}`);
  }
  for (const each of pieces(card))
    assert.ok(!Object.hasOwn(each, 'selectAction') || each.selectAction !== undefined, name);
  assert.doesNotMatch(JSON.stringify(card), /"from":|"refresh":/, `${name}: leads to a conversation`);
  assert.ok(size(card) <= 80_000, name);
}
