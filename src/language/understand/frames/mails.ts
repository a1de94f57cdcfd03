import type { Line } from './frame-lines.js';
import { FORWARDED, FORWARDS, HEADS, HEADS_SURELY, QUOTES } from './frame-patterns.js';

/** One mail of those that stand in a text below each other. */
export interface Mail {
  /** It was handed on with what stands above it, as far as can be told. */
  readonly forwarded: boolean;
  readonly headers: Line[];
  readonly lines: Line[];
}

export function isBlank({ text }: Line): boolean {
  return text === '';
}

/** How many lines from here on are headers ("From:", "Sent:"): one alone is none. */
function headersFrom(lines: readonly Line[], at: number): number {
  let next = at;
  while (next < lines.length && HEADS.test(lines[next]?.text ?? '')) next++;
  const sure = lines.slice(at, next).some(({ text }) => HEADS_SURELY.test(text));
  return sure && next - at > 1 ? next - at : 0;
}

/** Cuts a text into what was written last and the mails that it quotes, in this order. */
export function mailsOf(lines: readonly Line[]): readonly Mail[] {
  let open: Mail = { forwarded: false, headers: [], lines: [] };
  const mails = [open];
  // What is quoted above any mark is handed on; below one, it is answered.
  const quoted: Mail = { forwarded: true, headers: [], lines: [] };
  const answered: Mail = { forwarded: false, headers: [], lines: [] };
  const isOpen = () => open.headers.length > 0 || !open.lines.every(isBlank);
  const begin = (forwarded: boolean) => {
    open = { forwarded, headers: [], lines: [] };
    mails.push(open);
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    const headers = headersFrom(lines, at);
    if (headers > 0) {
      const own = lines.slice(at, at + headers);
      // A mail that was copied whole begins with its own; a mark above them has begun already.
      if (isOpen()) begin(own.some(({ text }) => FORWARDS.test(text)));
      open.headers.push(...own);
      at += headers - 1;
    } else if (QUOTES.test(line.text)) {
      begin(FORWARDED.test(line.text));
    } else if (line.text.startsWith('>')) {
      const inside = line.text.replace(/^[>\s]+/u, '');
      (mails.length > 1 ? answered : quoted).lines.push({
        ...line,
        start: line.start + line.text.length - inside.length,
        text: inside,
      });
    } else {
      open.lines.push(line);
    }
  }
  return [
    ...mails.slice(0, 1),
    ...[quoted, ...mails.slice(1), answered].filter(({ lines: own }) => own.some((each) => !isBlank(each))),
  ];
}
