import { LANGUAGE_TAGS, type LanguageTag } from '../../language/languages.js';
import { type Manifest, textsIn } from './manifest.js';
import { inFile, MANIFEST, type Problem } from './problem.js';

/** The texts of one localisation file, by key. */
export type Texts = Readonly<Record<string, unknown>>;

/** What the manifest says that a person reads, and how long it may be: the schema's limits, or Teams' narrower ones. */
const LOCALISABLE: readonly (readonly [pattern: RegExp, longest: number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.title$/, 32],
  [/^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.description$/, 128],
  // The schema takes 4000, but it is a sentence to send, and nobody reads a page first.
  [/^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.prompt$/, 250],
  [/^composeExtensions\[0\]\.commands\[\d\]\.title$/, 32],
  [/^composeExtensions\[0\]\.commands\[\d\]\.description$/, 128],
  [/^composeExtensions\[0\]\.commands\[\d\]\.parameters\[\d\]\.title$/, 32],
  [/^composeExtensions\[0\]\.commands\[\d\]\.parameters\[\d\]\.description$/, 128],
  [/^staticTabs\[\d+\]\.name$/, 16],
  [/^agentConnectors\[\d\]\.displayName$/, 128],
  [/^agentConnectors\[\d\]\.description$/, 4000],
];

function longest(key: string): number | undefined {
  return LOCALISABLE.find(([pattern]) => pattern.test(key))?.[1];
}

/** Every text of the manifest that a language has to have. */
export function localisable(manifest: Manifest): ReadonlyMap<string, string> {
  return new Map([...textsIn(manifest)].filter(([key]) => longest(key) !== undefined));
}

export interface LanguageFile {
  /** As the manifest writes it: in lower case. */
  readonly tag: string;
  readonly file: string;
}

export function languageFiles({ localizationInfo: info }: Manifest): readonly LanguageFile[] {
  return [
    { tag: info.defaultLanguageTag, file: info.defaultLanguageFile },
    ...info.additionalLanguages.map(({ languageTag: tag, file }) => ({ tag, file })),
  ];
}

/** The bot's own name of a language of the manifest. */
export function botLanguage(tag: string): LanguageTag | undefined {
  return LANGUAGE_TAGS.find((each) => each.toLowerCase() === tag.toLowerCase());
}

function keyProblems(file: string, texts: Texts, wanted: ReadonlyMap<string, string>): readonly Problem[] {
  const problem = inFile(file);
  const missing = [...wanted].filter(([key]) => texts[key] === undefined);
  const stray = Object.keys(texts).filter((key) => key !== '$schema' && !wanted.has(key));
  return [
    ...missing.map(([key, english]) => problem(key, { kind: 'missingText', english })),
    ...stray.map((key) => problem(key, { kind: 'strayText' })),
  ];
}

function textProblems(file: string, texts: Texts): readonly Problem[] {
  const problem = inFile(file);
  return Object.entries(texts).flatMap(([key, text]) => {
    const limit = longest(key);
    if (limit === undefined || typeof text !== 'string') return [];
    if (text === '' || text !== text.trim()) return [problem(key, { kind: 'blank' })];
    return text.length > limit ? [problem(key, { kind: 'tooLong', length: text.length, limit })] : [];
  });
}

/** The default language is what a client shows without a file of its own language: it must say the same twice. */
function twofold(manifest: Manifest, texts: Texts): readonly Problem[] {
  const problem = inFile(manifest.localizationInfo.defaultLanguageFile);
  return [...localisable(manifest)]
    .filter(([key, text]) => texts[key] !== undefined && texts[key] !== text)
    .map(([key]) => problem(key, { kind: 'otherText' }));
}

function versionProblem(file: string, manifest: Manifest, texts: Texts): readonly Problem[] {
  const wanted = manifest.$schema.replace('MicrosoftTeams.schema', 'MicrosoftTeams.Localization.schema');
  return texts.$schema === wanted ? [] : [inFile(file)('$schema', { kind: 'schemaVersion', wanted })];
}

/** What is wrong with the languages: a missing or stray one, and in each missing, stray, long or blank texts. */
export function localisationProblems(
  manifest: Manifest,
  languages: ReadonlyMap<string, Texts>,
): readonly Problem[] {
  const listed = languageFiles(manifest);
  const spoken = LANGUAGE_TAGS.filter((tag) => !listed.some((each) => botLanguage(each.tag) === tag));
  const { defaultLanguageFile } = manifest.localizationInfo;
  const inManifest = inFile(MANIFEST);
  return [
    ...spoken.map((language) => inManifest('localizationInfo', { kind: 'noLanguage', language })),
    ...[...languages].flatMap(([file, texts]) => [
      ...versionProblem(file, manifest, texts),
      ...keyProblems(file, texts, localisable(manifest)),
      ...textProblems(file, texts),
    ]),
    ...twofold(manifest, languages.get(defaultLanguageFile) ?? {}),
  ];
}
