import type { EditionId, Verdict } from '../edition.js';
import { type CautionId, EDITIONS, type KnownIds, type ReasonId } from '../editions/registry.js';
import type { Cited, Outcome } from '../outcome.js';
import { isEnd, isLeaf, type Node } from './diagram.js';
import { type GuidanceStep, type Statement, statement, stepStatement } from './statement.js';

/** What is said wherever something is the case, and whether the verdict there is certain. */
export interface Alike {
  /** Whether the verdict rests everywhere on a text that was read in Microsoft's own words. */
  readonly certain: boolean;
  readonly reasons: readonly Statement<ReasonId>[];
  readonly steps: readonly GuidanceStep[];
  readonly cautions: readonly Statement<CautionId>[];
}

/** A statement that several outcomes make: cited wherever any of them is, and certain where each of them is. */
function together<S extends Statement>([first, ...rest]: readonly S[]): readonly S[] {
  if (first === undefined) return [];
  if (rest.every((each) => each === first)) return [first];
  const all = [first, ...rest];
  const citations = [...new Set(all.flatMap((each) => each.citations))];
  return [{ ...first, citations, certain: all.every(({ certain }) => certain) }];
}

/** What is cited alike is one statement, whichever outcome says it: most of what outcomes share need not be compared. */
const cited = new Map<string, unknown>();

function once<Told>(
  edition: EditionId,
  part: string,
  { id, cites, uncertain }: Cited,
  make: () => Told,
): Told {
  const key = `${edition} ${part} ${id} ${uncertain === true ? '?' : ''} ${cites.join()}`;
  const known = (cited.get(key) as Told | undefined) ?? make();
  cited.set(key, known);
  return known;
}

/** What each outcome says: finitely many, a table of the diagram as its others are. */
const told = new Map<Outcome<KnownIds>, Alike>();

/** What one outcome says, with where it stands in its edition. */
function tell(outcome: Outcome<KnownIds>): Alike {
  const known = told.get(outcome);
  if (known !== undefined) return known;
  const { cites, uncertain, reasons, steps, cautions } = outcome;
  const edition = EDITIONS[outcome.edition];
  const result: Alike = {
    certain: statement<Verdict>(edition, { id: outcome.verdict, cites, uncertain }).certain,
    reasons: reasons.map((each) => once(edition.id, 'reason', each, () => statement(edition, each))),
    steps: steps.flatMap((each) => once(edition.id, 'step', each, () => stepStatement(edition, each))),
    cautions: cautions.map((each) => once(edition.id, 'caution', each, () => statement(edition, each))),
  };
  told.set(outcome, result);
  return result;
}

/** What every list says, in the order of the first. */
function inEach<S extends Statement>([first = [], ...rest]: readonly (readonly S[])[]): readonly S[] {
  return first.flatMap((said) => {
    const others = rest.flatMap((each) => each.find(({ id }) => id === said.id) ?? []);
    return others.length === rest.length ? together([said, ...others]) : [];
  });
}

function merged([first, ...rest]: readonly Alike[]): Alike {
  if (first === undefined) return { certain: true, reasons: [], steps: [], cautions: [] };
  const all = [first, ...rest];
  return rest.length === 0
    ? first
    : {
        certain: all.every(({ certain }) => certain),
        reasons: inEach(all.map(({ reasons }) => reasons)),
        steps: inEach(all.map(({ steps }) => steps)),
        cautions: inEach(all.map(({ cautions }) => cautions)),
      };
}

/** What every outcome says alike, cited wherever one of them is, and certain where each of them is. */
export function shared(outcomes: readonly Outcome<KnownIds>[]): Alike {
  return merged(outcomes.map(tell));
}

/** The same for every end of a diagram; parts of it are looked at once, and found again in `known`. */
export function alike(node: Node, known: Map<Node, Alike>): Alike {
  const before = known.get(node);
  if (before !== undefined) return before;
  const result = isEnd(node)
    ? shared(isLeaf(node) ? [node.outcome] : [])
    : merged([...new Set(node.children)].map((child) => alike(child, known)));
  known.set(node, result);
  return result;
}
