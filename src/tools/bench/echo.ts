import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

/**
 * The bare echo bot that the bot is measured against, as botbuilder's sample has it: restify and CloudAdapter,
 * without credentials, without state.
 */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (req, res) => {
  await adapter.process(req as Parameters<typeof adapter.process>[0], res, async (context) => {
    await context.sendActivity(`Echo: ${context.activity.text ?? ''}`);
  });
});
const port = Number(process.argv[2]);
server.listen(port, '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
