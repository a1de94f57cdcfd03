import assert from 'node:assert/strict';
import { aloud } from '../../src/cards/aloud.js';
import { customerLetter } from '../../src/cards/customer-report.js';
import { present } from '../../src/cards/present.js';
import { SHORT, shortTicketText } from '../../src/cards/short-ticket.js';
import { teams } from '../../src/channels/teams/teams.js';
import { webChat } from '../../src/channels/webchat/web-chat.js';
import type { CustomerMessageScreen } from '../../src/conversation/view.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { foremost } from '../../src/policy/engine/foremost.js';
import { guidanceToday } from '../../src/policy/engine/guidance.js';
import { isAskable } from '../../src/policy/facts.js';
import { receiptAddress } from '../../src/receipt/link.js';
import { receiptOf } from '../../src/receipt/receipt.js';
import { DAY, ELIGIBLE, fresh, having, say, tap } from '../conversation/talk.js';
import { someOf } from '../effort.js';
import { DECIDED, OPEN } from './views.js';
import { ofType, texts } from './walk.js';

const ADDRESS = 'https://advisor.contoso.com';
/** What fields for text take for a list, a heading, a quotation, a rule or code: Markdown, Jira, ServiceNow, Teams. */
const MARKUP = /^(?:[-*#>+|]|\d+[.)] |h[1-6]\.|bq\.)|\*\*|__|`|\]\(|\[code|\{\w+\}|-{3}/m;
/** So many letters stand in the first line of the field on the narrowest phones. */
const ONE_LINE = 36;
/** What Jira draws as pictures. */
const PICTURES = /\((?:[ixyn!?/*+]|on|off)\)|[:;]-?[)(DPp](?=\s|$)/;

for (const [index, tag] of LANGUAGE_TAGS.entries()) {
  const language = LANGUAGES[tag];
  const some = [...someOf([...DECIDED, ...OPEN], LANGUAGE_TAGS.length, index)];

  describe(`The short note for the ticket in ${tag}`, () => {
    it('has a dozen lines at most, and none that a text field would draw as something else', () => {
      for (const { name, view } of some) {
        const { guidance } = view.screen;
        for (const many of [0, 1, guidance.steps.length]) {
          const done = guidance.steps.slice(0, many).map(({ id }) => id);
          const note = shortTicketText(language, { guidance, done, day: DAY }, ADDRESS);
          const lines = note.split('\n');
          assert.ok(lines.length <= SHORT, `${name}: ${lines.length} lines`);
          assert.ok(
            lines.every((line) => line !== '' && line === line.trim()),
            name,
          );
          assert.ok(note.length < 3000, `${name}: ${note.length} characters`);
          assert.doesNotMatch(note, MARKUP, name);
          assert.doesNotMatch(note, PICTURES, name);
        }
      }
    });

    it('says the verdict first, then what can make it untrue, and last where the rest is', () => {
      for (const { name, view } of some) {
        const { guidance } = view.screen;
        const lines = shortTicketText(language, { guidance, done: [], day: DAY }, ADDRESS).split('\n');
        if (guidance.now === undefined)
          assert.ok(lines[0]?.includes(language.say(`eligibility.${guidance.eligibility}`)), name);
        const { first } = foremost(guidance.groups.length > 1 ? [] : guidance.cautions);
        if (first !== undefined) {
          const said = lines.findIndex((line) => line.includes(language.say(`caution.${first.id}`)));
          assert.ok(said > 0 && said <= 2, `${name}: ${first.id} stands in line ${said + 1}`);
        }
        assert.ok(lines.at(-1)?.endsWith(receiptAddress(ADDRESS, receiptOf(guidance))), name);
      }
    });

    it('has its code where no field ends a line, which would break it at its hyphen', () => {
      for (const { name, view } of some) {
        const { guidance } = view.screen;
        const code = receiptOf(guidance);
        for (const address of [ADDRESS, undefined]) {
          const note = shortTicketText(language, { guidance, done: [], day: DAY }, address);
          const last = note.split('\n').at(-1) ?? '';
          assert.ok(last.includes(code), name);
          assert.ok(last.indexOf(code) + code.length <= ONE_LINE, `${name}: ${last}`);
        }
      }
    });

    it('has every step, or says how many more there are', () => {
      for (const { name, view } of some) {
        const { guidance } = view.screen;
        if (guidance.groups.length > 1) continue;
        const note = shortTicketText(language, { guidance, done: [], day: DAY }).split('\n');
        const mark = language.say('ticket.toDoLine', { text: '' });
        const shown = note.filter((line) => line.startsWith(mark)).length;
        const left = guidance.steps.length - shown;
        if (left === 0) continue;
        const more = language.say('ticket.moreSteps', { count: left });
        assert.ok(note.includes(language.say('ticket.line', { text: more })), `${name}: ${left} steps left`);
      }
    });
  });

  describe(`The message to the customer in ${tag}`, () => {
    const screens = some.map(({ name, view }): readonly [string, CustomerMessageScreen] => {
      const { guidance } = view.screen;
      const told = guidance.eligibility === 'depends' ? guidance : guidanceToday(guidance);
      const facts = told.dependsOn.map(({ fact }) => fact).filter(isAskable);
      return [name, { kind: 'customerMessage', guidance: told, facts, customer: tag }];
    });

    it('is ready to be sent: a greeting, what is to be said or asked, and an end', () => {
      for (const [name, screen] of screens) {
        const letter = customerLetter(language, screen);
        assert.equal(letter[0], language.say('ask.greeting'), name);
        assert.equal(letter.at(-1), language.say('ask.regards'), name);
        assert.ok(letter.length >= 5 && letter.length <= 26, `${name}: ${letter.length} lines`);
        for (const fact of screen.facts)
          assert.ok(letter.join('\n').includes(language.say(`ask.${fact}`)), `${name}: ${fact}`);
        assert.doesNotMatch(letter.join('\n'), /https?:|MC-|\]\(|undefined/, name);
      }
    });

    it('says what is said on the phone, word for word, so that both promise the same', () => {
      for (const [name, screen] of screens) {
        if (screen.guidance.eligibility === 'depends') continue;
        const letter = customerLetter(language, screen);
        for (const line of aloud(language, { ...screen.guidance, dependsOn: [] }))
          assert.ok(letter.includes(line), `${name}: ${line}`);
      }
    });
  });
}

describe('What can be taken along', () => {
  const answered = having({ ...fresh(), around: { ...fresh().around, address: ADDRESS } }, ELIGIBLE);
  const plainly = having(fresh(), ELIGIBLE);
  const card = (session = answered) => present(say(session, 'continue').view, LANGUAGES.en).card;
  const folds = (of: unknown) => ofType(of, 'Action.ToggleVisibility').map(({ title }) => title);

  it('stands behind one row that says how much it is', () => {
    assert.ok(folds(card()).includes('Copy, share, print · 4'));
  });

  it('is a note, a message, a link and a print, in Web Chat by taps', () => {
    const taps = ofType(
      webChat.card(present(say(answered, 'continue').view, LANGUAGES.en).card),
      'Action.Submit',
    );
    const actions = taps.map(({ data }) => (data as { readonly action: string }).action);
    for (const action of ['ticket', 'askCustomer', 'share']) assert.ok(actions.includes(action), action);
  });

  it('is printed from the browser in Teams, where the address of the bot is known', () => {
    const urls = (session: typeof answered) =>
      ofType(teams.card(present(say(session, 'continue').view, LANGUAGES.en).card), 'Action.OpenUrl').map(
        ({ url }) => url,
      );
    const page = `${ADDRESS}/print/${receiptOf(guidanceOf(answered))}`;
    assert.ok(urls(answered).includes(page));
    assert.ok(!urls(plainly).some((url) => String(url).includes('/print/')));
  });

  it('shows the answer code as a link, and as text where nobody knows the address of the bot', () => {
    const code = receiptOf(guidanceOf(answered));
    const shown = (session: typeof answered) =>
      texts(card(session)).find((text) => text.includes(code)) ?? '';
    assert.ok(shown(answered).includes(`](${receiptAddress(ADDRESS, code)})`));
    assert.ok(!shown(plainly).includes(']('));
  });

  it('shares a link to copy, or the code alone', () => {
    const code = receiptOf(guidanceOf(answered));
    const box = (session: typeof answered) =>
      ofType(present(tap(session, { kind: 'share' }).view, LANGUAGES.en).card, 'Input.Text')[0]?.value;
    assert.equal(box(answered), receiptAddress(ADDRESS, code));
    assert.equal(box(plainly), code);
  });
});

function guidanceOf(session: ReturnType<typeof fresh>) {
  const { screen } = tap(session, { kind: 'show' }).view;
  return screen.kind === 'guidance' ? screen.guidance : assert.fail();
}
