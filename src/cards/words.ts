import type { Language } from '../language/language.js';
import type { Guidance, GuidanceStep, Statement } from '../policy/guidance.js';

/** Words for the parts of guidance; used by the cards, the plain text and the command line alike. */

/** A statement in words. What was not read in Microsoft's own text is never told as certain. */
export function statementText(
  language: Language,
  part: 'reason' | 'step' | 'caution' | 'change',
  { id, certain }: Statement,
): string {
  const text = language.say(`${part}.${id}`);
  return certain ? text : `${text} ${language.say('ui.checkFirst')}`;
}

/** "You: Sales agent or Admin agent"; only who acts, where the source names no role. */
export function roleText(language: Language, { actor, roles }: GuidanceStep): string {
  const name = language.say(`actor.${actor}`);
  if (roles.length === 0) return name;
  const either = language.either(roles.map((role) => language.say(`role.${role}`)));
  return language.say('ui.actorRoles', { actor: name, roles: either });
}

/** What another edition says instead, in one sentence; or undefined where it says the same. */
export function otherEditionText(language: Language, { other }: Guidance): string | undefined {
  if (other === undefined) return undefined;
  if (other.eligibility === undefined) return other.newer ? language.say('ui.editionAsks') : undefined;
  const eligibility = language.say(`eligibility.${other.eligibility}`);
  return other.newer
    ? language.say('ui.editionNow', { eligibility })
    : language.say('ui.editionThen', { edition: language.say(`edition.${other.edition}`), eligibility });
}

/** What changed between the editions, and since when. */
export function changeTexts(language: Language, guidance: Guidance): readonly string[] {
  const other = otherEditionText(language, guidance);
  const changes = guidance.changes.map((change) =>
    language.say('ui.changeSince', {
      since: language.date(change.since),
      text: statementText(language, 'change', change),
    }),
  );
  return [...(other === undefined ? [] : [other]), ...changes];
}
