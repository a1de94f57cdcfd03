import assert from 'node:assert/strict';
import type { Condition } from '../../src/policy/condition.js';
import type { Rule } from '../../src/policy/edition.js';
import { EDITIONS, type KnownEdition, type KnownIds } from '../../src/policy/editions/registry.js';
import { build, support } from '../../src/policy/engine/diagram.js';
import { project } from '../../src/policy/engine/projection.js';

const newest = EDITIONS['2026-11'];
const [one = '', other = ''] = Object.keys(newest.citations);

/** Decides, and gives a reason; a direct-bill partner is given one more, so that the partner matters. */
function rule(id: string, when: Condition, cites: readonly string[]): Rule<KnownIds> {
  const more = when.partner?.includes('directBill') === true ? (['noResale'] as const) : [];
  return { id, when, cites, verdict: 'eligible', reasons: ['marketDiffers', ...more], example: {} };
}

function afterSkippingPartner(rules: readonly Rule<KnownIds>[]): readonly string[] {
  const root = build({ ...newest, rules } as KnownEdition);
  return [...support(project(root, new Set(['partner'])))];
}

const first = { partner: ['directBill'] } as const;
const others = { partner: ['indirectProvider', 'indirectReseller', 'notCsp'] } as const;

describe('What is asked of a person who does not know a fact', () => {
  it('is what changes where a statement stands, in whichever of the situations that are left', () => {
    const asked = afterSkippingPartner([
      rule('first', first, [one]),
      rule('yes', { ...others, relationship: ['yes'] }, [one]),
      rule('no', { ...others, relationship: ['no'] }, [other]),
    ]);
    assert.deepEqual(asked, ['relationship']);
  });

  it('is nothing that leaves what is told as it is', () => {
    const asked = afterSkippingPartner([
      rule('yes', { ...first, relationship: ['yes'] }, [one]),
      rule('no', { ...first, relationship: ['no'] }, [one, other]),
      rule('others', others, [one, other]),
    ]);
    assert.deepEqual(asked, []);
  });
});
