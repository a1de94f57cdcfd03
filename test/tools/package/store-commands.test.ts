import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { languageFiles } from '../../../src/tools/package/localisation.js';
import type { Manifest } from '../../../src/tools/package/manifest.js';
import { botServer, type Json } from '../../turn/bot-server.js';
import { cardOf, taps, textOf } from '../../turn/card-reader.js';
import { elsewhere, mentioning, PLACES, sentFor } from './places.js';
import { folder } from './sources.js';

/** Every command that the manifest offers, in every language, on the bot itself. */

const files = folder();

function read(file: string): Readonly<Record<string, string>> {
  return JSON.parse(String(files.get(file))) as Readonly<Record<string, string>>;
}

const manifest = read('manifest.json') as unknown as Manifest;

/** What shows that a command did its own thing; in the order of the manifest. */
const SHOWN = [
  'fact.cloud.question',
  'why.because',
  'call.steps',
  'handOver.title',
  'notice.language.title',
  'kept.mine',
  'notice.help.title',
] as const;

for (const { tag: written, file } of languageFiles(manifest)) {
  const tag = LANGUAGE_TAGS.find((each) => each.toLowerCase() === written);
  if (tag === undefined) throw new Error(`Nobody speaks ${written} here.`);
  const language = LANGUAGES[tag];
  const texts = read(file);
  const of = (part: string): readonly string[] =>
    Object.entries(texts).flatMap(([key, text]) =>
      key.startsWith('bots[0].commandLists[0]') && key.endsWith(part) ? [text] : [],
    );
  const prompts = of('.prompt');
  const commands = of('.title').slice(0, -prompts.length);

  describe(`The commands of ${file}`, () => {
    let bot: Awaited<ReturnType<typeof botServer>>;
    let people = 0;
    before(async () => {
      bot = await botServer();
    });
    after(() => bot.close());

    function somebody(): Json {
      people += 1;
      return elsewhere(`${written}-${people}`);
    }

    /** Says a line where it is heard; the card that comes back, and that it came in one message. */
    async function answer(text: string, where: Json): Promise<string> {
      const calls = await sentFor(bot, () => bot.say(text, { locale: tag, ...where }));
      assert.equal(calls.length, 1, text);
      const card = cardOf(bot.last());
      assert.ok(taps(card).length > 0, text);
      assert.ok(!textOf(card).includes(language.say('notice.notUnderstood')), text);
      return textOf(card);
    }

    it('are as many as the bot has, and there are starters beside them', () => {
      assert.equal(commands.length, SHOWN.length);
      assert.ok(prompts.length >= 3, `${prompts.length} starters`);
    });

    it('each do their own thing, in any letter case', async () => {
      const [guided = ''] = prompts;
      const shown = new Set<string>();
      for (const [index, title] of commands.entries()) {
        for (const text of [title, title.toUpperCase()]) {
          const where = somebody();
          for (const line of [guided, language.alternatives('reply.yes')[0] ?? '']) await answer(line, where);
          const card = await answer(text, where);
          assert.ok(card.includes(language.say(SHOWN[index] ?? assert.fail())), `${text}:\n${card}`);
          shown.add(card);
        }
      }
      assert.equal(shown.size, commands.length, 'the same in another letter case, and no two alike');
    });

    it('each work at once, before anything was said', async () => {
      for (const title of commands) await answer(title, somebody());
    });

    it('are heard in a channel and in a group chat as well', async () => {
      for (const where of [PLACES.groupChat, PLACES.team]) {
        for (const title of commands) {
          const { text, ...more } = mentioning(title);
          assert.ok(!(await answer(String(text), { ...where, ...more })).includes('<at>'), title);
        }
      }
    });

    it('the starters are read, and lead to an answer or the next question', async () => {
      const answers = new Set<string>();
      for (const prompt of prompts) {
        const where = somebody();
        answers.add(await answer(prompt, where));
        assert.ok(
          taps(cardOf(bot.last())).some(({ action }) => action === 'accept'),
          prompt,
        );
        await answer(language.alternatives('reply.yes')[0] ?? '', where);
        assert.ok(
          taps(cardOf(bot.last())).some(({ action }) => action === 'change'),
          prompt,
        );
      }
      assert.equal(answers.size, prompts.length);
    });
  });
}

describe('The language files of the package', () => {
  it('are one for each language', () => {
    const written = languageFiles(manifest).map(({ tag }) => tag);
    assert.deepEqual(written.toSorted(), LANGUAGE_TAGS.map((tag) => tag.toLowerCase()).toSorted());
  });
});
