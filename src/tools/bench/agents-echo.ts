import { createRequire } from 'node:module';

type Logic = (context: AgentContext) => Promise<void>;

/** What is wanted of a turn of the Agents SDK. */
interface AgentContext {
  readonly activity: { readonly text?: string };
  sendActivity(text: string): Promise<unknown>;
}

interface AgentResponse {
  status(code: number): unknown;
  end(): void;
}

/** What is wanted of the SDK and of express, which comes without types: required, so that nothing but the bench needs either. */
interface AgentsSdk {
  readonly CloudAdapter: new (
    settings: object,
  ) => { process(req: unknown, res: AgentResponse, logic: Logic): Promise<void> };
}

interface Express {
  (): {
    use(handler: unknown): void;
    post(path: string, handler: (req: unknown, res: AgentResponse) => void): void;
    listen(port: number, host: string): void;
  };
  json(): unknown;
}

const require = createRequire(import.meta.url);
const { CloudAdapter } = require('@microsoft/agents-hosting') as AgentsSdk;
const express = require('express') as Express;

/**
 * The bare echo bot of botbuilder's successor, as its sample has it: express and CloudAdapter, without credentials,
 * without state. It is what somebody would begin with today.
 */
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
