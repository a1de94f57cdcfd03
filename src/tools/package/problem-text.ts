import { number } from '../english.js';
import type { Fault, Problem } from './problem.js';

/** What is wrong, and the remedy. */
function faultText(fault: Fault): string {
  switch (fault.kind) {
    case 'notJson':
      return 'This is not JSON, or it is not there. Correct it.';
    case 'schema':
      return `Microsoft’s schema refuses it: ${fault.detail}. Correct it.`;
    case 'noSchema':
      return `There is no schema of version “${fault.version}” in @microsoft/app-manifest. Use a version that is there, or a newer package.`;
    case 'schemaVersion':
      return `It must be of the same version as the manifest. Write ${fault.wanted}.`;
    case 'placeholder':
      return `It still has “${fault.found}”, which is nobody’s. Write ${fault.host} where the host of PUBLIC_URL belongs, or the real value.`;
    case 'missingFile':
      return 'manifest.json names this file, but it is not there. Add it.';
    case 'strayFile':
      return 'manifest.json does not name this file. Name it there, or remove it.';
    case 'noLanguage':
      return `The bot speaks ${fault.language}, but the package has no file for it. Add the file, and its line in additionalLanguages.`;
    case 'missingText':
      return `The text is missing. Translate “${fault.english}”.`;
    case 'strayText':
      return 'manifest.json has no such text. Remove it, or correct the key.';
    case 'otherText':
      return 'manifest.json says something else. Make both the same.';
    case 'blank':
      return 'The text is empty, or has spaces around it. Correct it.';
    case 'tooLong':
      return `The text has ${number(fault.length)} characters, and ${number(fault.limit)} are the most. Shorten it.`;
    case 'domain':
      return `The page is on ${fault.host}, which validDomains does not list. Add it there.`;
    case 'foreignDomain':
      return `${fault.domain} is not the bot’s own host, ${fault.host}. The store takes no domains that others may use too. Remove it.`;
    case 'iconUnreadable':
      return 'This is not a PNG picture. Run node manifest/draw-icons.mjs.';
    case 'iconSize':
      return `The picture has ${fault.width} × ${fault.height} pixels, and must have ${fault.size} × ${fault.size}. Draw it in that size.`;
    case 'iconBackground':
      return `The pixel at ${fault.x}, ${fault.y} is not the background ${fault.colour}, or one can look through it. Keep the symbol in the middle 120 pixels and fill the rest.`;
    case 'iconNotWhite':
      return `The pixel at ${fault.x}, ${fault.y} is not white. Draw in white on nothing.`;
    case 'iconEmpty':
      return 'The picture shows nothing, or fills its square. Draw the symbol.';
    case 'slash':
      return 'A command must not begin with a slash. Remove it.';
    case 'duplicate':
      return 'Another command has the same text. Change one of them.';
    case 'tooManyCommands':
      return `There are ${fault.count} commands, and ${fault.limit} are the most. Remove some.`;
    case 'noHelp':
      return 'No command asks for help. Add one.';
    case 'fewPrompts':
      return `There are fewer than ${fault.least} prompt starters. Add commands of the type prompt.`;
    case 'notUnderstood':
      return `The bot does not understand “${fault.title}” in this language. Choose a word that it does.`;
    case 'sameMeaning':
      return 'Another command does the same. Remove one of them.';
    case 'promptNotUnderstood':
      return `The bot reads too little in “${fault.prompt}”. Write a sentence that it understands.`;
    case 'nameDiffers':
      return `In its messages the bot is called “${fault.name}”. Use the same name.`;
    case 'nameReserved':
      return `The name has the word “${fault.word}”, which belongs to Microsoft. Choose another name.`;
    case 'saysApp':
      return 'The short description repeats the name of the app, or the word “app”. Use the space for what it does.';
    case 'tooManyWords':
      return `The description has more than ${number(fault.limit)} words. Shorten it.`;
    case 'brand':
      return `“${fault.word}” must not stand in a description. Write Microsoft or Microsoft 365, and no link to the store.`;
    case 'botDiffers':
      return 'This is not the id of the bot. Use the same id for both.';
    case 'notificationOnly':
      return 'The bot answers, so it does not only notify. Set it to false.';
    case 'scopeWithout':
      return `The bot’s scopes and the scopes of its commands differ in ${fault.scope}. Make them agree.`;
    case 'scopeTwice':
      return `Two lists of commands are for ${fault.scope}. Put them into one.`;
    case 'agentWithout':
      return `An agent in Microsoft 365 Copilot needs the scope ${fault.scope}. Add it.`;
    case 'noAgent':
      return 'The bot has the scope copilot, but is no agent there. Name it among customEngineAgents, or remove the scope.';
    case 'noSearchText':
      return 'The search does not say what can be searched. Give it a parameter with a description.';
  }
}

/** The problem with its place, in one line. */
export function problemText(problem: Problem): string {
  const { file, key } = problem;
  return `manifest/${file}${key === '' ? '' : ` ${key}`}: ${faultText(problem)}`;
}
