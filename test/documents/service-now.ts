import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

/**
 * Run as a process of its own: does a script of ServiceNow, given as a file, to one record, and prints what became of
 * it. There a script waits for what it calls, so this does too, and cannot be where the server is.
 */
interface Given {
  readonly script: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly record: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

const CALL = `let text = '';
for await (const part of process.stdin) text += part;
const { endpoint, ...request } = JSON.parse(text);
const response = await fetch(endpoint, request);
console.log(JSON.stringify({ status: response.status, body: await response.text() }));`;

/** A call over HTTP, with the names that it has there. */
class RESTMessageV2 {
  #endpoint = '';
  #method = '';
  #body = '';
  readonly #headers: Record<string, string> = {};

  setEndpoint(endpoint: string): void {
    this.#endpoint = endpoint;
  }
  setHttpMethod(method: string): void {
    this.#method = method;
  }
  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }
  setRequestBody(body: string): void {
    this.#body = body;
  }
  execute() {
    const request = {
      endpoint: this.#endpoint,
      method: this.#method,
      headers: this.#headers,
      body: this.#body,
    };
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', CALL], {
      input: JSON.stringify(request),
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    const { status, body } = JSON.parse(stdout) as Answer;
    return { getStatusCode: () => status, getBody: () => body };
  }
}

const { script, properties, record } = JSON.parse(process.argv[2] ?? '') as Given;
const notes: string[] = [];
const current = {
  work_notes: '',
  getValue: (name: string): string | null => record[name] ?? null,
  update(): void {
    notes.push(this.work_notes);
  },
};
const gs = { getProperty: (name: string): string | null => properties[name] ?? null };
runInNewContext(readFileSync(script, 'utf8'), {
  current,
  previous: null,
  gs,
  sn_ws: { RESTMessageV2 },
});
console.log(JSON.stringify(notes));
