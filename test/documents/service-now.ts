import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/**
 * Run as a process of its own: does a script of ServiceNow, given as a file, to some records, and prints what became of
 * each. There a script waits for what it calls, so this does too, and cannot be where the server is.
 */
interface Given {
  readonly script: string;
  readonly runs: readonly Run[];
}

/** System properties by name, and the fields of the record. */
interface Run {
  readonly properties: Readonly<Record<string, string>>;
  readonly record: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What a thread beside does while this one waits. */
const CALL = `const { workerData: { endpoint, request, done, port } } = require('node:worker_threads');
fetch(endpoint, request)
  .then(async (response) => port.postMessage({ status: response.status, body: await response.text() }))
  .finally(() => { Atomics.store(done, 0, 1); Atomics.notify(done, 0); });`;

function callAndWait(endpoint: string, request: object): Answer {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const workerData = { endpoint, request, done, port: port2 };
  const worker = new Worker(CALL, { eval: true, workerData, transferList: [port2] });
  Atomics.wait(done, 0, 0);
  const { message } = receiveMessageOnPort(port1) as { readonly message: Answer };
  worker.unref();
  port1.close();
  return message;
}

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
    const request = { method: this.#method, headers: this.#headers, body: this.#body };
    const { status, body } = callAndWait(this.#endpoint, request);
    return { getStatusCode: () => status, getBody: () => body };
  }
}

/** The work notes that the script writes: one for each time that it saves the record. */
function notesOf(code: string, { properties, record }: Run): readonly string[] {
  const notes: string[] = [];
  const current = {
    work_notes: '',
    getValue: (name: string): string | null => record[name] ?? null,
    update(): void {
      notes.push(this.work_notes);
    },
  };
  const gs = { getProperty: (name: string): string | null => properties[name] ?? null };
  runInNewContext(code, { current, previous: null, gs, sn_ws: { RESTMessageV2 } });
  return notes;
}

const { script, runs } = JSON.parse(process.argv[2] ?? '') as Given;
const code = readFileSync(script, 'utf8');
console.log(JSON.stringify(runs.map((each) => notesOf(code, each))));
