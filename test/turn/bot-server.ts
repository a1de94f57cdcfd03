import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import { eachDone } from '../../src/async/each-done.js';
import { draw } from '../../src/cards/present.js';
import { CaseStore } from '../../src/cases/case-store.js';
import { CaseFiles } from '../../src/cases/export/case-files.js';
import type { PageDoor } from '../../src/cases/page/page-door.js';
import { answerLetter } from '../../src/cases/reminders/answer-letter.js';
import { Reminders } from '../../src/cases/reminders/reminders.js';
import { Connector } from '../../src/channels/botframework/connector.js';
import { Journal } from '../../src/feedback/journal.js';
import type { HandOver } from '../../src/handover/hand-over.js';
import { createServer, messageRoutes } from '../../src/http/server.js';
import { measuredParts, measuredTurns } from '../../src/operation/measured-turns.js';
import { createMeasures, type Measures } from '../../src/operation/measures.js';
import type { EditionId } from '../../src/policy/edition.js';
import type { OptionId } from '../../src/policy/facts.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { Bot } from '../../src/turn/bot.js';
import { CaseDesk } from '../../src/turn/case-desk.js';
import { Effects } from '../../src/turn/effects.js';
import { Greetings } from '../../src/turn/greetings.js';
import { answerExtension } from '../../src/turn/lookup-turn.js';
import type { TurnParts } from '../../src/turn/parts.js';
import { renderWith } from '../../src/turn/reply.js';
import { Sessions } from '../../src/turn/sessions.js';
import { turnsOf } from '../../src/turn/turns.js';
import { isLine } from './card-reader.js';
import { connectorStub } from './connector-stub.js';

export type Json = Record<string, unknown>;

/** What came back over HTTP for an activity. */
export interface Answered {
  readonly status: number;
  readonly body: Json;
}

interface Options {
  readonly store?: Store;
  readonly edition?: EditionId;
  readonly handOver?: HandOver;
  readonly log?: Logger;
  readonly measures?: Measures;
  /** The cloud that Teams says. */
  readonly teamsCloud?: OptionId<'cloud'>;
  /** Where browsers reach the bot, and what lets them into the page of cases there. */
  readonly web?: { readonly address: string; readonly door: PageDoor };
}

/** The bot behind `/api/messages`, without credentials, with a channel of our own to answer to. */
export async function botServer({
  store = memoryStore(),
  edition,
  handOver,
  log = pino({ level: 'silent' }),
  measures = createMeasures(),
  teamsCloud,
  web,
}: Options = {}) {
  const channel = await connectorStub();
  const sessions = new Sessions(store, edition);
  const reminders = new Reminders(store, { now: Date.now });
  const cases = new CaseStore(store, [reminders]);
  const files = new CaseFiles({ key: randomBytes(32), now: Date.now, find: (each) => cases.find(each) });
  const effects = new Effects({
    journal: new Journal(store),
    handOver,
    remind: (sender, answer, day) => answerLetter({ cases, reminders }, sender, answer, day),
    forget: (sender) => eachDone([sessions.forget(sender), reminders.forget(sender), cases.forget(sender)]),
  });
  const parts: TurnParts = {
    sessions,
    cases: new CaseDesk({ cases, reminders, files, days: 365, door: web?.door }),
    reminders,
    greetings: new Greetings(store),
    effects,
    render: renderWith(draw),
    send: (reply, activity) => reply.send(activity),
    lookUp: answerExtension,
  };
  const turns = turnsOf(measuredParts(parts, measures), { log, teamsCloud, address: web?.address });
  const bot = new Bot(measuredTurns(turns, measures));
  const server = createServer();
  messageRoutes(server, new Connector({ identity: undefined }), bot, log);
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/api/messages`;
  let sent = 0;

  async function raw(body: string, headers: Record<string, string> = {}): Promise<Answered> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Json) };
  }

  /** Sends a Teams activity with the usual envelope. */
  async function post(activity: Json): Promise<Answered> {
    sent += 1;
    return raw(
      JSON.stringify({
        channelId: 'msteams',
        serviceUrl: channel.url,
        id: `activity-${sent}`,
        from: { id: '29:anna', name: 'Anna' },
        recipient: { id: '28:bot', name: 'Multi-channel Advisor' },
        conversation: { id: 'a:personal', conversationType: 'personal' },
        locale: 'en-US',
        ...activity,
      }),
    );
  }

  return {
    url,
    channel,
    raw,
    post,
    say: (text: string, more: Json = {}) => post({ type: 'message', text, ...more }),
    execute: (data: unknown, more: Json = {}) =>
      post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'card-1',
        value: { action: { type: 'Action.Execute', verb: 'answer', data }, trigger: 'manual' },
        ...more,
      }),
    /** The message the bot sent last; an older card that became a line after it is none. */
    last: (): Json => channel.calls.findLast(({ body }) => !isLine(body))?.body ?? {},
    /** The lines that older cards have become. */
    lines: () => channel.calls.filter(({ body }) => isLine(body)),
    /** The last message with a card: thanks and the like are lines below it. */
    lastCard: (): Json =>
      channel.calls.findLast(({ body }) => Array.isArray(body.attachments) && !isLine(body))?.body ?? {},
    async close(): Promise<void> {
      await new Promise<void>((done) => {
        server.close(done);
        server.server.closeAllConnections();
      });
      await channel.close();
    },
  };
}

export type BotServer = Awaited<ReturnType<typeof botServer>>;
