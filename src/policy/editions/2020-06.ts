import type { Citation, Edition, Role, Rule, Step } from '../edition.js';
import { edition201903 } from './2019-03.js';

/**
 * The global article dated 17 June 2020, read in its Hungarian translation of 15 July 2020. Its rules are
 * word for word those of 2019-03; new are the roles under which a partner may do this.
 */
const roles: readonly Role[] = ['salesAgent', 'userAdmin', 'globalAdmin'];

function withRoles(step: Step): Step {
  return step.actor === 'you' ? { ...step, roles } : step;
}

/** The roles line speaks for every rule that gives the partner something to do. */
function citingRoles(rule: Rule): Rule {
  return rule.steps?.some((id) => edition201903.steps[id]?.actor === 'you')
    ? { ...rule, cites: [...rule.cites, 'roles'] }
    : rule;
}

function redated(citation: Citation): Citation {
  return { ...citation, date: '2020-06-17', translated: '2020-07-15' };
}

const map = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

export const edition202006: Edition = {
  ...edition201903,
  id: '2020-06',
  citations: {
    ...map(edition201903.citations, redated),
    roles: redated({ page: 'multichannel', section: 'roles', read: '2026-11-21', confidence: 'H' }),
  },
  steps: map(edition201903.steps, withRoles),
  rules: edition201903.rules.map(citingRoles),
};
