import type { Language } from '../language/language.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { ON_THIS_PAGE } from './document-parts.js';
import { documentEntries } from './entries.js';

/**
 * The questions, the rules and the changes of an edition in one language, as plain lines under headings (Markdown): the
 * review document for those who read no pages.
 */
export function plainDocument(edition: KnownEdition, language: Language): string {
  const entries = documentEntries({ language, edition, cases: [], leads: ON_THIS_PAGE });
  const parts = entries.map(({ title, lines }) => [`## ${title}`, ...lines].join('\n'));
  return [`# ${language.say(`edition.${edition.id}`)}`, ...parts].join('\n\n');
}
