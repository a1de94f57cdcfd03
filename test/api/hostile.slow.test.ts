import { type ApiServer, apiServer } from './api-server.js';
import { askWhatIsMade, askWhatIsSpoilt, callAnything, POSTS } from './hostile.js';

describe('Much hostile input to the HTTP API', () => {
  let server: ApiServer;
  before(async () => {
    server = await apiServer();
  });
  after(() => server.close());

  for (const one of POSTS) {
    it(`made from its own schema is answered, or told what is wrong: ${one.id}`, () =>
      askWhatIsMade(one, 2000, 100));

    it(`made from its own schema and spoilt never fails the server: ${one.id}`, () =>
      askWhatIsSpoilt(server, one, 2000));
  }

  it('in paths and queries never fails the server', () => callAnything(server, 2000));
});
