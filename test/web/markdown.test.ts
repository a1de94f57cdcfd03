import assert from 'node:assert/strict';

interface Result {
  outputHtml?: string;
  didProcess?: boolean;
}

/** The file as browsers get it. */
const BUILT = new URL('../../web/markdown.js', import.meta.url).href;

describe('the Markdown of the call page', () => {
  let processMarkdown: (text: string, result: Result) => void;
  before(async () => {
    ({ processMarkdown } = (await import(BUILT)) as { processMarkdown: typeof processMarkdown });
  });

  function html(text: string): string | undefined {
    const result: Result = { didProcess: false };
    processMarkdown(text, result);
    return result.didProcess === true ? result.outputHtml : undefined;
  }

  it('makes links of links, and keeps everything around them text', () => {
    assert.equal(
      html('<b>See</b> [A & B](https://learn.microsoft.com/a?b=1&c=2), “x”'),
      '&lt;b&gt;See&lt;/b&gt; <a href="https://learn.microsoft.com/a?b=1&amp;c=2" rel="noopener noreferrer">A &amp; B</a>, “x”',
    );
  });

  it('keeps paragraphs apart', () => {
    assert.equal(html('a < b\n\nc'), 'a &lt; b<br><br>c');
  });

  it('leaves the rest alone', () => {
    for (const text of [
      'plain',
      '*a* **b** `c`',
      '1. one',
      '[a](javascript:alert(1))',
      '[a](http://a.b)',
      '<img>',
    ]) {
      assert.equal(html(text), undefined, text);
    }
  });
});
