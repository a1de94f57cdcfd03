import { saysAll } from './reading.js';

describe('Words that nearly say something else', () => {
  it('a link that nobody approved is no relationship', () =>
    saysAll([
      ['pt-BR', 'mandamos o link e ninguém aprovou ainda', 'relationship=no'],
      ['pt-BR', 'mandamos o convite e ninguém aceitou', 'relationship=no'],
      ['pt-BR', 'enviei o convite mas ninguém confirmou', 'relationship=no'],
    ]));

  it('an Azure bought from Microsoft directly makes no direct EA of another product', () =>
    saysAll([
      [
        'ru',
        'E3 по EA и Azure напрямую у Microsoft',
        ' / service=license, seller=enterpriseAgreement / service=usage, seller=microsoft',
      ],
    ]));

  it('who says to be their Advisor is no other Advisor', () =>
    saysAll([['hu', 'Mi vagyunk az Advisorjuk', 'seller=ownAdvisor']]));

  it('a vision is no product', () =>
    saysAll([
      ['en', 'our vision is one vendor', ''],
      ['en', 'they have Visio', 'service=license'],
      ['hu', 'Visiót vettek', 'service=license'],
    ]));
});
