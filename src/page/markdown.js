/** The Markdown that our cards use, which is links and paragraphs. Everything else stays the text it is. */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const LINK = /\[([^[\]]+)\]\((https:\/\/[^\s()]+)\)/g;

const PARAGRAPH = '\n\n';

const escaped = (text) =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character]).replaceAll(PARAGRAPH, '<br><br>');

/** For `AdaptiveCard.onProcessMarkdown`: a text without either needs no HTML. */
export function processMarkdown(text, result) {
  const matches = [...text.matchAll(LINK)];
  if (matches.length === 0 && !text.includes(PARAGRAPH)) return;
  let html = '';
  let end = 0;
  for (const match of matches) {
    const [whole, title, url] = match;
    html += `${escaped(text.slice(end, match.index))}<a href="${escaped(url)}" rel="noopener noreferrer">${escaped(title)}</a>`;
    end = match.index + whole.length;
  }
  result.outputHtml = html + escaped(text.slice(end));
  result.didProcess = true;
}
