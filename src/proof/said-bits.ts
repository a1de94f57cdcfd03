import { EDITIONS, type KnownIds } from '../policy/editions/registry.js';
import { type Branch, isEnd, isLeaf, type Leaf, type Mark, type Node } from '../policy/engine/diagram.js';
import { type GuidanceStep, type Statement, statement, stepStatement } from '../policy/engine/statement.js';
import type { Outcome } from '../policy/outcome.js';

/** What is claimed, as bits: that something is said, and of it each source, that it is doubtful, and who does it how. */
export type SaidBits = bigint;

export const KINDS = ['reasons', 'steps', 'cautions'] as const;
export type Kind = (typeof KINDS)[number];

/** What all ends of a diagram claim, and what any of them does. */
export interface ClaimedIn {
  readonly every: SaidBits;
  readonly some: SaidBits;
}

/** A statement as claims: that it is made, and what is claimed of it. */
interface Claimed {
  readonly said: SaidBits;
  readonly about: SaidBits;
}

/** What was met of one statement: the bits of what is claimed of it. */
interface Heading {
  readonly name: string;
  readonly said: SaidBits;
  /** That it is doubtful. */
  readonly doubt: SaidBits;
  readonly sources: Map<object, SaidBits>;
  /** Who does it, and where that is told. */
  readonly ways: Map<string, SaidBits>;
  about: SaidBits;
}

/**
 * Reads what the ends of diagrams claim. Each claim is a bit, so that what a hundred ends have in common is a few
 * operations, and each diagram is read once.
 */
export class ClaimReader {
  readonly #headings: Readonly<Record<Kind, Map<string, Heading>>> = {
    reasons: new Map(),
    steps: new Map(),
    cautions: new Map(),
  };
  readonly #verdicts = new Map<string, SaidBits>();
  readonly #all: Record<Kind, SaidBits> = { reasons: 0n, steps: 0n, cautions: 0n };
  readonly #read = new Map<Node, ClaimedIn>();
  readonly #claimed = new Map<Statement, Claimed>();
  #bits = 0;

  /** What a diagram claims. */
  in(node: Node): ClaimedIn {
    const known = this.#read.get(node);
    if (known !== undefined) return known;
    const read = isEnd(node) ? this.#end(node) : this.#branch(node);
    this.#read.set(node, read);
    return read;
  }

  /** A statement of a kind. */
  statement(kind: Kind, said: Statement): Claimed {
    const known = this.#claimed.get(said);
    if (known !== undefined) return known;
    const heading = this.#heading(kind, said.id);
    let about = said.certain ? 0n : heading.doubt;
    for (const source of said.citations) about |= this.#bit(heading.sources, source);
    if ('actor' in said) {
      const { actor, roles, page } = said as GuidanceStep;
      about |= this.#bit(heading.ways, `${actor} ${roles.join()} ${page}`);
    }
    heading.about |= about;
    const claimed = { said: heading.said, about };
    this.#claimed.set(said, claimed);
    return claimed;
  }

  verdict(id: string): SaidBits {
    return this.#bit(this.#verdicts, id);
  }

  /** That a verdict is doubtful. */
  doubt(): SaidBits {
    return this.#bit(this.#verdicts, '?');
  }

  /** Everything of a kind that anybody says. */
  all(kind: Kind): SaidBits {
    return this.#all[kind];
  }

  /** Everything that anybody claims of a statement. */
  about(kind: Kind, { id }: Statement): SaidBits {
    return this.#heading(kind, id).about;
  }

  /** The names of what is said. */
  names(said: SaidBits): string {
    const all = KINDS.flatMap((kind) => [...this.#headings[kind].values()]);
    return all.flatMap((each) => ((said & each.said) === 0n ? [] : [each.name])).join(', ');
  }

  #end(node: Leaf | Mark): ClaimedIn {
    const own = isLeaf(node) ? this.#outcome(node.outcome) : 0n;
    return { every: own, some: own };
  }

  #branch({ children }: Branch): ClaimedIn {
    let every = -1n;
    let some = 0n;
    for (const child of new Set(children)) {
      const read = this.in(child);
      every &= read.every;
      some |= read.some;
    }
    return { every, some };
  }

  #outcome({ edition: id, verdict, cites, uncertain, ...outcome }: Outcome<KnownIds>): SaidBits {
    const edition = EDITIONS[id];
    const { certain } = statement(edition, { id: verdict, cites, uncertain });
    const said: readonly (readonly [Kind, Statement])[] = [
      ...outcome.reasons.map((each) => ['reasons', statement(edition, each)] as const),
      ...outcome.steps
        .flatMap((each) => stepStatement(edition, each))
        .map((each) => ['steps', each] as const),
      ...outcome.cautions.map((each) => ['cautions', statement(edition, each)] as const),
    ];
    return said.reduce(
      (claims, [kind, each]) => {
        const { said: bit, about } = this.statement(kind, each);
        return claims | bit | about;
      },
      this.verdict(verdict) | (certain ? 0n : this.doubt()),
    );
  }

  #heading(kind: Kind, id: string): Heading {
    const known = this.#headings[kind].get(id);
    if (known !== undefined) return known;
    const [said, doubt] = [this.#next(), this.#next()];
    const heading = { name: `${kind} ${id}`, said, doubt, sources: new Map(), ways: new Map(), about: 0n };
    this.#headings[kind].set(id, heading);
    this.#all[kind] |= said;
    return heading;
  }

  #bit<Key>(bits: Map<Key, SaidBits>, key: Key): SaidBits {
    const bit = bits.get(key) ?? this.#next();
    bits.set(key, bit);
    return bit;
  }

  #next(): SaidBits {
    const bit = 1n << BigInt(this.#bits);
    this.#bits += 1;
    return bit;
  }
}
