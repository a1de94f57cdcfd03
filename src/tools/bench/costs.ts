import { understand } from '../../language/understand/understand.js';
import { evaluate } from '../../policy/condition.js';
import type { KnownEdition } from '../../policy/editions/registry.js';
import { outcomes } from '../../policy/engine/diagram.js';
import { guide } from '../../policy/engine/guidance.js';
import { nextQuestion } from '../../policy/engine/interview.js';
import { open, policyFor } from '../../policy/engine/policy.js';
import { LEDGERS } from '../../proof/ledger/ledger.js';
import { prove } from '../../proof/proof.js';
import { ALL_EDITIONS } from '../../proof/survey.js';
import { cards, drawnMessage, keptMessage } from './cards.js';
import { cardsOfFive } from './cases-of-five.js';
import { median } from './numbers.js';
import { type RuleEngine, situations } from './rule-engines.js';

/** One part of the work, and how long it takes once, in microseconds. */
export interface Cost {
  readonly name: string;
  readonly micros: number;
}

const ROUNDS = 9;

/** The median over some rounds of the mean time of one call, in microseconds. */
async function timed(calls: readonly (() => unknown)[]): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begin = performance.now();
    for (const call of calls) {
      const result = call();
      if (result instanceof Promise) await result;
    }
    rounds.push(((performance.now() - begin) * 1000) / calls.length);
  }
  // The first round is for the compiler.
  return median(rounds.slice(1));
}

/** The same rules, decided by each engine in turn; throws where two do not agree. */
export async function decisions(
  edition: KnownEdition,
  engines: readonly RuleEngine[],
): Promise<readonly Cost[]> {
  const all = situations(500);
  const policy = policyFor(edition.id);
  const holding = (situation: (typeof all)[number]): string =>
    edition.rules
      .filter(({ when }) => evaluate(when, situation) === 'holds')
      .map(({ id }) => id)
      .sort((a, b) => (a < b ? -1 : 1))
      .join();
  const parts = [
    {
      name: 'decide: the diagram',
      micros: await timed(all.map((each) => () => outcomes(open(policy, each)))),
    },
    {
      name: 'decide: guidance with citations',
      micros: await timed(all.map((each) => () => guide(policy, each))),
    },
  ];
  for (const engine of engines) {
    for (const each of all) {
      const found = [...(await engine.holding(each))].sort((a, b) => (a < b ? -1 : 1)).join();
      if (found !== holding(each))
        throw new Error(`${engine.name} decides otherwise: ${JSON.stringify(each)}`);
    }
    const micros = await timed(all.map((each) => () => engine.holding(each)));
    parts.push({ name: `decide: ${engine.name}`, micros });
  }
  return parts;
}

const SENTENCES = [
  'My customer has an Enterprise Agreement and wants us to support their licenses',
  'we are an indirect reseller, they bought from Microsoft directly and want to add Azure',
  "I don't know which cloud they are in",
  'via EA, not CSP',
];

/** What else a turn consists of, and what is done rarely. */
export async function otherParts(): Promise<readonly Cost[]> {
  const policy = policyFor(undefined);
  const partial = situations(500).map(({ cloud, partner, service }) => ({
    cloud,
    partner,
    service,
  })) as Parameters<typeof nextQuestion>[1][];
  const views = cards();
  const five = cardsOfFive();
  return [
    { name: 'next question', micros: await timed(partial.map((each) => () => nextQuestion(policy, each))) },
    { name: 'card, drawn', micros: await timed(views.map((each) => () => drawnMessage(each))) },
    { name: 'card, kept, as JSON', micros: await timed(views.map((each) => () => keptMessage(each))) },
    { name: 'card of five, drawn', micros: await timed(five.map((each) => () => drawnMessage(each))) },
    { name: 'card of five, kept, as JSON', micros: await timed(five.map((each) => () => keptMessage(each))) },
    {
      name: 'understand a sentence',
      micros: await timed(
        Array.from({ length: 25 }, () => SENTENCES)
          .flat()
          .map((text) => () => understand(text, { language: 'en' })),
      ),
    },
    {
      name: 'proof of every edition',
      micros: await timed([() => ALL_EDITIONS.map((edition) => prove(edition, LEDGERS[edition.id], []))]),
    },
  ];
}
