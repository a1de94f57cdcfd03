import assert from 'node:assert/strict';
import { aloud } from '../../../src/cards/aloud.js';
import { caseByCase } from '../../../src/cards/case-groups.js';
import { present } from '../../../src/cards/present.js';
import { ticketText } from '../../../src/cards/ticket.js';
import { begin } from '../../../src/conversation/interview/state.js';
import { view } from '../../../src/conversation/interview/viewed.js';
import type { Language } from '../../../src/language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { whenKey } from '../../../src/language/policy-keys.js';
import { answersIn, type FactId, type OptionId, type Situation } from '../../../src/policy/facts.js';
import { guidanceData } from '../../../src/turn/guidance-data.js';
import { ask } from './printed.js';

const licences = { cloud: 'public', service: 'license', seller: 'microsoft', goal: 'support' } as const;

/** "I do not know whether we are in CSP." */
const NO_PROGRAM: Situation = { ...licences, partner: 'unknown' };
/** "I do not know whether we have a relationship with them." */
const NO_RELATIONSHIP: Situation = { ...licences, partner: 'directBill', relationship: 'unknown' };

/** Who requests a relationship hangs on who asks as well; that the customer accepts it only on whether there is one. */
const NEITHER_WHO_NOR_WHETHER: Situation = { ...licences, partner: 'unknown', relationship: 'unknown' };

function shown(situation: Situation, language: Language) {
  const screen = view({ ...begin('test'), answers: answersIn(situation) });
  assert.equal(screen.kind, 'guidance');
  const all = { screen, notes: [], origin: undefined };
  return { ...present(all, language), data: guidanceData(all, language) };
}

function condition(language: Language, fact: FactId, option: OptionId): string {
  return language.say(`when.${fact}`, { options: language.say(whenKey(fact, option)) });
}

/** Where each text begins; fails where one is missing, or comes before the one that it follows. */
function assertInOrder(text: string, ...parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    assert.ok(at >= 0, `“${part}” is not in its place in:\n${text}`);
    from = at + part.length;
  }
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

describe('In practice: it depends', () => {
  it('who may not be in CSP reads what holds in CSP, in any way, and how to join', () => {
    const { json } = ask(NO_PROGRAM);
    const [within, outside, ...others] = json('en').groups;
    assert.deepEqual(others, []);
    assert.equal(within?.eligibility, 'eligible');
    assert.deepEqual(within.options, { partner: ['directBill', 'indirectProvider', 'indirectReseller'] });
    assert.ok(idsOf(within.steps).includes('requestGdap'));
    const requests = within.differing.map(({ options, steps }) => [options, idsOf(steps)]);
    assert.deepEqual(requests, [
      [{ partner: ['directBill', 'indirectProvider'] }, ['requestRelationship']],
      [{ partner: ['indirectReseller'] }, ['requestJointRelationship']],
    ]);
    assert.equal(outside?.eligibility, 'notEligible');
    assert.deepEqual(outside.options, { partner: ['notCsp'] });
    assert.deepEqual(idsOf(outside.steps), ['joinCsp']);
  });

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];

    it(`${tag}: each case has its condition, verdict and steps, and to find out comes last`, () => {
      const { text, card, data } = shown(NO_PROGRAM, language);
      assertInOrder(
        text,
        language.say('ui.groups'),
        language.say('whenNot.partner.notCsp'),
        language.say('eligibility.eligible'),
        language.say('step.requestJointRelationship'),
        language.say('step.requestGdap'),
        condition(language, 'partner', 'notCsp'),
        language.say('eligibility.notEligible'),
        language.say('step.joinCsp'),
        language.say('step.findOut'),
      );
      const json = JSON.stringify(card.body);
      for (const key of ['whenNot.partner.notCsp', 'step.joinCsp', 'step.findOut'] as const)
        assert.ok(json.includes(language.say(key)), key);
      assert.deepEqual(
        data?.groups.map(({ eligibility }) => eligibility),
        ['eligible', 'notEligible'],
      );
    });

    it(`${tag}: an unknown relationship leaves the verdict, and the request is read as “if there is none yet”`, () => {
      const said = ask(NO_RELATIONSHIP);
      assert.equal(said.verdict, 'eligible');
      assert.deepEqual(
        said.guidance.groups.map(({ options }) => options),
        [[]],
      );
      assertInOrder(
        shown(NO_RELATIONSHIP, language).text,
        language.say('eligibility.eligible'),
        language.say('ui.steps'),
        condition(language, 'relationship', 'no'),
        language.say('step.requestRelationship'),
        language.say('step.requestGdap'),
        language.say('fact.relationship.question'),
      );
    });

    it(`${tag}: a step that hangs on two unknown facts is told under both, before the steps after it`, () => {
      const { json, guidance } = ask(NEITHER_WHO_NOR_WHETHER);
      const [eligible, not] = json(tag).groups;
      assert.deepEqual([eligible?.more, not?.more], [false, false]);
      assert.deepEqual(
        eligible?.differing.flatMap(({ options, steps }) =>
          steps.length === 0 ? [] : [[options, idsOf(steps)]],
        ),
        [
          [{ relationship: ['no'] }, ['customerAccepts']],
          [{ partner: ['directBill', 'indirectProvider'], relationship: ['no'] }, ['requestRelationship']],
          [{ partner: ['indirectReseller'], relationship: ['no'] }, ['requestJointRelationship']],
          [{ partner: ['indirectReseller'], relationship: ['yes'] }, ['checkProviderRelationship']],
        ],
      );
      const both = language.say('when.and', {
        first: condition(language, 'partner', 'indirectReseller'),
        second: condition(language, 'relationship', 'no'),
      });
      const inOrder = [
        language.say('when.head', { condition: language.say('when.if', { condition: both }) }),
        language.say('step.requestJointRelationship'),
        language.say('step.customerAccepts'),
        language.say('step.requestGdap'),
      ];
      // Where there is too little room for all of it, that is owned to first.
      const untold = language.say('ui.moreTurns');
      const [head = '', ...after] = inOrder;
      const { text } = shown(NEITHER_WHO_NOR_WHETHER, language);
      assertInOrder(text, language.say('step.requestRelationship'), ...inOrder.slice(-2));
      if (text.includes(head)) assertInOrder(text, head, ...after);
      else assertInOrder(text, untold, ...inOrder.slice(-2));
      const note = ticketText(language, { guidance, done: [], day: '2026-11-22' });
      assertInOrder(note, note.includes(untold) ? untold : head, language.say('step.requestGdap'));
      const [all] = caseByCase(language, guidance, 40_000).groups;
      assertInOrder((all?.lines ?? []).map(({ text: each }) => each).join('\n'), ...inOrder);
      const [brief] = caseByCase(language, guidance, 8000).groups;
      const inBrief = (brief?.lines ?? []).map(({ text }) => text).join('\n');
      assert.ok(!inBrief.includes(language.say('step.customerAccepts')));
      assertInOrder(inBrief, untold, language.say('step.requestGdap'));
    });

    it(`${tag}: where too much hangs on several unknown facts, that there is more is read first`, () => {
      const open = ask({ cloud: 'public', partner: 'unknown', relationship: 'unknown', seller: 'unknown' });
      const many = open.guidance.groups.filter(({ more }) => more);
      assert.ok(many.length > 0);
      for (const { differing } of many)
        assert.ok(differing.filter(({ options }) => options.length > 1).length <= 4);
      const first = { ...open.guidance, groups: many.slice(0, 1) };
      const { before } = caseByCase(language, first).differing;
      assert.equal(before[0]?.text, language.say('ui.moreTurns'));
    });

    it(`${tag}: the note for the ticket tells the cases`, () => {
      const { guidance } = ask(NO_PROGRAM);
      const note = ticketText(language, { guidance, done: [], day: '2026-11-22' });
      assertInOrder(
        note,
        language.say('ui.groups'),
        language.say('whenNot.partner.notCsp'),
        condition(language, 'partner', 'notCsp'),
        language.say('step.joinCsp'),
      );
    });

    it(`${tag}: the customer hears what to tell us where only a step turns on it`, () => {
      const { guidance } = ask({
        cloud: 'public',
        partner: 'directBill',
        service: 'usage',
        seller: 'cspPartner',
        goal: 'takeOver',
        azurePlatform: 'unknown',
      });
      assert.notEqual(guidance.eligibility, 'depends');
      assert.equal(aloud(language, guidance).at(-1), language.say('ask.azurePlatform'));
    });

    it(`${tag}: a case that is uncertain and has no reason of its own says what to check`, () => {
      const { guidance } = ask({ ...licences, partner: 'directBill', seller: 'unknown', goal: 'unknown' });
      const doubtful = guidance.groups.filter(({ certain, reasons }) => !certain && reasons.length === 0);
      assert.ok(doubtful.length > 0);
      const { groups } = caseByCase(language, { ...guidance, groups: doubtful }, 40_000);
      assert.ok(groups.length > 0);
      const alone = language.say('ui.checkFirst', { text: '' }).trim();
      for (const { lines } of groups) {
        assert.equal(lines[0]?.text, language.say('ui.checkSources'));
        assert.ok(lines.every(({ text }) => text !== alone));
      }
    });

    it(`${tag}: who knows nothing reads three cases, more at a tap, and how many are left`, () => {
      const { guidance } = ask({});
      const { groups, moreGroups, groupsLeft } = caseByCase(language, guidance);
      assert.ok(groups.length > 0 && groups.length <= 3);
      const left = guidance.groups.length - groups.length - moreGroups.length;
      assert.equal(groupsLeft, language.say('ui.groupsLeft', { count: left }));
    });
  }

  it('the cases after the third are folded away, and one tap shows them', () => {
    const language = LANGUAGES['zh-CN'];
    const many = (['cloud', 'partner', 'seller', 'region'] as const).map(
      (fact): Situation => ({ ...licences, partner: 'directBill', goal: 'unknown', [fact]: 'unknown' }),
    );
    const folded = many.filter((each) => caseByCase(language, ask(each).guidance).moreGroups.length > 0);
    const [situation] = folded;
    assert.ok(situation, 'Nothing has more than three cases.');
    const { moreTitle } = caseByCase(language, ask(situation).guidance);
    const card = JSON.stringify(shown(situation, language).card.body);
    assert.match(card, /"Action\.ToggleVisibility","title":"[^"]*","targetElements":\["more-groups"\]/);
    assert.match(card, /"id":"more-groups","isVisible":false/);
    assert.ok(card.includes(moreTitle));
  });

  it('the likeliest verdict comes first', () => {
    const { groups } = ask({ ...licences, partner: 'directBill', seller: 'unknown' }).guidance;
    assert.equal(groups[0]?.eligibility, 'eligible');
  });
});
