import type { Html } from '../html/html.js';
import { CONFLICTS } from '../policy/editions/conflicts.js';
import { FACT_IDS } from '../policy/facts.js';
import { changedSection } from './changed.js';
import { conflictAnchor, conflictRow } from './conflicts-section.js';
import { groupOf, type PartId, partTitle, ruleAnchor, ruleNumber } from './document-parts.js';
import { ruleRow } from './rules.js';
import type { Review } from './sections.js';
import { factRow, factsThatMatter } from './vocabulary-section.js';

/** Lines are marked in so much of what was found. */
export const MOST_MARKED = 50;

/** Something that a search can find: a question, a rule, what stands against each other, or what changed. */
export interface Entry {
  readonly title: string;
  readonly address: string;
  readonly lines: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** What only the eye is shown, and what stands within a line. */
const UNREAD = /<span[^>]*aria-hidden="true"[^>]*>[^<]*<\/span>/g;
const INLINE = /<\/?(?:a|b|code|span|wbr)\b[^>]*>/g;

/** What a piece of HTML says, a line for each thing. */
function linesOf(piece: Html): readonly string[] {
  return piece
    .toString()
    .replaceAll(UNREAD, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(INLINE, '')
    .split(/<[^>]*>/)
    .map((line) =>
      line.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '').trim(),
    )
    .filter((line) => line !== '');
}

/** Everything of an edition that a search looks through, in the order of the document. */
export function documentEntries(review: Review): readonly Entry[] {
  const { language, edition, leads } = review;
  const entry = (part: PartId, anchor: string, title: string, content: Html): Entry => ({
    title,
    address: leads(part, anchor),
    lines: linesOf(content),
  });
  const facts = FACT_IDS.filter((fact) => factsThatMatter(edition).has(fact)).map((fact) =>
    entry('questions', `fact-${fact}`, language.say(`fact.${fact}.name`), factRow(language, edition, fact)),
  );
  const rules = edition.rules.map((rule) => {
    const number = ruleNumber(edition, rule);
    const title = language.say('review.ruleOf', {
      rule: language.say('review.ruleNumber', { number }),
      group: partTitle(language, groupOf(rule)),
    });
    return entry(groupOf(rule), ruleAnchor(rule), title, ruleRow(language, edition, rule, leads));
  });
  const conflicts = CONFLICTS[edition.id].map((conflict) =>
    entry(
      'conflicts',
      conflictAnchor(conflict),
      language.say('review.conflicts'),
      conflictRow(language, edition, conflict),
    ),
  );
  const changed = entry(
    'changed',
    'changed',
    language.say('review.changed'),
    changedSection(language, edition),
  );
  return [...facts, ...rules, ...conflicts, changed];
}
