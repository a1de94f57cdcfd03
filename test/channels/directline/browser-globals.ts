import { WebSocket } from 'ws';

/** As much of a browser's XMLHttpRequest as DirectLineJS uses, over fetch. */
class FetchedXmlHttpRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = '';
  timeout = 0;
  onreadystatechange: ((event: object) => void) | null = null;
  ontimeout: ((event: object) => void) | null = null;
  readonly #headers: Record<string, string> = {};
  readonly #abort = new AbortController();
  #method = '';
  #url = '';
  #responseHeaders = new Headers();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return this.#responseHeaders.get(name);
  }

  abort(): void {
    this.#abort.abort();
  }

  send(body?: string): void {
    this.#fetch(body).then(
      () => this.#finish(),
      () => {
        if (!this.#abort.signal.aborted) this.#finish();
      },
    );
  }

  async #fetch(body: string | undefined): Promise<void> {
    const { signal } = this.#abort;
    const init = {
      method: this.#method,
      headers: this.#headers,
      signal,
      ...(body !== undefined && { body }),
    };
    const response = await fetch(this.#url, init);
    const text = await response.text();
    this.#responseHeaders = response.headers;
    this.response = text === '' ? null : JSON.parse(text);
    this.status = response.status;
  }

  #finish(): void {
    this.readyState = 4;
    this.onreadystatechange?.({});
  }
}

/** Gives this process what DirectLineJS expects of a browser; the returned function takes it away again. */
export function installBrowserGlobals(): () => void {
  const globals = { XMLHttpRequest: FetchedXmlHttpRequest, WebSocket };
  const before = Object.keys(globals).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}
