import type { Article, Passage } from './article.js';
import type { PassageVerdict } from './finding.js';
import { foldHeading, normalise } from './normalise.js';
import type { PageRead } from './read-page.js';
import type { Watched } from './watch-list.js';

/** A page that was read in the same run; a passage may have moved to it. */
export interface OtherPage {
  readonly url: string;
  readonly article: Article;
}

/** In characters. Shorter passages ("Sales agent") stand on many pages and prove no move. */
const TELLING = 80;

/** The passages that stand under one of the watched headings; the first listed heading comes first. */
function found(article: Article, { headings, containing }: Watched): readonly Passage[] {
  if (headings.length === 0) return [article.whole];
  const words = containing === undefined ? '' : normalise(containing).toLowerCase();
  return headings.flatMap((heading) =>
    article.passages.filter(
      (each) => foldHeading(each.heading) === foldHeading(heading) && each.text.toLowerCase().includes(words),
    ),
  );
}

function judgeArticle(
  watched: Watched,
  article: Article,
  address: string | undefined,
  others: readonly OtherPage[],
): PassageVerdict {
  const here = found(article, watched);
  const first = here[0];
  const redirect = address === undefined ? {} : { address };
  const { recorded } = watched;
  if (recorded === null || recorded.hash === null) {
    if (first === undefined)
      return { status: recorded === null ? 'gone' : 'unchanged', hash: null, ...redirect };
    const usual = recorded === null ? 'unrecorded' : 'reworded';
    return { status: address === undefined ? usual : 'moved', hash: first.hash, ...redirect };
  }
  const { hash } = recorded;
  const isIt = (each: Passage) => each.hash === hash;
  if (here.some(isIt)) return { status: address === undefined ? 'unchanged' : 'moved', hash, ...redirect };
  const moved = article.passages.find(isIt);
  if (moved !== undefined) return { status: 'moved', hash, heading: moved.heading, ...redirect };
  if (first !== undefined) return { status: 'reworded', hash: first.hash, ...redirect };
  for (const { url, article: other } of others) {
    const away = other.passages.find((each) => isIt(each) && each.text.length >= TELLING);
    if (away !== undefined) return { status: 'moved', hash: null, heading: away.heading, address: url };
  }
  return { status: 'gone', hash: null, ...redirect };
}

/** How a watched passage stands, after its page was read (or could not be). */
export function judge(watched: Watched, read: PageRead, others: readonly OtherPage[]): PassageVerdict {
  if (read.kind === 'unreachable') return { status: 'unreachable', obstacle: read.obstacle };
  if (read.kind === 'read') return judgeArticle(watched, read.article, read.movedTo, others);
  const known = watched.recorded !== null && watched.recorded.hash === null;
  return { status: known ? 'unchanged' : 'gone', hash: null, httpStatus: read.status };
}
