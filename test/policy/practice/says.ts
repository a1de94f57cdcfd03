import assert from 'node:assert/strict';
import { roleText, statementText } from '../../../src/cards/guidance-text.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import type { Situation } from '../../../src/policy/facts.js';
import { ask, missing } from './printed.js';

/** What a rule of the field has to be heard as: ids, which are then looked for in print. */
export interface Heard {
  readonly verdict?: string;
  readonly reasons?: readonly string[];
  readonly steps?: readonly string[];
  readonly cautions?: readonly string[];
  readonly links?: readonly string[];
  /** Steps, cautions or reasons that must not be there. */
  readonly never?: readonly string[];
  /** What is said, and said as not certain. */
  readonly doubted?: readonly string[];
}

/** Asks the product, and asserts that all of it is printed in every language, each step with who does it. */
export function assertHeard(situation: Situation, heard: Heard): void {
  const said = ask(situation);
  const { guidance } = said;
  const name = JSON.stringify(situation);
  if (heard.verdict !== undefined) assert.equal(said.verdict, heard.verdict, name);
  assert.deepEqual(missing(said.reasons, ...(heard.reasons ?? [])), [], `reasons of ${name}`);
  assert.deepEqual(missing(said.steps, ...(heard.steps ?? [])), [], `steps of ${name}`);
  assert.deepEqual(missing(said.cautions, ...(heard.cautions ?? [])), [], `cautions of ${name}`);
  assert.deepEqual(missing(said.links, ...(heard.links ?? [])), [], `links of ${name}`);
  const all = [...said.reasons, ...said.steps, ...said.cautions];
  for (const id of heard.never ?? []) assert.ok(!all.includes(id), `${id} in ${name}`);
  const statements = [...guidance.reasons, ...guidance.steps, ...guidance.cautions];
  for (const id of heard.doubted ?? []) {
    const found = statements.find((each) => each.id === id);
    assert.equal(found?.certain, false, `${id} in ${name} is told as certain`);
  }
  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];
    const text = said.text(tag);
    const steps = guidance.steps.filter(({ id }) => heard.steps?.includes(id));
    for (const step of steps) {
      assert.ok(text.includes(statementText(language, `step.${step.id}`, step)), `${tag}: ${step.id}`);
      assert.ok(text.includes(roleText(language, step)), `${tag}: who does ${step.id}`);
    }
    for (const each of guidance.reasons.filter(({ id }) => heard.reasons?.includes(id)))
      assert.ok(text.includes(statementText(language, `reason.${each.id}`, each)), `${tag}: ${each.id}`);
    for (const each of guidance.cautions.filter(({ id }) => heard.cautions?.includes(id)))
      assert.ok(text.includes(statementText(language, `caution.${each.id}`, each)), `${tag}: ${each.id}`);
  }
}

/** The roles that a step of the guidance names. */
export function rolesOf(situation: Situation, id: string): readonly string[] | undefined {
  return ask(situation).guidance.steps.find((step) => step.id === id)?.roles;
}

/** The page that a step of the guidance leads to. */
export function pageOf(situation: Situation, id: string): string | undefined {
  return ask(situation).guidance.steps.find((step) => step.id === id)?.page;
}
