import { domainProblems, placeholderProblems } from './addresses.js';
import { botProblems } from './bot-rules.js';
import { iconProblems } from './icons.js';
import { languageFiles, localisable, localisationProblems, type Texts } from './localisation.js';
import { filledManifest, type Manifest } from './manifest.js';
import { inFile, MANIFEST, type Problem } from './problem.js';
import { type Schemas, schemaProblems } from './schema.js';
import type { PackageSettings } from './settings.js';
import { storeProblems } from './store-rules.js';

/** What a package is made from. */
export interface Sources {
  /** The files of `manifest/`, by name; whatever is neither JSON nor a picture is not looked at. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly settings: PackageSettings;
  readonly version: string;
  /** What describes the tools of the MCP server, where that is a connector. */
  readonly tools: () => object;
  /** The official schemas of a version of the manifest, such as `1.28`; undefined where there are none. */
  readonly schemas: (version: string) => Schemas | undefined;
}

export type Packed =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Buffer> }
  /** Everything that has to be put right first. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return undefined;
  }
}

function written(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function shapeProblems(manifest: unknown, schemas: Sources['schemas']): readonly Problem[] {
  const problem = inFile(MANIFEST);
  if (manifest === undefined) return [problem('', { kind: 'notJson' })];
  const version = (manifest as { readonly manifestVersion?: unknown } | null)?.manifestVersion;
  const known = typeof version === 'string' ? schemas(version) : undefined;
  if (known === undefined)
    return [problem('manifestVersion', { kind: 'noSchema', version: String(version) })];
  return schemaProblems(MANIFEST, known.manifest, manifest);
}

/** The files that describe the tools of connectors: they are made, and not in the folder. */
function toolFiles({ agentConnectors = [] }: Manifest): readonly string[] {
  return agentConnectors.flatMap(({ toolSource }) => {
    const file = toolSource?.remoteMcpServer?.mcpToolDescription?.file;
    return file === undefined ? [] : [file];
  });
}

/**
 * The texts of a language without those of parts that the template has and this package has not. Whatever else is in
 * the file stays, for the checks to find.
 */
function ownTexts(texts: Texts, template: Manifest, manifest: Manifest): Texts {
  const own = localisable(manifest);
  const left = new Set([...localisable(template).keys()].filter((key) => !own.has(key)));
  return Object.fromEntries(Object.entries(texts).filter(([key]) => !left.has(key)));
}

/** The files that the manifest names, and those of the folder that it does not. */
function fileProblems(manifest: Manifest, files: Sources['files']): readonly Problem[] {
  const named = [
    ...languageFiles(manifest).map(({ file }) => file),
    manifest.icons.color,
    manifest.icons.outline,
  ];
  const stray = [...files.keys()].filter((file) => file !== MANIFEST && !named.includes(file));
  return [
    ...named.filter((file) => !files.has(file)).map((file) => inFile(file)('', { kind: 'missingFile' })),
    ...stray.map((file) => inFile(file)('', { kind: 'strayFile' })),
  ];
}

function contentProblems(
  manifest: Manifest,
  languages: ReadonlyMap<string, Texts>,
  schema: object,
  { files, settings }: Sources,
): readonly Problem[] {
  return [
    ...fileProblems(manifest, files),
    ...[...languages].flatMap(([file, texts]) => schemaProblems(file, schema, texts)),
    ...[[MANIFEST, manifest] as const, ...languages].flatMap(([file, value]) =>
      placeholderProblems(file, value),
    ),
    ...localisationProblems(manifest, languages),
    ...domainProblems(manifest, settings.host),
    ...iconProblems(manifest, files),
    ...botProblems(manifest),
    ...storeProblems(manifest, languages),
  ];
}

/** The files of the package, or everything that is wrong with them. Pure: nothing is read or written here. */
export function pack(sources: Sources): Packed {
  const { files, settings, version, schemas, tools } = sources;
  const template = parsed(files.get(MANIFEST) ?? Buffer.alloc(0));
  const own = filledManifest(template, settings, version);
  const shape = shapeProblems(own, schemas);
  if (shape.length > 0) return { kind: 'problems', problems: shape };
  // From here on the schema vouches for the shape.
  const manifest = own as Manifest;
  const listed = languageFiles(manifest).map(({ file }) => [file, files.get(file)] as const);
  const contents = listed.flatMap(([file, content]) =>
    content === undefined ? [] : [[file, content] as const],
  );
  const read = contents.map(([file, content]) => [file, parsed(content)] as const);
  const unread = read.filter(([, value]) => typeof value !== 'object' || value === null);
  if (unread.length > 0) {
    return { kind: 'problems', problems: unread.map(([file]) => inFile(file)('', { kind: 'notJson' })) };
  }
  const languages = new Map(
    (read as readonly (readonly [string, Texts])[]).map(
      ([file, texts]) => [file, ownTexts(texts, template as Manifest, manifest)] as const,
    ),
  );
  const { localisation = {} } = schemas(manifest.manifestVersion) ?? {};
  const problems = contentProblems(manifest, languages, localisation, sources);
  if (problems.length > 0) return { kind: 'problems', problems };
  const icons = [manifest.icons.color, manifest.icons.outline].map(
    (file) => [file, files.get(file) ?? Buffer.alloc(0)] as const,
  );
  const texts = [...languages].map(([file, value]) => [file, written(value)] as const);
  const described = toolFiles(manifest).map((file) => [file, written(tools())] as const);
  return { kind: 'files', files: new Map([[MANIFEST, written(manifest)], ...texts, ...icons, ...described]) };
}
