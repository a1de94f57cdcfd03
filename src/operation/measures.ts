import { Counter, Histogram, Registry } from 'prom-client';
import { ANSWERS, OTHER, STAGES, STORE_CALLS, WORDS } from './vocabularies.js';

/** Upper bounds in seconds: from a look-up in memory to what Teams no longer waits for. */
const TURN_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const STORE_SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 5];

type LabelWords<L extends string> = Readonly<Record<L, readonly string[]>>;

/** Counts under labels that say only what their vocabulary has a word for. */
export interface Count<L extends string> {
  inc(labels: Readonly<Record<L, string>>): void;
}

/** Times under one such label. */
export interface Times<V extends string> {
  /** Takes the time until the returned function is called. */
  start(word: V): () => void;
}

/**
 * Counts and times of what the bot does. A label can say nothing but the words of its vocabulary: no text, no name,
 * no id of a person or a conversation can get into a metric, and the number of series is bounded.
 */
export function createMeasures() {
  const registry = new Registry();
  const registers = [registry];
  /** What is learned from is kept, and told apart: it would be a sixth more series, of which nothing is read off. */
  const learning = new Registry();

  function counter<L extends string>(
    name: string,
    help: string,
    words: LabelWords<L>,
    into: Registry = registry,
  ): Count<L> {
    const labelNames = Object.keys(words) as L[];
    const known = labelNames.map((label) => [label, new Set(words[label])] as const);
    const counted = new Counter<string>({ name: `advisor_${name}`, help, labelNames, registers: [into] });
    // As many as there are series, which the vocabularies bound: to look one up by its labels takes prom-client longer.
    const children = new Map<string, Counter.Internal>();
    return {
      inc(labels) {
        const said = known.map(([label, all]) => (all.has(labels[label]) ? labels[label] : OTHER));
        const series = said.join(' ');
        const child = children.get(series) ?? counted.labels(...said);
        children.set(series, child);
        child.inc();
      },
    };
  }

  function times<V extends string>(
    name: string,
    help: string,
    label: string,
    words: readonly V[],
    buckets: number[],
  ): Times<V> {
    const taken = new Histogram<string>({
      name: `advisor_${name}`,
      help,
      labelNames: [label],
      buckets,
      registers,
    });
    // Looked up once: each turn takes several times.
    const children = new Map(words.map((word) => [word, taken.labels(word)]));
    return {
      start(word) {
        const begun = performance.now();
        return () => children.get(word)?.observe((performance.now() - begun) / 1000);
      },
    };
  }

  const answers = counter('answers_total', 'Answers in finished interviews', { answer: ANSWERS }, learning);

  return {
    registry,
    turns: counter('turns_total', 'Turns, by channel and by what the person did', WORDS.turns),
    turnSeconds: times('turn_seconds', 'Time of a turn, by stage', 'stage', STAGES, TURN_SECONDS),
    storeSeconds: times('store_seconds', 'Time of a call of the store', 'call', STORE_CALLS, STORE_SECONDS),
    errors: counter('errors_total', 'Errors, by kind', WORDS.errors),
    languages: counter('languages_total', 'Turns, by the language of the answer', WORDS.languages),
    guidance: counter('guidance_total', 'Guidance given', WORDS.guidance),
    questions: counter('questions_total', 'Questions put, by fact', WORDS.questions),
    answers: { registry: learning, inc: answers.inc },
    unknown: counter('unknown_total', 'Answers “I don’t know”, by fact', WORDS.unknown),
    corrections: counter('corrections_total', 'Answers changed or taken back', WORDS.corrections),
    interviews: counter(
      'interviews_total',
      'Interviews with a first answer, those that came to guidance, and receipts opened',
      WORDS.interviews,
    ),
    heard: counter('heard_total', 'Lines in the person’s own words, by what came of them', WORDS.heard),
    handOvers: counter('hand_overs_total', 'Cases handed over to a person', WORDS.handOvers),
    opinions: counter('opinions_total', 'Opinions about guidance', WORDS.opinions),
  };
}

export type Measures = ReturnType<typeof createMeasures>;
