import type { Language } from '../language/language.js';
import type { Guidance } from '../policy/engine/guidance.js';
import { receiptAddress } from '../receipt/link.js';
import { markdown } from './cite.js';

/** The edition, when it was read, and how many sources there are. */
export function policyText(language: Language, guidance: Pick<Guidance, 'edition' | 'citations'>): string {
  const { edition, citations } = guidance;
  const read =
    citations
      .map((citation) => citation.read)
      .sort((a, b) => (a < b ? -1 : 1))
      .at(-1) ?? '';
  return language.say('ui.editionLine', {
    edition: language.say(`edition.${edition}`),
    date: language.date(read),
    count: citations.length,
  });
}

/**
 * The receipt, as the link that it is where the address of the bot is known. It has a line of its own: a narrow screen
 * would break it at its hyphen, and whoever reads it aloud or copies it would lose its end.
 */
export function codeLine(language: Language, receipt: string, address?: string | undefined): string {
  const code = language.say('ui.receipt', { receipt });
  return address === undefined ? code : markdown({ title: code, url: receiptAddress(address, receipt) });
}
