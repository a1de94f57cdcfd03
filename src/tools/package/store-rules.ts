import { bareLetters } from '../../language/bare-letters.js';
import { LANGUAGES, type LanguageTag } from '../../language/languages.js';
import { readTyped } from '../../language/typed.js';
import { understand } from '../../language/understand/understand.js';
import { botLanguage, languageFiles, type Texts } from './localisation.js';
import type { CommandEntry, Manifest } from './manifest.js';
import { inFile, MANIFEST, type Problem } from './problem.js';
import { COPILOT } from './wanted-parts.js';

/**
 * What Microsoft's store asks of an app with a bot, as far as the files show it ("Teams Store validation
 * guidelines", policies 1140.1.1 and 1140.4.3). How the bot must behave is tested on the bot.
 */

/** The schema takes twelve, but ten was what the documentation said for years. */
const MOST_COMMANDS = 10;
/** One is enough beside a welcome message; three are recommended. */
const FEWEST_PROMPTS = 3;
const MOST_WORDS = 500;

/** Names of Teams' own features and of Microsoft's products: an app must not look like one of them. */
const RESERVED =
  /\b(?:chats?|contacts|calendar|calls?|files|activity|apps?|help|teams|microsoft|azure|office|excel|powerpoint|word|onedrive|sharepoint|onenote|outlook|copilot|surface|xbox)\b/i;
/** Abbreviations and old names that a description must not have. */
const BRANDS = /\b(?:MS|MSFT)\b|\bOffice 365\b|appsource\.microsoft\.com/;

type Text = (key: string) => string;

interface Listed {
  /** Whether people see it as a starter and nothing else. */
  readonly starting: boolean;
  readonly key: string;
  readonly command: CommandEntry;
}

function commandsOf({ bots }: Manifest): readonly (readonly Listed[])[] {
  return bots.flatMap(({ commandLists = [] }, bot) =>
    commandLists.map(({ commands, scopes }, list) =>
      commands.map((command, index) => ({
        starting: scopes.every((scope) => scope === COPILOT),
        key: `bots[${bot}].commandLists[${list}].commands[${index}]`,
        command,
      })),
    ),
  );
}

function isPrompt({ command }: Listed): boolean {
  return command.type === 'prompt';
}

/** What somebody wrote twice, under its second key. */
function repeated<T>(entries: readonly (readonly [key: string, value: T])[]): readonly string[] {
  const values = entries.map(([, value]) => value);
  return entries.filter(([, value], index) => values.indexOf(value) < index).map(([key]) => key);
}

/** The commands of one list in one language: each plain, understood, and its own. */
function commandProblems(file: string, tag: LanguageTag, list: readonly Listed[], text: Text) {
  const problem = inFile(file);
  const titles = list.map(({ key }) => [`${key}.title`, text(`${key}.title`)] as const);
  const plain = list.filter((each) => !isPrompt(each)).map(({ key }) => `${key}.title`);
  const meanings = plain.map((key) => [key, readTyped(text(key), tag, undefined)] as const);
  const commands = meanings.map(
    ([key, read]) => [key, read.kind === 'command' ? read.command : key] as const,
  );
  const prompts = list.filter(isPrompt).map(({ key }) => `${key}.prompt`);
  return [
    ...titles.filter(([, title]) => /^\s*[/\\]/.test(title)).map(([key]) => problem(key, { kind: 'slash' })),
    ...repeated([...titles, ...prompts.map((key) => [key, text(key)] as const)].map(folded)).map((key) =>
      problem(key, { kind: 'duplicate' }),
    ),
    ...meanings
      .filter(([, read]) => read.kind !== 'command')
      .map(([key]) => problem(key, { kind: 'notUnderstood', title: text(key) })),
    ...repeated(commands).map((key) => problem(key, { kind: 'sameMeaning' })),
    ...(list.some(({ starting }) => starting) || commands.some(([, command]) => command === 'help')
      ? []
      : [problem('bots', { kind: 'noHelp' })]),
    ...prompts
      .filter((key) => understand(text(key), { language: tag }).readings.length < 2)
      .map((key) => problem(key, { kind: 'promptNotUnderstood', prompt: text(key) })),
  ];
}

function folded([key, text]: readonly [string, string]): readonly [string, string] {
  return [key, bareLetters(text)];
}

/** The name and the descriptions in one language. */
function nameProblems(file: string, tag: LanguageTag, text: Text): readonly Problem[] {
  const problem = inFile(file);
  const name = LANGUAGES[tag].say('app.name');
  const full = text('description.full');
  const short = text('description.short');
  return [
    ...(text('name.short') === name ? [] : [problem('name.short', { kind: 'nameDiffers', name })]),
    ...['name.short', 'name.full'].flatMap((key) => {
      const word = RESERVED.exec(text(key))?.[0];
      return word === undefined ? [] : [problem(key, { kind: 'nameReserved', word })];
    }),
    ...(/\bapp\b/i.test(short) || short.includes(name)
      ? [problem('description.short', { kind: 'saysApp' })]
      : []),
    ...(full.split(/\s+/).length > MOST_WORDS
      ? [problem('description.full', { kind: 'tooManyWords', limit: MOST_WORDS })]
      : []),
    ...['description.short', 'description.full'].flatMap((key) => {
      const word = BRANDS.exec(text(key))?.[0];
      return word === undefined ? [] : [problem(key, { kind: 'brand', word })];
    }),
  ];
}

function languageProblems(manifest: Manifest, languages: ReadonlyMap<string, Texts>): readonly Problem[] {
  return languageFiles(manifest).flatMap(({ tag, file }) => {
    const language = botLanguage(tag);
    const texts = languages.get(file);
    if (language === undefined || texts === undefined) return [];
    const text: Text = (key) => (typeof texts[key] === 'string' ? texts[key] : '');
    return [
      ...nameProblems(file, language, text),
      ...commandsOf(manifest).flatMap((list) => commandProblems(file, language, list, text)),
    ];
  });
}

/** What the files tell about the store's rules. */
export function storeProblems(manifest: Manifest, languages: ReadonlyMap<string, Texts>): readonly Problem[] {
  const problem = inFile(MANIFEST);
  const lists = commandsOf(manifest).map((list, index) => [`bots[0].commandLists[${index}]`, list] as const);
  return [
    ...lists
      .filter(([, list]) => list.length > MOST_COMMANDS)
      .map(([key, list]) =>
        problem(key, { kind: 'tooManyCommands', count: list.length, limit: MOST_COMMANDS }),
      ),
    ...lists
      .filter(([, list]) => list.filter(isPrompt).length < FEWEST_PROMPTS)
      .map(([key]) => problem(key, { kind: 'fewPrompts', least: FEWEST_PROMPTS })),
    ...languageProblems(manifest, languages),
  ];
}
