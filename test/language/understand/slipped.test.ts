import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { LanguageTag } from '../../../src/language/languages.js';
import type { Labelled } from '../../../src/tools/understand/labelled.js';
import { readAsChat } from '../../../src/tools/understand/read-as-chat.js';
import { tries } from '../../effort.js';
import { UNDERSTOOD } from '../stories.js';
import { slipped } from './slipped.js';

const FOLDER = new URL('../../../../test/language/understand/', import.meta.url);

function labelled(tag: LanguageTag): readonly Labelled[] {
  return ['seen', 'longer', 'fresh', 'next'].flatMap(
    (set) => JSON.parse(readFileSync(new URL(`${tag}.${set}.json`, FOLDER), 'utf8')) as Labelled[],
  );
}

function told(sentence: Labelled, tag: LanguageTag): readonly string[] {
  const { items, intent = '' } = readAsChat(sentence, tag);
  return [...items.flatMap((own, at) => own.map((item) => `${at} ${item}`)), intent].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
}

/** Slips in each sentence, one at a time. */
const SLIPS = { all: 6, quick: 2 };
/** What was reached must not be lost: the share of readings that stay, and of those that become another one. */
const STAYS: Readonly<Record<LanguageTag, number>> = {
  en: 0.92,
  ru: 0.89,
  'zh-CN': 0.9,
  'pt-BR': 0.92,
  hu: 0.87,
};
const CHANGES = 0.05;

describe('A slip in any labelled sentence', () => {
  for (const tag of UNDERSTOOD) {
    it(`leaves what it says as it was, mostly, and seldom makes it say another thing (${tag})`, () => {
      let [all, kept, changed] = [0, 0, 0];
      for (const [number, sentence] of labelled(tag).entries()) {
        const alone = told(sentence, tag);
        if (alone.length === 1 && alone[0] === '') continue;
        for (let at = 0; at < tries(SLIPS); at++) {
          const slip = slipped(sentence.text, tag, number * 7919 + at);
          if (slip === undefined) continue;
          const read = told({ ...sentence, text: slip.text }, tag);
          all++;
          if (read.join() === alone.join()) kept++;
          else if (read.some((item) => item !== '' && !alone.includes(item))) changed++;
        }
      }
      const found = `${all} slips: ${(kept / all).toFixed(3)} stay, ${(changed / all).toFixed(3)} change`;
      console.log(`      ${found}`);
      assert.ok(kept / all >= STAYS[tag] && changed / all <= CHANGES, found);
    });
  }
});
