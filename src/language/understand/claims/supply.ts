import {
  between,
  type Clause,
  hasValue,
  is,
  lastBefore,
  type PlacedMention,
  setsGoal,
} from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';

/** How far a word that tells whose a distributor is may stand from it: "our own local distributor". */
const ADJECTIVES = 3;
/** "We are with Ingram", "мы под Ингрэмом": so many words stand between. */
const UNDER = 2;

/** "We always buy", "we just order". */
const ADVERB = 1;

/** "Our supplier in the CSP program is …". */
const NAMED_REACH = 6;
const SUPPLIERS = ['kind.reseller', 'kind.indirectProvider', 'kind.csp'] as const;

const SUBJECTS = ['we', 'they', 'have', 'sell', 'need'] as const;

/** "Our distributor", "наш местный дистрибьютор", "distribuidora nossa"; not "our former", not "our customer's". */
function possessed(part: PlacedMention, { parts }: Clause): boolean {
  if (is(part, 'our')) return true;
  const index = parts.indexOf(part);
  const after = parts[index + 1];
  if (after?.first === part.next && is(after, 'our')) return true;
  // "Our supplier in CSP is Axoft": who is named is the supplier.
  const named = is(part, 'named');
  const passed = (each: PlacedMention): boolean =>
    named && is(each, ...SUPPLIERS) && !is(each, 'our', 'named');
  const owner = parts
    .slice(0, index)
    .findLast((each) => !passed(each) && (hasValue(each) || is(each, 'our', 'they', 'other', 'former')));
  if (owner === undefined || !is(owner, 'our') || is(owner, 'they')) return false;
  const reach = parts.some((each) => each.first > owner.first && each.first < part.first && passed(each))
    ? NAMED_REACH
    : ADJECTIVES;
  return between(owner, part) < reach;
}

/** Who buys is said before a word of buying: us, and not the customer, nor is it what we want. */
function bySubject(part: PlacedMention, { parts }: Clause): boolean {
  const index = parts.indexOf(part);
  const before = parts.slice(0, index);
  const cue = is(part, 'from') ? part : before.findLast((each) => is(each, 'bought', 'from'));
  if (cue === undefined || is(cue, 'sold')) return false;
  const leading = parts.slice(0, parts.indexOf(cue) + (is(cue, 'bought') ? 1 : 0));
  const subjects = leading.filter((each) => is(each, ...SUBJECTS) || setsGoal(each));
  const [who, last] = subjects.slice(-2);
  // "Tudo o que a gente vende vem da Ingram": what we sell is what we buy.
  const resold = last !== undefined && is(last, 'sell') && is(who, 'we') && who && between(who, last) < 1;
  const subject = resold ? who : subjects.at(-1);
  if (subject === undefined || !is(subject, 'we')) return false;
  const rest = before.slice(before.indexOf(subject) + 1);
  if (rest.some((each) => is(each, 'they'))) return false;
  // "We buy Azure from …", and not "we see Azure from …".
  const verb = is(subject, 'bought') ? subject : rest.find((each) => is(each, 'bought'));
  const buys = verb !== undefined && between(subject, verb) <= ADVERB;
  return buys || !rest.some(hasValue);
}

/** "We order everything through …", "закупаемся у", "拿货": said so only of one's own supply. */
function bySupply(part: PlacedMention, { parts }: Clause): boolean {
  const supply = anyIs(parts, 'supply') ? parts.findLast((each) => is(each, 'supply')) : undefined;
  if (supply === undefined) return false;
  const [first, last] = supply.first < part.first ? [supply, part] : [part, supply];
  const theirs = parts.some(
    (each) =>
      is(each, 'they') &&
      !is(each, 'we') &&
      each.first < last.first &&
      (each.first > first.first || supply.first > each.first),
  );
  return !theirs;
}

/** "Ingram's reseller", "revenda da Ingram": whose reseller the asker is. */
function ofReseller(part: PlacedMention, { parts }: Clause): boolean {
  if (!is(part, 'named')) return false;
  const index = parts.indexOf(part);
  // "佳杰的经销商": a particle, which is half a word, may stand between.
  const after = parts.slice(index + 1).find((each) => !is(each, 'filler') && between(part, each) < 1);
  const reseller = [after ?? parts[index + 1], ...parts.slice(0, index).reverse()].find(
    (each) => each !== undefined && !is(each, 'filler', 'from', 'our'),
  );
  if (
    reseller === undefined ||
    !is(reseller, 'kind.reseller', 'kind.indirectReseller') ||
    is(reseller, 'named', 'from', 'other', 'former')
  )
    return false;
  const [left, right] = reseller.first < part.first ? [reseller, part] : [part, reseller];
  if (between(left, right) >= UNDER) return false;
  return !parts.some(
    (each) => each.first < left.first && is(each, 'they', 'bought', 'sold', 'from') && !is(each, 'we'),
  );
}

/** "We are with Ingram": somebody else's name stands right behind us, and nobody is that name. */
function under(part: PlacedMention, clause: Clause): boolean {
  if (!is(part, 'named')) return false;
  const before = lastBefore(part, clause, 'from');
  if (before === undefined || !is(before, 'we') || is(before, 'they')) return false;
  const apart = between(before, part);
  return apart > 0 && apart <= UNDER;
}

/** "我们是经销商，通过总代下单": who was a reseller in the clause before goes on. */
function goesOn(part: PlacedMention, clause: Clause, clauses: readonly Clause[]): boolean {
  const number = clauses.indexOf(clause);
  const before = clauses[number - 1];
  if (before === undefined || before.sentence !== clause.sentence) return false;
  const index = clause.parts.indexOf(part);
  const buys = is(part, 'from') || clause.parts.slice(0, index).some((each) => is(each, 'from', 'bought'));
  if (!buys || anyIs(clause.parts, 'they')) return false;
  const ours = anyIs(before.parts, 'we') && !anyIs(before.parts, 'they');
  // "We're direct bill, that is, we were, now through Axoft": what we were is over.
  const sentence = clauses.slice(0, number).filter((each) => each.sentence === clause.sentence);
  const subject = sentence.flatMap(({ parts }) => parts).findLast((each) => is(each, 'we', 'they'));
  const over = sentence.some(({ parts }) => anyIs(parts, 'past'));
  if (over && anyIs(clause.parts, 'now') && is(subject, 'we') && !is(subject, 'they')) return true;
  // "We aren't direct, we …", "we are a reseller, …": what we are besides cannot be said of us.
  return ours && anyIs(before.parts, 'kind.reseller', 'not');
}

/** "We're not the distributor, we order through one": what we are not is whom we buy from. */
export function ordersThroughOne(
  part: PlacedMention,
  { clause, clauses }: Readonly<{ clause: Clause; clauses: readonly Clause[] }>,
): boolean {
  const next = clauses[clauses.indexOf(clause) + 1];
  if (next === undefined || next.sentence !== part.sentence || next.parts.some(hasValue)) return false;
  if (anyIs(next.parts, 'not', 'past')) return false;
  if (
    is(
      next.parts.find((each) => is(each, 'we', 'they')),
      'they',
    )
  )
    return false;
  const [buys, through] = [
    next.parts.findIndex((each) => is(each, 'bought')),
    next.parts.findIndex((each) => is(each, 'from')),
  ];
  const ordered = anyIs(next.parts, 'supply', 'our') || (buys !== -1 && through !== -1);
  return ordered && anyIs(next.parts, 'we', 'supply');
}

/** So many words say on their own who buys from whom: "resellers order from us". */
const WHOLE = 4;

/** "Three hundred resellers order from us", "viszonteladó rendel tőlünk": whoever resells buys from the asker. */
export function buysFromUs(part: PlacedMention, { parts }: Clause): boolean {
  if (is(part, 'named', 'from', 'other', 'former', 'we') || !anyIs(parts, 'bought')) return false;
  const others = parts.filter((each) => each !== part && !is(each, 'filler', 'our', 'now'));
  const buys = others.find((each) => is(each, 'bought') && !is(each, 'sold'));
  if (buys === undefined || others.some((each) => is(each, 'they', 'not', 'past') || hasValue(each)))
    return false;
  const us = others.filter((each) => is(each, 'we'));
  // "We buy from resellers": what is ours stands with "from".
  return us.some((each) => {
    const before = parts[parts.indexOf(each) - 1];
    const from = is(each, 'from') || (is(before, 'from', 'bought') && before?.next === each.first);
    return from && each.first > Math.min(buys.first, part.first);
  });
}

/** Whether a distributor is the one that the asker buys from: then the asker is an indirect reseller. */
export function suppliesUs(part: PlacedMention, clause: Clause, clauses: readonly Clause[]): boolean {
  if (is(part, 'former', 'other')) return false;
  if (part.to - part.from >= WHOLE && !is(part, 'named')) return false;
  const { explains } = part;
  const described = explains === undefined ? undefined : clauses[explains.clause];
  if (explains !== undefined && described !== undefined && is(explains, 'kind.indirectProvider'))
    return suppliesUs(explains, described, clauses);
  return (
    possessed(part, clause) ||
    bySupply(part, clause) ||
    bySubject(part, clause) ||
    ofReseller(part, clause) ||
    under(part, clause) ||
    goesOn(part, clause, clauses)
  );
}
