/** Every way in which a package can be wrong, with what its words have to name. */
export type Fault =
  | {
      readonly kind:
        | 'notJson'
        | 'missingFile'
        | 'strayFile'
        | 'strayText'
        | 'otherText'
        | 'blank'
        | 'iconUnreadable'
        | 'iconEmpty'
        | 'slash'
        | 'duplicate'
        | 'noHelp'
        | 'sameMeaning'
        | 'saysApp'
        | 'botDiffers'
        | 'notificationOnly'
        | 'noAgent'
        | 'noSearchText';
    }
  | { readonly kind: 'schema'; readonly detail: string }
  | { readonly kind: 'noSchema'; readonly version: string }
  | { readonly kind: 'schemaVersion'; readonly wanted: string }
  | { readonly kind: 'placeholder'; readonly found: string; readonly host: string }
  | { readonly kind: 'noLanguage'; readonly language: string }
  | { readonly kind: 'missingText'; readonly english: string }
  | { readonly kind: 'tooLong'; readonly length: number; readonly limit: number }
  | { readonly kind: 'domain'; readonly host: string }
  | { readonly kind: 'foreignDomain'; readonly domain: string; readonly host: string }
  | { readonly kind: 'iconSize'; readonly width: number; readonly height: number; readonly size: number }
  | { readonly kind: 'iconBackground'; readonly x: number; readonly y: number; readonly colour: string }
  | { readonly kind: 'iconNotWhite'; readonly x: number; readonly y: number }
  | { readonly kind: 'tooManyCommands'; readonly count: number; readonly limit: number }
  | { readonly kind: 'fewPrompts'; readonly least: number }
  | { readonly kind: 'notUnderstood'; readonly title: string }
  | { readonly kind: 'promptNotUnderstood'; readonly prompt: string }
  | { readonly kind: 'nameDiffers'; readonly name: string }
  | { readonly kind: 'nameReserved' | 'brand'; readonly word: string }
  | { readonly kind: 'tooManyWords'; readonly limit: number }
  | { readonly kind: 'scopeWithout' | 'scopeTwice' | 'agentWithout'; readonly scope: string };

/** Something that stops the package: in which file, under which key, and what. */
export type Problem = Fault & {
  readonly file: string;
  /** As localisation files write it, such as `bots[0].commandLists[0].commands[1].title`; empty for the whole file. */
  readonly key: string;
};

export const MANIFEST = 'manifest.json';

/** The same finding for one file. */
export function inFile(file: string) {
  return (key: string, fault: Fault): Problem => ({ ...fault, file, key });
}
