import type { Language } from '../language/language.js';
import type { Guidance } from '../policy/engine/guidance.js';
import { receiptAddress } from '../receipt/link.js';
import { receiptOf } from '../receipt/receipt.js';
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

/** The same with the receipt, as the link that it is where the address of the bot is known. */
export function editionLine(language: Language, guidance: Guidance, address?: string | undefined): string {
  const receipt = receiptOf(guidance);
  const code = language.say('ui.receipt', { receipt });
  const shown =
    address === undefined ? code : markdown({ title: code, url: receiptAddress(address, receipt) });
  return language.beside([policyText(language, guidance), shown]);
}
