import { LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { FACT_IDS, optionsOf } from '../../src/policy/facts.js';

/** What shows that a text was put together by code, and not by the language. */
type Fault = readonly [name: string, pattern: RegExp];

const ANYWHERE: readonly Fault[] = [
  ['two spaces', /\S[ \u00a0]{2,}/u],
  ['a space before punctuation', /[\p{L}\d”»)][ \u00a0][.,;:!?)\]，。：；？！）](?!\p{L})/u],
  ['a space behind an opening bracket', /[([（][ \u00a0]/u],
  ['two marks', /(?:(?<!г)\.|[,;:!?。，；：？！、])(?:[,;:!?。，；：？！、]|\.(?!\p{L}))/u],
  ['a bracket in a bracket', /\([^()]*\(|（[^（）]*（|\([^()]*（|（[^（）]*\(/u],
  ['a bracket behind a bracket', /[)）][ \u00a0]?[(（]/u],
  ['no value', /\b(?:null|undefined|NaN)\b|\[object/u],
  ['a straight quotation mark', /"/u],
  ['two colons in a sentence', /: (?:[^.!?,;:(“«„·\s]+ ){0,3}[^.!?,;:(“«„·\s]+: \S/u],
];

const LINE_BREAKS: readonly Fault[] = [
  ['a dash that can begin a line', /\S [–—]/u],
  ['a number that can end a line', /(?<![\u00a0\d.,-])\b(?!365)\d+ \p{Ll}/u],
  ['a product whose number can begin a line', /(?:Microsoft|Office|Dynamics) 365/u],
];

const OWN: Readonly<Record<LanguageTag, readonly Fault[]>> = {
  en: [['a foreign quotation mark', /[«»„]/u]],
  ru: [['a foreign quotation mark', /[“”„]/u], ...LINE_BREAKS],
  'pt-BR': [['a foreign quotation mark', /[«»„]/u], ...LINE_BREAKS],
  hu: [
    ['a foreign quotation mark', /[«»“]/u],
    ['a day that can begin a line', /\p{Ll} \d{1,2}\. \p{Ll}/u],
    ...LINE_BREAKS,
  ],
  'zh-CN': [
    ['a foreign quotation mark', /[«»„]/u],
    ['a half-width mark', /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u],
    ['Chinese in half-width brackets', /\([^()]*\p{Script=Han}[^()]*\)/u],
    [
      'a space beside a full-width mark',
      /[。，；：？！、（）“”][ \u00a0](?![·›↗])|[ \u00a0][。，；：？！、（）]/u,
    ],
    ['a space between Chinese', /\p{Script=Han} \p{Script=Han}/u],
    ['a number beside Chinese without a space', /\p{Script=Han}\d|\d\p{Script=Han}/u],
    ['a number that can end a line', /(?<=(?:^|[^-\w\u00a0])\d+) \p{Script=Han}/u],
    ['a product whose number can begin a line', /(?:Microsoft|Office|Dynamics) 365/u],
  ],
};

/** Names that have a capital wherever they stand. */
const NAME =
  /^(?:\p{Lu}{2}|US Government|China|Китай|Kína|Azure|21Vianet|Microsoft|Enterprise|Open|Advisor|Syndication|\P{Lu})/u;

function escaped(text: string): string {
  return text.replace(/[.*+?^$\u007b}()|[\]\\]/gu, '\\$&');
}

/** A label in the middle of a sentence still with its capital: one that is neither quoted nor at the head of a line. */
function capitals(tag: LanguageTag): Fault | undefined {
  const language = LANGUAGES[tag];
  const labels = FACT_IDS.flatMap((fact) => [
    language.say(`fact.${fact}.name`),
    ...optionsOf(fact).map((option) => language.say(optionKey(fact, option))),
  ]).filter((label) => !NAME.test(label));
  if (labels.length === 0) return undefined;
  const all = [...new Set(labels)].map(escaped).join('|');
  return [
    'a label with its capital in a sentence',
    new RegExp(`[\\p{Ll},] (?:${all})(?=[,.;]|$| (?:and|or|и|или|e|ou|és|vagy) )`, 'u'),
  ];
}

const faults = new Map<LanguageTag, readonly Fault[]>();

/** What is wrong with how the text is put together, by name; nothing where it is the language's own. */
export function gluedIn(text: string, tag: LanguageTag): readonly string[] {
  const known = faults.get(tag);
  const found = known ?? [...ANYWHERE, ...OWN[tag], ...[capitals(tag) ?? []].filter(isFault)];
  faults.set(tag, found);
  return text
    .split('\n')
    .map((line) => line.replace(/https?:\/\/\S+/gu, 'https'))
    .flatMap((line) => found.filter(([, pattern]) => pattern.test(line)).map(([name]) => `${name}: ${line}`));
}

function isFault(each: Fault | readonly never[]): each is Fault {
  return each.length > 0;
}
