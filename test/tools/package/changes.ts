import { problems, withJson } from './sources.js';

/** A command, as far as these tests change it. */
interface Command {
  title: string;
  type?: string;
}

/** What of the manifest these tests change. */
interface Changed {
  $schema: string;
  manifestVersion: string;
  accentColor: string;
  surprise?: boolean;
  icons: { color: string; outline: string };
  localizationInfo: { additionalLanguages: { languageTag: string; file: string }[] };
  bots: [
    {
      scopes: string[];
      isNotificationOnly: boolean;
      commandLists: [{ scopes: string[]; commands: Command[] }, ...object[]];
    },
  ];
  composeExtensions: [
    {
      botId: string;
      commands: { parameters?: { description: string }[] }[];
      messageHandlers: [{ value: { domains: string[] } }];
    },
  ];
  staticTabs: { contentUrl?: string }[];
  validDomains: string[];
}

export type Texts = Record<string, string>;

export const COMMAND = 'bots[0].commandLists[0].commands';

/** Tries a package, and returns what stops it. */
export type Found = () => readonly string[];

/** The package with a changed manifest. */
export function manifest(change: (manifest: Changed) => unknown): Found {
  return () => problems(withJson('manifest.json', (value) => void change(value)));
}

/** The package with a changed language. */
export function texts(file: string, change: (texts: Texts) => unknown): Found {
  return () => problems(withJson(file, (value) => void change(value)));
}
