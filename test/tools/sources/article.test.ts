import assert from 'node:assert/strict';
import { readArticle } from '../../../src/tools/sources/article.js';
import { normalise } from '../../../src/tools/sources/normalise.js';
import { article, LICENSE_TEXT, modernLayout, oldLayout } from './recorded-pages.js';

/** Every passage's text, by its heading. */
function passages(html: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readArticle(html).passages.map(({ heading, text }) => [heading, text]));
}

describe('A page’s article', () => {
  const modern = passages(modernLayout(article()));

  it('is found by headings, lead-ins, rows and boxes', () => {
    assert.equal(modern['Applies to'], 'Partner Center | Partner Center for Government');
    assert.equal(modern['Appropriate roles'], 'User management admin | Sales agent');
    assert.equal(
      modern['Multichannel support applies when a customer'],
      'Bought its subscriptions straight from the maker.\nBought them from a shop that has left.',
    );
    assert.equal(modern['License-based services'], LICENSE_TEXT);
    assert.equal(modern['Usage-based services'], 'Make a new one. Then cancel the old one.');
    assert.equal(modern.Important, 'No partner may resell to another partner of the program.');
    assert.equal(modern['Next steps'], 'Work with others');
  });

  it('has no page furniture in it', () => {
    const { text } = readArticle(modernLayout(article(), 7)).whole;
    for (const word of [
      '7',
      'cookies',
      'Menu',
      'Feedback',
      'Additional',
      'contributors',
      'In this article',
    ]) {
      assert.ok(!text.includes(word), `"${word}" is page furniture`);
    }
  });

  it('is the same in another layout, and whatever surrounds it', () => {
    const { hash } = readArticle(modernLayout(article(), 1)).whole;
    assert.equal(readArticle(modernLayout(article(), 2)).whole.hash, hash);
    assert.equal(readArticle(oldLayout(article())).whole.hash, hash);
    assert.equal(readArticle(`<body>${article()}</body>`).whole.hash, hash);
  });

  it('ends a passage at the next heading of the same or a higher level', () => {
    const found = passages(
      '<h2>A</h2><p>one</p><h3>B</h3><p>two</p><h2>C</h2><p>three</p><h1>D</h1><p>four</p>',
    );
    assert.deepEqual(found, { A: 'one\nB\ntwo', B: 'two', C: 'three', D: 'four' });
  });

  it('reads plain lead-ins and their lists', () => {
    const found = passages('<p>Roles: Sales agent</p><p><b>See also</b></p><ul><li>x<li>y</ul><p>z</p>');
    assert.deepEqual(found, { Roles: 'Sales agent', 'See also': 'x\ny' });
  });

  it('is read as well as can be where the HTML is malformed', () => {
    const html =
      '<div class=note><p>Note<p>a box left open<h2>Next<p>un<b>closed <i>words</b></p><table><tr><td>k<td>v';
    assert.deepEqual(passages(html), { Note: 'a box left open', Next: 'unclosed words\nk v', k: 'v' });
    for (const odd of ['', '<', '</p></div>', '<h1', '<!-- never closed', '\u0000', '<td>x</td>']) {
      assert.doesNotThrow(() => readArticle(odd));
    }
  });

  it('is read when it is nested deeply, and given up where that is absurd', () => {
    const nested = (depth: number) => `${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}`;
    assert.equal(readArticle(nested(500)).whole.text, 'deep');
    assert.equal(readArticle(nested(400_000)).whole.text, '');
  });

  it('is the same whichever quotes, dashes and spaces an editor writes', () => {
    assert.equal(normalise('you’re\u00a0“in”  a\u200b – b\n…'), 'you\'re "in" a - b ...');
    assert.notEqual(normalise('May'), normalise('may'));
  });
});
