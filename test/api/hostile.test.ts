import { type ApiServer, apiServer } from './api-server.js';
import { askWhatIsMade, askWhatIsSpoilt, callAnything, POSTS } from './hostile.js';

describe('Hostile input to the HTTP API', () => {
  let server: ApiServer;
  before(async () => {
    server = await apiServer();
  });
  after(() => server.close());

  for (const one of POSTS) {
    it(`made from its own schema is answered, or told what is wrong: ${one.id}`, () =>
      askWhatIsMade(one, 40, 4));

    it(`made from its own schema and spoilt never fails the server: ${one.id}`, () =>
      askWhatIsSpoilt(server, one, 50));
  }

  it('in paths and queries never fails the server', () => callAnything(server, 80));
});
