import { createRequire } from 'node:module';
import { CloudAdapter } from '@microsoft/agents-hosting';

/**
 * The bare echo bot of botbuilder's successor, as its sample has it: express and CloudAdapter, without credentials,
 * without state. It is what somebody would begin with today.
 */
type Handler = (
  req: Parameters<CloudAdapter['process']>[0],
  res: Parameters<CloudAdapter['process']>[1],
) => void;

/** What is wanted of express, which comes without types. */
interface Express {
  (): {
    use(handler: unknown): void;
    post(path: string, handler: Handler): void;
    listen(port: number, host: string): void;
  };
  json(): unknown;
}

/**
 * The bare echo bot of botbuilder's successor, as its sample has it: express and CloudAdapter, without credentials,
 * without state. It is what somebody would begin with today.
 */
const express = createRequire(import.meta.url)('express') as Express;
const adapter = new CloudAdapter({});
const server = express();
server.use(express.json());
server.post('/api/messages', (req, res) => {
  const turn = adapter.process(req, res, async (context) => {
    await context.sendActivity(`Echo: ${context.activity.text ?? ''}`);
  });
  turn.catch(() => {
    res.status(500);
    res.end();
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
