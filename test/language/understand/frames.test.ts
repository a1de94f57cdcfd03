import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { LanguageTag } from '../../../src/language/languages.js';
import { type Reading, type Understanding, understand } from '../../../src/language/understand/understand.js';
import type { Labelled } from '../../../src/tools/understand/labelled.js';
import { tries } from '../../effort.js';
import { UNDERSTOOD } from '../stories.js';
import { type Frame, frameOf } from './frames.js';
import { said, short } from './reading.js';

const FOLDER = new URL('../../../../test/language/understand/', import.meta.url);

/** All but what is a quotation already: in a mail that is what was answered. */
function labelled(tag: LanguageTag): readonly Labelled[] {
  const all = ['seen', 'fresh'].flatMap(
    (half) => JSON.parse(readFileSync(new URL(`${tag}.${half}.json`, FOLDER), 'utf8')) as Labelled[],
  );
  return all.filter(({ text }) => !text.startsWith('>'));
}

/** All that a text was read to say, and by which words. */
function told({ readings, subscriptions, intent, places, abroad, afresh, speech }: Understanding) {
  const quoted = (all: readonly Reading[]) =>
    all.map(({ said: { text }, ...reading }) => ({ ...reading, text }));
  return {
    readings: quoted(readings),
    subscriptions: subscriptions?.map(quoted),
    places,
    abroad,
    intent,
    afresh,
    speech: speech && { ...speech, said: speech.said.text },
  };
}

/** Where nothing else is said, a greeting may be taken for a thank-you that stands around it. */
const POLITE: readonly string[] = ['greeting', 'thanks'];

/** How many frames each sentence is put into: some hundred, or two. */
const FRAMES = { all: 120, quick: 3 };

function around({ before, behind }: Frame, text: string): string {
  return `${before}${text}${behind}`;
}

describe('A frame changes nothing', () => {
  for (const tag of UNDERSTOOD) {
    it(`of what any labelled sentence says (${tag})`, () => {
      for (const [number, { text, asked, perspective }] of labelled(tag).entries()) {
        const hearing = {
          language: tag,
          ...(asked === undefined ? {} : { asked }),
          ...(perspective === undefined ? {} : { perspective }),
        };
        const alone = understand(text, hearing);
        for (let at = 0; at < tries(FRAMES); at++) {
          // "Hi, are you a robot?" greets: a greeting in the line itself is a frame where something else is said.
          const framed = around(frameOf(tag, number * 7 + at, alone.readings.length > 0), text);
          const read = understand(framed, hearing);
          const { intent } = alone;
          const polite = intent !== undefined && POLITE.includes(intent);
          assert.deepEqual(
            told(read),
            { ...told(alone), ...(polite ? { intent: read.intent } : {}) },
            framed,
          );
          assert.ok(!polite || (read.intent !== undefined && POLITE.includes(read.intent)), framed);
          for (const { said: words } of [...read.readings, ...(read.subscriptions ?? []).flat()])
            assert.equal(framed.slice(words.start, words.end), words.text);
        }
      }
    });
  }

  const FRAME_ALONE = [
    'Dear support,',
    'Dear support,\n\nBest regards,\nAdmin office',
    'Hi team\n\nThanks, Anna',
    'Microsoft support,',
  ];
  for (const text of FRAME_ALONE) {
    it(`and says nothing where it stands alone: ${JSON.stringify(text)}`, () => assert.equal(said(text), ''));
  }

  const CASES: Readonly<Record<string, readonly (readonly [text: string, readings: string])[]>> = {
    'what stands below a closing is a signature until something else begins': [
      [
        'They have an EA.\n\nBest regards,\nAnna\nAzure and Microsoft 365 partner',
        'seller=enterpriseAgreement',
      ],
      [
        'They have an EA.\n\nBest regards,\nAnna\nContoso\n\nPS: it is for Azure',
        'service=usage, seller=enterpriseAgreement',
      ],
      [
        'They have an EA.\nThanks!\nAnd the customer would like to use Azure under this agreement.',
        'service=usage, seller=enterpriseAgreement',
      ],
    ],
    'a name without a closing is a signature where somebody was greeted': [
      [
        'Hi Bob,\n\nthey have an EA.\n\nAnna Kovacs\nAdministration and Support',
        'seller=enterpriseAgreement',
      ],
      ['they have an EA\n\nAzure plan', 'service=usage, seller=enterpriseAgreement, azurePlatform=azurePlan'],
    ],
    'what is answered is not said again': [
      [
        'They have an EA.\n\nOn Monday, 3 March, Bob wrote:\n> did they buy from a distributor?',
        'seller=enterpriseAgreement',
      ],
      ['> did they buy from a distributor?\n\nNo, they have an EA.', 'seller=enterpriseAgreement'],
      [
        'no reseller relationship yet\n\nFrom: Bob\nSent: Monday\nSubject: RE: invitation\n\nThey have an EA.',
        'relationship=no',
      ],
    ],
    'what is handed on is read where nothing stands above it': [
      ['FYI\n\n> They have an EA.', 'seller=enterpriseAgreement'],
      [
        'FYI\n\nFrom: Bob\nSent: Monday\nTo: us\nSubject: FW: licences\n\nThey have an EA.',
        'service=license, seller=enterpriseAgreement',
      ],
      [
        'Microsoft sent them to us.\n\n-----Forwarded message-----\nThey have an EA.',
        'seller=enterpriseAgreement',
      ],
    ],
    'a subject counts for what the body says nothing of': [
      ['Subject: Azure\n\nThey have an EA.', 'service=usage, seller=enterpriseAgreement'],
      [
        'Subject: Azure\n\nThey have Microsoft 365 under an EA.',
        'service=license, seller=enterpriseAgreement',
      ],
      ['Subject: They have an EA', 'seller=enterpriseAgreement'],
      ['Тема: FW: Azure\n\nУ них EA', 'service=usage, seller=enterpriseAgreement'],
    ],
    'a note in two lines is no mail': [
      ['from: another CSP partner\nto: us', 'seller=cspPartner'],
      ['Microsoft 365\nEA', 'service=license, seller=enterpriseAgreement'],
    ],
  };
  for (const [rule, cases] of Object.entries(CASES)) {
    it(rule, () => {
      for (const [text, readings] of cases) assert.equal(said(text), readings, text);
    });
  }

  it('leaves greetings and thanks as they are where nothing else is said', () => {
    const intent = (text: string) => understand(text, { language: 'en' }).intent;
    assert.equal(intent('hello'), 'greeting');
    assert.equal(intent('thanks!'), 'thanks');
    assert.equal(intent('Dear support,\n\nthanks\n\nBest regards,\nAnna'), 'thanks');
    assert.deepEqual(short(understand('Dear support,\n\nAzure\n\nThanks', { language: 'en' })), [
      'service=usage',
    ]);
  });
});
