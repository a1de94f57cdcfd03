import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { PassThrough, Readable } from 'node:stream';
import { text as wholeOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { adviseCommand } from '../../../src/tools/advise/advise-command.js';
import { ownWords, SAID, UNDERSTOOD } from '../../language/stories.js';

const SCRIPT = fileURLToPath(new URL('../../../src/tools/advise/advise.js', import.meta.url));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** In this process, which has read the lexicons already. */
async function advise(args: readonly string[], input = ''): Promise<Run> {
  const [output, complaints] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([wholeOf(output), wholeOf(complaints)]);
  const code = await adviseCommand(args, { input: Readable.from([Buffer.from(input)]), output, complaints });
  output.end();
  complaints.end();
  const [out, err] = await said;
  return { code, out, err };
}

/** As it is called, in a process of its own. */
function called(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [SCRIPT, ...args], { env: { ...process.env, ...env } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, out, err }));
    child.stdin.end(input);
  });
}

interface Item {
  readonly id: string;
  readonly text: string;
  readonly citations: readonly { readonly url: string; readonly title: string; readonly date: string }[];
}

interface Advice {
  readonly locale: string;
  readonly edition: string;
  readonly situation: Readonly<Record<string, string>>;
  readonly eligibility: string | null;
  readonly reasons: readonly Item[];
  readonly steps: readonly Item[];
  readonly cautions: readonly Item[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly changes: readonly Item[];
  readonly ask: null | {
    readonly fact: string;
    readonly question: string;
    readonly options: readonly { readonly id: string; readonly text: string }[];
  };
  readonly error?: string;
  readonly receipt: string | null;
  readonly understood: readonly {
    readonly said: { readonly start: number; readonly end: number; readonly text: string };
  }[];
  readonly question: null | {
    readonly named: readonly { readonly fact: string; readonly option?: string }[];
    readonly text: readonly string[];
  };
  readonly others: readonly (readonly { readonly fact: string; readonly value: string }[])[];
}

function sets(facts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(facts).flatMap(([fact, option]) => ['--set', `${fact}=${option}`]);
}

const EA = {
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
};

/** Answers many requests with one start. */
async function lines(requests: readonly unknown[]): Promise<readonly Advice[]> {
  const { out, code } = await advise(['--lines'], requests.map((each) => JSON.stringify(each)).join('\n'));
  assert.equal(code, 0);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Advice);
}

describe('advise', () => {
  it('prints the guidance as one JSON object', async () => {
    const { out, code } = await called(['--edition', '2019-03', ...sets(EA), '--json']);
    assert.equal(code, 0);
    const advice = JSON.parse(out) as Advice;
    assert.equal(advice.eligibility, 'eligible');
    assert.equal(advice.edition, '2019-03');
    assert.equal(advice.ask, null);
    assert.deepEqual(advice.situation, EA);
    assert.deepEqual(
      advice.steps.map(({ id }) => id),
      ['askPermission'],
    );
    assert.ok(advice.links.some(({ url }) => url.endsWith('/request-a-relationship-with-a-customer')));
    for (const { citations } of [...advice.reasons, ...advice.steps, ...advice.cautions]) {
      assert.ok(citations.length > 0);
      assert.ok(
        citations.every(({ url, title, date }) => url.startsWith('https://') && title !== '' && date !== ''),
      );
    }
  });

  it('asks the next question while something is missing', async () => {
    const [advice] = await lines([{ set: { cloud: 'public' } }]);
    assert.equal(advice?.eligibility, null);
    assert.deepEqual(advice?.reasons, []);
    assert.equal(advice?.ask?.fact, 'partner');
    assert.deepEqual(
      advice?.ask?.options.map(({ id }) => id),
      ['directBill', 'indirectProvider', 'indirectReseller', 'notCsp'],
    );
  });

  it('answers a question about the rules, and takes nothing from it', async () => {
    const [advice] = await lines([{ text: 'does multi-channel work with an EA?' }]);
    assert.deepEqual(advice?.situation, {});
    assert.deepEqual(advice?.understood, []);
    assert.deepEqual(advice?.question?.named, [{ fact: 'seller', option: 'enterpriseAgreement' }]);
    const text = advice?.question?.text.join(' ') ?? '';
    assert.ok(text.includes('https://learn.microsoft.com/'), text);
    const { out } = await advise(['what is an indirect reseller?']);
    assert.ok(out.includes(LANGUAGES.en.say('option.partner.indirectReseller.note')), out);
  });

  it('prints words for people without --json', async () => {
    const { out } = await advise([...sets(EA), '--locale', 'hu']);
    assert.ok(out.startsWith(LANGUAGES.hu.say('eligibility.eligible')));
  });

  it('says the same in every language, in its words', async () => {
    const all = await lines(LANGUAGE_TAGS.map((locale) => ({ locale, set: EA })));
    const [first] = all;
    assert.equal(new Set(all.map(({ reasons }) => reasons[0]?.text)).size, LANGUAGE_TAGS.length);
    for (const advice of all) {
      assert.deepEqual(
        advice.steps.map(({ id }) => id),
        first?.steps.map(({ id }) => id),
      );
    }
  });

  it('says what changed since the older edition', async () => {
    const takeOver = { ...EA, seller: 'cspPartner', goal: 'takeOver' };
    const [now, then] = await lines([{ set: takeOver }, { set: takeOver, edition: '2020-06' }]);
    assert.equal(now?.eligibility, 'otherRoute');
    assert.equal(then?.eligibility, 'notEligible');
    const changes = (advice: typeof now): readonly string[] | undefined =>
      advice?.changes.map(({ id }) => id);
    assert.deepEqual(changes(now), ['editionBefore', 'licenseTransfer']);
    assert.deepEqual(changes(then), ['licenseTransfer']);
  });

  it('says why, as data and in words', async () => {
    const json = await advise([...sets(EA), '--why', '--json']);
    const { why } = JSON.parse(json.out) as { why: { because: { fact: string }[]; rules: string[] } };
    assert.deepEqual(
      why.because.map(({ fact }) => fact),
      ['cloud', 'partner', 'service', 'seller', 'goal', 'region'],
    );
    assert.equal(why.rules[0], 'qualifies.agreement');
    const words = await advise([...sets(EA), '--why']);
    assert.ok(words.out.includes(LANGUAGES.en.say('why.because')));
  });

  it('links to pages in the reader’s language where they are served, else to English and says so', async () => {
    const [portuguese, hungarian] = await lines([
      { locale: 'pt-PT', set: EA },
      { locale: 'hu', set: EA },
    ]);
    assert.ok(portuguese?.links.every(({ url }) => url.includes('/pt-br/')));
    assert.ok(hungarian?.links.every(({ url, title }) => url.includes('/en-us/') && title.includes('angol')));
  });

  it('answers under the edition that POLICY_EDITION pins, unless another one is asked for', async () => {
    const pinned = await called(['--json'], '', { POLICY_EDITION: '2019-03' });
    assert.equal((JSON.parse(pinned.out) as Advice).edition, '2019-03');
    const asked = await called(['--json', '--edition', '2020-06'], '', { POLICY_EDITION: '2019-03' });
    assert.equal((JSON.parse(asked.out) as Advice).edition, '2020-06');
    const wrong = await called(['--json'], '', { POLICY_EDITION: '1999' });
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /2019-03/);
  });

  it('takes a typed answer to the next question', async () => {
    const [advice] = await lines([{ text: '2', locale: 'en' }]);
    assert.deepEqual(advice?.situation, { cloud: 'usGov' });
  });

  for (const tag of UNDERSTOOD) {
    it(`understands own words as the bot does (${tag})`, async () => {
      const text = ownWords(tag);
      const [advice] = await lines([{ locale: tag, text }]);
      assert.deepEqual(advice?.situation, SAID);
      assert.equal(advice?.ask?.fact, 'cloud');
      for (const { said } of advice?.understood ?? [])
        assert.equal(text.slice(said.start, said.end), said.text);
    });
  }

  it('asks between the readings of what can mean two things, and does not offer what was ruled out', async () => {
    const [unclear, ruledOut] = await lines([
      { text: 'm365 ea indirect gov takeover' },
      {
        set: { cloud: 'public', partner: 'directBill', service: 'license', goal: 'support' },
        text: 'not through EA',
      },
    ]);
    assert.deepEqual(
      unclear?.ask?.options.map(({ id }) => id),
      ['public', 'usGov'],
    );
    assert.equal(ruledOut?.ask?.fact, 'seller');
    assert.ok(!ruledOut?.ask?.options.some(({ id }) => id === 'enterpriseAgreement'));
  });

  it('answers the first of several subscriptions, and tells which come afterwards', async () => {
    const text = 'take over the Azure, it is from Microsoft; the E3 under EA we only support';
    const [both] = await lines([{ text }]);
    assert.equal(both?.situation.service, 'usage');
    assert.deepEqual(
      both.others.map((own) => own.map(({ fact, value }) => `${fact}=${value}`)),
      [['service=license', 'seller=enterpriseAgreement', 'goal=support']],
    );
    const { out } = await advise([text]);
    const { en } = LANGUAGES;
    assert.ok(
      out.includes(en.say('understood.later', { services: en.quoted(en.say('option.service.license')) })),
      out,
    );
    const [one] = await lines([{ text: 'take over the Azure, it is from Microsoft' }]);
    assert.deepEqual(one?.others, []);
  });

  it('counts what is set more than what the text says', async () => {
    const [advice] = await lines([{ set: { service: 'usage' }, text: 'Microsoft 365 under an EA' }]);
    assert.equal(advice?.situation.service, 'usage');
    assert.equal(advice?.situation.seller, 'enterpriseAgreement');
  });

  it('gives a receipt, and the same guidance again for it', async () => {
    const [first] = await lines([{ set: EA, edition: '2019-03' }]);
    assert.match(String(first?.receipt), /^MC-/);
    const [again] = await lines([{ text: `please look at ${first?.receipt}` }]);
    assert.deepEqual(again?.situation, first?.situation);
    assert.equal(again?.edition, '2019-03');
    assert.equal(again?.receipt, first?.receipt);
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['fact', ['--set', 'colour=red'], /colour.*cloud, partner, service/],
    ['option', ['--set', 'cloud=moon'], /moon.*public, usGov, china, unknown/],
    ['option that is missing', ['--set', 'cloud'], /cloud.*public/],
    ['locale', ['--locale', 'xx'], /xx.*ru/],
    ['edition', ['--edition', '1999'], /1999.*2019-03/],
    ['flag', ['--colour'], /Usage/],
  ];
  for (const [name, args, message] of wrong) {
    it(`exits with 2 and one sentence that names what is allowed: wrong ${name}`, async () => {
      const { code, err, out } = await advise(args);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.equal(err.trim().split('\n').length, 1);
      assert.equal(out, '');
    });
  }

  it('answers every line, and names what is wrong with a line in that line', async () => {
    const input = [
      'not json',
      '[]',
      '{"set":{"x":"y"}}',
      '{"set":5}',
      '{"text":5}',
      '{"locale":7}',
      '',
      '{}',
    ].join('\n');
    const { out, code } = await advise(['--lines'], input);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Advice);
    assert.equal(code, 0);
    assert.equal(answers.length, 7, 'an empty line asks nothing');
    assert.ok(answers.slice(0, 6).every(({ error }) => typeof error === 'string' && error.length > 10));
    assert.equal(answers[6]?.error, undefined);
  });

  it('answers the lines behind one that is far too long, of which it keeps only so much', async () => {
    const long = `{"text":"${'a'.repeat(1_000_000)}"}`;
    const { out, code } = await advise(['--lines'], `${long}\n{"set":{"cloud":"public"}}`);
    assert.equal(code, 0);
    const [first = '', second = ''] = out.split('\n');
    assert.match(first, /^\{"error":"This line is longer than 1,000,000 characters\."\}$/);
    assert.match(second, /^\{"locale":"en"/);
  });

  it('answers the lines behind one that is made to trip it', async () => {
    const noText = '{"toString":1,"valueOf":1}';
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const bad = [noText, deep].flatMap((value) => [
      `{"locale":${value}}`,
      `{"edition":${value}}`,
      `{"set":{"cloud":${value}}}`,
      `{"set":{"customerCountry":${value}}}`,
    ]);
    const { out, code, err } = await advise(['--lines'], [...bad, '{"set":{"cloud":"public"}}'].join('\n'));
    assert.equal(code, 0, err);
    const answers = out.trim().split('\n');
    assert.equal(answers.length, bad.length + 1);
    for (const line of answers.slice(0, -1))
      assert.match(line, /^\{"error":"There (?:is|are) no .{1,400}\}$|has no option/);
    assert.match(answers.at(-1) ?? '', /^\{"locale":"en"/);
  });

  it('gives no orders to the terminal when it says what it did not understand', async () => {
    const { err } = await called(['--set', 'x\u001b[31m\u202e=1']);
    assert.match(err, /There is no fact “x\[31m”/);
  });

  it('answers thousands of lines with one start', async () => {
    const asked = `${JSON.stringify({ set: EA })}\n`.repeat(3000);
    const { code, out } = await called(['--lines'], asked);
    assert.equal(code, 0);
    const answers = out.trim().split('\n');
    assert.equal(answers.length, 3000);
    assert.ok(answers.every((line) => (JSON.parse(line) as Advice).eligibility === 'eligible'));
  });
});
