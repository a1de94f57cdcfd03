import type { LanguageTag } from '../languages.js';
import { again, better, both } from './choice.js';
import type { Concept } from './concepts.js';
import { phrasebook } from './phrasebook.js';
import { type Found, type Mention, Search, SLIP } from './search.js';
import { NONE, senses } from './senses.js';
import { helpers, homeOf, possible } from './tongues.js';
import type { Word } from './words.js';

function isService(concept: Concept): boolean {
  return concept.startsWith('service.');
}

/** Whether the product named inside such a phrase is named for its own sake too ("Azure" in "Azure Expert MSP" is not). */
function isTransparent(concept: Concept): boolean {
  return /^(goal|licensePlatform|enrollment|cloud|about)\.|^seller\.(enterpriseAgreement|microsoft)$|^(bought|sold|legacy)$/.test(
    concept,
  );
}

/** The phrases in a line, in order, none sharing a word with another but a product inside a longer phrase. */
export function mentionsOf(words: readonly Word[], reader: LanguageTag): readonly Mention[] {
  const tags = possible(words, reader);
  const home = phrasebook(homeOf(words, reader, tags));
  const others = helpers(words, home, reader, tags).map(phrasebook);
  home.ready(words, true);
  for (const book of others) book.ready(words, book.tag === 'en');
  const perWord = words.map((word) => senses(word, home, others, tags));
  const found: Found[] = [];
  for (const [rank, book] of [home, ...others].entries()) {
    const sense = perWord.map((each) => each[rank] ?? NONE);
    found.push(...new Search(words, sense, book, rank).found);
  }
  const taken = new Set<number>();
  const mentions: Found[] = [];
  for (const each of found.sort(better)) {
    if (each.words.some((word) => taken.has(word))) {
      const same = mentions.findIndex((other) => again(other, each));
      const other = mentions[same];
      if (other !== undefined) mentions[same] = { ...other, concepts: both(other.concepts, each.concepts) };
      continue;
    }
    for (const word of each.words) taken.add(word);
    mentions.push(each);
  }
  // A slip counts only where the wrong character means nothing by itself.
  for (const slip of home.han.find(words)) {
    const inside = mentions.filter((each) => each.words.some((word) => slip.words.includes(word)));
    const free = inside.every(
      (each) =>
        each.words.length < slip.words.length &&
        each.words.every((word) => slip.words.includes(word)) &&
        !each.words.includes(slip.wrong),
    );
    if (!free) continue;
    for (const each of inside) mentions.splice(mentions.indexOf(each), 1);
    mentions.push({ concepts: slip.concepts, words: slip.words, cost: SLIP, rank: 0 });
  }
  // "Move their M365 to us" says what is to be moved as well.
  for (const each of found.filter(({ concepts }) => concepts.some(isService))) {
    const [first, last] = [each.words[0] ?? 0, each.words.at(-1) ?? 0];
    const around = mentions.find(({ words: own }) => each.words.every((word) => own.includes(word)));
    const inside = around !== undefined && around !== each && around.concepts.some(isTransparent);
    const again = mentions.some(
      (other) =>
        other.concepts.some(isService) &&
        (other.words[0] ?? 0) <= last &&
        (other.words.at(-1) ?? 0) >= first &&
        other.words.some((word) => each.words.includes(word)),
    );
    if (inside && !again) mentions.push(each);
  }
  return mentions.sort((a, b) => (a.words[0] ?? 0) - (b.words[0] ?? 0) || b.words.length - a.words.length);
}
