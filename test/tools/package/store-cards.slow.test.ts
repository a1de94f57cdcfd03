import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { ofType, pieces, size, strings, taps } from '../../cards/walk.js';
import type { Json } from '../../turn/bot-server.js';
import { Crawl, type Visit } from './crawl.js';
import { readable } from './places.js';

/** The store's rules for cards, on every card that taps lead to. */

const MOST_ACTIONS = 6;
const LARGEST = 80 * 1024;

/** Where people start from: nothing, a question, guidance of several kinds, a choice of readings, a call. */
const STARTS: readonly (readonly string[])[] = [
  ['hi'],
  [
    'We are an indirect reseller. The customer bought Microsoft 365 under an EA, public cloud. Can we support it?',
    'yes',
  ],
  ['a customer in China bought from 21Vianet', 'yes'],
  ['our customer bought Azure from Microsoft and wants us to take it over'],
  ['customer has Office 365 E3 through EA'],
  ['call'],
];

/** Buttons, wherever they stand on a card; a row that can be tapped is part of what the card says. */
function buttons(card: unknown): readonly Json[] {
  return [...pieces(card)].flatMap(({ actions }) => (Array.isArray(actions) ? (actions as Json[]) : []));
}

/** The labels and addresses of links, on buttons and in texts. */
function links(card: unknown): readonly (readonly [label: string, url: string])[] {
  const opened = ofType(card, 'Action.OpenUrl').map(
    ({ title, url }) => [String(title), String(url)] as const,
  );
  const written = [...strings(card)].flatMap((text) =>
    [...text.matchAll(/\[([^\]]*)\]\(([^)]*)\)/g)].map(([, label = '', url = '']) => [label, url] as const),
  );
  return [...opened, ...written];
}

/** One thing comes back for one thing done: a message, or a card in the response that is replaced in place. */
function oneAnswer({ answered, calls, card, typed }: Visit): void {
  const posts = calls.filter(({ method }) => method === 'POST');
  const puts = calls.filter(({ method }) => method === 'PUT');
  assert.ok(
    calls.every(({ body }) => body.type === 'message'),
    'nothing but messages: no typing is left on',
  );
  if (typed > 0) {
    assert.equal(answered.status, 200);
    assert.deepEqual([posts.length, puts.length], [typed, 0], 'one message for each line');
    return;
  }
  const { type } = answered.body;
  assert.deepEqual([answered.status, answered.body.statusCode], [200, 200]);
  const inPlace = type === 'application/vnd.microsoft.card.adaptive';
  assert.equal(inPlace, card !== undefined);
  // Thanks are a line, which comes back in the response itself.
  const inResponse = type === 'application/vnd.microsoft.activity.message';
  const sent = inPlace ? [0, 1] : [inResponse ? 0 : 1, 0];
  assert.deepEqual([posts.length, puts.length], sent);
}

function wayOn(card: unknown): void {
  const onward = taps(card).filter(
    ({ action }) => !['help', 'language', 'setLanguage'].includes(String(action)),
  );
  assert.ok(onward.length > 0, 'a dead end');
}

function sound(visit: Visit): void {
  oneAnswer(visit);
  const { card, calls } = visit;
  if (card === undefined) {
    assert.ok(calls.every(({ body }) => readable(body).trim() !== ''));
    return;
  }
  wayOn(card);
  assert.ok(buttons(card).length <= MOST_ACTIONS, `${buttons(card).length} actions`);
  const titles = [...ofType(card, 'Action.Execute'), ...ofType(card, 'Action.OpenUrl')].map(
    ({ title }) => title,
  );
  assert.ok(titles.every((title) => typeof title === 'string' && title.trim() !== ''));
  assert.equal(new Set(titles).size, titles.length, 'no action is offered twice');
  assert.ok(size(card) < LARGEST, `${size(card)} bytes`);
  for (const [label, url] of links(card)) {
    assert.match(url, /^https:\/\//, label);
    assert.ok(label.trim() !== '' && !label.includes('://'), `${url} has no label`);
  }
}

describe('In Microsoft’s store a card', () => {
  async function visitAll(locale: string, starts: typeof STARTS, depth: number): Promise<number> {
    let visited = 0;
    await Crawl.with(async (crawl) => {
      for (const start of starts) {
        for await (const visit of crawl.from(start, locale, depth)) {
          visited += 1;
          try {
            sound(visit);
          } catch (error) {
            const where = `${locale}: ${visit.path.join(' › ')}`;
            throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, {
              cause: error,
            });
          }
        }
      }
    });
    return visited;
  }

  const [nothing = [], ...others] = STARTS;

  it('has at most six actions, leads on, and repeats nothing, three taps from the start', async () => {
    assert.ok((await visitAll('en-US', [nothing], 3)) > 100);
  });

  it('nor two taps from guidance, a choice of readings, or a call', async () => {
    assert.ok((await visitAll('en-US', others, 2)) > 100);
  });

  for (const tag of LANGUAGE_TAGS.filter((each) => each !== 'en')) {
    it(`is as sound in other languages (${tag})`, async () => {
      const [start = ''] = LANGUAGES[tag].alternatives('command.start');
      const [call = ''] = LANGUAGES[tag].alternatives('command.call');
      assert.ok((await visitAll(tag, [[start], [call], ...STARTS.slice(1, 3)], 2)) > 80);
    });
  }
});
