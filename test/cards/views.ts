import type { DialogNote } from '../../src/conversation/dialog-note.js';
import { customerMessageScreen, whyScreen } from '../../src/conversation/explain.js';
import type { GuidanceView, QuestionView } from '../../src/conversation/interview/shown.js';
import { begin, type Conversation } from '../../src/conversation/interview/state.js';
import { view } from '../../src/conversation/interview/viewed.js';
import { answerToRule, type RuleNote } from '../../src/conversation/rule-answer.js';
import type { Screen, View } from '../../src/conversation/view.js';
import { LANGUAGE_TAGS, type LanguageTag } from '../../src/language/languages.js';
import { EDITION_IDS, type EditionId } from '../../src/policy/edition.js';
import { isEnd, isLeaf, type Leaf, type Node } from '../../src/policy/engine/diagram.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { type Answer, FACT_IDS, type FactId, optionsOf } from '../../src/policy/facts.js';
import { Dice } from '../proof/worlds.js';

/** Every kind of view there is, made from the policy itself. */
export interface Named<S extends Screen = Screen> {
  readonly name: string;
  readonly view: View & { readonly screen: S };
}

export type Pairs = readonly (readonly [FactId, Answer])[];

export function talk(edition: EditionId | undefined, answers: Pairs, asking?: FactId): Conversation {
  return {
    ...begin('2f1c7f6e-5a0f-4b0e-9d53-0f4f0a3f1b11'),
    turn: answers.length,
    answers,
    ...(edition === undefined ? {} : { edition }),
    ...(asking === undefined ? {} : { asking }),
  };
}

/** One way to each leaf of a diagram. */
function waysTo(root: Node): readonly Pairs[] {
  const ways = new Map<Leaf, Pairs>();
  const seen = new Set<Node>();
  const visit = (node: Node, way: Pairs): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (isEnd(node)) {
      if (isLeaf(node)) ways.set(node, way);
      return;
    }
    const options = optionsOf(node.fact);
    node.children.forEach((child, index) => {
      const option = options[index];
      if (option !== undefined) visit(child, [...way, [node.fact, option]]);
    });
  };
  visit(root, []);
  return [...ways.values()];
}

export function conversations(): readonly (readonly [string, Conversation])[] {
  return EDITION_IDS.flatMap((edition) =>
    waysTo(policyFor(edition).root).map((way): [string, Conversation] => [
      `${edition} ${way.map(([fact, value]) => `${fact}=${value}`).join(' ')}`,
      talk(edition, way),
    ]),
  );
}

/** The questions that an interview of each edition puts, first of all and put again. */
function* questionScreens(): Generator<Named<QuestionView>> {
  for (const edition of [undefined, ...EDITION_IDS]) {
    const seen = new Set<string>();
    const queue: Pairs[] = [[]];
    for (const answers of queue) {
      const screen = view(talk(edition, answers));
      if (screen.kind !== 'question') continue;
      const key = `${screen.fact}:${screen.options.join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield {
        name: `${edition ?? 'newest'} asks ${screen.fact}`,
        view: { screen, notes: [], origin: undefined },
      };
      for (const option of screen.options) queue.push([...answers, [screen.fact, option]]);
    }
    for (const fact of FACT_IDS) {
      const [option] = optionsOf(fact);
      if (option === undefined) continue;
      const screen = view(talk(edition, [[fact, option]], fact));
      if (screen.kind === 'question') {
        yield {
          name: `${edition ?? 'newest'} asks ${fact} again`,
          view: { screen, notes: [], origin: undefined },
        };
      }
    }
  }
}

export function guidanceOf(name: string, conversation: Conversation): readonly Named<GuidanceView>[] {
  const screen = view(conversation);
  return screen.kind === 'guidance' ? [{ name, view: { screen, notes: [], origin: undefined } }] : [];
}

/** Conversations in which something is unknown, so that it depends. */
export function openConversations(): readonly (readonly [string, Conversation])[] {
  const dice = new Dice(21);
  return [undefined, ...EDITION_IDS].flatMap((edition) =>
    Array.from({ length: 25 }, (): [string, Conversation] => {
      const answers = FACT_IDS.map((fact): [FactId, Answer] => {
        return [fact, dice.roll(3) === 0 ? 'unknown' : dice.pick(optionsOf(fact))];
      });
      const unknown = answers.filter(([, value]) => value === 'unknown').map(([fact]) => fact);
      return [`${edition ?? 'newest'} without ${unknown.join()}`, talk(edition, answers)];
    }),
  );
}

export const QUESTIONS: readonly Named<QuestionView>[] = [...questionScreens()];
export const DECIDED: readonly Named<GuidanceView>[] = conversations().flatMap(([name, conversation]) =>
  guidanceOf(name, conversation),
);
export const OPEN: readonly Named<GuidanceView>[] = openConversations().flatMap(([name, conversation]) =>
  guidanceOf(name, conversation),
);

const origin = view(talk(undefined, [])).origin;

export const MENUS: readonly Named[] = (
  [
    { kind: 'welcome' },
    { kind: 'help' },
    { kind: 'failure' },
    { kind: 'editions', origin },
    { kind: 'editions', origin: { ...origin, edition: '2019-03' } },
    ...LANGUAGE_TAGS.map((current) => ({ kind: 'languages', current }) as const),
  ] satisfies Screen[]
).map((screen: Screen) => ({ name: screen.kind, view: { screen, notes: [], origin: undefined } }));

function some<T>(items: readonly T[], step: number): readonly T[] {
  return items.filter((_, index) => index % step === 0);
}

export const REPORTS: readonly Named[] = [
  ...some(conversations(), 9),
  ...some(openConversations(), 4),
].flatMap(([name, conversation]) => {
  const customers: readonly LanguageTag[] = ['en', 'hu'];
  const screens = [
    whyScreen(conversation),
    ...customers.map((tag) => customerMessageScreen(conversation, tag)),
  ];
  return screens.flatMap((screen) =>
    screen === undefined
      ? []
      : [{ name: `${screen.kind}: ${name}`, view: { screen, notes: [], origin: undefined } }],
  );
});

/** What a question about the rules is answered, for some options and every fact, in every edition. */
const RULE_NOTES: readonly RuleNote[] = [undefined, ...EDITION_IDS].flatMap((edition, index, all) => {
  const conversation = talk(edition, [['partner', 'directBill']]);
  const options = FACT_IDS.flatMap((fact) => optionsOf(fact).map((option) => ({ fact, option }))).filter(
    (_, at) => at % all.length === index,
  );
  return [
    ...options.map((named) => answerToRule(conversation, { kind: 'rules', named: [named] })),
    ...FACT_IDS.map((fact) => answerToRule(conversation, { kind: 'why', named: [{ fact }] })),
    answerToRule(conversation, { kind: 'term', named: options.slice(0, 2) }),
    answerToRule(conversation, { kind: 'program', named: [] }),
    answerToRule(conversation, { kind: 'rules', named: [], fate: true }),
    answerToRule(conversation, { kind: 'other', named: [] }),
  ];
});

const NOTES: readonly DialogNote[] = [
  ...(
    [
      'stale',
      'foreign',
      'otherEdition',
      'badAction',
      'nothingToUndo',
      'restarted',
      'notUnderstood',
      'countriesNeeded',
      'whichSubscription',
      'tooLong',
      'noAttachments',
      'reaction',
      'languageSet',
      'manySubscriptions',
    ] as const
  ).map((kind) => ({ kind })),
  { kind: 'nextBegun', service: 'usage', receipt: 'MCA-7777-7777' },
  { kind: 'dropped', facts: ['designation'] },
  { kind: 'dropped', facts: ['designation', 'enrollment', 'region'] },
  { kind: 'countryKept', named: { customer: 'DE' } },
  { kind: 'countryKept', named: { partner: 'AT' } },
  { kind: 'countryKept', named: { customer: 'KR', unsaid: true } },
  { kind: 'countryUnknown', said: 'Atlantis [x](http://y) @all' },
  { kind: 'countryUnknown', said: '' },
  { kind: 'onlyThis', command: 'restart' },
  { kind: 'onlyThis', command: 'back' },
  { kind: 'editionSet', edition: undefined },
  ...EDITION_IDS.map((edition) => ({ kind: 'editionSet', edition }) as const),
  ...RULE_NOTES,
];

/** Each note beside a question and beside guidance. */
const NOTED: readonly Named[] = NOTES.flatMap((note) =>
  [QUESTIONS[0], DECIDED[0]].flatMap((each) =>
    each === undefined
      ? []
      : [{ name: `${note.kind} beside ${each.name}`, view: { ...each.view, notes: [note] } }],
  ),
);

export const ALL_VIEWS: readonly Named[] = [
  ...MENUS,
  ...QUESTIONS,
  ...DECIDED,
  ...OPEN,
  ...REPORTS,
  ...NOTED,
];
