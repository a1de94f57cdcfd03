import type { HandedOver } from '../../src/handover/hand-over.js';

/** A case as it goes to a person. */
export function caseOf(id: string, more: Partial<HandedOver> = {}): HandedOver {
  return {
    id,
    receipt: 'MCA-TEST',
    edition: '2026-11',
    eligibility: 'confirm',
    situation: { cloud: 'public', service: 'usage' },
    language: 'hu',
    title: 'Kérdés',
    description: 'Secret words of the case',
    topic: 'Program',
    text: 'Az eset szavakban',
    card: { type: 'AdaptiveCard', version: '1.5', body: [] },
    from: { channel: 'msteams', conversation: 'a:1', user: '29:anna', name: 'Anna' },
    ...more,
  };
}
