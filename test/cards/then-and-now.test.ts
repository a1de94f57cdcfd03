import assert from 'node:assert/strict';
import { advise, adviseInWords } from '../../src/advice/advice.js';
import { parseRequest } from '../../src/advice/request.js';
import { callMessage } from '../../src/cards/call.js';
import { handOverReport } from '../../src/cards/hand-over-report.js';
import { insertable } from '../../src/cards/lookup-cards.js';
import { present } from '../../src/cards/present.js';
import { reportMessage } from '../../src/cards/report.js';
import { ticketText } from '../../src/cards/ticket.js';
import { parseAction } from '../../src/conversation/parse-action.js';
import { stay } from '../../src/conversation/screens.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import type { EditionId } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { guidanceToday } from '../../src/policy/engine/guidance.js';
import type { Situation } from '../../src/policy/facts.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { reviewDocument } from '../../src/review/document.js';
import { guidanceData } from '../../src/turn/guidance-data.js';
import { fresh, having, origin, say, tap } from '../conversation/talk.js';
import { ofType, taps, texts } from './walk.js';

interface Case {
  readonly name: string;
  readonly edition: EditionId;
  readonly situation: Situation;
  /** What the head says, to the letter. */
  readonly head: Readonly<Record<LanguageTag, string>>;
  readonly style: string;
}

const LICENSE = { partner: 'indirectReseller', service: 'license', goal: 'support' } as const;

const CASES: readonly Case[] = [
  {
    name: 'it applied, and today one asks first',
    edition: '2019-03',
    situation: { ...LICENSE, cloud: 'usGov', seller: 'enterpriseAgreement' },
    head: {
      en: 'March 2019: applies. Today: ask first',
      ru: 'Март 2019\u00a0г.: применимо. Сегодня: сначала уточните',
      'zh-CN': '2019\u00a0年 3\u00a0月：适用。今天：先确认',
      'pt-BR': 'Março de 2019: aplica-se. Hoje: confirme antes',
      hu: 'Akkor (2019. március): alkalmazható. Ma: előbb kérdezzen rá',
    },
    style: 'warning',
  },
  {
    name: 'another cloud, of which another edition speaks',
    edition: '2020-06',
    situation: { ...LICENSE, cloud: 'china', partner: 'directBill', seller: 'vianet' },
    head: {
      en: 'This edition does not cover this cloud. Today: applies',
      ru: 'Эта редакция не распространяется на это облако. Сегодня: применимо',
      'zh-CN': '本版政策不涵盖这个云。今天：适用',
      'pt-BR': 'Esta edição não cobre esta nuvem. Hoje: aplica-se',
      hu: 'Ez a változat nem vonatkozik erre a felhőre. Ma: alkalmazható',
    },
    style: 'good',
  },
  {
    name: 'the same verdict, other steps',
    edition: '2019-03',
    situation: { ...LICENSE, cloud: 'public', seller: 'microsoft' },
    head: {
      en: 'March 2019: applies. Today: the same, with other steps',
      ru: 'Март 2019\u00a0г.: применимо. Сегодня: то же, но шаги другие',
      'zh-CN': '2019\u00a0年 3\u00a0月：适用。今天：结论相同，步骤不同',
      'pt-BR': 'Março de 2019: aplica-se. Hoje: o mesmo, com outras etapas',
      hu: 'Akkor (2019. március): alkalmazható. Ma: ugyanaz, más lépésekkel',
    },
    style: 'good',
  },
  {
    name: 'today needs to know more',
    edition: '2020-06',
    situation: { ...LICENSE, cloud: 'public', partner: 'unknown', seller: 'cspPartner' },
    head: {
      en: 'June 2020: not possible. Today: more answers are needed',
      ru: 'Июнь 2020\u00a0г.: нельзя. Сегодня: нужны еще ответы',
      'zh-CN': '2020\u00a0年 6\u00a0月：不能办理。今天：还需要更多回答',
      'pt-BR': 'Junho de 2020: não é possível. Hoje: faltam respostas',
      hu: 'Akkor (2020. június): nem lehetséges. Ma: további válaszok kellenek',
    },
    style: 'emphasis',
  },
];

for (const { name, edition, situation, head, style } of CASES) {
  const session = having(fresh(), situation, edition);
  const shown = stay(session);

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];

    describe(`Then and now, in ${tag}: ${name}`, () => {
      it('stands in the first lines of the card and of its text, in the look of today', () => {
        const { card, text } = present(shown.view, language);
        assert.equal(
          texts(card).find((each) => each.length > 1),
          head[tag],
        );
        assert.equal(text.split('\n')[0], head[tag]);
        const [first] = ofType(card, 'Container');
        assert.equal(first?.style, style);
      });

      it('leads to today’s answer with one tap', () => {
        const { card } = present(shown.view, language);
        const [data] = taps(card).filter(({ action }) => action === 'setEdition');
        const action = parseAction(data);
        assert.ok(action !== undefined && action.kind === 'setEdition');
        const after = tap(shown, action);
        const { screen } = after.view;
        if (screen.kind === 'guidance') {
          assert.equal(screen.guidance.now, undefined);
          assert.notEqual(screen.guidance.edition, edition);
        } else assert.equal(screen.kind, 'question');
      });

      it('stands on the ticket, in the case for a person and in a card to insert', () => {
        assert.ok(shown.view.screen.kind === 'guidance');
        const { guidance } = shown.view.screen;
        const note = ticketText(language, { guidance, done: [], day: '2026-11-22' });
        assert.ok(note.split('\n')[0]?.includes(head[tag]));
        const today = note.split('\n')[1] ?? '';
        assert.ok(guidance.now !== undefined);
        assert.ok(today.includes(language.say(`edition.${guidance.now.edition}`)), today);
        const screen = { kind: 'handOver', guidance, state: 'copy', day: '', origin: origin(shown) } as const;
        assert.ok(reportMessage(language, handOverReport(language, screen), []).text.includes(head[tag]));
        const found = insertable(language, { guidance, if: undefined });
        assert.ok(found.title.includes(head[tag]));
        assert.ok(texts(found.card).includes(head[tag]));
        const why = say(session, 'why').view;
        assert.ok(present(why, language).text.includes(head[tag]));
      });

      it('stands on the card of a call, and the customer is told what is true today', () => {
        const { screen } = say(session, 'call').view;
        assert.ok(screen.kind === 'call');
        const told = callMessage(language, { ...screen, customer: tag }, []);
        assert.ok(told.text.split('\n')[0]?.endsWith(head[tag]));
        assert.ok(texts(told.card)[0]?.endsWith(head[tag]));
        const today = guidanceToday(screen.guidance);
        const news = ['aloud.eligible', 'aloud.eligibleFor.support', 'aloud.eligibleFor.takeOver'] as const;
        const promised = news.some((key) => told.speak?.includes(language.say(key)));
        assert.equal(promised, today.eligibility === 'eligible', told.speak);
        if (today.eligibility === 'confirm') assert.equal(told.speak, language.say('aloud.confirm'));
      });

      it('stands in what the command line prints, and in its JSON', () => {
        const request = parseRequest({ locale: tag, edition, set: situation });
        assert.equal(adviseInWords(request).split('\n')[0], head[tag]);
        const { title, now } = advise(request);
        assert.equal(title, head[tag]);
        assert.ok(now !== null && now.edition !== edition);
        const ids = guidanceData(shown.view, language)?.now;
        const { text, ...rest } = now;
        assert.deepEqual(rest, ids);
        assert.ok(present(shown.view, language).text.includes(text));
      });
    });
  }
}

describe('The steps of an old edition', () => {
  it('bear its month, so that nobody does today what was done then', () => {
    const { en } = LANGUAGES;
    const [{ edition, situation } = assert.fail()] = CASES;
    const session = having(fresh(), situation, edition);
    const steps = 'What to do (March 2019)';
    assert.ok(texts(present(stay(session).view, en).card).includes(steps));
    assert.ok(present(say(session, 'ticket').view, en).text.includes('\nTo do (March 2019)\n'));
    const call = texts(present(say(session, 'call').view, en).card);
    assert.ok(call.includes('Steps, March 2019 (tap when done)'));
  });
});

describe('The answer of today’s edition', () => {
  it('has nothing beside it, and looks as it did', () => {
    for (const tag of LANGUAGE_TAGS) {
      const shown = stay(having(fresh(), { ...LICENSE, cloud: 'public', seller: 'microsoft' }));
      const { card, text } = present(shown.view, LANGUAGES[tag]);
      assert.equal(text.split('\n')[0], LANGUAGES[tag].say('eligibility.eligible'));
      assert.deepEqual(
        taps(card).filter(({ action }) => action === 'setEdition'),
        [],
      );
    }
    const request = parseRequest({ set: { ...LICENSE, cloud: 'public', seller: 'microsoft' } });
    assert.equal(advise(request).now, null);
  });
});

describe('A message to the customer under an old edition', () => {
  it('asks what only today’s edition has to know, and is offered', () => {
    const situation = { cloud: 'china', partner: 'directBill', service: 'unknown', goal: 'support' } as const;
    const shown = stay(having(fresh(), situation, '2020-06'));
    assert.ok(shown.view.screen.kind === 'guidance');
    assert.deepEqual(shown.view.screen.guidance.dependsOn, []);
    const [data] = taps(present(shown.view, LANGUAGES.en).card).filter(
      ({ action }) => action === 'askCustomer',
    );
    const { screen } = tap(shown, parseAction(data)).view;
    assert.ok(screen.kind === 'customerMessage', screen.kind);
    assert.ok(screen.facts.includes('service'), screen.facts.join());
  });
});

describe('The worked examples of an old edition, for review', () => {
  it('say what today’s edition says instead', () => {
    const { en } = LANGUAGES;
    const today = en.say('edition.2026-11');
    const site = { editions: [], languages: [], address: () => '' };
    const page = (id: EditionId): string => reviewDocument(EDITIONS[id], en, site);
    const line = en.say('now.line', { edition: today, eligibility: en.say('eligibility.confirm') });
    assert.ok(page('2019-03').includes(line));
    assert.ok(!page('2026-11').includes(`Today, under “${today}”`));
  });
});

describe('A receipt of an old edition, reopened', () => {
  const { en } = LANGUAGES;
  const opened = (edition: EditionId, situation: Situation): readonly string[] => {
    const { view } = say(fresh(), writeReceipt({ edition, situation, everyCloud: false }));
    return texts(present(view, en).card);
  };

  it('has at most two boxes above the head, so that the head stays in sight', () => {
    const { edition, situation, head } = CASES[0] ?? assert.fail();
    const shown = opened(edition, situation);
    assert.ok(shown[0]?.includes('It is no longer true.'));
    assert.ok(shown[1]?.includes('Removed · ') && shown[1].includes('New · '), shown[1]);
    assert.equal(shown.indexOf(head.en), 3, shown.slice(0, 5).join('\n'));
  });

  it('for a cloud that it does not cover has nothing that is no longer true: it never was', () => {
    const { edition, situation, head } = CASES[1] ?? assert.fail();
    const shown = opened(edition, situation);
    assert.ok(
      shown[0]?.endsWith(
        'The edition “21Vianet, October 2018” does, and says: “Multi-channel support applies”.',
      ),
    );
    assert.equal(shown.indexOf(head.en), 2, shown.slice(0, 5).join('\n'));
  });
});
