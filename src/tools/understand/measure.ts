import type { LanguageTag } from '../../language/languages.js';
import { type Reading, understand } from '../../language/understand/understand.js';

/** A sentence and what a person says it means (the annotation guide is in test/language/understand/README.md). */
export interface Labelled {
  readonly text: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly unclear?: Readonly<Record<string, readonly string[]>>;
  readonly not?: Readonly<Record<string, readonly string[]>>;
  readonly intent?: string;
  readonly perspective?: 'asker' | 'customer';
}

type ReadingHearing = Parameters<typeof understand>[1];
type Understood = ReturnType<typeof understand>;

export interface ReadingMeasures {
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

function read({ readings, intent }: Understood): readonly string[] {
  return [
    ...readings.map((reading) =>
      reading.kind === 'is'
        ? `${reading.fact}=${reading.value}`
        : `${reading.fact}${reading.kind === 'unclear' ? '?' : '≠'}${reading.options.join('|')}`,
    ),
    ...(intent === undefined ? [] : [`intent ${intent}`]),
  ].sort((a, b) => (a < b ? -1 : 1));
}

/** Microseconds that a sentence takes. */
function timed(text: string, hearing: ReadingHearing): number {
  const start = process.hrtime.bigint();
  understand(text, hearing);
  return Number(process.hrtime.bigint() - start) / 1000;
}

/** A share; of nothing, all. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** How one sentence was read, beside what its label says. */
function compared(labelled: Labelled, understood: Understood) {
  const [wanted, got] = [written(labelled), read(understood)];
  const said = sure(understood.readings);
  const label = Object.entries(labelled.facts).map(([fact, value]) => `${fact}=${value}`);
  const denials = Object.entries(labelled.not ?? {});
  const denied = denials.filter(([fact, options]) =>
    understood.readings.some(
      (reading) =>
        reading.kind === 'isNot' && reading.fact === fact && reading.options.join() === options.join(),
    ),
  );
  return {
    text: labelled.text,
    wanted: wanted.join(', '),
    got: got.join(', '),
    isExact: wanted.join() === got.join(),
    said,
    label,
    right: said.filter((each) => label.includes(each)),
    confusions: [
      ...said.filter((each) => !label.includes(each)).map((each) => `wrong ${each}`),
      ...label.filter((each) => !said.includes(each)).map((each) => `missed ${each}`),
    ],
    hasIntent: labelled.intent !== undefined,
    isIntentRight: labelled.intent !== undefined && labelled.intent === understood.intent,
    denials: denials.length,
    denied: denied.length,
  };
}

type Compared = ReturnType<typeof compared>;

function sum(all: readonly Compared[], part: (each: Compared) => number): number {
  return all.reduce((total, each) => total + part(each), 0);
}

/** How often each confusion happened, the most frequent first. */
function confusionsOf(all: readonly Compared[]): ReadingMeasures['confusions'] {
  const counts = new Map<string, number>();
  for (const each of all.flatMap(({ confusions }) => confusions))
    counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Reads labelled sentences and compares. */
export function measure(sentences: readonly Labelled[], language: LanguageTag): ReadingMeasures {
  const heard = sentences.map((labelled) => {
    const { perspective } = labelled;
    return { labelled, hearing: { language, ...(perspective === undefined ? {} : { perspective }) } };
  });
  const all = heard.map(({ labelled, hearing }) => compared(labelled, understand(labelled.text, hearing)));
  // Timed apart, when everything that is made once has been made.
  const times = heard.map(({ labelled, hearing }) => timed(labelled.text, hearing)).sort((a, b) => a - b);
  const right = sum(all, (each) => each.right.length);
  const telling = all.filter(({ label }) => label.length > 0);
  const intended = all.filter(({ hasIntent }) => hasIntent);
  return {
    sentences: sentences.length,
    precision: share(
      right,
      sum(all, ({ said }) => said.length),
    ),
    recall: share(
      right,
      sum(all, ({ label }) => label.length),
    ),
    exact: share(all.filter(({ isExact }) => isExact).length, sentences.length),
    abstained: share(telling.filter(({ said }) => said.length === 0).length, telling.length),
    intents: share(intended.filter(({ isIntentRight }) => isIntentRight).length, intended.length),
    denials: share(
      sum(all, ({ denied }) => denied),
      sum(all, ({ denials }) => denials),
    ),
    median: times[Math.floor(times.length / 2)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    confusions: confusionsOf(all),
    errors: all.filter(({ isExact }) => !isExact).map(({ text, wanted, got }) => ({ text, wanted, got })),
  };
}
