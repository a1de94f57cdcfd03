import { evaluate } from '../policy/condition.js';
import type { Edition, Rule } from '../policy/edition.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { restrict, support } from '../policy/engine/diagram.js';
import { diagramOf } from '../policy/engine/policy.js';
import { FACT_IDS, FACTS, type FactId, type OptionId, optionsOf, type Situation } from '../policy/facts.js';
import { compose, type Outcome, PolicyDefect } from '../policy/outcome.js';
import { cases, type SituationClass } from './cases.js';
import { type Census, census, recount } from './census.js';

/**
 * What can be wrong with an edition, found over every situation, complete or not. Exact: complete
 * situations are split by the rules that hold in them (`cases`), partial ones by the diagram they leave
 * (`knowledge`, `deadEnds`); situations that cannot be told apart are looked at once.
 */
const DEFECTS = [
  'gap',
  'contradiction',
  'deadRule',
  'maskedRule',
  'unreachableStep',
  'unusedCitation',
  'unusedChange',
  'danglingReference',
  'noReason',
  'noStep',
  'noCitation',
  'idleFact',
  'idleOption',
  'deadEnd',
  'groupCover',
  'groupVerdict',
  'groupSays',
  'groupSilent',
  'planSays',
  'planSilent',
  'planOrder',
  'deadConflict',
  'exampleFails',
  'censusDiffers',
  'missingWords',
] as const;
export type DefectKind = (typeof DEFECTS)[number];

export interface Defect {
  readonly kind: DefectKind;
  readonly edition: string;
  /** The rules that are to be looked at. */
  readonly rules: readonly string[];
  /** A situation in which it shows, where there is one. */
  readonly situation: Situation;
  /** The step, citation, fact, option or key of words that it is about. */
  readonly about: string;
}

/** The guidance that an edition's author wrote down for the example of a rule, and somebody reviewed. */
export type WorkedExample = Readonly<Record<'eligibility', string>> &
  Readonly<Record<'reasons' | 'steps' | 'cautions' | 'links' | 'changes', readonly string[]>>;

export type WorkedExamples = Readonly<Record<string, WorkedExample>>;

/** What was written down about an edition apart from the edition itself: the second entry of the book. */
export interface Ledger {
  readonly worked: WorkedExamples;
  readonly census: Census;
}

/** A language, as far as the proof needs one. */
export interface ProofLanguage {
  readonly tag: string;
  has(key: string): boolean;
}

type UnplacedDefect = Omit<Defect, 'edition'>;

const NOWHERE: Situation = {};

function found(
  kind: DefectKind,
  about: string,
  rules: readonly string[] = [],
  situation = NOWHERE,
): UnplacedDefect {
  return { kind, about, rules, situation };
}

function ids(rules: readonly Rule[]): readonly string[] {
  return rules.map(({ id }) => id);
}

/** Defects of single rules: what they name must exist, and somebody must have said it. */
function references(edition: Edition): readonly UnplacedDefect[] {
  const missing = (rule: Rule, keys: readonly string[], table: object): readonly UnplacedDefect[] =>
    keys.filter((key) => !Object.hasOwn(table, key)).map((key) => found('danglingReference', key, [rule.id]));
  return edition.rules.flatMap((rule) => [
    ...(rule.cites.length === 0 ? [found('noCitation', rule.id, [rule.id])] : []),
    ...missing(rule, rule.cites, edition.citations),
    ...missing(rule, rule.steps ?? [], edition.steps),
    ...missing(rule, rule.changes ?? [], edition.changes),
  ]);
}

/** What the edition lists and no rule uses. */
function unused(edition: Edition): readonly UnplacedDefect[] {
  const idle = (
    kind: DefectKind,
    table: object,
    used: (rule: Rule) => readonly string[],
  ): readonly UnplacedDefect[] => {
    const all = new Set(edition.rules.flatMap(used));
    return Object.keys(table)
      .filter((key) => !all.has(key))
      .map((key) => found(kind, key));
  };
  return [
    ...idle('unreachableStep', edition.steps, ({ steps }) => steps ?? []),
    ...idle('unusedCitation', edition.citations, ({ cites }) => cites),
    ...idle('unusedChange', edition.changes, ({ changes }) => changes ?? []),
  ];
}

/** What is wrong with the guidance of complete situations. */
function caseDefects(edition: Edition, { holding, situation }: SituationClass): readonly UnplacedDefect[] {
  const deciding = holding.filter(({ verdict }) => verdict !== undefined);
  if (deciding.length === 0) return [found('gap', edition.id, ids(holding), situation)];
  if (deciding.length > 1) return [found('contradiction', edition.id, ids(deciding), situation)];
  const outcome = compose(edition, holding);
  return [
    ...(outcome.reasons.length === 0 ? [found('noReason', edition.id, ids(holding), situation)] : []),
    ...(outcome.steps.length === 0 ? [found('noStep', edition.id, ids(holding), situation)] : []),
  ];
}

function composed(edition: Edition, holding: readonly Rule[]): string | undefined {
  try {
    return JSON.stringify(compose(edition, holding));
  } catch (error) {
    if (error instanceof PolicyDefect) return undefined;
    throw error;
  }
}

/** Rules that hold nowhere, and rules without which nothing would be said differently anywhere. */
function pointlessRules(edition: Edition, all: readonly SituationClass[]): readonly UnplacedDefect[] {
  return edition.rules.flatMap((rule) => {
    const own = all.filter(({ holding }) => holding.includes(rule));
    if (own.length === 0) return [found('deadRule', rule.id, [rule.id])];
    const needed = own.some(
      ({ holding }) =>
        composed(edition, holding) !==
        composed(
          edition,
          holding.filter((other) => other !== rule),
        ),
    );
    return needed ? [] : [found('maskedRule', rule.id, [rule.id], own[0]?.situation)];
  });
}

/** Alphabetically, by code point: the same everywhere. */
function inOrder(items: readonly string[]): readonly string[] {
  return [...items].sort((a, b) => (a < b ? -1 : 1));
}

function says({ verdict, reasons, steps, cautions, links, changes }: Outcome): WorkedExample {
  const list = (items: readonly { readonly id: string }[]): readonly string[] =>
    inOrder(items.map(({ id }) => id));
  return {
    eligibility: verdict,
    reasons: list(reasons),
    // Steps are done in order, so their order is part of the answer.
    steps: steps.map(({ id }) => id),
    cautions: list(cautions),
    links: inOrder(links),
    changes: list(changes),
  };
}

/** What an edition says where a rule's example lies, with every fact that the example leaves open presumed the first option. */
export function exampleOutcome(edition: Edition, rule: Rule): WorkedExample | undefined {
  const complete: Situation = {
    ...Object.fromEntries(FACT_IDS.map((fact) => [fact, optionsOf(fact)[0]])),
    ...rule.example,
  };
  const holding = edition.rules.filter(({ when }) => evaluate(when, complete) === 'holds');
  return composed(edition, holding) === undefined ? undefined : says(compose(edition, holding));
}

/** A rule must hold in its own example, and the example must come out as it was recorded. */
function examples(edition: Edition, worked: WorkedExamples): readonly UnplacedDefect[] {
  return edition.rules.flatMap((rule) => {
    const holds = evaluate(rule.when, rule.example) === 'holds';
    const same = JSON.stringify(exampleOutcome(edition, rule)) === JSON.stringify(worked[rule.id]);
    return holds && same ? [] : [found('exampleFails', rule.id, [rule.id], rule.example)];
  });
}

/** An example that was recorded for a rule which is not there any more. */
function orphans(edition: Edition, worked: WorkedExamples): readonly UnplacedDefect[] {
  const known = new Set(ids(edition.rules));
  return Object.keys(worked)
    .filter((id) => !known.has(id))
    .map((id) => found('exampleFails', id, [id]));
}

/** What is said in more or fewer situations than was written down. */
function miscounts(
  edition: Edition,
  all: readonly SituationClass[],
  recorded: Census,
): readonly UnplacedDefect[] {
  const counted = census(edition, all);
  return recount(recorded, counted).map((key) =>
    found('censusDiffers', `${key}: ${recorded[key] ?? 0} → ${counted[key] ?? 0}`),
  );
}

function words(edition: Edition, languages: readonly ProofLanguage[]): readonly UnplacedDefect[] {
  const keys = new Set<string>([
    `edition.${edition.id}`,
    ...Object.values(edition.citations).flatMap(({ page, section }) => [
      `page.${page}`,
      `section.${section}`,
    ]),
    ...Object.values(edition.steps).flatMap((step) =>
      step === undefined
        ? []
        : [`actor.${step.actor}`, `page.${step.page}`, ...step.roles.map((role) => `role.${role}`)],
    ),
    ...edition.rules.flatMap(({ reasons, steps, cautions, changes, links }) => [
      ...(reasons ?? []).map((id) => `reason.${id}`),
      ...(steps ?? []).map((id) => `step.${id}`),
      ...(cautions ?? []).map((id) => `caution.${id}`),
      ...(changes ?? []).map((id) => `change.${id}`),
      ...(links ?? []).flatMap((id) => [`link.${id}`, `page.${id}`]),
    ]),
    ...FACT_IDS.flatMap((fact) => [
      `fact.${fact}.name`,
      `fact.${fact}.question`,
      `fact.${fact}.hint`,
      ...optionsOf(fact).map((option) => `option.${fact}.${option}`),
    ]),
  ]);
  return languages.flatMap(({ tag, has }) =>
    [...keys].filter((key) => !has(key)).map((key) => found('missingWords', `${tag}: ${key}`)),
  );
}

/** Everything that is wrong with one edition. Pure; an edition that is all right has no defects. */
export function prove(
  edition: Edition,
  { worked, census: recorded }: Ledger,
  languages: readonly ProofLanguage[],
): readonly Defect[] {
  const all = cases(edition);
  const decided = all.flatMap((each) => caseDefects(edition, each));
  const decidable = !decided.some(({ kind }) => kind === 'gap' || kind === 'contradiction');
  const defects = [
    ...references(edition),
    ...unused(edition),
    ...decided,
    ...pointlessRules(edition, all),
    ...examples(edition, worked),
    ...orphans(edition, worked),
    ...(decidable ? miscounts(edition, all, recorded) : []),
    ...words(edition, languages),
  ];
  return defects.map((defect) => ({ ...defect, edition: edition.id }));
}

/** Options that are decided as another is, on purpose: what people know by its name is asked about by its name. */
const SAME_ON_PURPOSE: ReadonlySet<string> = new Set(['enrollment=government']);

/** Facts that change nothing in any of the editions, and options that say everywhere what another says. */
export function idle(editions: readonly KnownEdition[]): readonly Defect[] {
  const roots = editions.map(diagramOf);
  const defect = (kind: DefectKind, about: string): Defect => ({
    ...found(kind, about),
    edition: editions.map(({ id }) => id).join(', '),
  });
  return (Object.keys(FACTS) as FactId[]).flatMap((fact) => {
    if (!roots.some((root) => support(root).has(fact))) return [defect('idleFact', fact)];
    const options = optionsOf(fact);
    // What two options say is the same wherever it is the same with nothing else known.
    const isAs = (option: OptionId, other: OptionId): boolean =>
      roots.every((root) => restrict(root, fact, option) === restrict(root, fact, other));
    return options
      .filter((option, index) => options.slice(0, index).some((other) => isAs(option, other)))
      .map((option) => `${fact}=${option}`)
      .filter((name) => !SAME_ON_PURPOSE.has(name))
      .map((name) => defect('idleOption', name));
  });
}
