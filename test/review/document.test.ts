import assert from 'node:assert/strict';
import { pageLink } from '../../src/cards/cite.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { reviewDocument } from '../../src/review/document.js';
import { exampleAnchor } from '../../src/review/worked-case.js';
import { SITE, type Tag, tagsOf, textOf, valuesOf } from './markup.js';

const LEVELS = ['h1', 'h2', 'h3'];

function levels(tags: readonly Tag[]): readonly number[] {
  return tags.flatMap(({ name }) => (LEVELS.includes(name) ? [LEVELS.indexOf(name) + 1] : []));
}

for (const id of EDITION_IDS) {
  for (const tag of LANGUAGE_TAGS) {
    describe(`the document of ${id} in ${tag}`, () => {
      const edition = EDITIONS[id];
      const language = LANGUAGES[tag];
      let document = '';
      let tags: readonly Tag[] = [];
      before(() => {
        document = reviewDocument(edition, language, SITE);
        tags = tagsOf(document);
      });

      it('is one page that needs nothing else', () => {
        const names = new Set(tags.map(({ name }) => name));
        for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form'])
          assert.ok(!names.has(name), name);
        assert.deepEqual(valuesOf(tags, 'style'), []);
        assert.deepEqual(valuesOf(tags, 'src'), []);
        assert.ok(!/url\(|@import/.test(document), 'the style loads something');
        assert.ok(!document.includes('${'));
        assert.equal(tags.filter(({ name }) => name === 'style').length, 1);
      });

      it('is marked up for screen readers', () => {
        assert.equal(tags.find(({ name }) => name === 'html')?.attributes.get('lang'), tag);
        const found = levels(tags);
        assert.deepEqual(found.filter((level) => level === 1).length, 1);
        found.forEach((level, index) => {
          assert.ok(level <= (found[index - 1] ?? 0) + 1, 'a heading skips a level');
        });
        assert.equal(tags.filter(({ name }) => name === 'main').length, 1);
        for (const heading of tags.filter(({ name }) => name === 'th')) {
          assert.match(heading.attributes.get('role') ?? '', /^(?:row|column)header$/);
          assert.match(heading.attributes.get('scope') ?? '', /^(?:row|col)$/);
        }
        const [drawing, ...others] = tags.filter(({ name }) => name === 'svg');
        assert.equal(others.length, 0);
        assert.equal(drawing?.attributes.get('role'), 'img');
      });

      it('has ids that are unique, and links and labels that lead to one', () => {
        const ids = valuesOf(tags, 'id');
        assert.equal(new Set(ids).size, ids.length);
        const wanted = [
          ...valuesOf(tags, 'aria-labelledby').flatMap((value) => value.split(' ')),
          ...valuesOf(tags, 'href').flatMap((href) => (href.startsWith('#') ? [href.slice(1)] : [])),
        ];
        for (const each of wanted) assert.ok(ids.includes(each), each);
      });

      it('has every rule, every worked example and every source', () => {
        const ids = new Set(valuesOf(tags, 'id'));
        const text = textOf(document);
        for (const rule of edition.rules) {
          assert.ok(ids.has(`rule-${rule.id}`), rule.id);
          assert.ok(ids.has(exampleAnchor(edition, rule)), `the example of ${rule.id}`);
          assert.ok(text.includes(rule.id), rule.id);
        }
        const links = new Set(valuesOf(tags, 'href'));
        for (const { page, section } of Object.values(edition.citations)) {
          assert.ok(links.has(pageLink(language, page).url), page);
          assert.ok(text.includes(language.say(`section.${section}`)), section);
        }
      });

      it('leads to the other editions and languages', () => {
        const links = valuesOf(tags, 'href');
        for (const other of EDITION_IDS) assert.ok(links.includes(`${other}.${tag}.html`), other);
        for (const other of LANGUAGE_TAGS) assert.ok(links.includes(`${id}.${other}.html`), other);
        assert.equal(valuesOf(tags, 'aria-current').length, 2);
      });

      it('has no worked example that comes out otherwise', () => {
        assert.ok(!valuesOf(tags, 'class').includes('alarm'));
      });
    });
  }
}
