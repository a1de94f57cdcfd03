import type { FeedbackEntry } from '../../feedback/entry.js';
import { FACT_IDS } from '../../policy/facts.js';
import { replay } from './replay.js';

/** Where `src` is, seen from a folder of tests such as `test/policy`. */
const USUAL_ROOT = '../../src';

/** What could end a comment or turn its text around, as escapes: JSON leaves some of it as it is. */
function escaped(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (found) =>
    Array.from({ length: found.length }, (_, at) => found.charCodeAt(at))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** A text as a comment of one line. */
function quoted(text: string): string {
  return escaped(JSON.stringify(text));
}

/** A text as TypeScript in single quotes, as the house writes it. */
function literal(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return escaped(`'${inner}'`);
}

/**
 * A test for guidance that somebody called wrong: a whole file that fails until a person has written down what
 * should have been said, and the policy says it.
 * @param root where `src` is, seen from the folder of the test
 */
export function skeleton(entry: FeedbackEntry, root = USUAL_ROOT): string {
  const facts = FACT_IDS.flatMap((fact) => {
    const value = entry.situation[fact];
    return value === undefined ? [] : [`  ${fact}: ${literal(value)},`];
  });
  const { pinned, same } = replay(entry);
  const from = (path: string): string => literal(`${root}/${path}`);
  return `import assert from 'node:assert/strict';
import type { Eligibility } from ${from('policy/edition.js')};
import type { Situation } from ${from('policy/facts.js')};
import { guide } from ${from('policy/engine/guidance.js')};
import { policyFor } from ${from('policy/engine/policy.js')};
import { explain } from ${from('policy/engine/why.js')};

// Somebody called this guidance wrong on ${entry.day}. The reason given, in ${entry.language}:
// ${entry.reason === '' ? 'none' : quoted(entry.reason)}${same ? '' : '\n// The policy has changed since: it no longer says this.'}

const policy = policyFor(${pinned === undefined ? pinned : literal(pinned)});

const situation: Situation = {
${facts.join('\n')}
};

/** What was said. */
const wrong = {
  eligibility: ${literal(entry.eligibility)},
  rules: [${entry.rules.map(literal).join(', ')}] as readonly string[],
};

/** To be filled in, from what Microsoft's pages say: what should have been said. */
const right: Eligibility | undefined = undefined;

describe(${literal(`Feedback ${entry.id}`)}, () => {
  it('was heard', () => {
    const guidance = guide(policy, situation);
    const { rules } = explain(policy, situation);
    assert.equal(guidance.eligibility, right, 'Fill in what is right, and correct the rules.');
    // Where the verdict was right and something else was wrong, expect that instead: a step, a caution, a link.
    assert.notDeepEqual({ eligibility: guidance.eligibility, rules }, wrong, 'It still says what was wrong.');
  });
});
`;
}
