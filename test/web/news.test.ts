import assert from 'node:assert/strict';
import { eventually } from '../eventually.js';

interface News {
  readonly locale?: string | undefined;
  readonly receipt?: string | undefined;
}
interface Heard {
  readonly id: string;
  readonly locale?: string;
  readonly channelData?: object;
}
type CreateNews = (onNews: (news: News) => void, quiet: number) => (activity: Heard) => void;

/** The file as browsers get it. */
const BUILT = new URL('../../web/news.js', import.meta.url).href;

describe('what the page around the chat takes from what was said', () => {
  let createNews: CreateNews;
  before(async () => {
    ({ createNews } = (await import(BUILT)) as { createNews: CreateNews });
  });

  const answer = (place: number, locale: string, receipt: string): Heard => ({
    id: `c|${place}`,
    locale,
    channelData: { trace: { kind: 'guidance' }, guidance: { receipt } },
  });
  const card = (place: number, kind: string): Heard => ({
    id: `c|${place}`,
    locale: 'en',
    channelData: { trace: { kind } },
  });

  async function newsOf(...said: readonly Heard[]): Promise<readonly News[]> {
    const news: News[] = [];
    const hear = createNews(({ locale, receipt }) => news.push({ locale, receipt }), 1);
    for (const each of said) hear(each);
    await eventually('news', () => news.length > 0);
    return news;
  }

  it('is one piece of news for a whole conversation, that of its newest message', async () => {
    const news = await newsOf(answer(1, 'hu', 'A'), answer(3, 'ru', 'B'), answer(2, 'en', 'C'));
    assert.deepEqual(news, [{ locale: 'ru', receipt: 'B' }]);
  });

  it('has no answer to print once another question is put, or another customer comes', async () => {
    assert.deepEqual(await newsOf(answer(1, 'en', 'A'), card(2, 'question')), [
      { locale: 'en', receipt: undefined },
    ]);
    assert.deepEqual(await newsOf(answer(1, 'en', 'A'), card(2, 'welcome')), [
      { locale: 'en', receipt: undefined },
    ]);
  });

  it('leaves the answer where it is while something stands beside it', async () => {
    assert.deepEqual(await newsOf(answer(1, 'en', 'A'), card(2, 'thanks')), [{ locale: 'en', receipt: 'A' }]);
  });
});
