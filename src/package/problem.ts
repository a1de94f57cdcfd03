/** Every way in which a package can be wrong; its words, with the remedy, are `package.problem.<kind>`. */
export type ProblemKind =
  | 'notJson'
  | 'schema'
  | 'noSchema'
  | 'schemaVersion'
  | 'placeholder'
  | 'missingFile'
  | 'strayFile'
  | 'noLanguage'
  | 'missingText'
  | 'strayText'
  | 'otherText'
  | 'blank'
  | 'tooLong'
  | 'domain'
  | 'foreignDomain'
  | 'iconUnreadable'
  | 'iconSize'
  | 'iconBackground'
  | 'iconNotWhite'
  | 'iconEmpty'
  | 'slash'
  | 'duplicate'
  | 'tooManyCommands'
  | 'noHelp'
  | 'fewPrompts'
  | 'notUnderstood'
  | 'sameMeaning'
  | 'promptNotUnderstood'
  | 'nameDiffers'
  | 'nameReserved'
  | 'saysApp'
  | 'tooManyWords'
  | 'brand'
  | 'botDiffers'
  | 'notificationOnly'
  | 'scopeWithout'
  | 'scopeTwice'
  | 'noSearchText';

/** Something that stops the package: in which file, under which key, and what. */
export interface Problem {
  readonly file: string;
  /** As localisation files write it, such as `bots[0].commandLists[0].commands[1].title`; empty for the whole file. */
  readonly key: string;
  readonly kind: ProblemKind;
  readonly values?: Readonly<Record<string, string | number>>;
}

export const MANIFEST = 'manifest.json';

/** The same finding for one file. */
export function inFile(file: string) {
  return (key: string, kind: ProblemKind, values?: Problem['values']): Problem => ({
    file,
    key,
    kind,
    ...(values === undefined ? {} : { values }),
  });
}
