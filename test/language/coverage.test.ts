import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { COMMANDS } from '../../src/language/typed.js';
import { ACTORS, EDITION_IDS, VERDICTS } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { articleOf } from '../../src/policy/engine/guidance.js';
import { FACT_IDS, FACTS, optionsOf } from '../../src/policy/facts.js';
import { messagesOf } from './messages.js';

const editions = Object.values(EDITIONS);
const citations = editions.flatMap((edition) => Object.values(edition.citations));
const rules = editions.flatMap((edition) => edition.rules);
const steps = editions.flatMap((edition) => Object.entries(edition.steps));
const linked = [...rules.flatMap(({ links }) => links ?? []), ...EDITION_IDS.map(articleOf)];

/** What a file of words must have for the policy, by family: exactly these, and nothing beside them. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  fact: FACT_IDS.flatMap((fact) => [`${fact}.name`, `${fact}.inList`, `${fact}.question`, `${fact}.hint`]),
  when: [
    ...FACT_IDS,
    ...FACT_IDS.flatMap((fact) => optionsOf(fact).map((option) => `${fact}.${option}`)),
    'if',
    'and',
    'head',
  ],
  option: FACT_IDS.flatMap((fact) => optionsOf(fact).map((option) => `${fact}.${option}`)),
  eligibility: [...VERDICTS, 'depends'],
  reason: [...rules.flatMap(({ reasons }) => reasons ?? []), 'turnsOnUnknown'],
  step: [...steps.map(([id]) => id), 'findOut'],
  caution: rules.flatMap(({ cautions }) => cautions ?? []),
  change: editions.flatMap(({ changes }) => Object.keys(changes)),
  page: [...citations.map(({ page }) => page), ...steps.map(([, { page }]) => page), ...linked],
  link: linked,
  section: citations.map(({ section }) => section),
  actor: ACTORS,
  role: steps.flatMap(([, { roles }]) => roles),
  edition: EDITION_IDS,
  confidence: ['H', 'M', 'L'],
  command: [...COMMANDS, 'unknown'],
};

/** Words that ask the customer: for what the customer can know, and the frame around it. */
const ASKABLE = FACT_IDS.filter((fact) => FACTS[fact].knownBy === 'customer');

/** The source, read to find keys that are written out, and families of which a part is computed. */
const SOURCE = new URL('../../../src/', import.meta.url);

function source(isWanted: (file: string) => boolean = () => true): string {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.(ts|js|mjs)$/.test(file) && isWanted(file.replaceAll('\\', '/')))
    .map((file) => readFileSync(new URL(file, SOURCE), 'utf8'))
    .join('\n');
}

describe('The words', () => {
  const code = source();
  const product = source((file) => !file.startsWith('tools/'));
  const written = (text: string): boolean =>
    [`'${text}'`, `"${text}"`, `\`${text}\``].some((quoted) => code.includes(quoted));
  /** `notice.stale` is used if it is written out, or if `notice.${…}` is and so is `stale`. */
  const used = (key: string): boolean => {
    if (written(key)) return true;
    const dots = [...key.matchAll(/\./g)].map(({ index }) => index + 1);
    return dots.some((at) => {
      const named =
        code.includes(`\`${key.slice(0, at)}\${`) && (written(key.slice(at)) || isProperty(key.slice(at)));
      return named;
    });
  };
  /** Ids that stand unquoted, as names of a record. */
  const isProperty = (name: string): boolean => /^\w+$/.test(name) && new RegExp(`\\b${name}:`).test(code);

  for (const tag of LANGUAGE_TAGS) {
    const keys = [...messagesOf(tag).keys()];

    for (const [family, ids] of Object.entries(FAMILIES)) {
      it(`${tag}: ${family} has words for every id, and for no other`, () => {
        const wanted = [...new Set(ids)].map((id) => `${family}.${id}`);
        assert.deepEqual(
          wanted.filter((key) => !LANGUAGES[tag].has(key)),
          [],
          'missing',
        );
        const found = keys.filter((key) => key.startsWith(`${family}.`) && !/^option\..*\.note$/.test(key));
        assert.deepEqual(
          found.filter((key) => !wanted.includes(key)),
          [],
          'unused',
        );
      });
    }

    it(`${tag}: the customer can be asked for what the customer knows`, () => {
      assert.deepEqual(
        ASKABLE.filter((fact) => !LANGUAGES[tag].has(`ask.${fact}`)),
        [],
      );
      const facts = keys.filter((key) => FACT_IDS.some((fact) => key === `ask.${fact}`));
      assert.deepEqual(
        facts.filter((key) => !ASKABLE.some((fact) => key === `ask.${fact}`)),
        [],
      );
    });

    it(`${tag}: a note stands only under an option`, () => {
      const notes = keys.filter((key) => /^option\..*\.note$/.test(key));
      assert.ok(notes.length > 0);
      for (const note of notes)
        assert.ok(
          keys.some((key) => `${key}.note` === note),
          note,
        );
    });
  }

  it('are all used: every other key is written in the source, or its family is computed there', () => {
    const others = [...messagesOf('en').keys()].filter((key) => {
      const family = key.slice(0, key.indexOf('.'));
      return !Object.hasOwn(FAMILIES, family) && !ASKABLE.some((fact) => key === `ask.${fact}`);
    });
    assert.deepEqual(
      others.filter((key) => !used(key)),
      [],
    );
  });

  it('are none that only a tool says, but for the two that answer in a reader’s language', () => {
    const said = [...messagesOf('en').keys()].filter((key) => {
      const named = product.includes(`'${key}'`) || product.includes(`\`${key}\``);
      const computed = [...key.matchAll(/\./g)].some(({ index }) =>
        product.includes(`\`${key.slice(0, index + 1)}\${`),
      );
      return !named && !computed;
    });
    assert.deepEqual(
      said.filter((key) => !/^(?:cli|compare)\./.test(key)),
      [],
    );
  });

  it('would be missed where the source does not name them', () => {
    assert.ok(
      !used('ui.noSuchWords') && !used('notice.noSuchNote') && used('notice.stale') && used('ui.steps'),
    );
  });
});
