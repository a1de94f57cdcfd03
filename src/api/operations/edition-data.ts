import { linkData } from '../../advice/said-data.js';
import type { Language } from '../../language/language.js';
import { changeIds, type EditionId, factsNamed } from '../../policy/edition.js';
import { before, EDITIONS, type KnownEdition, newest, PUBLISHED } from '../../policy/editions/registry.js';
import { articleOf } from '../../policy/engine/guidance.js';

export function editionData(language: Language, id: EditionId) {
  const edition: KnownEdition = EDITIONS[id];
  const article = articleOf(id);
  return {
    id,
    name: language.say(`edition.${id}`),
    family: edition.family,
    clouds: edition.clouds,
    published: PUBLISHED.includes(id),
    newest: newest(edition.family).id === id,
    before: before(edition)?.id ?? null,
    facts: factsNamed(edition),
    article: { id: article, ...linkData(language, article) },
    document: `/policy/${id}/${language.tag}`,
  };
}

/** An edition with what it says: its rules by what they decide and why, and the pages that they rest on. */
export function editionInFullData(language: Language, id: EditionId) {
  const edition: KnownEdition = EDITIONS[id];
  const pages = [...new Set(Object.values(edition.citations).map(({ page }) => page))];
  return {
    locale: language.tag,
    ...editionData(language, id),
    rules: edition.rules.map((rule) => ({
      id: rule.id,
      eligibility: rule.verdict ?? null,
      reasons: (rule.reasons ?? []).map((reason) => language.say(`reason.${reason}`)),
    })),
    changes: changeIds(edition).map((change) => ({
      id: change,
      text: language.say(`change.${change}`),
      since: edition.changes[change]?.since ?? null,
    })),
    pages: pages.map((page) => ({ id: page, ...linkData(language, page) })),
  };
}
