import type { LanguageTag } from '../../language/languages.js';
import { understand } from '../../language/understand/understand.js';
import { isSure, type Labelled, labels } from './labelled.js';
import { type LineHeard, readAsChat } from './read-as-chat.js';

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
  /** Wrong answers that would count without having been shown. */
  readonly unseen: number;
  readonly confusions: readonly (readonly [string, number])[];
  readonly errors: readonly { readonly text: string; readonly wanted: string; readonly got: string }[];
}

/** Microseconds a sentence. */
export interface ReadingTimes {
  readonly median: number;
  readonly p99: number;
}

/** A share; of nothing, all. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** What is said of one subscription, told apart from what is said of another. */
function apart(all: readonly (readonly string[])[]): readonly string[] {
  return all.flatMap((items, at) => items.map((item) => (at === 0 ? item : `${item} (${at + 1})`)));
}

function told(items: readonly string[], intent: string | undefined): string {
  const all = [...items, ...(intent === undefined ? [] : [`intent ${intent}`])];
  return all.toSorted((a, b) => (a < b ? -1 : 1)).join(', ');
}

/** Who greets is shown the help. */
function answeredAs(intent: string | undefined): string | undefined {
  return intent === 'greeting' ? 'help' : intent;
}

/** How one sentence was read, beside what its label says. */
function compared(labelled: Labelled, heard: LineHeard) {
  const [wanted, got] = [apart(labels(labelled)), apart(heard.items)];
  const [label, said] = [wanted.filter(isSure), got.filter(isSure)];
  const denials = wanted.filter((item) => item.includes('≠'));
  const [wantedIntent, gotIntent] = [answeredAs(labelled.intent), answeredAs(heard.intent)];
  const [toldWanted, toldGot] = [told(wanted, wantedIntent), told(got, gotIntent)];
  return {
    text: labelled.text,
    wanted: toldWanted,
    got: toldGot,
    isExact: toldWanted === toldGot,
    said,
    label,
    right: said.filter((each) => label.includes(each)),
    confusions: [
      ...said.filter((each) => !label.includes(each)).map((each) => `wrong ${each}`),
      ...label.filter((each) => !said.includes(each)).map((each) => `missed ${each}`),
    ],
    hasIntent: wantedIntent !== undefined,
    isIntentRight: wantedIntent === gotIntent,
    denials: denials.length,
    denied: denials.filter((each) => got.includes(each)).length,
    isWrongUnseen: heard.unseen !== undefined && !label.includes(heard.unseen),
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

/** Reads labelled sentences as the chat does, and compares. */
export function measure(sentences: readonly Labelled[], language: LanguageTag): ReadingMeasures {
  const all = sentences.map((labelled) => compared(labelled, readAsChat(labelled, language)));
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
      sum(all, (each) => each.denials),
    ),
    unseen: all.filter(({ isWrongUnseen }) => isWrongUnseen).length,
    confusions: confusionsOf(all),
    errors: all.filter(({ isExact }) => !isExact).map(({ text, wanted, got }) => ({ text, wanted, got })),
  };
}

/** Microseconds that one line takes. */
function timed({ text, asked, perspective }: Labelled, language: LanguageTag): number {
  const hearing = {
    language,
    ...(asked === undefined ? {} : { asked }),
    ...(perspective === undefined ? {} : { perspective }),
  };
  const start = process.hrtime.bigint();
  understand(text, hearing);
  return Number(process.hrtime.bigint() - start) / 1000;
}

/** How long reading takes, once everything that is made once has been made. */
export function time(sentences: readonly Labelled[], language: LanguageTag): ReadingTimes {
  const times = sentences.map((each) => timed(each, language)).sort((a, b) => a - b);
  return {
    median: times[Math.floor(times.length / 2)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}
