import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { type Reporting, reportToAppInsights } from './app-insights.js';
import { History } from './history.js';
import type { Measures } from './measures.js';
import { operationServer } from './server.js';

export interface OperationSettings {
  readonly host: string;
  /** 0 lets the system choose; undefined: no `/metrics` and no dashboard. */
  readonly metricsPort: number | undefined;
  /** A connection string of Application Insights. */
  readonly appInsights: string | undefined;
}

export interface Operation {
  /** Where `/metrics` and the dashboard are, or undefined. */
  readonly address: string | undefined;
  stop(): Promise<void>;
}

async function listen(settings: OperationSettings, measures: Measures) {
  const { host, metricsPort } = settings;
  if (metricsPort === undefined) return undefined;
  const history = new History(measures.registry);
  const server = operationServer(measures.registry, history);
  server.listen(metricsPort, host);
  await once(server, 'listening');
  history.start();
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    stop: async (): Promise<void> => {
      history.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What people need who run the bot: counts for machines, a page to look at, Application Insights. Rejects where the port is in use. */
export async function operate(
  settings: OperationSettings,
  measures: Measures,
  log: Logger,
): Promise<Operation> {
  const page = await listen(settings, measures);
  if (page !== undefined) log.info({ address: page.address }, `The counts are at ${page.address}`);
  const { appInsights } = settings;
  const reporting: Reporting | undefined =
    appInsights === undefined ? undefined : await reportToAppInsights(appInsights, measures.registry);
  return {
    address: page?.address,
    async stop() {
      await reporting?.stop();
      await page?.stop();
    },
  };
}
