import assert from 'node:assert/strict';
import { aloud } from '../../src/cards/aloud.js';
import { callMessage } from '../../src/cards/call.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import type { MessageKey } from '../../src/language/message-keys.js';
import { grave } from '../../src/policy/engine/foremost.js';
import type { Guidance } from '../../src/policy/engine/guidance.js';
import { FACT_IDS, FACTS } from '../../src/policy/facts.js';
import { ELIGIBLE, fresh, having, OPEN, say, screen } from '../conversation/talk.js';
import { DECIDED, OPEN as UNDECIDED } from './views.js';
import { ofType, texts } from './walk.js';

const ALL: readonly Guidance[] = [...DECIDED, ...UNDECIDED].map(({ view }) => view.screen.guidance);
const DECISIONS = ALL.filter(({ eligibility }) => eligibility !== 'depends');

/** What nobody on the phone should have to hear. */
const JARGON =
  /\b(CSP|GDAP|DAP|EA|NCE|MOSP|MCA|MPN|tenant|multi-?channel)\b|https?:|www\.|MC-|[[\]{}<>*_#|☑☐⚠]|\u0024\{/i;

/** To the customer these are the same reservation. */
const SAME: Readonly<Record<string, MessageKey>> = {
  whatTransfers: 'aloud.caution.blocksTransfer',
  archivedInChina: 'aloud.uncertain',
};

describe('The words for the customer', () => {
  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];

    it(`are few, short and plain for every guidance of every edition (${tag})`, () => {
      for (const guidance of ALL) {
        const said = aloud(language, guidance);
        const name = `${guidance.edition} ${JSON.stringify(guidance.situation)}`;
        assert.ok(said.length > 0 && said.length <= 10, `${name}: ${said.length} sentences`);
        assert.equal(new Set(said).size, said.length, `${name}: says something twice`);
        for (const each of said) {
          assert.ok(each.trim() !== '' && each.length <= 200, `${each.length}: ${each}`);
          assert.doesNotMatch(each, JARGON, name);
        }
      }
    });

    it(`begin with what it means for them (${tag})`, () => {
      for (const guidance of DECISIONS) {
        const { eligibility } = guidance;
        const openings = language.keys.filter(
          (key) => key === `aloud.${eligibility}` || key.startsWith(`aloud.${eligibility}For.`),
        );
        const words = openings.map((key) => language.say(key));
        assert.ok(words.includes(aloud(language, guidance)[0] ?? ''), JSON.stringify(guidance.situation));
      }
    });

    it(`hold none of our cautions, and no promise while nobody can tell (${tag})`, () => {
      const cautions = language.keys
        .filter((key) => key.startsWith('caution.'))
        .map((key) => language.say(key));
      assert.ok(cautions.length > 5);
      for (const guidance of ALL) {
        const said = aloud(language, guidance).join('\n');
        for (const caution of cautions) assert.ok(!said.includes(caution), caution);
        if (guidance.eligibility !== 'confirm') continue;
        for (const { id } of guidance.steps) {
          const words = language.maybe(`aloud.step.${id}`);
          assert.ok(words === undefined || !said.includes(words), `${id} before it is confirmed`);
        }
      }
    });

    it(`promise nothing that a caution can take back without saying so (${tag})`, () => {
      const reserved = new Set<string>();
      for (const guidance of DECISIONS) {
        const { eligibility, cautions, certain } = guidance;
        if (eligibility !== 'eligible' && eligibility !== 'otherRoute') continue;
        const [, ...said] = aloud(language, guidance);
        const name = `${guidance.edition} ${JSON.stringify(guidance.situation)}`;
        for (const { id } of grave(cautions)) {
          const words = language.say(SAME[id] ?? (`aloud.caution.${id}` as MessageKey));
          const place = said.indexOf(words);
          assert.ok(
            place >= 0 && place < grave(cautions).length + 1,
            `${name}: ${id} is kept from the customer`,
          );
          reserved.add(words);
        }
        const archived = cautions.some(({ id }) => id === 'archivedInChina');
        assert.equal(said.includes(language.say('aloud.uncertain')), archived || !certain, name);
      }
      for (const key of language.keys.filter((each) => each.startsWith('aloud.caution.')))
        assert.ok(reserved.has(language.say(key)), `${key} is never said`);
    });

    it(`are questions that the customer can answer, and nothing else, while it depends (${tag})`, () => {
      const asks = new Map(FACT_IDS.map((fact) => [language.maybe(`ask.${fact}`), fact]));
      for (const guidance of ALL.filter(({ eligibility }) => eligibility === 'depends')) {
        const [opening, ...questions] = aloud(language, guidance);
        assert.ok(opening !== undefined && !asks.has(opening));
        const open = guidance.dependsOn.map(({ fact }) => fact);
        for (const each of questions) {
          const fact = asks.get(each);
          assert.ok(fact !== undefined, each);
          assert.equal(FACTS[fact].knownBy, 'customer', fact);
          assert.ok(open.includes(fact), fact);
        }
        if (questions.length > 0) assert.equal(opening, language.say('aloud.lookUp'));
        const theirs = open.filter((fact) => FACTS[fact].knownBy === 'customer');
        if (theirs.length === 0) assert.equal(opening, language.say('aloud.ours'), 'only we can find out');
      }
    });

    it(`differ for a yes and a no (${tag})`, () => {
      const openings = (
        ['eligible', 'otherRoute', 'notEligible', 'confirm', 'outOfScope', 'depends'] as const
      ).map((key) => language.say(`aloud.${key}`));
      assert.equal(new Set(openings).size, openings.length);
    });
  }

  it('say in each language something of their own', () => {
    for (const guidance of DECISIONS.slice(0, 40)) {
      const all = LANGUAGE_TAGS.map((tag) => aloud(LANGUAGES[tag], guidance).join(' '));
      assert.equal(new Set(all).size, all.length);
    }
  });
});

describe('The agent’s language beside the customer’s', () => {
  const states = [{}, OPEN, ELIGIBLE];

  function callFor(mine: LanguageTag, theirs: LanguageTag, situation: (typeof states)[number]) {
    const turn = say(having(fresh(mine), situation), `customer: ${theirs}`);
    return { shown: screen(turn, 'call'), message: callMessage(LANGUAGES[mine], screen(turn, 'call'), []) };
  }

  for (const mine of LANGUAGE_TAGS) {
    for (const theirs of LANGUAGE_TAGS) {
      it(`${mine} for the agent, ${theirs} for the customer, and “speak” says the customer’s words`, () => {
        for (const situation of states) {
          const { shown, message } = callFor(mine, theirs, situation);
          const asked = shown.now.kind === 'question' ? shown.now.fact : undefined;
          const words = aloud(LANGUAGES[theirs], shown.guidance, asked);
          const [section] = ofType(message.card, 'Container').filter(({ id }) => id === 'aloud');
          const [title, ...said] = texts(section);
          assert.ok(title?.includes(LANGUAGES[theirs].say('language.self')));
          assert.deepEqual(said, words);
          assert.equal(message.speak, LANGUAGES[theirs].sentences(words));
          assert.equal(message.card.speak, message.speak);
          assert.equal(message.copy?.aloud, words.join('\n'));
          for (const each of words) assert.ok(message.text.includes(each), 'the plain text has them too');
          const rest = texts(message.card).filter((text) => !words.includes(text));
          assert.ok(rest.some((text) => text.includes(LANGUAGES[mine].say('call.form'))));
          if (mine === theirs) continue;
          const strange = LANGUAGES[theirs].say('call.form');
          assert.ok(!rest.some((text) => text.includes(strange)), 'the rest is the agent’s');
          assert.equal(message.card.lang, LANGUAGES[mine].base);
        }
      });
    }
  }
});
