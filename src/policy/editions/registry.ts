import { EDITION_IDS, type Edition, type EditionId, type Family } from '../edition.js';
import { edition201810vianet } from './2018-10-21vianet.js';
import { edition201903 } from './2019-03.js';
import { edition202006 } from './2020-06.js';
import { edition202611 } from './2026-11.js';

/** Every edition, oldest first. A new edition is its file and its line here. */
export const EDITIONS: Readonly<Record<EditionId, Edition>> = {
  '2018-10-21vianet': edition201810vianet,
  '2019-03': edition201903,
  '2020-06': edition202006,
  '2026-11': edition202611,
};

function ofFamily(family: Family): readonly Edition[] {
  return EDITION_IDS.map((id) => EDITIONS[id]).filter((edition) => edition.family === family);
}

/** The newest edition of a family of clouds. */
export function newest(family: Family): Edition {
  const edition = ofFamily(family).at(-1);
  if (edition === undefined) throw new Error(`No edition of the family "${family}" is registered.`);
  return edition;
}

/** The edition just before this one in its family, or undefined for the first. */
export function before(edition: Edition): Edition | undefined {
  const family = ofFamily(edition.family);
  return family[family.indexOf(edition) - 1];
}
