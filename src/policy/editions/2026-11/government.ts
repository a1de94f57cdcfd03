import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { example, inCsp, ordering, serveCustomer } from './scope.js';

/** US Government, where Microsoft contradicts itself, and GCC, which is no cloud of its own. */
const usGov = { cloud: ['usGov'], partner: inCsp, goal: serveCustomer } as const;
const asked = { cloud: 'usGov', partner: 'directBill', goal: 'support' } as const;

export const government = [
  {
    id: 'usGov.adminRights',
    when: usGov,
    cautions: ['noGdapInUsGov'],
    cites: ['usGovGdap'],
    example: asked,
  },
  {
    id: 'usGov.permissions',
    when: usGov,
    cautions: ['usGovPermissionsIncluded'],
    cites: ['relationship2023'],
    example: asked,
  },
  {
    id: 'usGov.enrolment',
    when: usGov,
    cautions: ['usGovEnrolment'],
    cites: ['usGovEnrolment2022'],
    example: asked,
  },
  {
    id: 'usGov.agreement',
    when: usGov,
    cautions: ['usGovAgreement'],
    cites: ['usGovEnroll2022'],
    example: asked,
  },
  {
    id: 'usGov.gcc',
    when: usGov,
    cautions: ['gccIsPublic'],
    links: ['gccOverview'],
    cites: ['gccOverview2021', 'gccValidate2022'],
    example: asked,
  },
  {
    id: 'gcc.approval',
    when: { ...ordering, service: ['license'] },
    cautions: ['gccNeedsApproval'],
    cites: ['gccOverview2021', 'gccValidate2022'],
    example: example({ goal: 'addServices' }),
  },
] as const satisfies readonly Rule<Own>[];
