import assert from 'node:assert/strict';
import { caseByCase, citedAsShown } from '../../src/cards/case-groups.js';
import { paperOf } from '../../src/cards/printed.js';
import { shortTicketText } from '../../src/cards/short-ticket.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { printHtml } from '../../src/web/print-page.js';
import { DAY, ELIGIBLE, OPEN } from '../conversation/talk.js';
import { ask } from '../policy/practice/printed.js';

const { guidance: open } = ask(OPEN);

describe('An answer on paper that depends', () => {
  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];
    const paper = paperOf(language, open, DAY);
    const cases = caseByCase(language, open);
    const groups = [...cases.groups, ...cases.moreGroups];

    it(`has each case under its condition, with its verdict apart from what is done (${tag})`, () => {
      assert.ok(groups.length > 1);
      const title = paper.parts.findIndex(({ heading }) => heading === language.say('ui.groups'));
      assert.ok(title > 0);
      assert.deepEqual(
        paper.parts.slice(title + 1, title + 1 + groups.length),
        groups.map((group) => ({
          heading: group.condition,
          verdict: group.title,
          items: group.lines.map(({ text }) => text),
          under: true,
        })),
      );
    });

    it(`asks each open question in one line with where to look (${tag})`, () => {
      const asked = paper.parts.find(({ heading }) => heading === language.say('ui.dependsOn'))?.items ?? [];
      assert.ok(open.dependsOn.length > 0);
      for (const { fact } of open.dependsOn) {
        const line = asked.find((each) => each.includes(language.say(`fact.${fact}.question`)));
        assert.ok(line?.includes(language.say(`fact.${fact}.hint`)), fact);
      }
    });

    it(`names as many sources as the note and the sources themselves (${tag})`, () => {
      const { citations } = citedAsShown(open, cases);
      assert.ok(citations.length < open.citations.length, 'Not all of what is known is shown.');
      const [policy = ''] = paper.foot;
      const note = shortTicketText(language, { guidance: open, places: undefined, done: [], day: DAY });
      assert.ok(policy.includes(`${citations.length}`), policy);
      assert.ok(note.split('\n').includes(policy), note);
    });
  }
});

describe('The page for paper', () => {
  const page = (guidance: typeof open): string =>
    printHtml({
      language: LANGUAGES.en,
      answer: paperOf(LANGUAGES.en, guidance, DAY),
      link: 'http://localhost/r/MC-1',
      address: (name) => `/${name}`,
    });
  const marked = '<ul class="marked" role="list">';

  it('puts cases and sources a heading lower, and numbers nothing that is numbered already', () => {
    const shown = caseByCase(LANGUAGES.en, open);
    const count = shown.groups.length + shown.moreGroups.length;
    const html = page(open);
    assert.equal(html.split('<p class="verdict">').length - 1, count);
    assert.equal(html.split(marked).length - 1, count);
    assert.ok(html.includes(`<h3>${shown.groups[0]?.condition}</h3>`), html);
    assert.match(html, /<h3>Read in Microsoft’s own text/);
  });

  it('has no case where nothing is open, and its steps are an ordered list', () => {
    const html = page(ask(ELIGIBLE).guidance);
    assert.ok(!html.includes(marked));
    assert.match(html, /<ol>/);
  });
});
