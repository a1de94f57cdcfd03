import type { Registry } from 'prom-client';

/** One series of a registry and its value now; of times there is a count, a sum, and one for each bucket. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export async function seriesOf(registry: Registry): Promise<readonly Series[]> {
  const metrics = await registry.getMetricsAsJSON();
  return metrics.flatMap(({ name, values }) =>
    values.map(({ labels, value, ...rest }) => ({
      // Only what has several series under one name says which it is.
      name: 'metricName' in rest ? String(rest.metricName) : name,
      labels: labels as Series['labels'],
      value,
    })),
  );
}
