import type { InboundInput } from '../../channels/inbound.js';
import { LANGUAGES } from '../../language/languages.js';
import { keepReady } from '../../ready/ready.js';
import { renderWith } from '../../turn/reply.js';
import { everyCard } from './cards.js';
import { markdownTable } from './markdown-table.js';
import { median } from './numbers.js';

/** What a kind of card comes to in one language, on one channel. */
export interface WireSize {
  readonly channel: string;
  readonly kind: string;
  readonly language: string;
  /** Of all of them, as UTF-8. */
  readonly median: number;
  readonly most: number;
  /** The most as UTF-16, which is how Teams counts. */
  readonly mostAsTeamsCounts: number;
}

const CHANNELS = ['msteams', 'webchat'] as const;
const KINDS = ['question', 'guidance'] as const;

function asked(channel: string): InboundInput {
  const speaker = { channel, conversation: 'c', user: 'u', name: '', group: false };
  return { input: { kind: 'text', text: '' }, speaker } as unknown as InboundInput;
}

/** Every question and guidance between the first question and the end, as the whole activity that goes over the wire. */
export function wireSizes(): readonly WireSize[] {
  const render = renderWith(keepReady());
  return CHANNELS.flatMap((channel) =>
    KINDS.flatMap((kind) =>
      Object.values(LANGUAGES).map((language) => {
        const texts = everyCard(language)
          .filter(({ view }) => view.screen.kind === kind)
          .map(({ view }) => JSON.stringify(render(view, language, asked(channel))));
        const bytes = texts.map((text) => Buffer.byteLength(text));
        return {
          channel,
          kind,
          language: language.tag,
          median: median(bytes),
          most: Math.max(...bytes),
          mostAsTeamsCounts: Math.max(...texts.map(({ length }) => length * 2)),
        };
      }),
    ),
  );
}

const kilo = (bytes: number): string => (bytes / 1024).toFixed(1);

export function wireTable(): string {
  const rows = wireSizes().map(({ channel, kind, language, ...sizes }) => [
    `${channel}, ${kind}, ${language}`,
    kilo(sizes.median),
    kilo(sizes.most),
    kilo(sizes.mostAsTeamsCounts),
  ]);
  return markdownTable(['KB', 'median', 'most', 'most, UTF-16'], rows);
}
