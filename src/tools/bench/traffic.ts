/** Something that a page asked for. */
interface Asked {
  readonly name: string;
  /** Whether it is the advisor’s, and not of the site around it. */
  readonly own: boolean;
  /** What came, and when: milliseconds of the wall clock, and bytes as they were on the line. */
  readonly parts: { readonly at: number; readonly bytes: number }[];
  /** When all of it was there. */
  end?: number;
}

/** What is wanted of the events of the browser’s protocol; its timestamps are seconds of a clock of its own. */
interface Event {
  readonly requestId: string;
  readonly timestamp: number;
}
interface AskedFor extends Event {
  readonly wallTime: number;
  readonly request: { readonly url: string };
}
interface Weighed extends Event {
  readonly encodedDataLength: number;
}

/** A name that is the same in every run: no versions, no ids, no queries. */
function nameOf({ pathname }: URL): string {
  if (pathname === '/') return 'the page';
  if (/\.\w+$/.test(pathname)) return pathname.slice(pathname.lastIndexOf('/') + 1);
  return pathname.replace(/[^/]{20,}/g, '…');
}

function bytesOf({ parts }: Asked, until = Number.POSITIVE_INFINITY): number {
  return parts.filter(({ at }) => at <= until).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** What one load of a page asks for and is sent, as the browser tells of it. Nothing of it is measured in the page. */
export class Traffic {
  readonly #origin: string;
  readonly #asked = new Map<string, Asked>();
  /** From the protocol’s clock to the wall’s, in milliseconds. */
  #offset = 0;
  #begin: number | undefined;
  #opened: number | undefined;

  /** @param origin of the advisor */
  constructor(origin: string) {
    this.#origin = origin;
  }

  sent({ requestId, timestamp, wallTime, request }: AskedFor): void {
    if (!URL.canParse(request.url)) return;
    const url = new URL(request.url);
    // A redirect goes on under the same id; what is in the page already is asked for nowhere.
    if (!url.protocol.startsWith('http') || this.#asked.has(requestId)) return;
    this.#offset = (wallTime - timestamp) * 1000;
    this.#begin ??= wallTime * 1000;
    this.#asked.set(requestId, { name: nameOf(url), own: url.origin === this.#origin, parts: [] });
  }

  #part({ requestId, timestamp }: Event, bytes: number): void {
    this.#asked.get(requestId)?.parts.push({ at: this.#wall(timestamp), bytes });
  }

  #wall(timestamp: number): number {
    return timestamp * 1000 + this.#offset;
  }

  /** The headers are there. */
  answered({ response, ...event }: Event & { readonly response: Omit<Weighed, keyof Event> }): void {
    this.#part(event, response.encodedDataLength);
  }

  received(event: Weighed): void {
    this.#part(event, event.encodedDataLength);
  }

  /** All is there; what the events before did not count, this one does. */
  finished(event: Weighed): void {
    const asked = this.#asked.get(event.requestId);
    if (asked === undefined) return;
    this.#part(event, event.encodedDataLength - bytesOf(asked));
    asked.end = this.#wall(event.timestamp);
  }

  /** A web socket is open, which is how a conversation is heard. */
  opened(timestamp: number): void {
    this.#opened ??= this.#wall(timestamp);
  }

  /** A message by a web socket. */
  heard(timestamp: number, text: string): void {
    const part = { at: this.#wall(timestamp), bytes: Buffer.byteLength(text) };
    this.#asked.set(`message ${this.#asked.size}`, {
      name: 'a message',
      own: true,
      parts: [part],
      end: part.at,
    });
  }

  get #own(): readonly Asked[] {
    return [...this.#asked.values()].filter(({ own }) => own);
  }

  /** When the first thing was asked for. */
  get begin(): number {
    return this.#begin ?? Number.NaN;
  }

  /** When the conversation was open; undefined where it was not. */
  get conversation(): number | undefined {
    return this.#opened;
  }

  /** When all of a file was there; undefined where it was not asked for. */
  end(name: string): number | undefined {
    return this.#own.find((each) => each.name === name)?.end;
  }

  /** The bytes that had come by then. */
  bytes(until = Number.POSITIVE_INFINITY): number {
    return this.#own.reduce((sum, each) => sum + bytesOf(each, until), 0);
  }

  /** What was there by then, in the order in which it was asked for; with a star, what came from the browser’s own store. */
  loaded(until: number): readonly string[] {
    const there = this.#own.filter(({ end }) => end !== undefined && end <= until);
    return there.map((each) => (bytesOf(each) === 0 ? `${each.name}*` : each.name));
  }
}
