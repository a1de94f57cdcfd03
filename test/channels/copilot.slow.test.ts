import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { draw } from '../../src/cards/present.js';
import type { InboundInput } from '../../src/channels/inbound.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { renderWith } from '../../src/turn/reply.js';
import { EVERY_VIEW } from '../cards/desk-views.js';
import { ofType, pieces, size, strings } from '../cards/walk.js';
import { timeLimit } from '../effort.js';
import type { Json } from '../turn/bot-server.js';

// Its modules name files that only bundlers find.
const { GlobalRegistry } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

/**
 * What Microsoft 365 Copilot shows of a custom engine agent's messages, by its documentation: "Known issues" of Microsoft
 * 365 Copilot extensibility (2026-08-27), and "Enhance AI-generated bot messages" and "Create prompt suggestions" of Teams.
 */
const MOST_CITATIONS = 20;
const LONGEST_NAME = 80;
const LONGEST_ABSTRACT = 160;
const MOST_SUGGESTIONS = 3;
const LARGEST = 80 * 1024;

interface Claim {
  readonly position: number;
  readonly appearance: Readonly<Record<string, string>>;
}

const ASKED: InboundInput = {
  kind: 'input',
  input: { kind: 'text', text: '' },
  speaker: {
    channel: 'msteams',
    host: 'copilot',
    conversation: 'a:1',
    user: '29:anna',
    name: 'Anna',
    group: false,
  },
  locales: [],
  delivery: undefined,
  card: undefined,
  invoke: false,
};

const render = renderWith(draw);

type Sent = readonly [where: string, message: Json, view: (typeof EVERY_VIEW)[number]];

/** Every view in every language, as it is sent; drawn once for all tests. */
let messages: readonly Sent[] = [];

function drawAll(): readonly Sent[] {
  return LANGUAGE_TAGS.flatMap((tag) =>
    EVERY_VIEW.map((each): Sent => {
      const sent = JSON.parse(JSON.stringify(render(each.view, LANGUAGES[tag], ASKED))) as Json;
      return [`${tag}: ${each.name}`, sent, each];
    }),
  );
}

function cardIn({ attachments }: Json): unknown {
  return (attachments as readonly { readonly content: unknown }[] | undefined)?.[0]?.content;
}

function claimsIn({ entities }: Json): readonly Claim[] {
  return ((entities ?? []) as readonly { readonly citation?: readonly Claim[] }[]).flatMap(
    ({ citation = [] }) => citation,
  );
}

const STANDARD: ReadonlySet<string> = new Set(
  [GlobalRegistry.defaultElements, GlobalRegistry.defaultActions].flatMap((registry) =>
    Array.from({ length: registry.getItemCount() }, (_, index) => registry.getItemAt(index).typeName),
  ),
);
/** Parts of elements, which no registry has. */
const PARTS: ReadonlySet<string> = new Set(['AdaptiveCard', 'Column', 'TextRun', 'TableRow', 'TableCell']);

describe('In Microsoft 365 Copilot', () => {
  before(function () {
    this.timeout(timeLimit(30_000));
    messages = drawAll();
  });

  it('cards are made of standard elements only, up to version 1.5', () => {
    assert.ok(STANDARD.has('TextBlock') && STANDARD.has('Action.Submit'));
    for (const [where, message] of messages) {
      const card = cardIn(message);
      for (const { type, version = '1.5' } of pieces(card)) {
        if (type !== undefined)
          assert.ok(STANDARD.has(String(type)) || PARTS.has(String(type)), `${where}: ${type}`);
        assert.ok(Number(version) <= 1.5, where);
      }
    }
  });

  it('cards want no refresh, type-ahead, mention, password, nor a page around the chat', () => {
    for (const [where, message] of messages) {
      const card = cardIn(message);
      for (const piece of pieces(card)) {
        for (const key of ['refresh', 'msteams', 'requires', 'choices.data'])
          assert.ok(!(key in piece), `${where}: ${key}`);
        assert.ok(piece.style !== 'filtered' && piece.style !== 'password', where);
      }
      assert.ok(
        strings(message).every((text) => !/<at>|<\/?[a-z]+>/i.test(text)),
        `${where}: HTML`,
      );
      assert.ok(size(card ?? {}) < LARGEST, where);
    }
  });

  it('a tap is a message of its own, because messages there stay as they are', () => {
    let taps = 0;
    for (const [where, message] of messages) {
      assert.deepEqual(ofType(message, 'Action.Execute'), [], where);
      taps += ofType(message, 'Action.Submit').length;
    }
    assert.ok(taps > 500);
  });

  it('a message has no attachment but its card, and nothing for a page', () => {
    for (const [where, message] of messages) {
      const types = ((message.attachments ?? []) as readonly Json[]).map(({ contentType }) => contentType);
      assert.ok(types.length <= 1, where);
      assert.ok(
        types.every((type) => type === 'application/vnd.microsoft.card.adaptive'),
        where,
      );
      assert.equal(message.channelData, undefined, where);
    }
  });

  it('every answer is a text that carries its sources, each mark with its citation', () => {
    let cited = 0;
    for (const [where, message, { view }] of messages) {
      const claims = claimsIn(message);
      const text = String(message.text ?? '');
      const answers = view.screen.kind === 'guidance' || view.screen.kind === 'why';
      if (answers) assert.ok(claims.length > 0, `${where}: no source`);
      if (claims.length === 0) continue;
      cited += 1;
      const marks = new Set([...text.matchAll(/\[(\d+)\](?!\()/g)].map(([, number]) => Number(number)));
      assert.deepEqual(
        [...marks].toSorted((a, b) => a - b),
        claims.map(({ position }) => position),
        where,
      );
      assert.ok(claims.length <= MOST_CITATIONS, where);
      assert.equal(new Set(claims.map(({ appearance }) => appearance.url)).size, claims.length, where);
      for (const { appearance } of claims) {
        assert.deepEqual(Object.keys(appearance), ['@type', 'name', 'url', 'abstract'], where);
        assert.match(appearance.url ?? '', /^https:\/\//, where);
        assert.ok((appearance.name ?? '') !== '' && (appearance.name ?? '').length <= LONGEST_NAME, where);
        assert.ok((appearance.abstract ?? '').length <= LONGEST_ABSTRACT, where);
      }
    }
    assert.ok(cited > 5 * LANGUAGE_TAGS.length);
  });

  it('suggestions stand for a question with so many answers, and for no other; a message has them or a card', () => {
    let suggested = 0;
    for (const [where, message, { view }] of messages) {
      const { actions = [] } = (message.suggestedActions ?? {}) as { readonly actions?: readonly Json[] };
      assert.equal(
        actions.length > 0,
        message.attachments === undefined && view.screen.kind !== 'remark',
        where,
      );
      const { screen } = view;
      const few = screen.kind === 'question' && screen.options.length <= MOST_SUGGESTIONS;
      assert.equal(actions.length > 0, few, where);
      for (const { type, title, value } of actions) {
        assert.deepEqual([type, title], ['imBack', value], where);
        assert.ok(String(message.text).includes(String(title)), where);
      }
      suggested += actions.length;
    }
    assert.ok(suggested > 0);
  });
});
