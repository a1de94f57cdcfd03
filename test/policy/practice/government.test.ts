import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../src/language/languages.js';
import { ask } from './printed.js';
import { assertHeard, pageOf } from './says.js';

const usGov = { cloud: 'usGov', partner: 'directBill', service: 'license', goal: 'support' } as const;
const selling = { ...usGov, cloud: 'public', seller: 'microsoft', goal: 'addServices' } as const;

describe('In practice: US government customers', () => {
  it('R53: GCC is the public cloud: the question says so, and selling there needs approval', () => {
    for (const language of Object.values(LANGUAGES)) {
      assert.match(language.say('fact.cloud.hint'), /GCC/, language.tag);
      assert.match(language.maybe('option.cloud.public.note') ?? '', /GCC/, language.tag);
    }
    for (const goal of ['addServices', 'takeOver'] as const)
      assertHeard({ ...selling, goal }, { cautions: ['gccNeedsApproval'] });
    assert.ok(!ask({ ...selling, goal: 'support' }).cautions.includes('gccNeedsApproval'));
  });

  it('R54: an agreement of its own, which no partner attests, and no GDAP', () => {
    assertHeard(usGov, { cautions: ['usGovAgreement', 'noGdapInUsGov'] });
  });

  it('R55: both readings, ask there first, and what GCC, GCC High and DoD are', () => {
    for (const goal of ['support', 'addServices', 'takeOver'] as const) {
      assertHeard(
        { ...usGov, goal },
        {
          verdict: 'confirm',
          reasons: ['usGovContradiction'],
          steps: ['askUsGovSupport'],
          cautions: ['gccIsPublic'],
          links: ['usGov', 'nationalClouds', 'gccOverview'],
        },
      );
    }
    assert.equal(pageOf(usGov, 'askUsGovSupport'), 'usGov');
    assert.match(ask(usGov).text('en'), /GCC High and DoD/);
  });
});
