import type { BotEntry, Manifest } from './manifest.js';
import { inFile, MANIFEST, type Problem } from './problem.js';
import { COPILOT } from './wanted-parts.js';

/** Where the bot works, what it offers there, and that all parts of the app are one bot. */

const problem = inFile(MANIFEST);

function scopeProblems({ scopes, commandLists = [] }: BotEntry, key: string): readonly Problem[] {
  const offered = commandLists.flatMap((list) => list.scopes);
  const bare = scopes.filter((scope) => !offered.includes(scope));
  const idle = offered.filter((scope) => !scopes.includes(scope));
  const twice = offered.filter((scope, index) => offered.indexOf(scope) < index);
  return [
    ...[...bare, ...idle].map((scope) => problem(`${key}.scopes`, { kind: 'scopeWithout', scope })),
    ...twice.map((scope) => problem(`${key}.commandLists`, { kind: 'scopeTwice', scope })),
  ];
}

/** A search that says nothing of what can be searched leaves people guessing. */
function searchProblems({ composeExtensions = [] }: Manifest): readonly Problem[] {
  return composeExtensions.flatMap(({ commands = [] }, place) =>
    commands.flatMap(({ type, parameters = [] }, index) => {
      const silent =
        parameters.length === 0 || parameters.some(({ description = '' }) => description.trim() === '');
      const key = `composeExtensions[${place}].commands[${index}].parameters`;
      return type === 'query' && silent ? [problem(key, { kind: 'noSearchText' })] : [];
    }),
  );
}

/** In Microsoft 365 Copilot an agent is the bot itself, which people must be able to talk to alone. */
function agentProblems({ bots, copilotAgents }: Manifest): readonly Problem[] {
  const { customEngineAgents: agents = [] } = copilotAgents ?? {};
  const key = 'copilotAgents.customEngineAgents';
  return [
    ...agents.flatMap(({ id }, index) =>
      bots.some(({ botId }) => botId === id) ? [] : [problem(`${key}[${index}].id`, { kind: 'botDiffers' })],
    ),
    ...bots.flatMap(({ botId, scopes }, index) => {
      const isAgent = agents.some(({ id }) => id === botId);
      const wanted = isAgent ? [COPILOT, 'personal'] : [];
      const missing = wanted.filter((scope) => !scopes.includes(scope));
      return [
        ...missing.map((scope) => problem(`bots[${index}].scopes`, { kind: 'agentWithout', scope } as const)),
        ...(scopes.includes(COPILOT) && !isAgent ? [problem(key, { kind: 'noAgent' })] : []),
      ];
    }),
  ];
}

/** What the manifest tells about its bot. */
export function botProblems(manifest: Manifest): readonly Problem[] {
  const { bots, composeExtensions = [] } = manifest;
  const [{ botId } = { botId: '' }] = bots;
  return [
    ...bots.flatMap((bot, index) => scopeProblems(bot, `bots[${index}]`)),
    ...bots.flatMap(({ isNotificationOnly }, index) =>
      isNotificationOnly === true
        ? [problem(`bots[${index}].isNotificationOnly`, { kind: 'notificationOnly' })]
        : [],
    ),
    ...composeExtensions.flatMap((extension, index) =>
      extension.botId === botId ? [] : [problem(`composeExtensions[${index}].botId`, { kind: 'botDiffers' })],
    ),
    ...agentProblems(manifest),
    ...searchProblems(manifest),
  ];
}
