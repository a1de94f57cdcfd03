import type { Language } from '../language/language.js';
import { stepIds } from '../policy/edition.js';
import { EDITIONS } from '../policy/editions/registry.js';
import type { Differing, StepsAndCautions } from '../policy/engine/differing.js';
import type { GuidanceGroup } from '../policy/engine/groups.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { GuidanceStep, Statement } from '../policy/engine/statement.js';
import { conditionText } from './condition-text.js';
import { firstReasonText, roleText, statementText } from './guidance-text.js';
import { LOOK } from './look.js';
import { asOfThen } from './then-and-now.js';

/** So many groups are read before somebody asks for more, */
const FIRST = 3;
/** and so many are shown at all: who knows so little that there are more has to find out first. */
const SHOWN = 6;
/** How many letters of a message the groups may take together, sources included: it has an end, and so has patience. */
const ROOM = 16_900;
/** What a line takes beside its words, and a source with its own. */
const LINE = 90;
const SOURCE = 330;

/** One line of a group; a condition within it stands out. */
interface SaidLine {
  readonly text: string;
  readonly weight: 'Default' | 'Bolder';
}

function line(text: string): SaidLine {
  return { text, weight: 'Default' };
}

function stepText(language: Language, step: GuidanceStep): string {
  const text = statementText(language, `step.${step.id}`, step);
  return language.say('ui.stepBy', { text, who: roleText(language, step) });
}

function cautionLines(language: Language, { cautions }: StepsAndCautions): readonly SaidLine[] {
  return cautions.map((each) => line(`⚠ ${statementText(language, `caution.${each.id}`, each)}`));
}

/** That not everything is told: it is read before the first step, because what is left out may come before it. */
function untold(language: Language): readonly SaidLine[] {
  return [line(language.say('ui.moreTurns'))];
}

/** What only some options need besides, each under its condition: what is done before all else, and the rest. */
interface DifferingLines {
  readonly before: readonly SaidLine[];
  readonly after: readonly SaidLine[];
}

function differingLines(
  language: Language,
  { situation, edition }: Guidance,
  { differing, more, options, steps }: Pick<GuidanceGroup, 'differing' | 'more' | 'options' | 'steps'>,
): DifferingLines {
  const order: readonly string[] = stepIds(EDITIONS[edition]);
  const place = (all: readonly GuidanceStep[]): number => order.indexOf(all[0]?.id ?? '');
  const isFirst = (each: Differing): boolean => each.steps.length > 0 && place(each.steps) < place(steps);
  const lines = (some: readonly Differing[]): readonly SaidLine[] =>
    some.flatMap((each) => [
      {
        text: language.say('when.head', {
          condition: conditionText(language, each.options, situation, options),
        }),
        weight: 'Bolder',
      },
      ...each.steps.map((step) => line(`→ ${stepText(language, step)}`)),
      ...cautionLines(language, each),
    ]);
  // Whoever reads from above does first what comes first, whatever it hangs on.
  const first = differing.filter(isFirst).toSorted((a, b) => place(a.steps) - place(b.steps));
  return {
    before: [...(more ? untold(language) : []), ...lines(first)],
    after: lines(differing.filter((each) => !isFirst(each))),
  };
}

/** The reasons, the first as certain as the verdict that it explains. */
function reasonLines(language: Language, group: GuidanceGroup): readonly SaidLine[] {
  const first = firstReasonText(language, group);
  const others = group.reasons
    .slice(1)
    .map((each) => line(statementText(language, `reason.${each.id}`, each)));
  return first === '' ? others : [line(first), ...others];
}

/** What all members of a group share, and what some of them need besides. */
function groupBody(
  language: Language,
  group: GuidanceGroup,
  { before, after }: DifferingLines,
): readonly SaidLine[] {
  return [
    ...reasonLines(language, group),
    ...before,
    ...group.steps.map((step, index) => line(language.beside([`${index + 1}`, stepText(language, step)]))),
    ...cautionLines(language, group),
    ...after,
  ];
}

interface ShownGroup {
  readonly id: string;
  /** What the row says that opens the lines; empty where they lie open. */
  readonly fold: string;
  readonly style: string;
  readonly condition: string;
  readonly title: string;
  readonly lines: readonly SaidLine[];
  /** What is said in it. */
  readonly statements: readonly Statement[];
}

function statementsIn({ steps, cautions }: StepsAndCautions): readonly Statement[] {
  return [...steps, ...cautions];
}

/** The letters that a group takes: its words, which stand on the card and in the plain text, and its sources. */
function lengthOf({ condition, title, lines, statements }: ShownGroup): number {
  const words = lines.reduce(
    (sum, { text }) => sum + 2 * text.length + LINE,
    2 * (condition.length + title.length),
  );
  return words + SOURCE * new Set(statements.flatMap(({ citations }) => citations)).size;
}

/** A group with what all its members share, and that more turns on the rest. */
function briefGroup(language: Language, guidance: Guidance, group: GuidanceGroup): ShownGroup {
  const { eligibility, options, reasons, differing, more } = group;
  const before = differing.length === 0 && !more ? [] : untold(language);
  const title = asOfThen(language, guidance, language.say(`eligibility.${eligibility}`));
  return {
    id: '',
    fold: '',
    // The colour of a verdict is today's.
    style: guidance.now === undefined ? LOOK[eligibility].style : LOOK.depends.style,
    condition: conditionText(language, options, guidance.situation),
    title: `${LOOK[eligibility].icon} ${title}`,
    lines: groupBody(language, group, { before, after: [] }),
    statements: [...reasons, ...statementsIn(group)],
  };
}

/** A group with what only some of its members need as well. */
function wholeGroup(language: Language, guidance: Guidance, group: GuidanceGroup): ShownGroup {
  const brief = briefGroup(language, guidance, group);
  return {
    ...brief,
    lines: groupBody(language, group, differingLines(language, guidance, group)),
    statements: [...brief.statements, ...group.differing.flatMap(statementsIn)],
  };
}

function isOnSeveral({ options }: Differing): boolean {
  return options.length > 1;
}

/** A group with what single facts tell and of what several tell together the likeliest; that some is left out is owned to. */
function withSeveral(group: GuidanceGroup, most: number): GuidanceGroup {
  const several = group.differing.filter(isOnSeveral);
  return {
    ...group,
    differing: [...group.differing.filter((each) => !isOnSeveral(each)), ...several.slice(0, most)],
    more: group.more || most < several.length,
  };
}

/** The most of a group that there is room for; at least its brief. */
function fittingGroup(
  language: Language,
  guidance: Guidance,
  group: GuidanceGroup,
  brief: ShownGroup,
  room: number,
): ShownGroup {
  for (let most = group.differing.filter(isOnSeveral).length; most >= 0; most -= 1) {
    const whole = wholeGroup(language, guidance, withSeveral(group, most));
    if (lengthOf(whole) <= room) return whole;
  }
  return brief;
}

/** The likeliest groups, as many as there is room for: rather the first ones in brief than fewer of them. */
function shownGroups(language: Language, guidance: Guidance, most: number): readonly ShownGroup[] {
  const briefs = guidance.groups.slice(0, SHOWN).map((group) => briefGroup(language, guidance, group));
  const shown: ShownGroup[] = [];
  let room = most;
  for (const [index, brief] of briefs.entries()) {
    const group = guidance.groups[index];
    if (group === undefined || lengthOf(brief) > room) break;
    const kept = briefs.slice(index + 1, FIRST).reduce((sum, each) => sum + lengthOf(each), 0);
    const next = fittingGroup(language, guidance, group, brief, room - kept);
    shown.push(next);
    room -= lengthOf(next);
  }
  return shown;
}

const NOTHING: DifferingLines = { before: [], after: [] };

/**
 * What can be said while something is open: the likeliest groups, those to unfold, and how many are left out. Where
 * one verdict holds in any case there is nothing to tell apart but what some options need besides.
 * @param room how many letters there may be
 */
export function caseByCase(language: Language, guidance: Guidance, room = ROOM) {
  const { groups } = guidance;
  const [only] = groups.length === 1 ? groups : [];
  const shown = only === undefined ? shownGroups(language, guidance, room) : [];
  const more = shown.slice(FIRST);
  const left = only === undefined ? groups.length - shown.length : 0;
  return {
    groupsTitle: language.say('ui.groups'),
    groups: shown.slice(0, FIRST),
    moreTitle: language.say('ui.moreGroups', { count: more.length }),
    moreGroups: more,
    groupsLeft: left === 0 ? '' : language.say('ui.groupsLeft', { count: left }),
    differing: only === undefined ? NOTHING : differingLines(language, guidance, only),
  };
}

export type CaseByCase = ReturnType<typeof caseByCase>;

/** While something is being asked, no case is told apart yet. */
export const NO_CASES: CaseByCase = {
  groupsTitle: '',
  groups: [],
  moreTitle: '',
  moreGroups: [],
  groupsLeft: '',
  differing: NOTHING,
};

/** The cases with what each says folded under its verdict. Those that are folded already lie open once they are shown. */
export function foldedCases(language: Language, cases: CaseByCase): CaseByCase {
  const groups = cases.groups.map((group, index) => {
    const title = language.say('ui.whyAndSteps');
    const fold = language.say('ui.folded', { title, count: group.lines.length });
    return { ...group, id: `group-${index + 1}`, fold: group.lines.length === 0 ? '' : fold };
  });
  return { ...cases, groups };
}

/** What some options need besides, in plain words. */
export function differingTexts({ differing: { before, after } }: CaseByCase): readonly string[] {
  return [...before, ...after].map(({ text }) => text);
}

/** The groups in plain words, as many as the card has. */
export function groupLines({ groupsTitle, groups, moreGroups, groupsLeft }: CaseByCase): readonly string[] {
  const said = [...groups, ...moreGroups].flatMap(({ condition, title, lines }) => [
    condition,
    title,
    ...lines.map(({ text }) => text),
  ]);
  return said.length === 0 ? [] : [groupsTitle, ...said, groupsLeft];
}

/** The same guidance with the citations of what is shown of it. */
export function citedAsShown(guidance: Guidance, { groups, moreGroups }: CaseByCase): Guidance {
  if (guidance.groups.length < 2) return guidance;
  const { reasons, steps, cautions, changes } = guidance;
  const shown = [...groups, ...moreGroups].flatMap(({ statements }) => statements);
  const all = [...reasons, ...steps, ...cautions, ...changes, ...shown];
  const cited = new Set(all.flatMap(({ citations }) => citations));
  return { ...guidance, citations: guidance.citations.filter((each) => cited.has(each)) };
}
