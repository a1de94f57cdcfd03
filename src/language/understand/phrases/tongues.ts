import { LANGUAGE_TAGS, type LanguageTag } from '../../languages.js';
import { letterOf } from '../text/scripts.js';
import type { Word } from '../text/word.js';
import { glossary, type Phrasebook } from './phrasebook.js';

/** Numbers and Han characters are no other language's. */
const LETTERS = /\p{L}/u;
/** Another language must explain this many more words of a line than the reader's own to be taken as its language. */
const HOME_ADVANTAGE = 2;

const SCRIPTS: ReadonlyMap<LanguageTag, RegExp> = new Map(
  LANGUAGE_TAGS.map((tag) => [tag, new RegExp(letterOf(tag), 'u')]),
);

/** The languages of one text, for one reader: asked by everyone who reads it. */
interface Tongues {
  readonly reader: LanguageTag;
  readonly tags: readonly LanguageTag[];
  readonly home: LanguageTag;
}

const told = new WeakMap<readonly Word[], Tongues>();

/** The language that a line is most likely in, and those that it can be in. */
export function tonguesOf(words: readonly Word[], reader: LanguageTag): Tongues {
  const known = told.get(words);
  if (known?.reader === reader) return known;
  const tags = possible(words, reader);
  const made = { reader, tags, home: homeOf(words, reader, tags) };
  told.set(words, made);
  return made;
}

/** The languages that a line can be in: those with a letter of theirs in it, and the reader's own. */
export function possible(words: readonly Word[], reader: LanguageTag): readonly LanguageTag[] {
  return LANGUAGE_TAGS.filter(
    (tag) => tag === reader || words.some(({ lower }) => SCRIPTS.get(tag)?.test(lower)),
  );
}

/** The language a line is most likely in: the reader's own unless another knows clearly more of its words. */
function homeOf(words: readonly Word[], reader: LanguageTag, tags: readonly LanguageTag[]): LanguageTag {
  const known = (tag: LanguageTag) => {
    const listed = glossary(tag);
    return words.reduce((sum, { folded }) => sum + (listed.lists(folded) ? 1 : 0), 0);
  };
  let home = reader;
  let most = known(reader) + HOME_ADVANTAGE;
  // No other language need be loaded where it could not win.
  if (most >= words.length) return reader;
  for (const tag of tags) {
    const count = tag === reader ? 0 : known(tag);
    if (count > most) [home, most] = [tag, count];
  }
  return home;
}

/** The other languages that a line needs: the reader's and English if they know it, and any that knows what these do not. */
export function helpers(
  words: readonly Word[],
  home: Phrasebook,
  reader: LanguageTag,
  tags: readonly LanguageTag[],
): readonly LanguageTag[] {
  const order = [...new Set<LanguageTag>([home.tag, reader, 'en', ...tags])].slice(1);
  const foreign = words.filter(({ folded }) => LETTERS.test(folded) && !home.own.has(folded));
  const near = order.filter((tag) => tag === reader || tag === 'en');
  const strange = foreign.filter(
    (word) => !home.glossary.knows(word) && !near.some((tag) => glossary(tag).knows(word)),
  );
  return order.filter((tag) =>
    (near.includes(tag) ? foreign : strange).some((word) => glossary(tag).knows(word)),
  );
}
