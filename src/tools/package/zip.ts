import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';

interface ZipFile {
  readonly outputStream: NodeJS.ReadableStream;
  addBuffer(content: Buffer, path: string, options: object): void;
  end(): void;
}

/** It has no types of its own. */
const { ZipFile } = createRequire(import.meta.url)('yazl') as { readonly ZipFile: new () => ZipFile };

/** The same date in every time zone: it is written as the clock on the wall shows it. */
const DATE = new Date(2020, 0, 1);

/**
 * One zip file, all files at its root. The same files give the same bytes on every machine: one date, one order,
 * and stored as they are, because compressors differ.
 */
export function zip(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const archive = new ZipFile();
  const options = { mtime: DATE, mode: 0o100644, compress: false, forceDosTimestamp: true };
  const names = [...files.keys()].sort((one, other) => (one < other ? -1 : 1));
  for (const name of names) archive.addBuffer(files.get(name) ?? Buffer.alloc(0), name, options);
  archive.end();
  return buffer(archive.outputStream);
}
