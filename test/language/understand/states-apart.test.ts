import { type LineCase, saysAll } from './reading.js';

/** Two subscriptions of one kind, which stand differently. */
const TWO: readonly LineCase[] = [
  [
    'en',
    'Our E3 licences have expired, Visio is still active. Both came from Microsoft directly.',
    'service=license, seller=microsoft / state=expired / state=active',
  ],
  [
    'pt-BR',
    'Nossas licenças E3 expiraram, o Visio ainda está ativo. Os dois vieram direto da Microsoft.',
    'service=license, seller=microsoft / state=expired / state=active',
  ],
];

/** One that stood otherwise before, or is one of two nobody is sure of. */
const ONE: readonly LineCase[] = [
  ['en', 'Our E3 was active until May, now the E3 has expired.', 'service=license, state=expired'],
  ['en', 'Our E3 has expired. No wait, Visio is active.', 'service=license, state=active'],
];

/** What was bought long ago, and how it is renewed since. */
const RENEWED: readonly LineCase[] = [
  [
    'en',
    'In 2018 we purchased Office 365 under an Open licence. Since 2022 it has been renewed through a CSP partner.',
    'service=license, seller=cspPartner',
  ],
  [
    'ru',
    'В 2018 году мы купили Office 365 по Open. С 2022 года продлеваем через CSP-партнёра.',
    'service=license, seller=cspPartner',
  ],
  [
    'pt-BR',
    'Em 2018 compramos o Office 365 pelo Open. Desde 2022 renovamos com um parceiro CSP.',
    'service=license, seller=cspPartner',
  ],
];

describe('Two subscriptions of one kind', () => {
  const customer = { perspective: 'customer' } as const;

  it('are told apart by how each stands', () => saysAll(TWO, customer));
  it('are one where one state follows the other', () => saysAll(ONE, customer));
  it('are one that has been renewed elsewhere since', () => saysAll(RENEWED, customer));
});
