import type { FactId, OptionId } from '../../../policy/facts.js';
import type { Concept } from '../../lexicon/concepts.js';
import { between, type Clause, hasValue, is, type PlacedMention, partsOf } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { BY_DEFAULT, type Claim, claim, SAID } from './claim.js';
import { ofInvitation } from './invitation.js';

/** Words that say how a subscription is, where nothing else in the clause is what is so. */
const STANDINGS = {
  runs: 'active',
  stopped: 'suspended',
  lapsed: 'expired',
} as const satisfies { readonly [C in Concept]?: OptionId<'state'> };

/** Partners, programs, badges and agreements may be active or have lapsed as well. */
const OTHERS =
  /^(kind\.|designation$|enrollment\.|seller\.(enterpriseAgreement|volumeLicensing|mcaEnterprise|formerCspPartner|cspPartner)|region)/;

function isOther({ concepts }: PlacedMention): boolean {
  return [...concepts].some((concept) => OTHERS.test(concept));
}

/** "The credit card we have on file at microsoft.com has expired", "o cartão do cliente venceu": no subscription did. */
function ofCard(part: PlacedMention, clause: Clause, clauses: readonly Clause[]): boolean {
  const before = clause.parts.slice(0, clause.parts.indexOf(part));
  const card = before.findLastIndex((each) => is(each, 'card'));
  const behind = before.slice(card + 1);
  if (behind.some((each) => is(each, 'service.license', 'service.usage', 'stopped', 'runs'))) return false;
  if (card !== -1 || clause.join !== 'clause') return card !== -1;
  // "The card | that they have on file".
  const noun = clauses[clauses.indexOf(clause) - 1];
  return noun?.sentence === clause.sentence && is(noun.parts.at(-1), 'card');
}

/** "Their EA has expired", "an active CSP partner": what stands right before or right behind is what is so. */
function ofOther(part: PlacedMention, { parts }: Clause): boolean {
  const index = parts.indexOf(part);
  const before = parts.slice(0, index);
  const subject = before.findLast((each) => hasValue(each) || is(each, 'they', 'and'));
  // "E5, direct EA, active": a licence that is named first is what is so.
  if (before.some((each) => is(each, 'service.license', 'service.usage'))) return false;
  const object = parts.slice(index + 1).find((each) => !is(each, 'filler'));
  return (
    (subject !== undefined && isOther(subject)) ||
    (object !== undefined && between(part, object) <= 1 && isOther(object))
  );
}

/** "The designation? It has lapsed": the last that was named in the sentence is no subscription. */
function ofBadge(part: PlacedMention, clauses: readonly Clause[], { sentence }: Clause): boolean {
  const before = partsOf(sentence, clauses).findLast(
    (each) => each.first < part.first && hasValue(each) && !is(each, 'runs', 'stopped', 'lapsed'),
  );
  return is(before, 'designation');
}

/** Whatever was named in the sentence is no subscription. */
function ofBoxes(clauses: readonly Clause[], { sentence }: Clause): boolean {
  const own = partsOf(sentence, clauses);
  // "It works fine", of what was named in the sentences before.
  const named = own.some((each) => is(each, 'service.other', 'service.license', 'service.usage'));
  const parts = named ? own : clauses.flatMap((each) => each.parts);
  return anyIs(parts, 'service.other') && !anyIs(parts, 'service.license', 'service.usage');
}

/** What "active", "suspended" or "expired" says of the subscription. */
export function standingClaims(
  part: PlacedMention,
  concept: keyof typeof STANDINGS,
  clauses: readonly Clause[],
  clause: Clause,
  asked: FactId | undefined,
): readonly Claim[] {
  const badge = asked === 'designation' || ofBadge(part, clauses, clause);
  if (concept === 'lapsed' && ofCard(part, clause, clauses)) return [];
  if (badge || ofOther(part, clause) || ofInvitation(clauses, clause, asked)) return [];
  // "Boxed copies, they work fine": no subscription is meant.
  if (concept === 'runs' && asked !== 'state' && ofBoxes(clauses, clause)) return [];
  // "The trial ran out in April, it is a paid one now": what became of the trial is not how it stands.
  const tried = clause.parts.some((each) => each.first < part.first && is(each, 'state.trial'));
  return [claim(part, 'state', STANDINGS[concept], tried ? BY_DEFAULT : SAID)];
}

/** Where the first trial begins that ran out, in the text of these clauses; every trial asks for it. */
const firstEnded = new WeakMap<readonly Clause[], number>();

/** "The trial ran out": it is one no more. */
function firstEndedIn(clauses: readonly Clause[]): number {
  const known = firstEnded.get(clauses);
  if (known !== undefined) return known;
  const ended = clauses.flatMap(({ parts }) => {
    const last = parts.findLast((part) => is(part, 'lapsed'));
    const trial = parts.find((part) => is(part, 'state.trial'));
    return trial !== undefined && last !== undefined && trial.first < last.first ? [trial.first] : [];
  });
  const [first = Number.POSITIVE_INFINITY] = ended;
  firstEnded.set(clauses, first);
  return first;
}

/** The same, or it was said before: "the trial ran out, it was a Power BI trial". */
export function ranOut(trial: PlacedMention, clauses: readonly Clause[]): boolean {
  return firstEndedIn(clauses) <= trial.first;
}
