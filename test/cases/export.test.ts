import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { dated, ticked, waitingFor } from '../../src/cases/case-changes.js';
import { CaseStore } from '../../src/cases/case-store.js';
import { deadlinesOf } from '../../src/cases/deadlines.js';
import { caseCalendar } from '../../src/cases/export/case-calendar.js';
import { casesCsv } from '../../src/cases/export/case-csv.js';
import { casesJson } from '../../src/cases/export/exported-case.js';
import type { KeptCase } from '../../src/cases/kept-case.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { memoryStore } from '../../src/storage/memory.js';
import { ANNA, DAY, made } from './case-contract.js';
import { WITH_GDAP } from './rounds-world.js';

const FORMULA = '=HYPERLINK("https://evil.example";"Contoso")';

/** A case with a request under way, one thing waited for, and a shared secret. */
async function kept(label = 'Contoso, "East"'): Promise<KeptCase> {
  const begun = await made(new CaseStore(memoryStore()), ANNA, { ...WITH_GDAP, label });
  const changes = [
    ticked({ step: 'requestGdap', day: DAY, by: 'adminAgent' }),
    waitingFor({ step: 'customerApprovesGdap', actor: 'customer', since: DAY }),
    dated({ kind: 'termEnd', subscription: 0, day: '2027-03-31' }),
  ];
  return changes.reduce<KeptCase>((each, change) => change(each), { ...begun, invitation: 'the secret' });
}

function rows(csv: string): readonly (readonly string[])[] {
  assert.ok(csv.startsWith('\ufeff'));
  const { data, errors } = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true });
  assert.deepEqual(errors, []);
  return data;
}

describe('Cases as a table', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`are read back in ${tag} with all that is in them, and nobody is named`, async () => {
      const language = LANGUAGES[tag];
      const csv = casesCsv(language, [await kept(), await kept('')]);
      const [head, ...lines] = rows(csv);
      assert.equal(head?.length, 6);
      for (const line of lines) assert.equal(line.length, 6);
      const said = lines.map((line) => line.slice(1).join('|'));
      const step = language.say('step.requestGdap');
      assert.ok(
        said.includes(`|${language.say('export.done')}|${step}|${DAY}|${language.say('role.adminAgent')}`),
      );
      assert.ok(
        said.some((line) => line.includes('2027-02-21')),
        'when it lapses',
      );
      assert.equal(lines[0]?.[0], 'Contoso, "East"');
      assert.doesNotMatch(csv, /the secret|29:anna/);
      assert.doesNotMatch(csv, /undefined/);
    });
  }

  it('hold no label that a spreadsheet would take for a formula', async () => {
    for (const label of [FORMULA, '+1', '-1', '@SUM(A1)', '=1+1', '＝1+1', '＠SUM(A1)']) {
      const cells = rows(casesCsv(LANGUAGES.en, [await kept(label)])).map(([first]) => first);
      assert.ok(
        cells.slice(1).every((cell) => cell === `'${label}`),
        label,
      );
    }
  });
});

describe('Cases as a table, where spreadsheets part fields otherwise', () => {
  for (const delimiter of [';', '\t', '|']) {
    it(`have no label that begins a field of its own: parted at ${JSON.stringify(delimiter)}`, async () => {
      const csv = casesCsv(LANGUAGES.hu, [await kept(`a${delimiter}=1+1${delimiter}@x`)]);
      const { data } = Papa.parse<string[]>(csv.slice(1), { delimiter });
      const begun = data.flat().filter((cell) => /^[=+@-]/.test(cell));
      assert.deepEqual(begun, []);
    });
  }
});

describe('Cases as data', () => {
  it('are JSON with ids, and without who keeps them and the secret to join', async () => {
    const one = await kept();
    const [data] = JSON.parse(casesJson([one])) as readonly Record<string, unknown>[];
    assert.equal(data?.label, one.label);
    assert.deepEqual(data?.subscriptions, [
      { service: 'license', seller: 'microsoft', goal: 'support', eligibility: 'eligible' },
    ]);
    assert.doesNotMatch(JSON.stringify(data), /keepers|the secret|invitation/);
  });
});

describe('A case as a calendar file', () => {
  const zone = process.env.TZ;
  after(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  function events(file: string): readonly ICAL.Event[] {
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  }

  for (const here of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Pacific/Pago_Pago']) {
    it(`has each deadline on its own day, made and read in ${here}`, async () => {
      process.env.TZ = here;
      const one = await kept();
      const file = caseCalendar(LANGUAGES.en, one) ?? assert.fail();
      const read = events(file);
      assert.deepEqual(
        read.map(({ startDate }) => [startDate.toString(), startDate.isDate]),
        deadlinesOf(one).map(({ day }) => [day, true]),
      );
      assert.doesNotMatch(file, /^DTSTART(?!;VALUE=DATE:)/m, 'no hour, so none that floats');
      assert.match(file, /^DTSTAMP:20261123T000000Z\r$/m);
      const alarm = read[0]?.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger');
      assert.equal(String(alarm), '-PT15H');
    });
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`says in ${tag} what lapses and what there is to do`, async () => {
      const language = LANGUAGES[tag];
      const [event] = events(caseCalendar(language, await kept()) ?? assert.fail());
      assert.ok(event?.summary.startsWith('Contoso, "East"'));
      assert.ok(event?.description.includes(language.say('step.customerApprovesGdap')));
      assert.ok(event?.description.includes(language.date('2027-02-21')));
    });
  }

  it('is the same file whenever it is made, and its events keep their names', async () => {
    const one = await kept();
    const file = caseCalendar(LANGUAGES.en, one);
    assert.equal(caseCalendar(LANGUAGES.en, one), file);
    const uid = (text = ''): string => events(text)[0]?.uid ?? '';
    const again = ticked({ step: 'requestGdap', day: '2026-12-01', by: 'adminAgent' })(one);
    assert.equal(
      uid(caseCalendar(LANGUAGES.en, again)),
      uid(file),
      'made anew, the request is the same event',
    );
  });

  it('is none where nothing lapses', async () => {
    assert.equal(caseCalendar(LANGUAGES.en, await made(new CaseStore(memoryStore()))), undefined);
  });
});
