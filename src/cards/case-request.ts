import type { WholeCase } from '../conversation/whole-case.js';
import type { Language } from '../language/language.js';
import type { Answer, FactId } from '../policy/facts.js';
import type { CountryPair } from '../policy/regions/regions.js';
import { commonLines, IN_RESULT, ownLines, resultsOfAll, sayFor } from './case-note.js';
import { conflictLines, shortNames, subscriptionNames } from './case-text.js';
import { statementText } from './guidance-text.js';
import type { RequestDraft } from './request-draft.js';
import { answerText } from './rows.js';

/** What a person who never saw the conversation has to know of a whole customer. */
export function caseRequestLines(
  language: Language,
  all: WholeCase,
  places: CountryPair | undefined,
): readonly string[] {
  const names = subscriptionNames(language, all.answers);
  const own = all.plan.guidances.flatMap((_, place) => {
    const lines = ownLines(language, all, place, IN_RESULT);
    if (lines.length === 0) return [];
    const text = lines.reduce((first, second) => language.say('ticket.pair', { first, second }));
    return [language.beside([names[place]?.short ?? '', text])];
  });
  return [
    ...resultsOfAll(language, all),
    ...conflictLines(language, all),
    ...all.plan.reasons.map((reason) =>
      sayFor(language, all, statementText(language, `reason.${reason.id}`, reason), reason.subscriptions),
    ),
    ...commonLines(language, all, places),
    ...own,
    language.say('ui.receipt', { receipt: all.receipt }),
  ];
}

/** The different answers to one question; undefined where it has none for some subscription. */
function answersTo<F extends FactId>({ plan }: WholeCase, fact: F): readonly Answer[] | undefined {
  const given = plan.guidances.map(({ situation }) => situation[fact]);
  const known = given.filter((each) => each !== undefined && each !== 'unknown');
  return known.length < given.length ? undefined : [...new Set(known as readonly Answer[])];
}

/** A draft of one support request about all subscriptions. */
export function caseRequest(
  language: Language,
  all: WholeCase,
  places: CountryPair | undefined,
): RequestDraft {
  const lines = caseRequestLines(language, all, places);
  const description = [language.say('handOver.question'), ...lines].join('\n');
  const goals = answersTo(all, 'goal');
  if (goals === undefined || answersTo(all, 'service') === undefined) {
    const title = language.say('handOver.subjectOpen');
    return { title, topic: language.say('handOver.topic.open'), description };
  }
  const names = subscriptionNames(language, all.answers);
  const title = language.beside([
    language.joined(
      'alternatives',
      goals.map((goal) => answerText(language, 'goal', goal)),
    ),
    shortNames(
      language,
      names,
      names.map((_, place) => place),
    ),
  ]);
  const topics = all.plan.guidances.flatMap(({ situation: { goal } }) =>
    goal === undefined || goal === 'unknown' ? [] : [language.say(`handOver.topic.${goal}`)],
  );
  return { title, topic: language.joined('alternatives', [...new Set(topics)]), description };
}
