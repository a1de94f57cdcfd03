import { type Html, html } from '../html/html.js';
import type { Language } from '../language/language.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { articleOf } from '../policy/engine/guidance.js';
import { changedSection } from './changed.js';
import { conflictsSection } from './conflicts-section.js';
import { documentParts, type Leads, type PartId, partClass, partTitle } from './document-parts.js';
import { examplesSection } from './examples.js';
import { SITUATIONS } from './map.js';
import { mapSection } from './map-section.js';
import { besideHtml, linkHtml } from './policy-words.js';
import { rulesTable } from './rules.js';
import { vocabularySection } from './vocabulary-section.js';
import type { WorkedCase } from './worked-case.js';

/** What an edition says, in one language, and whether its worked examples come out as recorded. */
export interface Review {
  readonly language: Language;
  readonly edition: KnownEdition;
  readonly cases: readonly WorkedCase[];
  readonly leads: Leads;
}

function bodyOf({ language, edition, cases, leads }: Review, part: PartId): Html {
  switch (part) {
    case 'questions':
      return vocabularySection(language, edition);
    case 'conflicts':
      return conflictsSection(language, edition);
    case 'map':
      return mapSection(language, edition);
    case 'examples':
      return examplesSection(language, edition, cases, leads);
    case 'changed':
      return changedSection(language, edition);
    default:
      return rulesTable(language, edition, part, leads);
  }
}

/** A part with its heading. */
export function sectionHtml(review: Review, part: PartId): Html {
  return html`<section class="${partClass(part)}" aria-labelledby="${part}"><h2 id="${part}">${partTitle(review.language, part)}</h2>
${bodyOf(review, part)}
</section>
`;
}

/** Links to all parts. */
export function contents({ language, edition }: Review, address: (part: PartId) => string): Html {
  const items = documentParts(edition).map(
    (part) => html`<li><a href="${address(part)}">${partTitle(language, part)}</a></li>\n`,
  );
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${language.say('review.contents')}</h2>
<ol>
${items}</ol></nav>`;
}

/** What does not come out as recorded is said before anything else. */
export function alarm({ language, cases, leads }: Review): Html | undefined {
  const wrong = cases.filter(({ mismatches }) => mismatches.length > 0);
  const count = wrong.flatMap(({ mismatches }) => mismatches).length;
  if (count === 0) return undefined;
  const links = wrong.map(({ anchor }) => {
    const address = leads('examples', anchor);
    return html`<li><a href="${address}"><code translate="no">${anchor}</code></a></li>`;
  });
  return html`<div class="alarm"><p><strong>${language.say('review.mismatches', { count })}</strong></p><ul>${links}</ul></div>`;
}

export function howToRead({ language, edition }: Review): Html {
  const sources = Object.keys(edition.citations).length;
  const counts = { rules: edition.rules.length, sources, situations: SITUATIONS };
  const how = (['howDecide', 'howFacts', 'howSources'] as const).map((name) =>
    language.say(`review.${name}`),
  );
  return html`<section aria-labelledby="how"><h2 id="how">${language.say('review.how')}</h2>
<p>${language.sentences(how)}</p>
<p class="note">${besideHtml(language, html`${language.say('review.counts', counts)}`, linkHtml(language, articleOf(edition.id)))}</p></section>`;
}
