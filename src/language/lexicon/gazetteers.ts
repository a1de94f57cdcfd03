import type { LanguageTag } from '../languages.js';
import { ownFile } from './own-file.js';

type Names = Readonly<Record<string, readonly string[]>>;

/**
 * What people of one language call places beside the names of countries, which the platform has; countries by
 * ISO 3166-1 alpha-2. The English one has the names of cities that other languages in Latin letters share.
 */
export interface Gazetteer {
  readonly language: string;
  /** Who is from there: "German", "минский". */
  readonly peoples: Names;
  /** Cities, and short names of countries, that partners and their customers are in. */
  readonly cities: Names;
  /** Short names that are written in capitals and are other words otherwise. */
  readonly short: Names;
  /** What a company is called behind the name of its people: "a German company". */
  readonly companies: readonly string[];
  /** What stands before where somebody is. */
  readonly located: readonly string[];
  /** Endings that make of every name of a place who is from there, folded: none where peoples have words of their own. */
  readonly fromThere: readonly string[];
  /** Names of countries that are other words, or another country's too. */
  readonly never: readonly string[];
  /** "Both in Germany", "we are too": whose a place is, in a line about two companies. */
  readonly both: readonly string[];
  readonly too: readonly string[];
  /** "Like you": a customer says of the asker what is said of themselves. */
  readonly alike: readonly string[];
  /** "As far as I know": says nothing of who knows it. */
  readonly aside: readonly string[];
  /** "We met at the fair": where something happened, nobody need be at home. */
  readonly event: readonly string[];
  /** What a customer calls their own, and who only the asker can be: "head office", "находитесь"; `-` before an ending. */
  readonly own: readonly string[];
  readonly yours: readonly string[];
  /** "Only a warehouse": a place beside it is not where a company is. */
  readonly merely: readonly string[];
  /** "Was in Macao", "used to be": a place behind it is where somebody was. */
  readonly once: readonly string[];
}

const NOTHING: Omit<Gazetteer, 'language'> = {
  peoples: {},
  cities: {},
  short: {},
  companies: [],
  located: [],
  fromThere: [],
  never: [],
  both: [],
  too: [],
  alike: [],
  aside: [],
  event: [],
  own: [],
  yours: [],
  merely: [],
  once: [],
};

/** The gazetteer of a language, read when a line says where two companies are; a language may have none yet. */
export function gazetteerOf(tag: LanguageTag): Gazetteer {
  return ownFile(tag, 'gazetteer') ?? { ...NOTHING, language: tag };
}
