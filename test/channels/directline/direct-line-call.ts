import assert from 'node:assert/strict';
import type { LoggedActivity } from '../../../src/channels/directline/log/activity-log.js';
import type { EchoServer } from './echo-server.js';

/** Every field an answer may have. */
export interface AnswerBody {
  readonly conversationId?: string;
  readonly token?: string;
  readonly expires_in?: number;
  readonly streamUrl?: string;
  readonly id?: string;
  readonly activities?: readonly LoggedActivity[];
  readonly watermark?: string;
  readonly sessionId?: string;
  readonly error?: { readonly code: string; readonly message: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

export interface CallOptions {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One call of Direct Line, such as `POST /conversations`. */
export async function call(server: EchoServer, line: string, options: CallOptions = {}): Promise<Answer> {
  const [method = '', path = ''] = line.split(' ');
  const { token, body, headers } = options;
  const response = await fetch(`${server.domain}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text ? (JSON.parse(text) as AnswerBody) : {},
  };
}

export interface Chat {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  /** The path of the conversation. */
  readonly path: string;
}

/** A conversation begun as Web Chat begins one. */
export async function startChat(server: EchoServer, locale?: string): Promise<Chat> {
  const generated = await call(server, 'POST /tokens/generate', {
    body: { user: { id: 'dl_tester-of-the-line' } },
  });
  const started = await call(server, 'POST /conversations', {
    token: generated.body.token,
    body: { locale },
  });
  assert.equal(started.status, 201);
  const { conversationId, token, streamUrl } = started.body;
  assert.ok(conversationId && token && streamUrl);
  return { conversationId, token, streamUrl, path: `/conversations/${conversationId}` };
}

/** Everything said in a conversation, the texts only. */
export async function textsOf(server: EchoServer, { path, token }: Chat): Promise<unknown[]> {
  const { body } = await call(server, `GET ${path}/activities`, { token });
  return (body.activities ?? []).map((activity) => activity.text);
}
