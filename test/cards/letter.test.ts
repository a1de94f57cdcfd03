import assert from 'node:assert/strict';
import { letterMessage } from '../../src/cards/letter.js';
import { ticked } from '../../src/cases/case-changes.js';
import { newsOf } from '../../src/cases/case-news.js';
import { CaseStore } from '../../src/cases/case-store.js';
import { deadlinesOf } from '../../src/cases/deadlines.js';
import type { KeptCase } from '../../src/cases/kept-case.js';
import { stepsOfCase } from '../../src/cases/plan-ticks.js';
import type { WriteReason } from '../../src/cases/reminders/due.js';
import { parseAction } from '../../src/conversation/parse-action.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { memoryStore } from '../../src/storage/memory.js';
import { ANNA, DAY, made } from '../cases/case-contract.js';
import { WITH_GDAP } from '../cases/rounds-world.js';
import { taps, textOf } from '../turn/card-reader.js';
import { complaints } from './sound.js';

const waiting = { step: 'customerAccepts', actor: 'customer', since: DAY } as const;

/** What a step of a case rests on. */
function passagesOf(kept: KeptCase, step: string): string {
  const cited = stepsOfCase(kept).find(({ id }) => id === step)?.citations ?? [];
  return cited.map(({ page, section }) => `${page}#${section}`).join(' ');
}

async function letters(): Promise<readonly (readonly [KeptCase, WriteReason])[]> {
  const begun = await made(new CaseStore(memoryStore()), ANNA, { ...WITH_GDAP, label: '[Contoso](x) *A*' });
  const kept = ticked({ step: 'requestGdap', day: DAY, by: 'adminAgent' })(begun);
  const [deadline] = deadlinesOf(kept);
  const news = newsOf({ ...kept, told: '2020-06' });
  assert.ok(deadline !== undefined && news !== undefined);
  return [
    [kept, { kind: 'lapse', deadline }],
    [
      { ...kept, label: '' },
      { kind: 'waiting', waiting },
    ],
    [kept, { kind: 'news', news }],
    [kept, { kind: 'review', passages: passagesOf(kept, 'requestGdap') }],
  ];
}

describe('A letter that nobody asked for', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`is a sound card in ${tag}, says the same in plain words, and can be answered`, async () => {
      const language = LANGUAGES[tag];
      for (const [kept, reason] of await letters()) {
        const { card, text } = letterMessage(language, kept, reason);
        assert.deepEqual(complaints(card), []);
        const shown = textOf(card);
        for (const said of [shown, text]) {
          assert.doesNotMatch(said, /undefined|\$\{|\]\(x\)/);
          if (reason.kind === 'lapse') {
            assert.ok(said.includes(language.date('2027-02-21')), said);
            assert.ok(said.includes(language.say('step.customerApprovesGdap')));
          }
          if (reason.kind === 'review') {
            assert.ok(said.includes(language.say('step.requestGdap')), 'what rests on it');
            assert.ok(!said.includes(language.say('step.requestRelationship')), 'and nothing else');
            const [cited] = stepsOfCase(kept).find(({ id }) => id === 'requestGdap')?.citations ?? [];
            assert.ok(cited !== undefined && said.includes(language.say(`section.${cited.section}`)));
          }
          if (reason.kind === 'waiting') assert.ok(said.includes(language.date(DAY)));
          if (reason.kind === 'news') {
            assert.ok(said.includes(language.say('edition.2026-11')));
            assert.ok(
              said.includes(language.say('step.requestGdap')),
              'what is ticked stands against the new plan',
            );
          }
        }
        const answers = taps(card).map((data) => parseAction(data));
        const wanted =
          reason.kind === 'lapse' || reason.kind === 'waiting' ? ['done', 'later', 'stop'] : ['unwatch'];
        assert.deepEqual(
          answers.map((answer) => answer?.kind === 'remind' && answer.what),
          wanted,
        );
        for (const answer of answers) assert.ok(answer?.kind === 'remind' && answer.case === kept.id);
      }
    });
  }
});
