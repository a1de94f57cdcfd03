import { type Manifest, NO_HOST, NO_ID, NO_REFERENCE, textsIn } from './manifest.js';
import { inFile, MANIFEST, type Problem } from './problem.js';

/** Hosts that lead nowhere, ids that are nobody's, and marks that something should have filled in. */
const PLACEHOLDER = new RegExp(
  `${NO_ID}|${NO_REFERENCE}|[\\w.-]*\\bexample\\.(?:com|net|org)\\b|\\$\\{|\\{\\{|\\bTODO\\b`,
  'i',
);

/** Whatever of the template is still in a file. */
export function placeholderProblems(file: string, value: unknown): readonly Problem[] {
  const problem = inFile(file);
  return [...textsIn(value)].flatMap(([key, text]) => {
    const found = PLACEHOLDER.exec(text)?.[0];
    return found === undefined ? [] : [problem(key, { kind: 'placeholder', found, host: NO_HOST })];
  });
}

/** Whether a host is one of the domains; `*.contoso.com` stands for one more name before it. */
function isListed(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) =>
    domain.startsWith('*.')
      ? host.endsWith(domain.slice(1)) && !host.slice(0, -domain.length + 1).includes('.')
      : host === domain,
  );
}

/** The host of an address that may have tokens of Teams in it, such as `{locale}`. */
function hostOf(address: string): string {
  const plain = address.replaceAll(/\{\w+\}/g, 'x');
  return URL.canParse(plain) ? new URL(plain).hostname : '';
}

function* addresses({
  staticTabs = [],
  agentConnectors = [],
}: Manifest): Generator<readonly [key: string, host: string]> {
  for (const [index, { contentUrl, websiteUrl }] of staticTabs.entries()) {
    if (contentUrl !== undefined) yield [`staticTabs[${index}].contentUrl`, hostOf(contentUrl)];
    if (websiteUrl !== undefined) yield [`staticTabs[${index}].websiteUrl`, hostOf(websiteUrl)];
  }
  for (const [index, { toolSource }] of agentConnectors.entries()) {
    const url = toolSource?.remoteMcpServer?.mcpServerUrl;
    if (url !== undefined)
      yield [`agentConnectors[${index}].toolSource.remoteMcpServer.mcpServerUrl`, hostOf(url)];
  }
}

function* linkDomains({ composeExtensions = [] }: Manifest): Generator<readonly [string, string]> {
  for (const [place, { messageHandlers = [] }] of composeExtensions.entries()) {
    for (const [index, { value }] of messageHandlers.entries()) {
      for (const [at, domain] of (value.domains ?? []).entries()) {
        yield [`composeExtensions[${place}].messageHandlers[${index}].value.domains[${at}]`, domain];
      }
    }
  }
}

/**
 * Tabs show only pages of listed domains, and links are previewed only of the bot's own host: the store takes no
 * domain that is somebody else's too, and a wildcard may be.
 */
export function domainProblems(manifest: Manifest, host: string): readonly Problem[] {
  const { validDomains = [] } = manifest;
  const problem = inFile(MANIFEST);
  const listed = validDomains.map((domain, index) => [`validDomains[${index}]`, domain] as const);
  return [
    ...[...addresses(manifest)]
      .filter(([, found]) => !isListed(found, validDomains))
      .map(([key, found]) => problem(key, { kind: 'domain', host: found })),
    ...[...listed, ...linkDomains(manifest)]
      .filter(([, domain]) => domain !== host)
      .map(([key, domain]) => problem(key, { kind: 'foreignDomain', domain, host })),
  ];
}
