import { limit, type Node, type OptionSet } from '../../src/policy/engine/diagram.js';
import { GroupFinder, type SaidInGroup, type Split } from '../../src/policy/engine/groups.js';
import { type Left, leftOf } from '../../src/policy/engine/left.js';
import { FACT_IDS } from '../../src/policy/facts.js';
import type { DefectKind } from '../../src/proof/proof.js';

/** Ways in which the groups could be wrong, each of them once, and how the proof tells it. */
export interface GroupMutant {
  readonly name: string;
  readonly kind: DefectKind;
  readonly finder: () => GroupFinder;
}

/** Changes one split, the first that can be changed. */
class WrongSplit extends GroupFinder {
  readonly #change: (among: readonly OptionSet[]) => readonly OptionSet[] | undefined;
  #wrong: Split | undefined;

  constructor(change: (among: readonly OptionSet[]) => readonly OptionSet[] | undefined) {
    super();
    this.#change = change;
  }

  override split(node: Node): Split {
    const split = super.split(node);
    if ('eligibility' in split || (this.#wrong !== undefined && this.#wrong !== split)) return split;
    const among = this.#change(split.among);
    if (among === undefined) return split;
    this.#wrong = split;
    return { ...split, among };
  }
}

/** Changes what one group says, the first of which it can be said. */
class WrongSaying extends GroupFinder {
  readonly #change: (said: SaidInGroup, part: Node, left: Left) => SaidInGroup | undefined;
  #done = false;

  constructor(change: (said: SaidInGroup, part: Node, left: Left) => SaidInGroup | undefined) {
    super();
    this.#change = change;
  }

  override said(part: Node, left: Left): SaidInGroup {
    const said = super.said(part, left);
    const wrong = this.#done ? undefined : this.#change(said, part, left);
    this.#done ||= wrong !== undefined;
    return wrong ?? said;
  }
}

/** One wrong verdict. */
class WrongVerdict extends GroupFinder {
  override split(node: Node): Split {
    const split = super.split(node);
    return 'eligibility' in split && split.eligibility === 'otherRoute' ? { eligibility: 'eligible' } : split;
  }
}

function lowest(set: OptionSet): OptionSet {
  return set & -set;
}

function isSeveral(set: OptionSet): boolean {
  return lowest(set) !== set;
}

/** The steps of one option only: what a group says whose other options were forgotten. */
function ofOneOption(finder: GroupFinder) {
  return (said: SaidInGroup, part: Node, left: Left): SaidInGroup | undefined => {
    for (const fact of FACT_IDS) {
      const own = finder.said(limit(part, fact, lowest(leftOf(left, fact))), left);
      if (own.steps.length > said.steps.length) return { ...said, steps: own.steps };
    }
    return undefined;
  };
}

export const GROUP_MUTANTS: readonly GroupMutant[] = [
  {
    name: 'a group drops an option',
    kind: 'groupCover',
    finder: () =>
      new WrongSplit((among) =>
        among.some(isSeveral) ? among.map((set) => (isSeveral(set) ? set & ~lowest(set) : set)) : undefined,
      ),
  },
  {
    name: 'two groups have the same option',
    kind: 'groupCover',
    finder: () =>
      new WrongSplit(([first = 0, second = 0, ...rest]) => [first, second | lowest(first), ...rest]),
  },
  {
    name: 'an outcome is moved to another group',
    kind: 'groupVerdict',
    finder: () => new WrongVerdict(),
  },
  {
    name: 'a step that only some members need is told to all',
    kind: 'groupSays',
    finder: () => new WrongSaying(ofOneOption(new GroupFinder())),
  },
  {
    name: 'a step that all members need is left out',
    kind: 'groupSilent',
    finder: () =>
      new WrongSaying((said) =>
        said.steps.length > 1 ? { ...said, steps: said.steps.slice(1) } : undefined,
      ),
  },
  {
    name: 'a step is done by somebody else',
    kind: 'groupSays',
    finder: () =>
      new WrongSaying((said) => {
        const [first, ...rest] = said.steps;
        return first?.actor === 'you'
          ? { ...said, steps: [{ ...first, actor: 'customer' }, ...rest] }
          : undefined;
      }),
  },
  {
    name: 'a source is left out',
    kind: 'groupSays',
    finder: () =>
      new WrongSaying((said) => {
        const [first, ...rest] = said.reasons;
        if (first === undefined || first.citations.length < 2) return undefined;
        return { ...said, reasons: [{ ...first, citations: first.citations.slice(1) }, ...rest] };
      }),
  },
  {
    name: 'what is certain is told as doubtful',
    kind: 'groupSays',
    finder: () =>
      new WrongSaying((said) => {
        const [first, ...rest] = said.steps;
        return first?.certain === true
          ? { ...said, steps: [{ ...first, certain: false }, ...rest] }
          : undefined;
      }),
  },
  {
    name: 'a verdict that is certain is told as doubtful',
    kind: 'groupSays',
    finder: () => new WrongSaying((said) => (said.certain ? { ...said, certain: false } : undefined)),
  },
  {
    name: 'a step that some options need is told under too few of them',
    kind: 'groupSilent',
    finder: () =>
      new WrongSaying((said) => {
        const [first, ...rest] = said.differing;
        return first === undefined || said.more ? undefined : { ...said, differing: rest };
      }),
  },
  {
    name: 'a step that some options need is told under others too',
    kind: 'groupSays',
    finder: () =>
      new WrongSaying((said) => {
        const several = said.differing.findIndex(({ options }) => options.length > 1);
        if (several < 0) return undefined;
        const differing = said.differing.map((each, index) =>
          index === several ? { ...each, options: each.options.slice(1) } : each,
        );
        return { ...said, differing };
      }),
  },
  {
    name: 'that there is more is said where there is not',
    kind: 'groupSays',
    finder: () => new WrongSaying((said) => (said.more ? undefined : { ...said, more: true })),
  },
];
