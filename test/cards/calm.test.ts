import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { foremost } from '../../src/policy/engine/foremost.js';
import { someOf } from '../effort.js';
import { SEVERAL } from './case-views.js';
import { KEPT_VIEWS } from './kept-views.js';
import { DECIDED, OPEN } from './views.js';
import { isPiece, ofType, texts } from './walk.js';

/** Fewer than ten things to tap before something is unfolded, links in texts included. */
const TAPS = 9;
const LINK = /\]\(https:/g;

/** What a card has to tap as it lies there: what is hidden does not count. */
function tapsShown(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + tapsShown(each), 0);
  if (!isPiece(value) || value.isVisible === false) return 0;
  const own =
    (isPiece(value.selectAction) ? 1 : 0) + (Array.isArray(value.actions) ? value.actions.length : 0);
  const linked = typeof value.text === 'string' ? (value.text.match(LINK)?.length ?? 0) : 0;
  return own + linked + tapsShown(value.body) + tapsShown(value.items) + tapsShown(value.columns);
}

/** The texts that are read before something is unfolded, in their order. */
function textsShown(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsShown);
  if (!isPiece(value) || value.isVisible === false) return [];
  const own = value.type === 'TextBlock' ? [String(value.text)] : [];
  return [...own, ...textsShown(value.body), ...textsShown(value.items), ...textsShown(value.columns)];
}

for (const [index, tag] of LANGUAGE_TAGS.entries()) {
  const language = LANGUAGES[tag];

  describe(`A calm answer in ${tag}`, () => {
    const some = someOf([...DECIDED, ...OPEN, ...SEVERAL], LANGUAGE_TAGS.length, index);

    it('has fewer than ten things to tap before something is unfolded', () => {
      for (const { name, view } of [...some, ...someOf(KEPT_VIEWS, LANGUAGE_TAGS.length, index)]) {
        const { card } = present(view, language);
        assert.ok(tapsShown(card) <= TAPS, `${name}: ${tapsShown(card)} things to tap`);
      }
    });

    it('begins with the verdict, the caution that can make it untrue, and the steps; the rest is folded', () => {
      for (const { name, view } of someOf(DECIDED, LANGUAGE_TAGS.length, index)) {
        const { cautions, steps, now } = view.screen.guidance;
        const { first, others } = foremost(cautions);
        const { card } = present(view, language);
        const shown = textsShown(card);
        const at = (words: string): number => shown.findIndex((each) => each.includes(words));
        const all = texts(card);
        const [step] = steps.filter(({ id }) => id !== 'findOut');
        const place = step === undefined ? shown.length : at(language.say(`step.${step.id}`));
        if (now === undefined)
          assert.ok(at(language.say(`eligibility.${view.screen.guidance.eligibility}`)) <= 1, name);
        if (first !== undefined) {
          const said = at(language.say(`caution.${first.id}`));
          assert.ok(
            said >= 0 && said < place,
            `${name}: ${first.id} stands at ${said}, the first step at ${place}`,
          );
        }
        for (const { id } of others) {
          const words = language.say(`caution.${id}`);
          assert.equal(at(words), -1, `${name}: ${id} lies open`);
          assert.ok(
            all.some((each) => each.includes(words)),
            `${name}: ${id} is missing`,
          );
        }
      }
    });

    it('says how much is in each row that unfolds something', () => {
      const { view } = DECIDED.find(({ view: { screen } }) => screen.guidance.cautions.length > 4) ?? {};
      assert.ok(view);
      const { cautions } = view.screen.guidance;
      const { others } = foremost(cautions);
      const titles = ofType(present(view, language).card, 'Action.ToggleVisibility').map(
        ({ title }) => title,
      );
      const title = language.say('ui.cautions');
      assert.ok(titles.includes(language.say('ui.folded', { title, count: others.length })), titles.join());
    });
  });
}
