import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: a page, a status alone, an address to go to, or whatever the function does. */
export type Answer =
  | { readonly html: string }
  | { readonly status: number }
  | { readonly to: string }
  | ((response: ServerResponse) => void);

export interface SourceSite {
  /** The origin, on the loopback interface. */
  readonly base: string;
  /** How often each path was asked for. */
  readonly asked: ReadonlyMap<string, number>;
  /** Changes what a path answers from now on. */
  answer(path: string, answer: Answer): void;
  close(): Promise<void>;
}

/** In two calls: restify replaces `writeHead` for the whole process by one that returns nothing. */
function reply(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string,
): void {
  response.writeHead(status, headers);
  response.end(body);
}

function send(response: ServerResponse, answer: Answer | undefined): void {
  if (answer === undefined) reply(response, 404, {}, 'no such page');
  else if (typeof answer === 'function') answer(response);
  else if ('to' in answer) reply(response, 301, { location: answer.to }, '');
  else if ('status' in answer) reply(response, answer.status, {}, `<h1>Status ${answer.status}</h1>`);
  else reply(response, 200, { 'content-type': 'text/html; charset=utf-8' }, answer.html);
}

/** A site on a free port that serves pages of the tests' own making. */
export async function openSite(pages: Readonly<Record<string, Answer>> = {}): Promise<SourceSite> {
  const answers = new Map(Object.entries(pages));
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.set(path, (asked.get(path) ?? 0) + 1);
    send(response, answers.get(path));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    answer: (path, answer) => void answers.set(path, answer),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
