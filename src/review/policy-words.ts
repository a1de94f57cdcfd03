import { citationText, pageLink } from '../cards/cite.js';
import { statementText } from '../cards/guidance-text.js';
import { LOOK } from '../cards/look.js';
import { type Html, html, type Piece } from '../html/html.js';
import type { Language } from '../language/language.js';
import type { MessageKey } from '../language/message-keys.js';
import { optionKey } from '../language/policy-keys.js';
import type { Verdict } from '../policy/edition.js';
import type { KnownCitation, KnownEdition } from '../policy/editions/registry.js';
import { statement } from '../policy/engine/statement.js';
import type { FactId, OptionId } from '../policy/facts.js';
import type { Cited } from '../policy/outcome.js';
import { addressOf, type PageId } from '../policy/pages.js';

/** Characters that stand for the values while a message is put together; no message has them. */
const FIRST_MARK = 0xe000;
const MARKS = /([\ue000-\ue0ff])/;

function marked(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String.fromCharCode(FIRST_MARK + index));
}

/** Words in which every mark is replaced by its piece. */
function unmarked(words: string, pieces: readonly Piece[]): Html {
  const parts = words.split(MARKS);
  return html`${parts.map((part) => (MARKS.test(part) ? pieces[part.charCodeAt(0) - FIRST_MARK] : part))}`;
}

/** The words of a message in which some values are HTML. */
export function sayHtml(language: Language, key: MessageKey, values: Readonly<Record<string, Piece>>): Html {
  const marks = marked(Object.keys(values).length);
  const named = Object.keys(values).map((name, index) => [name, marks[index] ?? '']);
  return unmarked(language.say(key, Object.fromEntries(named)), Object.values(values));
}

/** Two things beside each other on one line. */
export function besideHtml(language: Language, first: Html, second: Html): Html {
  return sayHtml(language, 'join.beside', { first, second });
}

/** A link to a page that is cited, in the reader's language where it is served. */
export function linkHtml(language: Language, page: PageId): Html {
  const { title, url } = pageLink(language, page);
  return html`<a href="${url}" hreflang="${addressOf(page, language.learn).locale}">${title}</a>`;
}

/** Where a statement stands: page, section, dates, and how well it is established. */
export function citationHtml(language: Language, citation: KnownCitation): Html {
  const mark = String.fromCharCode(FIRST_MARK);
  const [lead, ...rest] = citationText(language, citation, () => mark).split(mark);
  return html`${lead}${linkHtml(language, citation.page)}${rest}`;
}

export function verdictHtml(language: Language, verdict: Verdict): Html {
  const word = language.say(`eligibility.${verdict}`);
  return html`<span class="verdict ${verdict}"><span aria-hidden="true">${LOOK[verdict].icon}</span> ${word}</span>`;
}

/** "A, B or C", each option set apart: some have commas of their own. */
function optionsHtml(language: Language, fact: FactId, options: readonly OptionId[]): Html {
  const pieces = options.map(
    (option) => html`<span class="option">${language.say(optionKey(fact, option))}</span>`,
  );
  return unmarked(language.either(marked(pieces.length)), pieces);
}

/** "Cloud: Public cloud or US Government", or "Cloud: anything but China". */
export function limitHtml(
  language: Language,
  fact: FactId,
  options: readonly OptionId[],
  key: 'compare.limit' | 'compare.except' = 'compare.limit',
): Html {
  return sayHtml(language, key, {
    fact: html`<b>${language.say(`fact.${fact}.name`)}</b>`,
    options: optionsHtml(language, fact, options),
  });
}

/** A statement in words. What nobody read in Microsoft's own text is never told as certain. */
export function saidText(
  language: Language,
  edition: KnownEdition,
  key: MessageKey,
  cited: Omit<Cited, 'id'>,
): string {
  return statementText(language, key, statement(edition, { id: key, ...cited }));
}

/** A count of situations, with the thousands set apart as the language does it. */
export function countText(language: Language, count: number): string {
  return language.say('review.situations', { count });
}
