import assert from 'node:assert/strict';
import { html, joinHtml, jsonElement, styleElement } from '../../src/html/html.js';

const HOSTILE = `"><script>alert('1')</script>&`;
const HARMLESS = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;';

describe('HTML', () => {
  it('shows every text as it is, in an element and in an attribute', () => {
    assert.equal(`${html`<a href="${HOSTILE}">${HOSTILE}</a>`}`, `<a href="${HARMLESS}">${HARMLESS}</a>`);
  });

  it('escapes once, however deep a text stands', () => {
    const items = ['a & b', 'c'].map((text) => html`<li>${text}</li>`);
    assert.equal(`${html`<ul>${items}</ul>${3}${undefined}`}`, '<ul><li>a &amp; b</li><li>c</li></ul>3');
  });

  it('is not what only looks like it', () => {
    const looks = { toString: () => '<b>' };
    assert.throws(() => html`${looks as never}`);
  });

  it('has something between pieces where it is asked for', () => {
    assert.equal(`${joinHtml([html`<i>`, '<', 'c'], '\n')}`, '<i>\n&lt;\nc');
    assert.equal(`${joinHtml([], '\n')}`, '');
  });

  it('has no style sheet that ends its own element', () => {
    assert.equal(`${styleElement('a>b{}', 'n')}`, '<style nonce="n">a>b{}</style>');
    assert.throws(() => styleElement('a{}</STYLE ><script>'), TypeError);
  });

  it('has no data that end their own element, and all of them', () => {
    const element = `${jsonElement('settings', { text: HOSTILE })}`;
    const [, json = ''] =
      /^<script type="application\/json" id="settings">(.*)<\/script>$/.exec(element) ?? [];
    assert.doesNotMatch(json, /[<>&]/);
    assert.deepEqual(JSON.parse(json), { text: HOSTILE });
  });
});
