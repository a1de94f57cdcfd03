import assert from 'node:assert/strict';
import {
  cardMet,
  type Load,
  type Measured,
  orderOf,
  pageReport,
} from '../../../src/tools/bench/page-report.js';
import { Traffic } from '../../../src/tools/bench/traffic.js';

const ADVISOR = 'http://127.0.0.1:1';
/** Where the protocol’s clock stood when the wall’s was at its own beginning, in seconds. */
const APART = 1000;

/** What the browser tells of one file, at seconds of its own clock: asked for, headers, all of it. */
function fetched(
  traffic: Traffic,
  url: string,
  [asked = 0, headers = 0, end = 0]: number[],
  bytes = 500,
): void {
  const requestId = url;
  traffic.sent({ requestId, timestamp: asked, wallTime: asked + APART, request: { url } });
  traffic.answered({ requestId, timestamp: headers, response: { encodedDataLength: 200 } });
  if (bytes > 0) traffic.received({ requestId, timestamp: end, encodedDataLength: bytes - 300 });
  traffic.finished({ requestId, timestamp: end, encodedDataLength: bytes });
}

function wall(seconds: number): number {
  return (APART + seconds) * 1000;
}

describe('What a page loads, as the browser tells of it', () => {
  const traffic = new Traffic(ADVISOR);
  fetched(traffic, 'http://127.0.0.1:2/', [1, 1.1, 1.2], 9999);
  fetched(traffic, `${ADVISOR}/?locale=en`, [1.2, 1.4, 1.5]);
  fetched(traffic, `${ADVISOR}/modules/1b6G71F1I-lwEsmP/first.js`, [1.5, 1.6, 1.7], 0);
  fetched(traffic, `${ADVISOR}/webchat.js?v=CmitCmT8BNYhGX2h`, [1.6, 1.9, 4], 5000);
  fetched(
    traffic,
    `${ADVISOR}/v3/directline/conversations/0123456789abcdef0123456/activities`,
    [4, 4.1, 4.2],
  );
  traffic.opened(4.5);
  traffic.heard(4.6, 'né');

  it('begins with the first thing that was asked for, the site around the advisor included', () => {
    assert.equal(traffic.begin, wall(1));
  });

  it('counts the bytes on the line until a moment, of the advisor alone', () => {
    assert.equal(traffic.bytes(wall(1.3)), 0);
    assert.equal(traffic.bytes(wall(1.4)), 200);
    assert.equal(traffic.bytes(wall(1.8)), 500);
    assert.equal(traffic.bytes(wall(3.9)), 700);
    assert.equal(traffic.bytes(), 500 + 5000 + 500 + 3);
  });

  it('names what was there by then, without versions and ids, and marks what was not on the line', () => {
    assert.deepEqual(traffic.loaded(wall(1.8)), ['the page', 'first.js*']);
    assert.deepEqual(traffic.loaded(wall(5)), [
      'the page',
      'first.js*',
      'webchat.js',
      '/v3/directline/conversations/…/activities',
      'a message',
    ]);
  });

  it('knows when a file was there, and when the conversation was open', () => {
    assert.equal(traffic.end('webchat.js'), wall(4));
    assert.equal(traffic.end('adaptivecards.min.js'), undefined);
    assert.equal(traffic.conversation, wall(4.5));
  });

  it('takes no notice of what is in the page already, nor of what it never heard the beginning of', () => {
    const quiet = new Traffic(ADVISOR);
    fetched(quiet, 'data:,', [1, 2, 3]);
    quiet.finished({ requestId: 'before', timestamp: 4, encodedDataLength: 700 });
    assert.equal(quiet.bytes(), 0);
    assert.deepEqual(quiet.loaded(wall(5)), []);
  });
});

function load(painted?: number): Load {
  const at = { 'conversation open': 4000, ...(painted !== undefined && { 'first card painted': painted }) };
  return { at, untilCard: 20_900, inAll: 764_600, before: ['the page', 'first.js'] };
}

function measured(...painted: (number | undefined)[]): Measured {
  return { name: 'chat, fresh', loads: painted.map(load) };
}

describe('What the bench says of the first card', () => {
  it('is that the goal is met, missed, or missed by less than it varies', () => {
    assert.equal(cardMet(measured(2400, 2500, 9000)), 'yes');
    assert.equal(cardMet(measured(2700, 2710, 2720)), 'no');
    assert.equal(cardMet(measured(2000, 2700, 3400)), 'cannot be told');
  });

  it('is no where the card did not come', () => {
    assert.equal(cardMet(measured(undefined, undefined, 2000)), 'no');
    assert.equal(cardMet(measured(undefined)), 'no');
  });

  it('has what happened in order, and nothing that did not happen', () => {
    assert.deepEqual(orderOf(measured(1500)), ['first card painted 1.50', 'conversation open 4.00']);
    assert.deepEqual(orderOf(measured(5500)), ['conversation open 4.00', 'first card painted 5.50']);
    assert.deepEqual(orderOf(measured(undefined)), ['conversation open 4.00']);
  });

  it('shows bytes, time, goal and what was loaded before', () => {
    const report = pageReport([measured(1500, 1600, 1700)]);
    const cells = (report.split('\n')[2] ?? '').split('|').map((cell) => cell.trim());
    assert.deepEqual(cells.slice(1, -1), [
      'chat, fresh',
      '20.9',
      '764.6',
      '1600',
      '1500–1700',
      '≤ 2500',
      'yes',
    ]);
    assert.match(report, /Before the first card .*: the page, first\.js\.$/m);
  });
});
