import assert from 'node:assert/strict';
import { aloud } from '../../src/cards/aloud.js';
import { namesForCustomer, toldOfAll } from '../../src/cards/aloud-case.js';
import { customerLetter } from '../../src/cards/customer-report.js';
import { present } from '../../src/cards/present.js';
import { customerMessageScreen } from '../../src/conversation/explain.js';
import type { ToldCase } from '../../src/conversation/told-case.js';
import type { CustomerMessageScreen } from '../../src/conversation/view.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { tries } from '../effort.js';
import { SEVERAL_CONVERSATIONS } from './case-views.js';
import { assertSound } from './sound.js';
import { size } from './walk.js';

const LARGEST = 80_000;

type AboutAll = CustomerMessageScreen & { readonly all: ToldCase };

function isAboutAll(screen: CustomerMessageScreen | undefined): screen is AboutAll {
  return screen?.all !== undefined;
}

function screens(tag: LanguageTag): readonly AboutAll[] {
  return SEVERAL_CONVERSATIONS.map(([, conversation]) => customerMessageScreen(conversation, tag))
    .filter(isAboutAll)
    .filter((_, at) => at % tries({ all: 1, quick: 3 }) === 0);
}

for (const tag of LANGUAGE_TAGS) {
  const theirs = LANGUAGES[tag];

  describe(`The message to a customer with several subscriptions in ${tag}`, () => {
    const all = screens(tag);

    it('says of each what is said on the phone, all of it and nothing else', () => {
      for (const screen of all) {
        const names = namesForCustomer(theirs, screen.all.each);
        const told = toldOfAll(theirs, screen.all);
        const affecting = screen.all.conflicts.map(({ id }) => theirs.maybe(`aloud.conflict.${id}`));
        for (const [place, { guidance }] of screen.all.each.entries()) {
          const name = names[place] ?? assert.fail();
          const about = told.filter((each) => each.about === '' || each.about.split(' / ').includes(name));
          const said = about.flatMap(({ lines }) => lines).filter((line) => !affecting.includes(line));
          const wanted =
            guidance.eligibility === 'depends' ? [] : aloud(theirs, { ...guidance, dependsOn: [] });
          assert.deepEqual(new Set(said), new Set(wanted), name);
        }
        for (const text of affecting)
          if (text !== undefined) assert.ok(told.at(-1)?.lines.includes(text), text);
      }
    });

    it('says the same of several once, and good news before everything else', () => {
      for (const screen of all) {
        const told = toldOfAll(theirs, screen.all);
        const common = told.filter(({ about }) => about === '').flatMap(({ lines }) => lines);
        for (const { about, lines } of told)
          if (about !== '') for (const line of lines) assert.ok(!common.includes(line), line);
        assert.equal(new Set(told.map(({ lines }) => lines.join('\n'))).size, told.length);
      }
    });

    it('asks once what is true of all, and under its name what is true of one', () => {
      for (const screen of all) {
        const letter = customerLetter(theirs, screen);
        const names = namesForCustomer(theirs, screen.all.each);
        const line = (fact: (typeof screen.facts)[number]) =>
          theirs.say('ask.line', { text: theirs.say(`ask.${fact}`) });
        for (const fact of screen.all.facts)
          assert.equal(letter.filter((each) => each === line(fact)).length, 1, fact);
        for (const [place, { facts }] of screen.all.each.entries()) {
          const from = letter.lastIndexOf(theirs.say('ask.aboutOne', { subscription: names[place] ?? '' }));
          assert.deepEqual(
            letter.slice(from + 1, from + 1 + facts.length),
            facts.map(line),
            letter.join('\n'),
          );
        }
      }
    });

    it('is ready to be sent, on a card that channels take', () => {
      for (const screen of all) {
        const letter = customerLetter(theirs, screen);
        assert.equal(letter[0], theirs.say('ask.greeting'));
        assert.equal(letter.at(-1), theirs.say('ask.regards'));
        assert.doesNotMatch(letter.join('\n'), /https?:|MC-|\]\(|undefined|\$\{/);
        const { card, text } = present({ screen, notes: [], origin: undefined }, theirs);
        assertSound(card, text, 'customerMessage');
        assert.ok(size(card) < LARGEST, `${size(card)}`);
      }
    });
  });
}

describe('The message to a customer with several subscriptions', () => {
  it('is about one of them where that one is shown', () => {
    const alone = SEVERAL_CONVERSATIONS.filter(([, conversation]) => conversation.alone);
    assert.ok(alone.length > 0);
    for (const [name, conversation] of alone)
      assert.equal(customerMessageScreen(conversation, 'en')?.all, undefined, name);
  });
});
