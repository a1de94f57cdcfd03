import { is, type PlacedMention } from '../clauses/clauses.js';
import { anyIs, earlierIn } from '../clauses/within.js';
import type { LineContext } from './line-context.js';
import { PARTNER_NOUNS, roleOf, type SpeakerRole } from './roles.js';

/** A name in brackets and "from whom" may stand between. */
const RELATIVE = 3;

/** "Our competitor (CSP, indirect provider)", "we (indirect reseller)": who is described in brackets. */
function explained(
  part: PlacedMention,
  { clauses, clause, roleBefore, customer }: LineContext,
): SpeakerRole | undefined {
  const number = clauses.indexOf(clause);
  const opening = [clause, clauses[number - 1]].find(
    (each) => each?.sentence === clause.sentence && each.parts.some(({ explains }) => explains),
  );
  const about = opening?.parts.find(({ explains }) => explains)?.explains;
  if (about === undefined || part.first < about.next) return undefined;
  if (is(about, 'we') && !customer) return 'asker';
  return roleBefore === 'seller' || roleBefore === 'theirs' ? roleBefore : undefined;
}

/** "The customer's present partner is a direct-bill CSP": said of that partner, where nobody spoke of us. */
function theirPartner(part: PlacedMention, { clauses }: LineContext): SpeakerRole | undefined {
  const before = earlierIn(part, clauses);
  const theirs = before.some((each) => is(each, 'they')) && before.some((each) => is(each, 'kind.reseller'));
  return theirs && !before.some((each) => is(each, 'we', 'our')) ? 'theirs' : undefined;
}

/** "Дистрибьютор Mont, у которого мы покупаем": a clause behind says that the customer buys there. */
function buysFrom(part: PlacedMention, { clauses, clause }: LineContext): boolean {
  const number = clauses.indexOf(clause);
  const behind = clauses
    .slice(number + 1, number + 1 + RELATIVE)
    .filter(({ sentence, join }) => sentence === clause.sentence && join !== 'and' && join !== 'but');
  return behind.some(
    ({ parts }) =>
      anyIs(parts, 'bought', 'supply', 'sold') &&
      !parts.some((each) => is(each, 'you', 'wish') || (is(each, 'kind.reseller') && each !== part)),
  );
}

/** "Aki eladta, egy linzi cég", "Purchased from: a distributor": the clause before asks for nobody else. */
function whoSold({ clauses, clause }: LineContext): boolean {
  const before = clauses[clauses.indexOf(clause) - 1];
  if (before === undefined || before.sentence !== clause.sentence || clause.join !== 'comma') return false;
  const parts = before.parts.filter((each) => !is(each, 'filler', 'clause', 'they', 'we'));
  return parts.length > 0 && parts.every((each) => is(each, 'about.seller', 'sold', 'bought', 'from'));
}

/** The role of a part is asked for by whatever it may say, and by what follows it. */
const rolesKnown = new WeakMap<PlacedMention, { readonly around: LineContext; readonly role: SpeakerRole }>();

function isSame(one: LineContext, other: LineContext): boolean {
  return (
    one.clauses === other.clauses &&
    one.clause === other.clause &&
    one.roleBefore === other.roleBefore &&
    one.customer === other.customer &&
    one.asked === other.asked
  );
}

/** The role in the clause, or in the one it continues. */
export function roleIn(part: PlacedMention, around: LineContext): SpeakerRole {
  const known = rolesKnown.get(part);
  if (known !== undefined && isSame(known.around, around)) return known.role;
  const role = roleOutOf(part, around);
  rolesKnown.set(part, { around, role });
  return role;
}

function roleOutOf(part: PlacedMention, around: LineContext): SpeakerRole {
  const { clause, roleBefore, customer, asked } = around;
  const own = roleOf(part, clause, customer, asked);
  // "Parceiro CSP", "CSP-s cégtől": an attribute has the role of its noun.
  const index = clause.parts.indexOf(part);
  const noun = [clause.parts[index - 1], clause.parts[index + 1]].find(
    (each) =>
      each !== undefined &&
      is(each, ...PARTNER_NOUNS) &&
      (each.next === part.first || part.next === each.first),
  );
  const lone = own === 'bare' || own === 'nobody';
  const role = is(part, 'kind.csp') && lone && noun ? roleOf(noun, clause, customer, asked) : own;
  // "… or a distributor", "an MSP who is a direct-bill partner".
  if (role === 'bare' || (role === 'nobody' && !customer)) {
    const described = explained(part, around) ?? theirPartner(part, around);
    if (described !== undefined) return described;
  }
  if (role === 'nobody' && customer && (buysFrom(part, around) || whoSold(around))) return 'seller';
  const continues = clause.join === 'or' || clause.join === 'and' || clause.join === 'clause';
  return role === 'bare' && continues ? (roleBefore ?? role) : role;
}
