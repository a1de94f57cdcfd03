import { randomUUID } from 'node:crypto';
import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { seriesOf } from './series.js';

/** What goes on sending until it is stopped. */
export interface Reporting {
  /** Sends what was counted last, if that is quick, and ends. Never rejects. */
  stop(): Promise<void>;
}

export interface ReportingOptions {
  /** Parsed by `parseConnectionString`. */
  readonly connectionString: string;
  readonly registry: Registry;
  /** Keeps the exporter from telling Microsoft about this process; it reads that from the environment. */
  readonly quietExporter: () => void;
  readonly log: Logger;
  readonly intervalSeconds?: number;
}

const EXPORTER = '@azure/monitor-opentelemetry-exporter';
const MINUTE = 60;
/** How long one sending may take, in milliseconds, and how long the last one. */
const TIMEOUT = 10_000;
const LAST_TIMEOUT = 2000;
/** In bytes; the answer counts what was taken, and names what was not. */
const LONGEST_ANSWER = 1024 * 1024;

async function namesOf(registry: Registry): Promise<readonly string[]> {
  const metrics = await registry.getMetricsAsJSON();
  return metrics.flatMap(({ name, type }) =>
    String(type) === 'histogram' ? [`${name}_count`, `${name}_sum`] : [name],
  );
}

/**
 * The exporter would ask a host of Microsoft's public cloud every hour which of its features are on; bots of other
 * clouds must not, and no option prevents it. Part of the package is reached for that its users are not meant to see.
 */
async function askNobody(): Promise<void> {
  const manager = new URL('./_configuration/configurationManager.js', import.meta.resolve(EXPORTER));
  const { ConfigurationManager } = await import(manager.href);
  ConfigurationManager.getInstance().shutdown();
}

/**
 * Says once that sending fails, and once that it works again: the counts go on. The exporter itself calls a failure
 * that may pass a success.
 */
function teller(log: Logger): PipelinePolicy {
  let failing = false;
  const tell = (failed: boolean): void => {
    if (failed && !failing) log.warn('Application Insights takes no counts; it is tried again every minute');
    if (!failed && failing) log.info('Application Insights takes counts again');
    failing = failed;
  };
  return {
    name: 'teller',
    async sendRequest(request, next) {
      try {
        const response = await next(request);
        tell(response.status >= 300);
        return response;
      } catch (error) {
        tell(true);
        throw error;
      }
    },
  };
}

/** Reads of an answer only so much and for so long: the exporter's own limit of time ends with the headers. */
function bounded(timeout: number): PipelinePolicy {
  return {
    name: 'bounded',
    async sendRequest(request, next) {
      const end = new AbortController();
      const { signal } = end;
      const ended = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('The answer is too large or too late.')));
      });
      const late = setTimeout(() => end.abort(), timeout);
      request.abortSignal = signal;
      request.onDownloadProgress = ({ loadedBytes }) => {
        if (loadedBytes > LONGEST_ANSWER) end.abort();
      };
      try {
        // The client does not notice that what it reads has been cut off.
        return await Promise.race([next(request), ended]);
      } finally {
        clearTimeout(late);
      }
    },
  };
}

/**
 * Sends the counts to Application Insights through OpenTelemetry, once a minute. The packages are loaded only here:
 * whoever does not use it does not pay for it.
 */
export async function reportToAppInsights({
  connectionString,
  registry,
  quietExporter,
  log,
  intervalSeconds = MINUTE,
}: ReportingOptions): Promise<Reporting> {
  quietExporter();
  const [{ AzureMonitorMetricExporter }, { MeterProvider, PeriodicExportingMetricReader }, resources] =
    await Promise.all([
      import('@azure/monitor-opentelemetry-exporter'),
      import('@opentelemetry/sdk-metrics'),
      import('@opentelemetry/resources'),
    ]);
  const every = intervalSeconds * 1000;
  const timeout = Math.min(every, TIMEOUT);
  const exporter = new AzureMonitorMetricExporter({
    connectionString,
    // Nothing waits on the disk: it may be read-only, and a lost minute is no more than that.
    disableOfflineStorage: true,
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [
      { policy: teller(log), position: 'perCall' },
      { policy: bounded(timeout), position: 'perRetry' },
    ],
  });
  await askNobody();
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: every,
    exportTimeoutMillis: timeout,
  });
  const provider = new MeterProvider({
    readers: [reader],
    // In place of the name of the machine.
    resource: resources.resourceFromAttributes({
      'service.name': 'multichannel-advisor',
      'service.instance.id': randomUUID(),
    }),
  });
  const meter = provider.getMeter('multichannel-advisor');
  const names = await namesOf(registry);
  const counters = new Map(names.map((name) => [name, meter.createObservableCounter(name)]));
  /** What was told last: what has not grown is not told again. */
  const told = new Map<string, number>();
  meter.addBatchObservableCallback(
    async (result) => {
      for (const { name, labels, value } of await seriesOf(registry)) {
        const counter = counters.get(name);
        const series = JSON.stringify([name, labels]);
        if (counter === undefined || told.get(series) === value) continue;
        told.set(series, value);
        result.observe(counter, value, labels);
      }
    },
    [...counters.values()],
  );
  return {
    async stop() {
      await provider.shutdown({ timeoutMillis: LAST_TIMEOUT }).catch(() => undefined);
    },
  };
}
