import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { advise, adviseAndExplain, adviseInWords } from '../../../src/advice/advice.js';
import { parseRequest, type RawRequest } from '../../../src/advice/request.js';
import { RequestError } from '../../../src/advice/request-error.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { MOST_SUBSCRIPTIONS } from '../../../src/policy/case/case.js';

const SCRIPT = fileURLToPath(new URL('../../../src/tools/advise/advise.js', import.meta.url));

const SET = { cloud: 'public', partner: 'directBill', designation: 'held' };
const LICENCES = { service: 'license', seller: 'enterpriseAgreement', goal: 'support' };
const AZURE = { service: 'usage', seller: 'enterpriseAgreement', goal: 'takeOver', enrollment: 'direct' };
const AZURE_DIRECT = { service: 'usage', seller: 'microsoft', goal: 'support' };
const CASE = { set: SET, subscriptions: [LICENCES, AZURE, AZURE_DIRECT] };

function ask(request: RawRequest) {
  return advise(parseRequest(request));
}

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', input: '' });
}

describe('advise with several subscriptions', () => {
  it('answers each as if it were alone', () => {
    const { subscriptions, situation, eligibility, steps } = ask(CASE);
    assert.equal(subscriptions.length, 3);
    for (const [at, own] of CASE.subscriptions.entries()) {
      const one = subscriptions[at];
      assert.ok(one);
      const { receipt, reasons, dependsOn, groups, ...alone } = ask({ set: one.situation });
      // What does not matter to this one is not among its answers.
      assert.deepEqual({ ...SET, ...own, ...one.situation }, { ...SET, ...own });
      assert.deepEqual(
        [one.eligibility, one.steps, one.cautions],
        [alone.eligibility, alone.steps, alone.cautions],
      );
      assert.deepEqual([one.reasons, one.dependsOn, one.groups], [reasons, dependsOn, groups]);
      assert.equal(one.receipt, receipt);
    }
    assert.deepEqual(steps, subscriptions[0]?.steps);
    assert.equal(eligibility, 'eligible');
    assert.deepEqual(situation, { ...SET, ...LICENCES });
  });

  it('says why of each as it would of that one alone, and nothing while it asks', () => {
    const explained = adviseAndExplain(parseRequest(CASE));
    for (const { situation, why } of explained.subscriptions) {
      assert.deepEqual(why, adviseAndExplain(parseRequest({ set: situation })).why);
      assert.ok((why?.because.length ?? 0) > 0);
    }
    assert.deepEqual(explained.why, explained.subscriptions[0]?.why);
    const asking = adviseAndExplain(parseRequest({ set: SET, subscriptions: [LICENCES, {}] }));
    assert.deepEqual([asking.why, ...asking.subscriptions.map(({ why }) => why)], [null, null, null]);
    for (const tag of LANGUAGE_TAGS) {
      const text = adviseInWords(parseRequest({ ...CASE, locale: tag }), true);
      for (const { why, name } of adviseAndExplain(parseRequest({ ...CASE, locale: tag })).subscriptions) {
        assert.ok(text.includes(`\n${name}\n`), `${tag}: ${name}`);
        for (const { fact } of why?.because ?? [])
          assert.ok(text.includes(LANGUAGES[tag].say(`fact.${fact}.name`)), `${tag}: ${fact}`);
      }
    }
  });

  it('has one plan, in which each step names the subscriptions that it is for', () => {
    const { plan, subscriptions } = ask(CASE);
    assert.ok(plan);
    for (const [at, { steps, cautions, reasons }] of subscriptions.entries()) {
      const own = <T extends { readonly id: string; readonly subscriptions: readonly number[] }>(
        all: readonly T[],
      ) => all.filter((each) => each.subscriptions.includes(at)).map(({ id }) => id);
      assert.deepEqual(
        own(plan.steps),
        steps.map(({ id }) => id),
      );
      assert.deepEqual(new Set(own(plan.cautions)), new Set(cautions.map(({ id }) => id)));
      assert.deepEqual(new Set(own(plan.reasons)), new Set(reasons.map(({ id }) => id)));
    }
    const [conflict, ...others] = plan.conflicts;
    assert.deepEqual([conflict?.id, conflict?.one, conflict?.other], ['supportPlanEnds', [1], [2]]);
    assert.ok(conflict && conflict.citations.length > 0 && others.length === 0);
  });

  it('asks for what is still missing of any, once, and says for which', () => {
    const {
      ask: first,
      plan,
      subscriptions,
    } = ask({ set: { cloud: 'public' }, subscriptions: [LICENCES, AZURE] });
    assert.ok(first && 'subscriptions' in first);
    assert.deepEqual([first.fact, first.subscriptions, plan], ['partner', [0, 1], null]);
    assert.deepEqual(
      subscriptions.map(({ name, eligibility }) => [name, eligibility]),
      [
        ['Licences · Enterprise Agreement (EA)', null],
        ['Azure · Enterprise Agreement (EA)', null],
      ],
    );
    const { designation: _, ...without } = SET;
    const { ask: next } = ask({ set: without, subscriptions: [LICENCES, AZURE] });
    assert.ok(next && 'subscriptions' in next);
    assert.deepEqual([next.fact, next.subscriptions], ['designation', [1]]);
    const answered = ask({ set: without, subscriptions: [LICENCES, AZURE], text: 'yes' });
    assert.equal(answered.ask, null);
  });

  it('takes what is set for all subscriptions for each, unless one says otherwise', () => {
    const { subscriptions } = ask({
      set: { ...SET, goal: 'support' },
      subscriptions: [
        { service: 'license', seller: 'microsoft' },
        { ...AZURE_DIRECT, goal: 'takeOver' },
      ],
    });
    assert.deepEqual(
      subscriptions.map(({ situation }) => situation.goal),
      ['support', 'takeOver'],
    );
  });

  it('opens a case for a text that names two', () => {
    const text =
      'public cloud, we are an indirect reseller, E3 through EA and an Azure plan from another CSP partner, support both';
    const { subscriptions, plan } = ask({ text });
    assert.deepEqual(
      subscriptions.map(({ situation: { service, seller, goal } }) => [service, seller, goal]),
      [
        ['license', 'enterpriseAgreement', 'support'],
        ['usage', 'cspPartner', 'support'],
      ],
    );
    assert.ok(plan && plan.steps.length > 0);
  });

  it('gives a receipt of the whole, which opens it again', () => {
    const { receipt, plan, subscriptions } = ask(CASE);
    const again = ask({ text: `please look at ${receipt}` });
    assert.equal(again.receipt, receipt);
    assert.deepEqual([again.plan, again.subscriptions], [plan, subscriptions]);
    const changed = ask({ text: String(receipt), set: { designation: 'notHeld' } });
    assert.notEqual(changed.receipt, receipt);
    assert.ok(adviseInWords(parseRequest(CASE)).includes(String(receipt)));
  });

  it('has no subscriptions and no plan where there is one', () => {
    for (const request of [{ set: { ...SET, ...LICENCES } }, { set: SET, subscriptions: [LICENCES] }]) {
      const { subscriptions, plan, receipt } = ask(request);
      assert.deepEqual([subscriptions, plan], [[], null]);
      assert.equal(receipt, ask({ set: { ...SET, ...LICENCES } }).receipt);
    }
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`says the plan in words: ${tag}`, () => {
      const words = adviseInWords(parseRequest({ ...CASE, locale: tag }));
      const { subscriptions, plan } = ask({ ...CASE, locale: tag });
      const language = LANGUAGES[tag];
      for (const { name, title } of subscriptions) {
        assert.ok(
          words.includes(language.say('case.verdict', { subscription: name, verdict: title ?? '' })),
          name,
        );
      }
      const places = (plan?.steps ?? []).map(({ text }) => words.indexOf(text));
      assert.ok(places.length > 5 && places.every((place, at) => place > (places[at - 1] ?? 0)));
      for (const { text } of [...(plan?.cautions ?? []), ...(plan?.conflicts ?? [])])
        assert.ok(words.includes(text), text);
      const azure = language.say('option.service.usage');
      for (const number of [1, 2]) {
        const name = language.say('case.numbered', { name: azure, number });
        assert.ok(words.includes(`${name} · `), words);
      }
      assert.doesNotMatch(words, /\$\{|undefined/);
    });
  }

  const wrong: readonly (readonly [string, RawRequest, RegExp])[] = [
    ['no list', { subscriptions: LICENCES }, /“subscriptions” must be a list of 1 to 5/],
    ['an empty list', { subscriptions: [] }, new RegExp(`1 to ${MOST_SUBSCRIPTIONS}`)],
    [
      'too many',
      { subscriptions: Array.from({ length: MOST_SUBSCRIPTIONS + 1 }, () => LICENCES) },
      new RegExp(`1 to ${MOST_SUBSCRIPTIONS}`),
    ],
    ['an entry that is none', { subscriptions: [LICENCES, 'usage'] }, /each \{"fact": "option"\}/],
    ['a list as an entry', { subscriptions: [[]] }, /each \{"fact": "option"\}/],
    [
      'the customer’s fact',
      { subscriptions: [{ cloud: 'china' }] },
      /“cloud” is the same for every subscription/,
    ],
    ['the asker’s fact', { subscriptions: [{ partner: 'notCsp' }] }, /Put it into “set”/],
    ['a country', { subscriptions: [{ customerCountry: 'DE' }] }, /“customerCountry” is the same/],
    ['an option that there is not', { subscriptions: [{ service: 'box' }] }, /has no option “box”/],
    ['a fact that there is not', { subscriptions: [{ colour: 'red' }] }, /There is no fact “colour”/],
    [
      'a name that objects have',
      { subscriptions: [JSON.parse('{"__proto__":{"x":1}}')] },
      /There is no fact/,
    ],
  ];
  for (const [what, request, message] of wrong) {
    it(`refuses ${what}`, () => {
      assert.throws(
        () => ask(request),
        (error) => error instanceof RequestError && message.test(error.message),
      );
    });
  }

  it('refuses subscriptions that are named in the text and listed besides', () => {
    const text = 'E3 through EA and an Azure plan from another CSP partner';
    assert.throws(() => ask({ text, subscriptions: [LICENCES] }), /not in both/);
  });

  describe('in a file', () => {
    let room = '';
    before(() => {
      room = mkdtempSync(join(tmpdir(), 'case-'));
    });
    after(() => rmSync(room, { recursive: true }));

    function file(text: string): string {
      const path = join(room, 'case.json');
      writeFileSync(path, text);
      return path;
    }

    it('is read whole, with what is said on the command line for what it leaves open', () => {
      const path = file(
        `\uFEFF${JSON.stringify({ ...CASE, set: { cloud: 'public', partner: 'directBill' } })}`,
      );
      const { stdout, status } = run('--case', path, '--set', 'designation=held', '--json', '--locale', 'hu');
      assert.equal(status, 0);
      assert.deepEqual(JSON.parse(stdout), JSON.parse(JSON.stringify(ask({ ...CASE, locale: 'hu' }))));
      const words = run('--case', path, '--set', 'designation=notHeld').stdout;
      assert.ok(words.startsWith(LANGUAGES.en.say('case.subscriptions')), words);
    });

    for (const [what, text] of [
      ['is no JSON', '{'],
      ['is a list', '[]'],
      ['is too long', ' '.repeat(1_000_001)],
    ] as const) {
      it(`ends with one sentence where it ${what}`, () => {
        const { stderr, stdout, status } = run('--case', file(text));
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, /^The file of the case is .+\.\n$/);
      });
    }

    it('ends with one sentence where there is none', () => {
      const { stderr, status } = run('--case', join(room, 'nothing.json'));
      assert.equal(status, 2);
      assert.match(stderr, /^The file “.*nothing\.json” of the case cannot be read\.\n$/);
    });
  });
});
