import type { Registry } from 'prom-client';

/** What goes on sending until it is stopped. */
export interface Reporting {
  /** Sends what was counted last, and ends. Never rejects. */
  stop(): Promise<void>;
}

type Labels = Readonly<Record<string, string>>;

/** Every series of the registry, histograms as their count and their sum. */
async function series(registry: Registry, wanted: string): Promise<readonly (readonly [number, Labels])[]> {
  const metrics = await registry.getMetricsAsJSON();
  return metrics.flatMap(({ name, values }) =>
    values.flatMap((value): readonly (readonly [number, Labels])[] => {
      const named = 'metricName' in value ? String(value.metricName) : name;
      return named === wanted ? [[value.value, value.labels as Labels]] : [];
    }),
  );
}

async function namesOf(registry: Registry): Promise<readonly string[]> {
  const metrics = await registry.getMetricsAsJSON();
  return metrics.flatMap(({ name, type }) =>
    String(type) === 'histogram' ? [`${name}_count`, `${name}_sum`] : [name],
  );
}

/**
 * Sends the counts to Application Insights through OpenTelemetry, once a minute. The packages are loaded only
 * here: whoever does not use it does not pay for it.
 */
export async function reportToAppInsights(
  connectionString: string,
  registry: Registry,
  intervalSeconds = 60,
): Promise<Reporting> {
  const [{ AzureMonitorMetricExporter }, { MeterProvider, PeriodicExportingMetricReader }] =
    await Promise.all([
      import('@azure/monitor-opentelemetry-exporter'),
      import('@opentelemetry/sdk-metrics'),
    ]);
  const reader = new PeriodicExportingMetricReader({
    exporter: new AzureMonitorMetricExporter({ connectionString }),
    exportIntervalMillis: intervalSeconds * 1000,
    exportTimeoutMillis: intervalSeconds * 1000,
  });
  const provider = new MeterProvider({ readers: [reader] });
  const meter = provider.getMeter('multichannel-advisor');
  for (const name of await namesOf(registry)) {
    meter.createObservableCounter(name).addCallback(async (result) => {
      for (const [value, labels] of await series(registry, name)) result.observe(value, labels);
    });
  }
  return {
    async stop() {
      await provider.shutdown().catch(() => undefined);
    },
  };
}
