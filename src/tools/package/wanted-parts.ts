import type { PackageSettings } from './settings.js';

/** The scope of Microsoft 365 Copilot. */
export const COPILOT = 'copilot';

interface Scoped {
  readonly scopes?: readonly string[];
}

function isOnlyCopilot({ scopes }: Scoped): boolean {
  return Array.isArray(scopes) && scopes.length > 0 && scopes.every((scope) => scope === COPILOT);
}

/** A bot, or a list of its commands, without that scope. */
function outsideCopilot<T extends Scoped>(scoped: T): T {
  const { scopes } = scoped;
  return Array.isArray(scopes) ? { ...scoped, scopes: scopes.filter((scope) => scope !== COPILOT) } : scoped;
}

interface WithBots {
  readonly bots?: readonly (Scoped & { readonly commandLists?: readonly Scoped[] })[];
}

function withoutAgent(manifest: object): object {
  const { copilotAgents: _, ...rest } = manifest as { readonly copilotAgents?: unknown };
  const { bots } = rest as WithBots;
  if (!Array.isArray(bots)) return rest;
  const others = bots.map((bot: NonNullable<WithBots['bots']>[number]) => ({
    ...outsideCopilot(bot),
    ...(Array.isArray(bot.commandLists) && {
      commandLists: bot.commandLists.filter((list) => !isOnlyCopilot(list)).map(outsideCopilot),
    }),
  }));
  return { ...rest, bots: others };
}

function withoutConnectors(manifest: object): object {
  const { agentConnectors: _, ...rest } = manifest as { readonly agentConnectors?: unknown };
  return rest;
}

/** A manifest with those parts for Microsoft 365 Copilot that this installation has. */
export function wantedParts(
  manifest: object,
  { agent, connector }: Pick<PackageSettings, 'agent' | 'connector'>,
): object {
  const own = agent ? manifest : withoutAgent(manifest);
  return connector === undefined ? withoutConnectors(own) : own;
}
