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

/** What people have, or lack. */
function isHad(part: PlacedMention | undefined): part is PlacedMention {
  return is(part, 'designation', 'relationship');
}

/**
 * "The badge, that one we haven't got …", "称号我们没有", "e designação a gente não tem": what is spoken of stands at the
 * head, then who lacks it. Nothing but that stands between, so whatever comes behind is something else.
 */
function lacked(negation: PlacedMention, { parts }: Clause): PlacedMention | undefined {
  const before = parts.slice(0, parts.indexOf(negation));
  const head = before.findLastIndex(hasValue);
  const owner = before.slice(head + 1);
  const only = owner.every(
    (part) => is(part, 'we', 'our', 'they', 'filler', 'from', 'no') && !is(part, 'have'),
  );
  const named = before[head];
  return isHad(named) && only && owner.some((part) => is(part, 'we', 'our', 'they')) ? named : undefined;
}

/** "We haven't got | that badge": a language whose "that" begins clauses begins one there. */
function lackedBehind(
  negation: PlacedMention,
  clause: Clause,
  next: Clause | undefined,
): PlacedMention | undefined {
  const after = clause.parts.slice(clause.parts.indexOf(negation) + 1);
  const has = after.some((part) => is(part, 'have')) || is(negation, 'have');
  if (!has || !after.every((part) => is(part, 'filler', 'have', 'now'))) return undefined;
  if (next?.join !== 'clause' || next.sentence !== clause.sentence) return undefined;
  const first = next.parts.find((part) => !is(part, 'filler', 'clause'));
  return isHad(first) ? first : undefined;
}

function lastEnding(parts: readonly PlacedMention[]): PlacedMention | undefined {
  const next = Math.max(...parts.map((part) => part.next));
  return parts.find((part) => part.next === next);
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
  if (isHad(aim) && is(negation, 'no') && is(after[0], 'they') && !is(after[0], 'we')) return aim;
  // "Без счетов", "without the billing": that is all that is left out.
  const [next] = after;
  if (next !== undefined && is(next, 'invoice') && !hasValue(next) && between(negation, next) < 1)
    return undefined;
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
  // "Sem mexer em contrato nenhum": the negation belongs to what stays as it is.
  const left = clause.parts[index - 1];
  if (left !== undefined && is(left, 'keeps') && between(left, negation) < 1) return undefined;
  const light = after.every((part) => is(part, 'filler', 'wish', 'have', 'they', 'we', 'our'));
  if (!light || end - negation.next > known) return undefined;
  // Of a phrase with another one inside it, the one that ends right there.
  const denied = lastEnding(clause.parts.slice(0, index).filter(hasValue));
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

/** "They never signed an EA": what was not signed is named right behind, and is no relationship. */
export function deniesNext(part: PlacedMention, { parts }: Clause): boolean {
  if (!is(part, 'relationship.no')) return false;
  const next = parts[parts.indexOf(part) + 1];
  return (
    next !== undefined &&
    next.first === part.next &&
    is(next, 'seller.enterpriseAgreement', 'seller.volumeLicensing', 'seller.mcaEnterprise')
  );
}

/** The mentions that are negated. */
export function negated(clauses: readonly Clause[], words: readonly Word[]): ReadonlySet<PlacedMention> {
  const parts = new Set<PlacedMention>();
  for (const [number, clause] of clauses.entries()) {
    for (const negation of clause.parts) {
      const denied = deniesNext(negation, clause)
        ? clause.parts[clause.parts.indexOf(negation) + 1]
        : undefined;
      if (denied !== undefined) parts.add(denied);
      if (!is(negation, 'not', 'no')) continue;
      const head = lacked(negation, clause);
      if (head !== undefined) parts.add(head);
      if (head !== undefined || !is(negation, 'not') || takesBack(negation, words, clause)) continue;
      const next = clauses[number + 1];
      const about =
        around(negation, clause) ??
        lackedBehind(negation, clause, next) ??
        target(negation, clause, next?.first ?? words.length);
      if (about === undefined || (isService(about) && between(negation, about) > NEAR)) continue;
      parts.add(about);
      // "Not the Solutions Partner designation": two names of one thing in a row.
      const after = clause.parts.slice(clause.parts.indexOf(about) + 1).find((part) => !is(part, 'filler'));
      if (after !== undefined && [...about.concepts].every((concept) => after.concepts.has(concept)))
        parts.add(after);
      // "not EA or Open": what is added with "or" is negated with it.
      for (const later of clauses.slice(number + 1)) {
        if (slashed(later)) {
          const beside = later.parts.find(hasValue);
          if (beside !== undefined) parts.add(beside);
          continue;
        }
        if (
          later.join !== 'or' ||
          !later.parts.every((part) => hasValue(part) || is(part, 'or', 'from', 'filler'))
        )
          break;
        for (const part of later.parts) if (hasValue(part)) parts.add(part);
      }
    }
  }
  return parts;
}
