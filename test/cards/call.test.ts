import assert from 'node:assert/strict';
import { callMessage } from '../../src/cards/call.js';
import { callContent } from '../../src/cards/call-one.js';
import { caseByCase, citedAsShown } from '../../src/cards/case-groups.js';
import { policyText } from '../../src/cards/edition-line.js';
import { statementText } from '../../src/cards/guidance-text.js';
import { LOOK } from '../../src/cards/look.js';
import { answerText } from '../../src/cards/rows.js';
import type { CallScreen } from '../../src/conversation/view.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { CALLS, UNDERSTOOD } from './desk-views.js';
import { inputs } from './sound.js';
import { eligibilityToday, verdictWords } from './verdict-words.js';
import type { Named } from './views.js';
import { isPiece, ofType, type Piece, taps, texts } from './walk.js';

function callsIn(views: readonly Named[]): readonly (readonly [string, CallScreen])[] {
  return views.flatMap(({ name, view: { screen } }) =>
    screen.kind === 'call' ? [[name, screen] as const] : [],
  );
}

const SCREENS = [...callsIn(CALLS), ...callsIn(UNDERSTOOD)];

/** A part of the card, by its id; undefined where it is not there. */
function part(card: unknown, id: string): Piece | undefined {
  return ofType(card, 'Container').find((each) => each.id === id);
}

/** The mark and the label of each row to tap. */
function rowsIn(piece: Piece | undefined): readonly (readonly string[])[] {
  return ofType(piece, 'Container')
    .filter(({ selectAction }) => isPiece(selectAction))
    .map((row) => texts(row));
}

for (const tag of LANGUAGE_TAGS) {
  const language = LANGUAGES[tag];

  describe(`The call card in ${tag}`, () => {
    const cards = SCREENS.map(([name, screen]) => {
      return { name, screen, message: callMessage(language, screen, []) };
    });

    it('says first what holds, and that it may still change while something is asked', () => {
      for (const { name, screen, message } of cards) {
        const [first = ''] = texts(message.card);
        const { guidance, now } = screen;
        const { icon } = LOOK[eligibilityToday(guidance)];
        if (guidance.now === undefined) {
          const title = language.say(`eligibility.${guidance.eligibility}`);
          const wanted = now.kind === 'guidance' ? title : language.say('call.soFar', { eligibility: title });
          assert.equal(first, `${icon} ${wanted}`, name);
        } else {
          assert.ok(first.startsWith(`${icon} `), name);
          for (const each of verdictWords(language, guidance)) assert.ok(first.includes(each), name);
        }
      }
    });

    it('numbers the options of the question, “I don’t know” last', () => {
      for (const { name, screen, message } of cards) {
        const { now } = screen;
        if (now.kind !== 'question') continue;
        const wanted = [...now.options, 'unknown' as const].map((value, index) => [
          `${index + 1}`,
          answerText(language, now.fact, value),
        ]);
        const rows = rowsIn(part(message.card, 'question')).map((row) => row.slice(0, 2));
        assert.deepEqual(rows, wanted, name);
        assert.ok(texts(part(message.card, 'question')).includes(language.say(`fact.${now.fact}.question`)));
      }
    });

    it('numbers the readings to choose from, with their question, below the lines they confirm', () => {
      for (const { name, screen, message } of cards) {
        const { now } = screen;
        if (now.kind !== 'understood') continue;
        const pieces = ['question', 'choice']
          .map((id) => part(message.card, id))
          .filter((each) => each !== undefined);
        const actions = pieces
          .flatMap(taps)
          .map(({ action, value }) => (value === undefined ? action : 'choice'));
        assert.equal(actions.filter((action) => action === 'change').length, now.read.length, name);
        assert.ok(actions.includes('dismiss'), name);
        if (now.unclear === undefined) {
          assert.ok(actions.includes('accept'), name);
          continue;
        }
        const { fact, options } = now.unclear;
        const marks = pieces.flatMap((piece) => rowsIn(piece)).filter(([mark = '']) => /^\d+$/.test(mark));
        assert.deepEqual(
          marks.map(([mark, label]) => [mark, label]),
          [
            ...options.map((option) => answerText(language, fact, option)),
            language.say('understood.none'),
          ].map((label, index) => [`${index + 1}`, label]),
          name,
        );
        const shown = texts(message.card).join('\n');
        assert.ok(shown.includes(language.say(`fact.${fact}.question`)), `${name}: ${fact} is asked`);
        if (now.read.length === 0) continue;
        const about = shown.indexOf(language.say('understood.chooseConfirms'));
        const [line] = now.read;
        const above = line === undefined ? -1 : shown.indexOf(answerText(language, line.fact, line.value));
        assert.ok(above >= 0 && above < about, `${name}: “the lines above” are above`);
      }
    });

    it('has each step with who does it, ticked or not, and each caution', () => {
      for (const { name, screen, message } of cards) {
        const { guidance, done } = screen;
        const rows = rowsIn(part(message.card, 'steps'));
        // While what was heard waits to be confirmed, or the answer is open, nothing is to be done yet.
        const open = screen.now.kind === 'understood' || guidance.eligibility === 'depends';
        const steps = open ? [] : guidance.steps;
        assert.deepEqual(
          rows.map(([mark, label]) => [mark, label]),
          steps.map((step) => [
            done.includes(step.id) ? '☑' : '☐',
            statementText(language, `step.${step.id}`, step),
          ]),
          name,
        );
        const ticks = taps(part(message.card, 'steps')).map(({ step, done: next }) => [step, next]);
        assert.deepEqual(
          ticks,
          steps.map(({ id }) => [id, done.includes(id) ? 'no' : 'yes']),
          name,
        );
        if (open) continue;
        for (const caution of guidance.cautions)
          assert.ok(message.text.includes(statementText(language, `caution.${caution.id}`, caution)), name);
      }
    });

    it('tells the customer nothing while what was heard waits to be confirmed', () => {
      for (const { name, screen, message } of cards) {
        if (screen.now.kind !== 'understood') continue;
        assert.equal(message.speak, LANGUAGES[screen.customer].say('aloud.moment'), name);
      }
    });

    it('has a form with every question that can matter, the known answers set, and the customer’s language', () => {
      for (const { name, screen, message } of cards) {
        const fields = inputs(message.card);
        assert.deepEqual(
          fields.map(({ id }) => id),
          [
            // Beside the words for the customer.
            'customer',
            ...screen.form.map(({ fact }) => fact),
            // Beside the question of the region stand its two countries.
            ...(screen.form.some(({ fact }) => fact === 'region')
              ? ['customerCountry', 'partnerCountry']
              : []),
          ],
          name,
        );
        screen.form.forEach(({ fact, options, value, presumed }, index) => {
          const field = fields[index + 1] ?? assert.fail();
          assert.equal(field.label, language.say(`fact.${fact}.name`));
          const choices = field.choices as readonly Piece[];
          assert.deepEqual(
            choices.slice(1).map((each) => each.value),
            [...options, 'unknown'],
            name,
          );
          if (value !== undefined) assert.equal(field.value, value, name);
          else assert.equal(field.value, choices[0]?.value, `${name}: ${fact} is open`);
          const open =
            presumed === undefined
              ? language.say('call.open')
              : language.say('call.assumed', { answer: answerText(language, fact, presumed) });
          assert.equal(choices[0]?.title, open);
        });
      }
    });

    it('counts the sources of what it shows, as the answer in the chat does', () => {
      const answered = cards.filter(({ screen }) => screen.now.kind === 'guidance');
      let fewer = 0;
      for (const { name, screen } of answered) {
        const { guidance } = screen;
        const cited = citedAsShown(guidance, caseByCase(language, guidance));
        const { dated } = callContent(language, screen, []);
        assert.equal(dated, policyText(language, cited), name);
        assert.ok(dated.includes(`${cited.citations.length}`), name);
        if (cited.citations.length < guidance.citations.length) fewer += 1;
      }
      assert.ok(fewer > 0, 'No case shows fewer sources than are known.');
    });

    it('says in its plain text what it shows', () => {
      for (const { name, screen, message } of cards) {
        const { now, guidance } = screen;
        const wanted = [
          ...verdictWords(language, guidance),
          ...(now.kind === 'question'
            ? now.options.map((value) => answerText(language, now.fact, value))
            : []),
          ...(now.kind === 'understood'
            ? now.read.map((each) => answerText(language, each.fact, each.value))
            : []),
        ];
        for (const each of wanted) assert.ok(message.text.includes(each), `${name}: ${each}`);
      }
    });
  });
}
