/** What surrounds an article and may change every day without the article changing. */
const TAGS = new Set([
  ...['script', 'style', 'noscript', 'template', 'head', 'nav', 'footer', 'button', 'dialog', 'svg'],
  ...['iframe', 'select', 'textarea', 'time', 'object', 'audio', 'video'],
]);

/** Never left out, whatever their attributes say: the article is inside them. */
const FRAME = new Set(['html', 'body', 'main', 'article']);

const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog']);

const NAMES =
  /(^|[-_])(breadcrumbs?|feedback|metadata|contributors?|toc|doc-outline|cookies?|banner|ratings?|share|social|footer|additional-resources|action-?bar|unauthorized)([-_]|$)/i;

const ALERTS = new Set(['note', 'important', 'warning', 'caution', 'tip', 'alert']);

export type Attributes = Readonly<Record<string, string>>;

function tokens(attributes: Attributes): readonly string[] {
  return `${attributes.class ?? ''} ${attributes.id ?? ''}`.split(/\s+/).filter((each) => each !== '');
}

/** Whether an element is a boxed note, such as the "Important" boxes of Microsoft Learn. */
export function isAlert(name: string, attributes: Attributes): boolean {
  if (name !== 'div' && name !== 'blockquote' && name !== 'aside') return false;
  return tokens(attributes).some((token) => ALERTS.has(token.toLowerCase()));
}

/** Whether an element, with all that is inside it, is page furniture. */
export function isFurniture(name: string, attributes: Attributes): boolean {
  if (FRAME.has(name)) return false;
  if (TAGS.has(name) || (name === 'aside' && !isAlert(name, attributes))) return true;
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  return ROLES.has(attributes.role ?? '') || tokens(attributes).some((token) => NAMES.test(token));
}

const LINES = [
  /^last updated( on)?:? ?[\d/.-]+$/i,
  /^(article|how-to|concept|reference)?\W{0,3}\d{1,2}\/\d{1,2}\/\d{2,4}\b.{0,60}$/i,
  /^\d+ (contributors?|minutes? to read|min(utes?)? read)$/i,
  /^(table of contents|share via|was this page helpful\?)$/i,
];

/** Whether a whole line of normalised text is furniture that some layouts do not mark as such. */
export function isFurnitureLine(line: string): boolean {
  return LINES.some((pattern) => pattern.test(line));
}

/** Headings, folded, whose list is made by the site: it repeats the other headings of the page. */
export const OUTLINE_HEADINGS: ReadonlySet<string> = new Set(['in this article', 'on this page', 'contents']);
