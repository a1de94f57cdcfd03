import type { Word } from '../text/word.js';
import { between, type Clause, hasValue, is, namesSeller, type PlacedMention, setsGoal } from './clauses.js';

/**
 * "No, Azure": a negation with a pause after it takes back what came before; it negates nothing in its clause. At the
 * end of one that has said something ("the badge, у нас нет, …") it is what is said.
 */
export function takesBack(part: PlacedMention, words: readonly Word[], clause: Clause | undefined): boolean {
  if (!is(part, 'no')) return false;
  const said = clause?.parts.some((each) => each.first < part.first && hasValue(each));
  if (said === true) return false;
  const after = words[part.next];
  return after !== undefined && after.breakBefore > 0;
}

/** What a negation in a clause is about where no phrase is around it: the next value; in "didn't buy M365 from Microsoft" the seller. */
function target(negation: PlacedMention, clause: Clause, end: number): PlacedMention | undefined {
  const index = clause.parts.indexOf(negation);
  const after = clause.parts.slice(index + 1);
  const values = after.filter(hasValue);
  // "Átvenni nem akarjuk a Power BI-t", "переносить не хотим": what is not wanted stands before the verb.
  const aim = clause.parts.slice(0, index).findLast(hasValue);
  if (aim !== undefined && setsGoal(aim) && between(aim, negation) <= NEAR && is(after[0], 'wish'))
    return aim;
  // "Солюшнс партнёра нет клиент на азур плане": where no mark parts the two, who is named next begins another clause.
  const lacked = is(negation, 'no') && is(after[0], 'they') && !is(after[0], 'we') ? aim : undefined;
  if (lacked !== undefined && is(lacked, 'designation', 'relationship')) return lacked;
  const buying = after.findIndex((part) => is(part, 'bought', 'sold'));
  const first = values[0];
  if (first !== undefined) {
    const bought = buying !== -1 && after.indexOf(first) > buying;
    return bought ? (values.find(namesSeller) ?? first) : first;
  }
  // "На сайте Microsoft они не покупали": who is denied to have sold stands before the verb.
  const verb = after.find((part) => !is(part, 'filler'));
  if (is(verb, 'bought', 'sold') && verb !== undefined && between(negation, verb) <= NEAR) {
    const seller = clause.parts.slice(0, index).findLast(namesSeller);
    if (seller !== undefined) return seller;
  }
  // "…的 Azure plan 不？", "建了没": a lone particle at the end asks.
  if (negation.to - negation.from < 1) return undefined;
  // "отношений нет", "kapcsolat még nincs": at the end of its clause a negation looks back; to a seller only from
  // the very end ("their CSP won't let go" does not deny the CSP).
  const known = after.reduce((sum, part) => sum + part.next - part.first, 0);
  const light = after.every((part) => is(part, 'filler', 'wish', 'have', 'they', 'we', 'our'));
  if (!light || end - negation.next > known) return undefined;
  const denied = clause.parts.slice(0, index).findLast(hasValue);
  return denied !== undefined && namesSeller(denied) && after.length > 0 ? undefined : denied;
}

/** "Not Azure" says licences; "nem megy a Teams" (Teams isn't working), "no certificate for our Azure" do not. */
const NEAR = 1;

function isService(part: PlacedMention): boolean {
  return is(part, 'service.license', 'service.usage');
}

/** "A számlázást nem akarjuk átvenni": a negation between the words of a phrase denies it. */
function around(negation: PlacedMention, clause: Clause): PlacedMention | undefined {
  return clause.parts.findLast(
    (part) => hasValue(part) && part.first < negation.first && part.next > negation.next,
  );
}

/** "Not one of the Open / VL programmes": what a slash sets beside it is denied with it. */
function slashed(clause: Clause | undefined): boolean {
  return clause?.slash === true && clause.parts.some(hasValue);
}

/** The mentions that are negated. */
export function negated(clauses: readonly Clause[], words: readonly Word[]): ReadonlySet<PlacedMention> {
  const parts = new Set<PlacedMention>();
  for (const [number, clause] of clauses.entries()) {
    for (const negation of clause.parts) {
      if (!is(negation, 'not') || takesBack(negation, words, clause)) continue;
      const about =
        around(negation, clause) ?? target(negation, clause, clauses[number + 1]?.first ?? words.length);
      if (about === undefined || (isService(about) && between(negation, about) > NEAR)) continue;
      parts.add(about);
      // "Not the Solutions Partner designation": two names of one thing in a row.
      const after = clause.parts.slice(clause.parts.indexOf(about) + 1).find((part) => !is(part, 'filler'));
      if (after !== undefined && [...about.concepts].every((concept) => after.concepts.has(concept)))
        parts.add(after);
      // "not EA or Open": what is added with "or" is negated with it.
      for (const next of clauses.slice(number + 1)) {
        if (slashed(next)) {
          const beside = next.parts.find(hasValue);
          if (beside !== undefined) parts.add(beside);
          continue;
        }
        if (
          next.join !== 'or' ||
          !next.parts.every((part) => hasValue(part) || is(part, 'or', 'from', 'filler'))
        )
          break;
        for (const part of next.parts) if (hasValue(part)) parts.add(part);
      }
    }
  }
  return parts;
}
