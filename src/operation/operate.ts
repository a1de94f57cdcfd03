import { once } from 'node:events';
import type { Logger } from 'pino';
import { listen } from '../listen/listen.js';
import type { Store } from '../storage/store.js';
import type { Reporting } from './app-insights.js';
import type { Measures } from './measures.js';

export interface OperationSettings {
  readonly host: string;
  /** 0 lets the system choose; undefined: no `/metrics` and no dashboard. */
  readonly metricsPort: number | undefined;
  /** A connection string of Application Insights. */
  readonly appInsights: string | undefined;
  /** Where counts outlive the process, if they are shown. */
  readonly store: Store;
  /** Called before anything of Application Insights is loaded. */
  readonly quietExporter: () => void;
}

export interface Operation {
  /** Where `/metrics` and the dashboard are, or undefined. */
  readonly address: string | undefined;
  stop(): Promise<void>;
}

async function openPage({ host, metricsPort, store }: OperationSettings, measures: Measures) {
  if (metricsPort === undefined) return undefined;
  const { History } = await import('./history.js');
  const { operationServer } = await import('./operation-server.js');
  const { KeptCounts } = await import('./kept-counts.js');
  const history = new History(measures.registry);
  const kept = new KeptCounts(measures.registry, store);
  const answers = new KeptCounts(measures.answers.registry, store);
  const server = operationServer(measures.registry, {
    history,
    kept,
    answers: measures.answers.registry,
  });
  const address = await listen(server, { setting: 'METRICS_PORT', host, port: metricsPort });
  history.start();
  kept.start();
  answers.start();
  return {
    address,
    stop: async (): Promise<void> => {
      history.stop();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await kept.stop();
      await answers.stop();
    },
  };
}

/**
 * What people need who run the bot: counts for machines, a page to look at, Application Insights. Rejects with
 * `ConfigError` where the port cannot be used.
 */
export async function operate(
  settings: OperationSettings,
  measures: Measures,
  log: Logger,
): Promise<Operation> {
  const page = await openPage(settings, measures);
  if (page !== undefined) log.info({ address: page.address }, `The counts are at ${page.address}`);
  const { appInsights: connectionString, quietExporter } = settings;
  const { registry } = measures;
  const reporting: Reporting | undefined =
    connectionString === undefined
      ? undefined
      : await (await import('./app-insights.js')).reportToAppInsights({
          connectionString,
          registry,
          quietExporter,
          log,
        });
  return {
    address: page?.address,
    async stop() {
      await reporting?.stop();
      await page?.stop();
    },
  };
}
