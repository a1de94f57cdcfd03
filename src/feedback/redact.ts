/** What stands where something was taken out. */
const MARK = '[…]';
const LONGEST = 500;
/** More is not looked at, and the end of that is left out: it may be half of an address. */
const LOOKED_AT = 4000;

/** Takes out what may name a person, a customer or a device. */
type Cut = (text: string) => string;

function all(pattern: RegExp): Cut {
  return (text) => text.replace(pattern, MARK);
}

/** Dates look like phone numbers, and a reason is often about one: "2026-11-21", "21.11.2026", "2019-03 / 2020-06". */
const DATE = String.raw`(?:(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)`;
const DATES = new RegExp(String.raw`^${DATE}(?:[\s/–-]+${DATE})*$`);

/** Seven digits or more, however they are grouped. */
const NUMBER = /[+＋]?[(（]?\p{Nd}(?:[\s().\-/–（）－]{0,3}\p{Nd}){6,}/gu;

const numbers: Cut = (text) => text.replace(NUMBER, (found) => (DATES.test(found) ? found : MARK));

/** Letters of a name in an address. Not Han: Chinese has no spaces, and the sentence before would go as well. */
const NAME = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{M}\p{Nd}`;
const HEX = '[0-9a-f]{1,4}';
/** Any country's, and what else companies and their networks end in. A sentence that lacks a space goes as well. */
const ENDINGS = [
  '[a-z]{2}|com|net|org|info|biz|edu|gov|mil|int|pro|name|mobi|asia|app|dev|cloud|online|site|store|shop|tech|xyz|top',
  'group|global|digital|agency|solutions|services|systems|network|company|consulting|email|bank|health|school|ltd|gmbh',
  'inc|llc|lan|local|internal|corp|intranet|localdomain|рф|рус|бел|москва|онлайн|сайт|укр|中国|公司|网络|网址|集团|商城',
].join('|');
/** Every sign that browsers take for the dot in an address, also in brackets, as those write who want to hide one. */
const DOT = '(?:[.．。｡]|\\s?[[(](?:[.．。｡]|dot|точка|ponto|pont|点)[\\])]\\s?)';

/** The longer first: an e-mail address in a link is a part of the link. */
const CUTS: readonly Cut[] = [
  all(/<at\b[^<>]{0,100}>[^<]{0,200}<\/at\s{0,9}>/giu),
  all(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'，。；、）】」]+/giu),
  all(/\bmailto:[^\s<>"'，。；、]+/giu),
  all(/\bwww\.[^\s<>"'，。；、）】」]+/giu),
  all(new RegExp(`[${NAME}._%+'-]{1,64}[@＠][${NAME}-]{1,63}(?:[.．][${NAME}-]{1,63})*`, 'giu')),
  all(/[\p{L}\p{N}._%+'-]{1,64}[@＠][\p{L}\p{N}.．_-]{1,255}/gu),
  // A mention of a person is often two words, "@Anna Kovács".
  all(/[@＠][\p{L}\p{N}._-]+(?: \p{Lu}[\p{L}'-]+)?/gu),
  all(
    new RegExp(
      `(?<![${NAME}-])[${NAME}-]{2,}(?:${DOT}[${NAME}-]{1,63}){0,5}${DOT}(?:${ENDINGS})(?![${NAME}])(?:/[^\\s，。；]*)?`,
      'giu',
    ),
  ),
  all(/\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?/giu),
  all(/(?<![0-9a-z])(?=[a-f]*\d)[0-9a-f]{16,}(?![0-9a-z])/giu),
  all(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d{1,5})?(?![\d.]*\d)/gu),
  all(new RegExp(`(?<![\\w:])(?:${HEX}:){3,7}${HEX}(?![\\w:])`, 'giu')),
  all(
    new RegExp(
      `(?<![\\w:])(?:${HEX}(?::${HEX}){0,6}::(?:${HEX}(?::${HEX}){0,6})?|::${HEX}(?::${HEX}){0,6})(?!\\w)`,
      'giu',
    ),
  ),
  numbers,
  all(/\p{Nd}{6,}/gu),
];

function beginning(text: string): string {
  return text.length <= LOOKED_AT ? text : text.slice(0, LOOKED_AT).replace(/\S{1,320}$/, '');
}

/** Line ends and tabs are spaces; what cannot be seen is nothing, and must not hide an address from the cuts. */
function visible(text: string): string {
  return beginning(text)
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

/**
 * The reason as it may be kept: e-mail addresses, phone numbers, GUIDs and other long ids, links, domains, IP
 * addresses and mentions are replaced by "[…]", and it ends after 500 UTF-16 units. A name that nothing marks as
 * one cannot be told from other words and stays: the question asks not to give any. When in doubt it takes out.
 */
export function redact(reason: string): string {
  const kept = CUTS.reduce((text, cut) => cut(text), visible(reason));
  // Not in the middle of a character of two units.
  return kept
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
