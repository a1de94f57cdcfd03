import type { OptionVerdicts, RuleNote } from '../conversation/rule-answer.js';
import type { Language } from '../language/language.js';
import { optionKey } from '../language/policy-keys.js';
import type { EditionId, Eligibility } from '../policy/edition.js';
import { EDITIONS, type KnownCitation } from '../policy/editions/registry.js';
import type { Restriction } from '../policy/engine/cover.js';
import type { Guidance } from '../policy/engine/guidance.js';
import {
  answersIn,
  FACT_IDS,
  type FactId,
  isOption,
  type OptionId,
  type Situation,
} from '../policy/facts.js';
import { bestCitation, citationText, type Link } from './cite.js';
import { conditionText } from './condition-text.js';
import { firstReasonText, statementText } from './guidance-text.js';
import { answerText } from './rows.js';
import { asOfThen, todayText } from './then-and-now.js';

/** A question about the rules is answered in a few lines: so many cases, and so many sources. */
const CASES = 4;
const SOURCES = 4;
/** Options with their notes are still a few lines; of more, only what they come to is told. */
const WITH_NOTES = 4;

/** How a source is linked. */
type ToLink = (link: Link) => string;

/** One case of the answer: where it holds, and what holds there. */
interface Ruled extends Pick<Guidance, 'certain' | 'reasons'> {
  readonly condition: string;
  readonly eligibility: Eligibility;
}

/** What a situation says, as a condition. */
function limitsOf(situation: Situation): Restriction {
  return FACT_IDS.flatMap((fact) => {
    const option = situation[fact];
    return option !== undefined && isOption(fact, option) ? [{ fact, options: [option] }] : [];
  });
}

/** The likeliest case of each verdict: whoever asks in general wants to know what there is, not every way it may turn out. */
function casesOf(language: Language, guidance: Guidance): readonly Ruled[] {
  const { groups, eligibility, certain, reasons, situation } = guidance;
  if (eligibility !== 'depends') return [{ condition: '', eligibility, certain, reasons }];
  const verdicts = groups.map((group) => group.eligibility);
  return groups
    .filter((group, at) => verdicts.indexOf(group.eligibility) === at)
    .slice(0, CASES)
    .map((group) => ({
      ...group,
      condition: conditionText(language, group.options, situation),
    }));
}

function caseText(language: Language, guidance: Guidance, ruled: Ruled): string {
  const { condition, eligibility } = ruled;
  const verdict = asOfThen(language, guidance, language.say(`eligibility.${eligibility}`));
  const head = condition === '' ? verdict : language.say('rule.case', { condition, verdict });
  const reason = firstReasonText(language, ruled);
  return language.say('rule.because', { text: head, reason }).trim();
}

function sourcesText(language: Language, citations: readonly KnownCitation[], link: ToLink): string {
  const sources = citations.slice(0, SOURCES).map((each) => citationText(language, each, link));
  return language.say('rule.sources', { sources: language.sentences(sources) });
}

/** Where the cases told stand; a verdict that has no reason of its own stands in the article. */
function citedIn(cases: readonly Ruled[], { edition }: Guidance): readonly KnownCitation[] {
  const cited = cases.map(
    ({ reasons: [reason] }) => bestCitation(reason?.citations ?? []) ?? articleIn(edition),
  );
  return [...new Set(cited.filter((each) => each !== undefined))];
}

function articleIn(edition: EditionId): KnownCitation | undefined {
  const { article, citations } = EDITIONS[edition];
  return citations[article];
}

type EditionRule = (typeof EDITIONS)[EditionId]['rules'][number];

/** What the policy is about, as one of its rules says it. */
const ABOUT = 'hiredToProvisionOrSupport';

function programTexts(language: Language, edition: EditionId, link: ToLink): readonly string[] {
  const { rules, citations } = EDITIONS[edition];
  const says = rules.find(({ reasons }) => (reasons as readonly string[] | undefined)?.includes(ABOUT));
  const cited =
    bestCitation((says?.cites ?? []).flatMap((key) => citations[key] ?? [])) ?? articleIn(edition);
  return [
    statementText(language, `reason.${ABOUT}`, {
      id: ABOUT,
      citations: cited === undefined ? [] : [cited],
      certain: cited?.confidence === 'H',
    }),
    cited === undefined ? '' : sourcesText(language, [cited], link),
    language.say('rule.general'),
  ];
}

/** What the policy says of a subscription that is there: of any, and of each kind once there is a new one. */
const KEPT = 'relationshipChangesNothing';
const REPLACED = [
  { service: 'license', step: 'endOldLicenses' },
  { service: 'usage', step: 'cancelOldAzure' },
] as const;

/** Where the rule stands that says so. */
function saidBy(edition: EditionId, says: (rule: EditionRule) => boolean): KnownCitation | undefined {
  const { rules, citations } = EDITIONS[edition];
  return bestCitation((rules.find(says)?.cites ?? []).flatMap((key) => citations[key] ?? []));
}

function fateTexts(
  language: Language,
  { edition, service }: Extract<RuleNote, { kind: 'fate' }>,
  link: ToLink,
): readonly string[] {
  const kept = saidBy(
    edition,
    ({ reasons }) => (reasons as readonly string[] | undefined)?.includes(KEPT) === true,
  );
  const told = REPLACED.flatMap((each) => {
    const cited = saidBy(
      edition,
      ({ steps }) => (steps as readonly string[] | undefined)?.includes(each.step) === true,
    );
    const about = service === undefined || service === 'unknown' || service === each.service;
    return about && cited !== undefined ? [{ ...each, cited }] : [];
  });
  const statement = (id: string, cited: KnownCitation) => ({
    id,
    citations: [cited],
    certain: cited.confidence === 'H',
  });
  const cited = [...(kept === undefined ? [] : [kept]), ...told.map((each) => each.cited)];
  return [
    kept === undefined ? '' : statementText(language, `reason.${KEPT}`, statement(KEPT, kept)),
    ...told.map((each) => {
      const condition = conditionText(language, limitsOf({ service: each.service }), {});
      const verdict = statementText(language, `step.${each.step}`, statement(each.step, each.cited));
      return language.say('rule.case', { condition, verdict });
    }),
    cited.length === 0 ? '' : sourcesText(language, [...new Set(cited)], link),
    language.say('rule.general'),
  ];
}

function knownText(language: Language, known: Situation): string {
  const answers = answersIn(known).map(([fact, value]) =>
    language.say('rule.answer', {
      fact: language.say(`fact.${fact}.inList`),
      answer: answerText(language, fact, value),
    }),
  );
  return answers.length === 0 ? '' : language.say('rule.known', { answers: language.all(answers) });
}

function ruledTexts(
  language: Language,
  { asked, known, guidance }: Extract<RuleNote, { kind: 'rules' }>,
  link: ToLink,
): readonly string[] {
  const cases = casesOf(language, guidance);
  const left = guidance.eligibility === 'depends' ? guidance.groups.length - cases.length : 0;
  return [
    language.say('when.head', { condition: conditionText(language, limitsOf(asked), {}) }),
    ...cases.map((each) => caseText(language, guidance, each)),
    left > 0 ? language.say('ui.groupsLeft', { count: left }) : '',
    todayText(language, guidance),
    sourcesText(language, citedIn(cases, guidance), link),
    language.sentences([knownText(language, known), language.say('rule.general')]),
  ];
}

/** An option, with its note where there is one. */
function noted(language: Language, fact: FactId, option: OptionId): string {
  const name = language.say(optionKey(fact, option));
  const note = language.maybe(`${optionKey(fact, option)}.note`);
  return note === undefined ? name : language.say('rule.noted', { name, note });
}

/** What each option comes to: a line each where they are few, or those together that come to the same. */
function optionTexts(
  language: Language,
  fact: FactId,
  { options, verdicts }: OptionVerdicts,
  few: boolean,
): readonly string[] {
  const verdict = language.either(verdicts.map((each) => language.say(`short.${each}`)));
  const conditions = few
    ? options.map((option) => noted(language, fact, option))
    : [language.either(options.map((option) => language.quoted(language.say(optionKey(fact, option)))))];
  return conditions.map((condition) => language.say('rule.case', { condition, verdict }));
}

function whyTexts(
  language: Language,
  { fact, cases }: Extract<RuleNote, { kind: 'whyFact' }>,
): readonly string[] {
  const few = cases.reduce((sum, { options }) => sum + options.length, 0) <= WITH_NOTES;
  const matters = cases.length > 1;
  const name = language.say(`fact.${fact}.name`);
  return [
    language.say(matters ? 'rule.why' : 'rule.noMatter', { fact: name }),
    ...(matters ? cases.flatMap((each) => optionTexts(language, fact, each, few)) : []),
    language.say(`fact.${fact}.hint`),
  ];
}

type Term = Extract<RuleNote, { kind: 'terms' }>['named'][number];

function termText(language: Language, { fact, option }: Term): string {
  const question = language.say(`fact.${fact}.question`);
  const hint = language.say(`fact.${fact}.hint`);
  if (option === undefined) return language.sentences([question, hint]);
  const term = language.say('rule.term', { term: noted(language, fact, option), question });
  return language.sentences([term, hint]);
}

function textsOf(language: Language, note: RuleNote, link: ToLink): readonly string[] {
  switch (note.kind) {
    case 'rules':
      return ruledTexts(language, note, link);
    case 'whyFact':
      return whyTexts(language, note);
    case 'terms':
      return note.named.map((named) => termText(language, named));
    case 'fate':
      return fateTexts(language, note, link);
    case 'program':
      return programTexts(language, note.edition, link);
    case 'notInPolicy':
      return [language.say('rule.notInPolicy')];
  }
}

/** What the policy says to a question about the rules, line by line. */
export function ruleTexts(language: Language, note: RuleNote, link: ToLink): readonly string[] {
  return textsOf(language, note, link).filter((text) => text !== '');
}
