import { is } from '../clauses/clauses.js';
import { isOwnSide } from './own-side.js';
import type { NamedPlace } from './place-names.js';
import type { PlacesLine, Whose } from './places-line.js';
import { smallAt } from './small-words.js';

/** A word or phrase that tells whose a place beside it is. */
export interface SideCue {
  readonly first: number;
  readonly next: number;
  readonly whose: Whose;
  /** It is who writes: "we". */
  readonly writer: boolean;
}

/** "Your company", "az Önök cége": whose it is stands so near before what is owned. */
const OWNED = 2;
/** "Your people help us from Hong Kong": whom they help is not who is there. */
const OBJECT = 4;

function covered(stretches: readonly Pick<NamedPlace, 'first' | 'next'>[], at: number): boolean {
  return stretches.some(({ first, next }) => first <= at && at < next);
}

/** "As far as I know", "как я понимаю": who knows it is not where it is. */
function asidesIn({ words, tags }: PlacesLine, from: number, to: number): readonly SideCue[] {
  const found: SideCue[] = [];
  for (let at = from; at < to; at++) {
    const next = smallAt(words, at, 'aside', tags);
    if (next === undefined) continue;
    found.push({ first: at, next, whose: 'customer', writer: false });
    at = next - 1;
  }
  return found;
}

/** What a customer calls their own and the asker's: "you", "head office", "székhelyünk", "вы находитесь". */
function lettersIn(
  { words, tags, clauses }: PlacesLine,
  number: number,
  from: number,
  to: number,
): readonly SideCue[] {
  const found: SideCue[] = [];
  const ours = (clauses[number]?.parts ?? []).filter((part) => is(part, 'our'));
  for (let at = from; at < to; at++) {
    const you = smallAt(words, at, 'you', tags);
    const own = you === undefined ? smallAt(words, at, 'own', tags) : undefined;
    // "Our offices are in Recife" has a verb that "you" could have as well.
    const yours =
      you === undefined && own === undefined && found.length === 0
        ? smallAt(words, at, 'yours', tags)
        : undefined;
    const our = ours.some(({ first }) => first === at) ? at + 1 : undefined;
    const next = you ?? own ?? yours ?? our;
    if (next === undefined) continue;
    const whose = (you ?? yours) === undefined ? 'customer' : 'partner';
    found.push({ first: at, next, whose, writer: false });
    at = next - 1;
  }
  return found;
}

/** Without what is only an object, or owned by who is named right before. */
function standing(cues: readonly SideCue[], places: readonly NamedPlace[]): readonly SideCue[] {
  return cues.filter((cue, at) => {
    const before = cues.slice(0, at).findLast(({ whose, next }) => whose === 'partner' && next <= cue.first);
    if (cue.whose === 'partner' || before === undefined) return true;
    const away = cue.first - before.next;
    if (places.some(({ first }) => first >= before.next && first < cue.first)) return true;
    return away > (cue.writer ? OBJECT : OWNED);
  });
}

/** Whose a place can be, by the words of its clause. */
export function sideCuesIn(
  line: PlacesLine,
  number: number,
  places: readonly NamedPlace[],
): readonly SideCue[] {
  const { clauses, customer, words } = line;
  const clause = clauses[number];
  if (clause === undefined) return [];
  const end = clauses[number + 1]?.first ?? words.length;
  const asides = asidesIn(line, clause.first, end);
  const passed = [...places, ...asides];
  const free = clause.parts.filter(({ first }) => !covered(passed, first));
  const said = free.flatMap((part): readonly SideCue[] => {
    const { first, next } = part;
    if (is(part, 'they') || (is(part, 'about.region') && !is(part, 'we')))
      return [{ first, next, whose: 'customer', writer: false }];
    const ours = is(part, 'we') || (!customer && isOwnSide(line, part, clause.parts));
    return ours ? [{ first, next, whose: customer ? 'customer' : 'partner', writer: true }] : [];
  });
  if (!customer) return said;
  const letters = lettersIn(line, number, clause.first, end).filter(({ first }) => !covered(passed, first));
  // "Önök" is no "they": what is named as who is written to is nothing else.
  const rest = said.filter(
    (cue) =>
      !letters.some((each) => each.whose === 'partner' && each.first < cue.next && cue.first < each.next),
  );
  const all = [...rest, ...letters].sort((a, b) => a.first - b.first);
  // "Önök tudtommal debreceni cég": what is said aside parts nothing.
  const joined = all.map((cue) => ({
    ...cue,
    next: asides.find(({ first }) => first === cue.next)?.next ?? cue.next,
  }));
  return standing(joined, places);
}
