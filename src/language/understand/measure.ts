import type { FactId } from '../../policy/facts.js';
import type { LanguageTag } from '../languages.js';
import { type Reading, understand } from './understand.js';

/** A sentence and what a person says it means (the annotation guide is in test/understand/README.md). */
export interface Labelled {
  readonly text: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly unclear?: Readonly<Record<string, readonly string[]>>;
  readonly not?: Readonly<Record<string, readonly string[]>>;
  readonly intent?: string;
  readonly perspective?: 'asker' | 'customer';
}

export interface Measured {
  readonly sentences: number;
  /** Of the facts proposed as sure, those that are so labelled. */
  readonly precision: number;
  /** Of the facts labelled, those proposed as sure. */
  readonly recall: number;
  /** Sentences in which everything is as labelled, intents and denials too. */
  readonly exact: number;
  /** Of the sentences that say something, those that were read as saying nothing. */
  readonly abstained: number;
  readonly intents: number;
  readonly denials: number;
  /** Microseconds a sentence. */
  readonly median: number;
  readonly p99: number;
  readonly confusions: readonly (readonly [string, number])[];
  readonly errors: readonly { readonly text: string; readonly wanted: string; readonly got: string }[];
}

function sure(readings: readonly Reading[]): readonly string[] {
  return readings.flatMap((reading) => (reading.kind === 'is' ? [`${reading.fact}=${reading.value}`] : []));
}

function written(labelled: Labelled): readonly string[] {
  return [
    ...Object.entries(labelled.facts).map(([fact, value]) => `${fact}=${value}`),
    ...Object.entries(labelled.unclear ?? {}).map(([fact, options]) => `${fact}?${options.join('|')}`),
    ...Object.entries(labelled.not ?? {}).map(([fact, options]) => `${fact}≠${options.join('|')}`),
    ...(labelled.intent === undefined ? [] : [`intent ${labelled.intent}`]),
  ].sort((a, b) => (a < b ? -1 : 1));
}

function read({ readings, intent }: ReturnType<typeof understand>): readonly string[] {
  return [
    ...readings.map((reading) =>
      reading.kind === 'is'
        ? `${reading.fact}=${reading.value}`
        : `${reading.fact}${reading.kind === 'unclear' ? '?' : '≠'}${reading.options.join('|')}`,
    ),
    ...(intent === undefined ? [] : [`intent ${intent}`]),
  ].sort((a, b) => (a < b ? -1 : 1));
}

function timed(labelled: Labelled, hearing: Parameters<typeof understand>[1]): number {
  const start = process.hrtime.bigint();
  understand(labelled.text, hearing);
  return Number(process.hrtime.bigint() - start) / 1000;
}

/** A share; of nothing, all. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** Reads labelled sentences and compares. */
export function measure(sentences: readonly Labelled[], language: LanguageTag): Measured {
  const confusions = new Map<string, number>();
  const errors: Measured['errors'][number][] = [];
  const times: number[] = [];
  let [proposed, wanted, right, exact, silent, telling, intents, intended, denials, denied] = Array(10).fill(
    0,
  ) as number[];
  const count = (name: string) => confusions.set(name, (confusions.get(name) ?? 0) + 1);
  const hearings = sentences.map(({ perspective }) => ({
    language,
    ...(perspective === undefined ? {} : { perspective }),
  }));
  for (const [index, labelled] of sentences.entries()) {
    const hearing = hearings[index] ?? { language };
    const understood = understand(labelled.text, hearing);
    const said = sure(understood.readings);
    const label = Object.entries(labelled.facts).map(([fact, value]) => `${fact}=${value}`);
    proposed = (proposed ?? 0) + said.length;
    wanted = (wanted ?? 0) + label.length;
    right = (right ?? 0) + said.filter((each) => label.includes(each)).length;
    for (const each of said.filter((one) => !label.includes(one))) count(`wrong ${each}`);
    for (const each of label.filter((one) => !said.includes(one))) count(`missed ${each}`);
    const [want, got] = [written(labelled), read(understood)];
    if (want.join() === got.join()) exact = (exact ?? 0) + 1;
    else errors.push({ text: labelled.text, wanted: want.join(', '), got: got.join(', ') });
    if (label.length > 0) {
      telling = (telling ?? 0) + 1;
      if (said.length === 0) silent = (silent ?? 0) + 1;
    }
    if (labelled.intent !== undefined) {
      intended = (intended ?? 0) + 1;
      if (labelled.intent === understood.intent) intents = (intents ?? 0) + 1;
    }
    for (const [fact, options] of Object.entries(labelled.not ?? {})) {
      denied = (denied ?? 0) + 1;
      const found = understood.readings.some(
        (reading) =>
          reading.kind === 'isNot' &&
          reading.fact === (fact as FactId) &&
          reading.options.join() === options.join(),
      );
      if (found) denials = (denials ?? 0) + 1;
    }
  }
  for (const [index, labelled] of sentences.entries())
    times.push(timed(labelled, hearings[index] ?? { language }));
  times.sort((a, b) => a - b);
  return {
    sentences: sentences.length,
    precision: share(right ?? 0, proposed ?? 0),
    recall: share(right ?? 0, wanted ?? 0),
    exact: share(exact ?? 0, sentences.length),
    abstained: share(silent ?? 0, telling ?? 0),
    intents: share(intents ?? 0, intended ?? 0),
    denials: share(denials ?? 0, denied ?? 0),
    median: times[Math.floor(times.length / 2)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    confusions: [...confusions].sort((a, b) => b[1] - a[1]),
    errors,
  };
}
