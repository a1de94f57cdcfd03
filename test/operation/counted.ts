import type { Registry } from 'prom-client';

/** Every series that is not nought, as Prometheus reads it; without the times, which differ. */
export async function counted(registry: Registry): Promise<Readonly<Record<string, number>>> {
  const lines = (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const series = lines.map((line) => {
    const at = line.lastIndexOf(' ');
    return [line.slice(0, at).replace(/^advisor_/, ''), Number(line.slice(at + 1))] as const;
  });
  return Object.fromEntries(
    series.filter(([name, value]) => value !== 0 && !/_seconds_(bucket|sum)\b/.test(name)),
  );
}

/** The counts under one name: its labels, as they are written, and how many. */
export async function countsOf(registry: Registry, name: string): Promise<Readonly<Record<string, number>>> {
  const all = Object.entries(await counted(registry));
  return Object.fromEntries(
    all.flatMap(([series, value]) => {
      const match = /^(\w+)\{(.*)\}$/.exec(series);
      return match?.[1] === name ? [[(match[2] ?? '').replaceAll('"', ''), value]] : [];
    }),
  );
}
