import assert from 'node:assert/strict';
import { roleText, statementText } from '../../src/cards/guidance-text.js';
import { handOverReport, requestDraft } from '../../src/cards/hand-over-report.js';
import { reportMessage } from '../../src/cards/report.js';
import { answerText } from '../../src/cards/rows.js';
import { stepsTitle } from '../../src/cards/then-and-now.js';
import { ticketSources, ticketText } from '../../src/cards/ticket.js';
import { begin, originOf } from '../../src/conversation/interview/state.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import type { Guidance } from '../../src/policy/engine/guidance.js';
import { FACT_IDS } from '../../src/policy/facts.js';
import { addressOf, standingOf } from '../../src/policy/pages.js';
import { receiptOf } from '../../src/receipt/receipt.js';
import { DAY } from '../conversation/talk.js';
import { verdictWords } from './verdict-words.js';
import { DECIDED, OPEN } from './views.js';
import { texts } from './walk.js';

const ALL: readonly Guidance[] = [...DECIDED, ...OPEN]
  .filter((_, index) => index % 2 === 0)
  .map(({ view }) => view.screen.guidance);
const origin = originOf(begin('k1'));

/** The lines under a heading, up to the empty line. */
function under(note: string, heading: string): readonly string[] {
  const all = note.split('\n');
  const start = all.indexOf(heading);
  if (start < 0) return [];
  const rest = all.slice(start + 1);
  const end = rest.indexOf('');
  return end < 0 ? rest : rest.slice(0, end);
}

for (const tag of LANGUAGE_TAGS) {
  const language = LANGUAGES[tag];

  describe(`The long note for the ticket in ${tag}`, () => {
    it('has eligibility, situation, reasons, sources with address, edition, date and receipt', () => {
      for (const guidance of ALL) {
        const note = ticketText(language, { guidance, done: [], day: DAY });
        const name = `${guidance.edition} ${JSON.stringify(guidance.situation)}`;
        const [first = ''] = note.split('\n');
        for (const each of verdictWords(language, guidance)) assert.ok(first.includes(each), name);
        const situation = under(note, language.say('ticket.situation'));
        for (const fact of FACT_IDS) {
          const value = guidance.situation[fact];
          if (value === undefined) continue;
          const parts = [language.say(`fact.${fact}.name`), answerText(language, fact, value)];
          const line = situation.find((each) => parts.every((part) => each.includes(part)));
          assert.ok(line !== undefined, `${name}: ${fact}`);
        }
        for (const { fact, option } of guidance.assumed)
          assert.ok(
            situation.some((line) =>
              line.includes(language.say('ui.assumed', { answer: answerText(language, fact, option) })),
            ),
          );
        for (const reason of guidance.reasons)
          assert.ok(note.includes(statementText(language, `reason.${reason.id}`, reason)));
        const lines = note.split('\n');
        const rests = ticketSources(language, guidance);
        if (guidance.eligibility !== 'depends') assert.deepEqual(rests, guidance.citations);
        // How well something is established and when it was read stands above its pages, each of which is there once.
        const headingOf = ({ confidence, read }: (typeof rests)[number]): string =>
          language.say('ticket.sourcesRead', {
            confidence: language.say(`confidence.${confidence}`),
            read: language.date(read),
          });
        const headings = [...new Set(rests.map(headingOf))];
        for (const heading of headings) {
          assert.equal(lines.filter((line) => line === heading).length, 1, `${name}: ${heading}`);
          const rest = lines.slice(lines.indexOf(heading) + 1);
          const end = rest.findIndex((line) => line === '' || headings.includes(line));
          const pages = rest.slice(0, end);
          const together = rests.filter((each) => headingOf(each) === heading);
          assert.equal(pages.length, new Set(together.map(({ page }) => page)).size, `${name}: ${heading}`);
          for (const { page, section, date } of together) {
            const title = language.say(`page.${page}`);
            const parts = [title, language.say(`section.${section}`)];
            if (date !== undefined) parts.push(language.date(date));
            const line = pages.find((each) => parts.every((part) => each.includes(part)));
            assert.ok(line !== undefined, `${name}: ${page}`);
            // Its address is long: it stands where the page is first named.
            const { url } = addressOf(page, language.learn);
            const listed = lines.slice(lines.indexOf(headings[0] ?? ''));
            const first = listed.find((each) => each.includes(title) && each.includes('https://'));
            assert.ok(first?.includes(url), `${name}: ${page}`);
            assert.equal(
              note.split(`${language.say('ui.withAddress', { title: '', url })} `).length,
              2,
              `${name}: ${page}`,
            );
          }
        }
        const isEnglish = rests.every(
          ({ page }) =>
            standingOf(page) !== 'unopened' && addressOf(page, language.learn).locale !== language.learn,
        );
        assert.ok(
          lines.includes(language.say(isEnglish ? 'ticket.sourcesInEnglish' : 'ticket.sources')),
          name,
        );
        assert.ok(note.includes(language.say(`edition.${guidance.edition}`)));
        assert.ok(note.includes(language.date(DAY)));
        assert.ok(note.includes(receiptOf(guidance)));
      }
    });

    it('tells what is done from what is to do, each with who does it', () => {
      for (const guidance of ALL) {
        const { steps } = guidance;
        for (const many of [0, 1, steps.length]) {
          const done = steps.slice(0, many);
          const note = ticketText(language, { guidance, done: done.map(({ id }) => id), day: DAY });
          const lineOf = (step: (typeof steps)[number]): string =>
            language.say('ui.stepBy', {
              text: statementText(language, `step.${step.id}`, step),
              who: roleText(language, step),
            });
          const toDo = stepsTitle(language, guidance, 'ticket.toDo');
          const listed = (heading: string): readonly string[] =>
            under(note, heading).map((line) => line.replace(/^\P{L}+/u, ''));
          assert.deepEqual(listed(language.say('ticket.done')).length, done.length);
          assert.deepEqual(listed(toDo).length, steps.length - done.length);
          for (const step of done)
            assert.ok(under(note, language.say('ticket.done')).join('\n').includes(lineOf(step)));
          for (const step of steps.slice(many))
            assert.ok(under(note, toDo).join('\n').includes(lineOf(step)));
        }
      }
    });

    it('is plain text: no Markdown, no expression, no placeholder, no line of blanks', () => {
      for (const guidance of ALL) {
        const note = ticketText(language, { guidance, done: [], day: DAY });
        assert.doesNotMatch(note, /\]\(|\*\*|__|`|\u0024\{|\{\w+\}|<\w+>|undefined|\n\n\n/);
        assert.doesNotMatch(note, /[ \t]$/m);
        assert.ok(note.length < 8000, `${note.length} characters`);
      }
    });
  });

  describe(`The hand-over in ${tag}`, () => {
    it('drafts a support request with title, topic and description', () => {
      for (const guidance of ALL) {
        const { title, topic, description } = requestDraft(language, guidance);
        assert.ok(title !== '' && !title.includes('\n') && title.length < 200, title);
        assert.ok(topic !== '' && !topic.includes('\n'));
        assert.ok(description.includes(receiptOf(guidance)));
        assert.doesNotMatch(description, /\]\(|\u0024\{|undefined/);
        for (const { fact } of guidance.dependsOn)
          assert.ok(description.includes(language.say(`fact.${fact}.name`)), `${fact} is open`);
      }
    });

    it('shows on its card what would be sent', () => {
      for (const guidance of ALL.filter((_, index) => index % 10 === 0)) {
        const report = handOverReport(language, {
          kind: 'handOver',
          guidance,
          state: 'draft',
          day: DAY,
          origin,
        });
        const shown = texts(reportMessage(language, report, []).card).join('\n');
        const { title, topic, description } = requestDraft(language, guidance);
        for (const each of [title, topic, ...description.split('\n')]) assert.ok(shown.includes(each), each);
        for (const each of verdictWords(language, guidance)) assert.ok(shown.includes(each), each);
      }
    });
  });
}
