import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { CARD, newPage } from './browser.js';
import { rowOf } from './story.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;

interface Said {
  readonly activities?: readonly { readonly from?: { readonly role?: string } }[];
}

/** The frame without what the person said. */
function unechoed(frame: string): string {
  if (frame === '') return frame;
  const { activities = [], ...rest } = JSON.parse(frame) as Said;
  return JSON.stringify({ ...rest, activities: activities.filter(({ from }) => from?.role !== 'user') });
}

describe('an answer to what the stream does not bring', () => {
  const visit = visited();

  it('is shown all the same, and Web Chat does not wait for anything', async () => {
    const page = await newPage(visit.browser);
    await page.routeWebSocket(/stream/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((frame) => socket.send(unechoed(String(frame))));
    });
    await page.goto(`${visit.address}/?locale=en`);
    await page.locator(CARD).first().waitFor();
    await rowOf(page, english.say('ui.start')).click();
    const question = page.locator('#chat').getByText(english.say('fact.cloud.question'), { exact: true });
    await question.first().waitFor();
    await page.reload();
    await question.first().waitFor();
    assert.deepEqual(visit.browser.complaints, []);
    await page.close();
  });
});
