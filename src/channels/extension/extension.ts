import type { Activity } from 'botbuilder';
import type { Insertable } from '../../cards/lookup-cards.js';
import type { Card } from '../../cards/template.js';
import { parseSituation } from '../../conversation/parse-action.js';
import { late } from '../../late/late.js';
import type { Situation } from '../../policy/facts.js';
import { READABLE } from '../../problem/readable.js';
import { CARD_TYPE } from '../seam/channel.js';

/** What somebody wants of the message extension in Teams. */
export type ExtensionRequest =
  /** A typed situation; empty when the extension was just opened. A link to a receipt is one as well. */
  | { readonly kind: 'search'; readonly text: string }
  /** The action on a message, with the words of the message. */
  | { readonly kind: 'read'; readonly text: string }
  /** The form of the action, corrected or to be inserted. */
  | { readonly kind: 'correct' | 'insert'; readonly situation: Situation };

const html = late<typeof import('htmlparser2')>('htmlparser2');

type RequestJson = Readonly<Record<string, unknown>>;

function record(value: unknown): RequestJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RequestJson) : {};
}

/** What is no word of the sender: scripts and styles, and the message that is replied to. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'title', 'template', 'blockquote']);

/** Where a line of a message ends: a greeting, a name under it and what was said stand on lines of their own. */
const LINES: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'hr', 'pre']);

/** The words of an HTML text, line by line: tags are taken out, not read. */
function wordsOf(text: string): string {
  const words: string[] = [];
  let unread = 0;
  const { Parser } = html();
  const parser = new Parser({
    onopentag: (name) => {
      if (UNREAD.has(name)) unread += 1;
    },
    ontext: (text) => {
      if (unread === 0) words.push(text.replace(/\s+/gu, ' '));
    },
    onclosetag: (name) => {
      if (UNREAD.has(name)) unread -= 1;
      words.push(LINES.has(name) ? '\n' : ' ');
    },
  });
  parser.end(text.slice(0, READABLE * 10));
  return words
    .join('')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim()
    .slice(0, READABLE);
}

function typedIn(value: RequestJson): string {
  const parameters: readonly unknown[] = Array.isArray(value.parameters) ? value.parameters : [];
  const given = parameters.map(record);
  if (given.some(({ name }) => name === 'initialRun')) return '';
  const text = given.find(({ value: each }) => typeof each === 'string')?.value;
  return typeof text === 'string' ? text.slice(0, READABLE) : '';
}

function messageIn(value: RequestJson): string {
  const { content } = record(record(value.messagePayload).body);
  return typeof content === 'string' ? wordsOf(content) : '';
}

/** Reads a composeExtension invoke; undefined for one that we do not offer. Total. */
export function readExtension({ name, value }: Partial<Activity>): ExtensionRequest | undefined {
  const asked = record(value);
  switch (name) {
    case 'composeExtension/query':
      return { kind: 'search', text: typedIn(asked) };
    case 'composeExtension/queryLink':
    case 'composeExtension/anonymousQueryLink':
      return { kind: 'search', text: typeof asked.url === 'string' ? asked.url.slice(0, READABLE) : '' };
    case 'composeExtension/fetchTask':
      return { kind: 'read', text: messageIn(asked) };
    case 'composeExtension/submitAction': {
      const data = record(asked.data);
      const kind = data.action === 'insert' ? 'insert' : 'correct';
      return { kind, situation: parseSituation(data) };
    }
    default:
      return undefined;
  }
}

/** Results to insert; each needs a preview of its own, or Teams shows nothing. */
export function results(found: readonly Insertable[]): object {
  const attachments = found.map(({ card, title, text }) => ({
    contentType: CARD_TYPE,
    content: card,
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** A sentence in place of results. */
export function hint(text: string): object {
  return { composeExtension: { type: 'message', text } };
}

/** A card in a dialog. */
export function dialogCard(title: string, card: Card): object {
  const value = { title, height: 'large', width: 'medium', card: { contentType: CARD_TYPE, content: card } };
  return { task: { type: 'continue', value } };
}
