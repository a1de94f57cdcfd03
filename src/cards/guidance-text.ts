import type { Language } from '../language/language.js';
import type { MessageKey } from '../language/message-keys.js';
import { optionKey } from '../language/policy-keys.js';
import type { Difference } from '../policy/compare/difference.js';
import type { Step } from '../policy/edition.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { Statement } from '../policy/engine/statement.js';
import type { Ground } from '../policy/engine/why.js';
import { bestCitation, citationText, type Link } from './cite.js';

/** Words for the parts of guidance; used by the cards, the plain text and the command line alike. */

/** A statement in words. What was not read in Microsoft's own text is never told as certain. */
export function statementText(
  language: Language,
  key: MessageKey,
  { certain, underReview }: Statement,
): string {
  const words = language.say(key);
  const text = certain ? words : language.say('ui.checkFirst', { text: words });
  return underReview === true ? language.say('ui.underReview', { text }) : text;
}

/** The first reason, as certain as the verdict that it explains; where there is none, what to check where the verdict is uncertain. */
export function firstReasonText(
  language: Language,
  { certain, reasons: [first] }: Pick<Guidance, 'certain' | 'reasons'>,
): string {
  if (first === undefined) return certain ? '' : language.say('ui.checkSources');
  return statementText(language, `reason.${first.id}`, { ...first, certain: certain && first.certain });
}

/** "You: Sales agent or Admin agent"; only who acts, where the source names no role. */
export function roleText(language: Language, { actor, roles }: Step): string {
  const name = language.say(`actor.${actor}`);
  if (roles.length === 0) return name;
  const either = language.either(roles.map((role) => language.say(`role.${role}`)));
  return language.say('ui.actorRoles', { actor: name, roles: either });
}

/** What the edition before said instead, in one sentence; or undefined where it said the same. */
export function editionBeforeText(language: Language, { before }: Guidance): string | undefined {
  if (before === undefined) return undefined;
  const eligibility = language.say(`eligibility.${before.eligibility}`);
  return language.say('ui.editionThen', { edition: language.say(`edition.${before.edition}`), eligibility });
}

/** What changed between the editions, and since when. */
export function changeTexts(language: Language, guidance: Guidance): readonly string[] {
  const before = editionBeforeText(language, guidance);
  const changes = guidance.changes.map((change) => {
    const text = statementText(language, `change.${change.id}`, change);
    return change.since === undefined
      ? text
      : language.say('ui.changeSince', { since: language.date(change.since), text });
  });
  return [...(before === undefined ? [] : [before]), ...changes];
}

/** "Goal: Manage and support it" */
export function groundText(language: Language, { fact, option }: Ground): string {
  return language.say('ui.answerLine', {
    fact: language.say(`fact.${fact}.name`),
    answer: language.say(optionKey(fact, option)),
  });
}

/** Each reason with where it stands; of several sources, one that was read in Microsoft's own text. */
export function becauseTexts(
  language: Language,
  { reasons }: Guidance,
  link: (link: Link) => string,
): readonly string[] {
  return reasons.map((reason) => {
    const source = bestCitation(reason.citations);
    const text = statementText(language, `reason.${reason.id}`, reason);
    return source === undefined
      ? text
      : language.say('why.reason', { text, source: citationText(language, source, link) });
  });
}

/** Every statement of one side of a difference. */
export function onlyThere(
  language: Language,
  { reasons, steps, cautions }: Difference['gone'],
): readonly string[] {
  return [
    ...reasons.map((each) => statementText(language, `reason.${each.id}`, each)),
    ...steps.map((each) => statementText(language, `step.${each.id}`, each)),
    ...cautions.map((each) => statementText(language, `caution.${each.id}`, each)),
  ];
}

/** What one edition says and another does not, in words. */
export function differenceTexts(
  language: Language,
  { before, after, gone, added }: Difference,
): readonly string[] {
  const eligibility = language.say(`eligibility.${before}`);
  const verdict =
    before === after ? language.say('why.sameVerdict') : language.say('why.otherVerdict', { eligibility });
  return [
    verdict,
    ...onlyThere(language, gone).map((text) => language.say('why.gone', { text })),
    ...onlyThere(language, added).map((text) => language.say('why.added', { text })),
  ];
}
