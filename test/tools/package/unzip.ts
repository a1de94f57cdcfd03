/** The files of a zip in which everything is stored as it is, with their dates as they are written. */
export function unzip(archive: Buffer): readonly { name: string; date: number; content: Buffer }[] {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const date = archive.readUInt32LE(at + 12);
    const size = archive.readUInt32LE(at + 24);
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const header = archive.readUInt32LE(at + 42);
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const entry = {
      name: archive.subarray(at + 46, at + 46 + (name ?? 0)).toString('utf8'),
      date,
      content: archive.subarray(start, start + size),
    };
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    return entry;
  });
}
