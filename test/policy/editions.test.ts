import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { evaluate } from '../../src/policy/condition.js';
import { type EditionId, stepIds } from '../../src/policy/edition.js';
import { EDITIONS, before as forerunner, newest } from '../../src/policy/editions/registry.js';
import { type Guidance, guide } from '../../src/policy/engine/guidance.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { optionsOf, type Situation } from '../../src/policy/facts.js';
import { PAGES } from '../../src/policy/pages.js';

function ask(edition: EditionId | undefined, situation: Situation): Guidance {
  return guide(policyFor(edition), situation);
}

function ids(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

function assertIncludes(all: readonly string[], wanted: readonly string[]): void {
  assert.deepEqual(
    wanted.filter((each) => !all.includes(each)),
    [],
    `missing from [${all.join(', ')}]`,
  );
}

const base = { cloud: 'public', partner: 'directBill', goal: 'support' } as const;
const license = { ...base, service: 'license' } as const;
const usage = { ...base, service: 'usage' } as const;
const GLOBAL = ['2019-03', '2020-06', '2026-11'] as const satisfies EditionId[];

describe('The editions', () => {
  describe('answer the examples that were agreed on', () => {
    it('2019-03, licences from an Enterprise Agreement, support: ask for permission', () => {
      const guidance = ask('2019-03', { ...license, seller: 'enterpriseAgreement' });
      assert.equal(guidance.eligibility, 'eligible');
      assert.deepEqual(ids(guidance.steps), ['askPermission']);
      assertIncludes(guidance.links, ['requestRelationship']);
    });

    it('2019-03, Azure from an Enterprise Agreement, take over: create, type in, cancel the old', () => {
      const guidance = ask('2019-03', { ...usage, seller: 'enterpriseAgreement', goal: 'takeOver' });
      assert.equal(guidance.eligibility, 'eligible');
      assert.deepEqual(ids(guidance.steps), ['createAzureSubscription', 'enterDetails', 'cancelOldAzure']);
    });

    for (const edition of ['2019-03', '2020-06'] as const) {
      it(`${edition}, Azure from another partner: switch it, with the page that tells how`, () => {
        for (const goal of ['support', 'takeOver'] as const) {
          const guidance = ask(edition, { ...usage, seller: 'cspPartner', goal });
          assertIncludes(ids(guidance.steps), ['switchAzure']);
          assertIncludes(guidance.links, ['switchAzure']);
        }
      });

      it(`${edition}, licences from another CSP partner, take over: wait or cancel`, () => {
        const guidance = ask(edition, { ...license, seller: 'cspPartner', goal: 'takeOver' });
        assert.equal(guidance.eligibility, 'notEligible');
        assertIncludes(ids(guidance.steps), ['waitOrCancel']);
      });
    }

    it('2026-11, Azure on the legacy platform from another partner: switch it', () => {
      const guidance = ask('2026-11', {
        ...usage,
        seller: 'cspPartner',
        goal: 'takeOver',
        azurePlatform: 'legacyAzure',
      });
      assert.equal(guidance.eligibility, 'otherRoute');
      assertIncludes(guidance.links, ['switchAzure']);
    });

    it('2026-11, licences from another CSP partner, take over: a transfer', () => {
      const guidance = ask('2026-11', { ...license, seller: 'cspPartner', goal: 'takeOver' });
      assert.equal(guidance.eligibility, 'otherRoute');
      assertIncludes(ids(guidance.steps), ['requestTransfer']);
      assertIncludes(guidance.links, ['transferSubscriptions']);
      assertIncludes(ids(guidance.changes), ['licenseTransfer']);
    });

    for (const edition of GLOBAL) {
      it(`${edition}, sell through another CSP partner: not possible`, () => {
        for (const seller of optionsOf('seller') as readonly NonNullable<Situation['seller']>[]) {
          assert.equal(ask(edition, { ...license, seller, goal: 'resell' }).eligibility, 'notEligible');
          assert.equal(ask(edition, { ...usage, seller, goal: 'resell' }).eligibility, 'notEligible');
        }
      });
    }

    it('2018-10-21vianet, an indirect reseller: the provider’s invitation', () => {
      const guidance = ask('2018-10-21vianet', {
        cloud: 'china',
        partner: 'indirectReseller',
        service: 'license',
        seller: 'vianet',
        goal: 'support',
      });
      assert.equal(guidance.eligibility, 'eligible');
      assert.deepEqual(ids(guidance.steps), [
        'enrolWithVianet',
        'useProviderInvitation',
        'customerAcceptsInVianet',
      ]);
    });

    it('2026-11, US Government: both of Microsoft’s statements, and whom to ask', () => {
      const guidance = ask('2026-11', { ...license, cloud: 'usGov', seller: 'enterpriseAgreement' });
      assert.equal(guidance.eligibility, 'confirm');
      assert.deepEqual(ids(guidance.steps), ['askUsGovSupport']);
      const pages = guidance.reasons.flatMap(({ citations }) => citations.map(({ page }) => page));
      assertIncludes(pages, ['multichannel', 'usGov', 'nationalClouds']);
      assertIncludes(guidance.links, ['usGov', 'nationalClouds']);
    });

    it('China without an edition: the 21Vianet edition answers', () => {
      const guidance = ask(undefined, { ...license, cloud: 'china', seller: 'vianet' });
      assert.equal(guidance.edition, '2018-10-21vianet');
      assert.equal(guidance.eligibility, 'eligible');
    });

    it('any other cloud without an edition: the newest global edition answers', () => {
      for (const cloud of ['public', 'usGov', 'unknown'] as const) {
        assert.equal(ask(undefined, { ...license, cloud, seller: 'microsoft' }).edition, '2026-11');
      }
    });
  });

  for (const edition of Object.values(EDITIONS)) {
    describe(`${edition.id}, rule by rule`, () => {
      for (const rule of edition.rules) {
        it(`${rule.id} holds in its example and is heard there`, () => {
          assert.equal(evaluate(rule.when, rule.example), 'holds');
          const guidance = ask(edition.id, rule.example);
          if (rule.verdict !== undefined) assert.equal(guidance.eligibility, rule.verdict);
          assertIncludes(ids(guidance.reasons), rule.reasons ?? []);
          assertIncludes(ids(guidance.steps), rule.steps ?? []);
          assertIncludes(ids(guidance.cautions), rule.cautions ?? []);
          assertIncludes(guidance.links, rule.links ?? []);
          assertIncludes(ids(guidance.changes), rule.changes ?? []);
        });
      }

      it('has every rule once, and says something with each', () => {
        const all = ids(edition.rules);
        assert.deepEqual(all, [...new Set(all)]);
        for (const { id, verdict, reasons, steps, cautions, links, changes } of edition.rules) {
          const said = [
            verdict ?? [],
            reasons ?? [],
            steps ?? [],
            cautions ?? [],
            links ?? [],
            changes ?? [],
          ].flat();
          assert.ok(said.length > 0, id);
        }
      });

      it('does its steps in the order in which they are listed', () => {
        const order = Object.keys(edition.steps);
        for (const { example } of edition.rules) {
          const places = ids(ask(edition.id, example).steps)
            .filter((id) => id !== 'findOut')
            .map((id) => order.indexOf(id));
          assert.deepEqual(
            places,
            [...places].sort((a, b) => a - b),
          );
        }
      });
    });
  }

  it('stand in their families, oldest first', () => {
    assert.equal(newest('global').id, '2026-11');
    assert.equal(newest('vianet').id, '2018-10-21vianet');
    assert.equal(forerunner(EDITIONS['2026-11'])?.id, '2020-06');
    assert.equal(forerunner(EDITIONS['2020-06'])?.id, '2019-03');
    assert.equal(forerunner(EDITIONS['2019-03']), undefined);
    assert.equal(forerunner(EDITIONS['2018-10-21vianet']), undefined);
  });

  it('2020-06 says what 2019-03 says, and adds the roles', () => {
    const meaning = ({ id }: { id: EditionId }) =>
      EDITIONS[id].rules
        .filter((rule) => rule.id !== 'roles')
        .map(({ cites: _, ...rule }) => JSON.stringify(rule));
    assert.deepEqual(meaning({ id: '2020-06' }), meaning({ id: '2019-03' }));
    for (const id of stepIds(EDITIONS['2020-06'])) {
      const step = EDITIONS['2020-06'].steps[id];
      const roles = step?.actor === 'you' ? ['salesAgent', 'userAdmin', 'globalAdmin'] : [];
      assert.deepEqual(step, { ...EDITIONS['2019-03'].steps[id], roles });
      assert.deepEqual(EDITIONS['2019-03'].steps[id]?.roles, []);
    }
  });

  it('link only to pages with an address of Microsoft’s or of 21Vianet’s own', () => {
    for (const { url } of Object.values(PAGES)) {
      assert.match(
        url,
        /^https:\/\/(learn\.microsoft\.com\/\{locale\}|msdn\.microsoft\.com|www\.21vbluecloud\.com)\//,
      );
    }
  });
});

/** What a numbered rule of the brief is carried by: rules of 2026-11, each with ids it must contribute. */
type Carried = Readonly<Record<string, readonly string[]>>;

const RULES: readonly (readonly [number, string, Carried])[] = [
  [1, 'direct, EA and Volume Licensing qualify', { 'qualifies.agreement': [] }],
  [
    2,
    'Advisor and Open qualified; the wording is historic',
    { 'qualifies.historic': ['programClosed', 'channelsRenamed'] },
  ],
  [3, 'a reseller no longer authorised qualifies', { 'qualifies.formerCspPartner': ['formerPartnerNamed'] }],
  [
    4,
    'a third party outside CSP: confirm',
    { 'seller.otherReseller': ['thirdPartyNotNamed', 'askMicrosoft'] },
  ],
  [5, 'an authorised CSP partner: multi-partner instead', { multiPartner: ['multipartner'] }],
  [
    6,
    'a relationship changes no subscription',
    {
      'relationship.unchanged.licenses': ['relationshipChangesNothing'],
      'relationship.unchanged.adding': ['relationshipChangesNothing'],
    },
  ],
  [7, 'first request the relationship', { 'relationship.request.licenses': ['requestRelationship'] }],
  [
    8,
    'then GDAP, apart, with groups',
    {
      'gdap.licenses': ['requestGdap', 'customerApprovesGdap', 'mapGdapGroups'],
    },
  ],
  [
    9,
    'GDAP is not for EA: another way of access',
    { 'gdap.enterpriseAgreement': ['gdapExcludesAgreement'], 'agreement.userAccount': ['giveUserAccount'] },
  ],
  [
    10,
    'the customer agreement before any purchase; resellers may not attest',
    {
      agreement: ['customerAcceptsAgreement'],
      'agreement.attestation': ['attestationByApi'],
      'agreement.reseller': ['resellerMayNotAttest'],
    },
  ],
  [11, 'the same market', { 'region.different': ['marketDiffers', 'sameMarketOnly'] }],
  [
    12,
    'a Billing admin may accept, whatever an older page says',
    { 'relationship.accept.licenses': ['customerAccepts', 'billingAdminAccepts'] },
  ],
  [
    13,
    'periods are told only where they are known',
    { 'gdap.licenses': ['requestGdap'], 'azure.transferAccepted': ['currentPartnerAcceptsAzure'] },
  ],
  [
    14,
    'licences between partners: transfer, or wait or cancel',
    {
      'license.transfer': ['licensesTransfer', 'transferSubscriptions'],
      'license.requestTransfer': ['requestTransfer'],
      'license.transferAccepted': ['currentPartnerAcceptsLicenses', 'transferMayBeRefused'],
      'license.cancelWindow': ['sevenDays'],
      'license.legacy': [
        'licensesMoveByReorder',
        'legacyLicensesStay',
        'orderSameLicenses',
        'endOldLicenses',
      ],
    },
  ],
  [15, '“licences cannot switch” was true and is superseded', { 'license.transfer': ['licenseTransfer'] }],
  [
    16,
    'licences from outside: channel transfer or a new order',
    {
      'license.moveFromOutside': ['licensesMoveByReorder', 'moveLicenses'],
      'license.renewToCsp': ['scheduleChannelTransfer'],
      'license.order': ['orderSameLicenses'],
      'license.providerRenewsToCsp': ['providerSchedulesChannelTransfer'],
      'license.endOld.outside': ['endOldLicenses'],
      'license.directCredit': ['usuallyNoRefund'],
    },
  ],
  [
    17,
    'mind the Extended Service Terms',
    { 'license.extendedTerm.direct': ['extendedServiceTerm', 'serviceStopsAtOnce'] },
  ],
  [
    18,
    'Azure plan: transfer request, then access',
    {
      'usage.transfer': ['azurePlanTransfers'],
      'azure.planFirst': ['ensureAzurePlan'],
      'azure.requestTransfer': ['requestTransfer'],
      'azure.transferAccepted': ['currentPartnerAcceptsAzure', 'fixAzureAccess', 'azurePricesChange'],
    },
  ],
  [
    19,
    'legacy Azure: ticket and form, or an Azure plan first',
    {
      'usage.switch': ['legacyAzureByTicket', 'switchAzure'],
      'azure.switchTicket': [
        'customerNotifies',
        'currentPartnerOpensTicket',
        'signChangeForm',
        'convertToPlanFirst',
      ],
    },
  ],
  [
    20,
    'Azure out of an EA: billing transfer only for some',
    {
      'azure.billing.enterprise': ['requestBillingTransfer', 'azureBillingMoves'],
      'azure.billing.customerAgreement': ['requestBillingTransfer', 'azureBillingMoves'],
      'usage.billing.unsettled': ['billingMoveUnsettled', 'askMicrosoft'],
      'azure.designationMissing.enterprise': ['billingTransferNeedsDesignation'],
      'azure.askProvider': ['providerMayTransferBilling'],
    },
  ],
  [
    21,
    'other Azure: new subscription, move, cancel',
    {
      'usage.fromOutside': [],
      'azure.create.other': ['createAzureSubscription'],
      'azure.replace.other': ['moveResources', 'cancelOldAzure'],
    },
  ],
  [22, 'Azure CSP coexists', { 'azure.coexist.beside': ['azureCoexists'] }],
  [23, 'no resale between CSP partners; own use apart', { 'goal.resell': ['noResale', 'ownUseTenant'] }],
  [
    24,
    'resellers act through their provider',
    {
      'relationship.joint.selling': ['requestJointRelationship'],
      'relationship.provider.selling': ['checkProviderRelationship'],
      'license.providerTransfer': ['providerRequestsTransfer'],
      'license.providerOrders': ['providerOrdersSameLicenses'],
      'azure.providerTransfer': ['providerRequestsTransfer'],
      'azure.providerCreates.other': ['providerCreatesAzureSubscription'],
      'add.providerOrders': ['providerOrders'],
      partnerOfRecord: ['partnerOfRecordChecked'],
    },
  ],
  [25, 'the roles differ between pages', { 'relationship.roles': ['rolesDiffer'] }],
  [26, '21Vianet has an edition of its own', { 'cloud.notCovered': ['useVianetEdition'] }],
  [27, 'the clouds are never mixed', { 'cloud.notCovered': ['editionNotForChina'] }],
  [
    28,
    'US Government: no flat answer',
    {
      'cloud.usGov': ['usGovContradiction', 'askUsGovSupport'],
      'usGov.adminRights': ['noGdapInUsGov'],
      'usGov.permissions': ['usGovPermissionsIncluded'],
    },
  ],
  [
    29,
    'what ends with the relationship, and what with the rights alone',
    {
      'relationship.end': ['whenRelationshipEnds'],
      'relationship.rightsEnd': ['whenRightsEnd'],
    },
  ],
];

describe('The rules of the brief, R1 to R30', () => {
  const edition = EDITIONS['2026-11'];

  for (const [number, says, carried] of RULES) {
    it(`R${number}: ${says}`, () => {
      for (const [id, contributed] of Object.entries(carried)) {
        const rule = edition.rules.find((each) => each.id === id);
        assert.ok(rule, `no rule ${id}`);
        const { reasons, steps, cautions, links, changes } = ask('2026-11', rule.example);
        const heard = [...ids(reasons), ...ids(steps), ...ids(cautions), ...links, ...ids(changes)];
        assertIncludes(heard, contributed);
      }
    });
  }

  it('R1 to R29 are all bound', () => {
    assert.deepEqual(
      RULES.map(([number]) => number),
      Array.from({ length: 29 }, (_, index) => index + 1),
    );
  });

  it('R5: the transfer is the way to take over from an authorised partner', () => {
    assert.equal(ask('2026-11', { ...license, seller: 'cspPartner' }).eligibility, 'otherRoute');
    const moved = ask('2026-11', { ...license, seller: 'cspPartner', goal: 'takeOver' });
    assert.equal(moved.eligibility, 'otherRoute');
  });

  it('R7: a relationship that exists is not requested again', () => {
    const guidance = ask('2026-11', { ...license, seller: 'microsoft', relationship: 'yes' });
    assert.ok(!ids(guidance.steps).includes('requestRelationship'));
  });

  it('R8: nobody is told to ask for the old admin privileges', () => {
    for (const { steps } of edition.rules) {
      for (const id of steps ?? []) assert.doesNotMatch(LANGUAGES.en.say(`step.${id}`), /\bDAP\b/);
    }
  });

  it('R13: no period is named for the reseller invitation, in any language', () => {
    for (const language of Object.values(LANGUAGES)) {
      for (const id of ['requestRelationship', 'requestJointRelationship', 'customerAccepts'] as const) {
        assert.doesNotMatch(language.say(`step.${id}`), /\d/, `${language.tag}: ${id}`);
      }
      assert.match(language.say('step.requestGdap'), /90/);
      assert.match(language.say('step.currentPartnerAcceptsAzure'), /30/);
      assert.match(language.say('caution.sevenDays'), /7/);
    }
  });

  it('R14: the seven days are told of new commerce only', () => {
    for (const edition of GLOBAL) {
      const guidance = ask(edition, {
        ...license,
        seller: 'cspPartner',
        goal: 'takeOver',
        licensePlatform: 'legacy',
      });
      assert.ok(!ids(guidance.cautions).includes('sevenDays'));
    }
  });

  it('R15: whoever quotes the old editions hears what changed and since when', () => {
    for (const old of ['2019-03', '2020-06'] as const) {
      const guidance = ask(old, { ...license, seller: 'cspPartner', goal: 'takeOver' });
      assert.equal(guidance.now?.edition, '2026-11');
      assert.equal(guidance.now.eligibility, 'otherRoute');
      assert.equal(guidance.now.differs, 'verdict');
      assertIncludes(ids(guidance.changes), ['licenseTransfer']);
    }
  });

  it('R19: the ticket is the current partner’s, and only legacy Azure goes that way', () => {
    assert.equal(edition.steps.currentPartnerOpensTicket?.actor, 'currentPartner');
    const onPlan = ask('2026-11', {
      ...usage,
      seller: 'cspPartner',
      goal: 'takeOver',
      azurePlatform: 'azurePlan',
    });
    assert.ok(!ids(onPlan.steps).includes('currentPartnerOpensTicket'));
  });

  it('R20: never without the designation; a government or indirect agreement is asked about first', () => {
    const azure = { ...usage, seller: 'enterpriseAgreement', goal: 'takeOver' } as const;
    const steps = (rest: Situation) => ids(ask('2026-11', { ...azure, ...rest }).steps);
    assertIncludes(steps({ enrollment: 'direct', designation: 'held' }), ['requestBillingTransfer']);
    const unsettled: readonly Situation[] = [
      { enrollment: 'government', designation: 'held' },
      { enrollment: 'indirect', designation: 'held' },
    ];
    for (const situation of unsettled) {
      assert.equal(ask('2026-11', { ...azure, ...situation }).eligibility, 'confirm');
      assert.ok(!steps(situation).includes('requestBillingTransfer'), JSON.stringify(situation));
      assertIncludes(steps(situation), ['askMicrosoft']);
    }
    const refused: readonly Situation[] = [
      { enrollment: 'direct', designation: 'notHeld' },
      { enrollment: 'direct', designation: 'held', partner: 'indirectReseller' },
    ];
    for (const situation of refused) {
      assert.ok(!steps(situation).includes('requestBillingTransfer'), JSON.stringify(situation));
      assert.ok(
        steps(situation).some((id) => /[cC]reate/.test(id)),
        JSON.stringify(situation),
      );
    }
  });

  it('R25: today’s roles, and Global admin only for the customer', () => {
    const { requestRelationship } = edition.steps;
    assert.deepEqual(requestRelationship?.roles, ['salesAgent', 'adminAgent']);
    for (const [id, { actor, roles }] of Object.entries(edition.steps)) {
      if (actor !== 'customer') assert.ok(!roles.includes('globalAdmin'), id);
    }
  });

  it('R26: 21Vianet covers licences, two sellers and the provider’s invitation, and says it is archived', () => {
    const china = { cloud: 'china', partner: 'directBill', goal: 'support' } as const;
    const say = (rest: Situation) => ask('2018-10-21vianet', { ...china, ...rest });
    assert.equal(say({ service: 'license', seller: 'vianet' }).eligibility, 'eligible');
    assert.equal(say({ service: 'license', seller: 'ownAdvisor' }).eligibility, 'eligible');
    assert.equal(say({ service: 'usage', seller: 'vianet' }).eligibility, 'confirm');
    assert.equal(say({ service: 'license', seller: 'enterpriseAgreement' }).eligibility, 'notEligible');
    const cautions = ids(say({ service: 'license', seller: 'vianet', partner: 'indirectReseller' }).cautions);
    assertIncludes(cautions, ['archivedInChina', 'onePartnerPerServiceInChina', 'onlyAdminRightsInChina']);
  });

  it('R27: every edition refuses the other family’s clouds', () => {
    for (const { id, clouds } of Object.values(EDITIONS)) {
      for (const cloud of ['public', 'usGov', 'china'] as const) {
        if (clouds.includes(cloud)) continue;
        assert.equal(ask(id, { cloud }).eligibility, 'confirm', `${id} in ${cloud}`);
        assert.match(ids(ask(id, { cloud }).steps).join(), /use(Vianet|Global)Edition/);
      }
    }
  });

  it('R28: never a flat yes for US Government, whatever else is known', () => {
    for (const seller of optionsOf('seller') as readonly NonNullable<Situation['seller']>[]) {
      for (const service of optionsOf('service') as readonly NonNullable<Situation['service']>[]) {
        assert.equal(ask('2026-11', { ...base, service, cloud: 'usGov', seller }).eligibility, 'confirm');
      }
    }
  });

  it('R30: an unknown seller, cloud or agreement is not guessed', () => {
    assert.equal(ask('2026-11', { ...license, seller: 'unknown' }).eligibility, 'depends');
    const everything = { ...license, seller: 'microsoft', cloud: 'unknown' } as const;
    assert.equal(ask(undefined, everything).eligibility, 'depends');
    const azure = { ...usage, seller: 'enterpriseAgreement', goal: 'takeOver' } as const;
    const open = ask('2026-11', { ...azure, enrollment: 'unknown' });
    assertIncludes(
      open.dependsOn.map(({ fact }) => fact),
      ['enrollment'],
    );
    assert.ok(!ids(open.steps).includes('requestBillingTransfer'));
  });
});
