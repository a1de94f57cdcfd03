/** What was said in the chat, so that only the newest card looks like one: those before it become a line each. */
import { answeredLine, cardOf, foldedCard, hidden } from './fold.js';

/** What shows where the person is. Anything else stands beside it, and leaves it as it is. */
const PLACES = ['welcome', 'question', 'guidance', 'understood', 'call'];
export const isPlace = ({ kind }) => PLACES.includes(kind);

/** Cards of one interview can be told from those of the next. */
const interviewOf = (from) => from?.slice(0, from.lastIndexOf('.'));

/** Where in the conversation it was said; the ids are counted. */
export const placeOf = ({ id }) => Number(id?.split('|').at(-1) ?? Number.NaN);

export function createTranscript() {
  const seen = new Set();
  /** The cards that are not folded. */
  let open = [];
  /** The answered questions, which can still be changed. */
  let lines = [];
  /** On a call there is one card: of all that one customer had, the last one, by the interview. */
  const calls = new Map();
  let newest;
  let last;

  /** A card beside the question or the answer leaves both as they are; the next answer does not. */
  function staysOpen({ trace }, now) {
    return isPlace(trace) && !isPlace(now) && trace.from === now.from;
  }

  /** Whether the same is shown once more, such as by a second tab. */
  const isSame = (one, other) =>
    isPlace(one) && ['kind', 'from', 'fact'].every((each) => one[each] === other[each]);

  function fold(entry, now) {
    const { activity, trace } = entry;
    const isTheirs = interviewOf(trace.from) === interviewOf(now.from);
    const isOlderCall = trace.kind === 'call' && calls.get(interviewOf(trace.from)) !== activity;
    if (isOlderCall || isSame(trace, now)) return hidden(activity);
    const answer = isTheirs && trace.fact !== undefined ? now.answers?.[trace.fact] : undefined;
    if (answer === undefined) return foldedCard(activity);
    lines = [...lines, { ...entry, answer }];
    return answeredLine(activity, answer, { action: 'change', fact: trace.fact, line: 'yes' });
  }

  /** The call card that this one stands for now; they may come in any order. */
  function callBefore(activity, { kind, from }) {
    const before = calls.get(interviewOf(from));
    if (kind !== 'call' || (before && placeOf(before) > placeOf(activity))) return [];
    calls.set(interviewOf(from), activity);
    return before ? [hidden(before)] : [];
  }

  /** The lines of the customer before can be read, and no longer changed. */
  function closeLines(now) {
    const gone = lines.filter(({ trace }) => interviewOf(trace.from) !== interviewOf(now.from));
    lines = lines.filter((each) => !gone.includes(each));
    return gone.map(({ activity, answer }) => answeredLine(activity, answer));
  }

  return {
    /** Whether it was not said before. */
    isNew({ id }) {
      if (id === undefined) return true;
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    },
    /** Takes note of the newest message; returns the earlier ones that are to be drawn otherwise now. */
    add(activity) {
      const trace = activity.channelData?.trace;
      if (trace === undefined || cardOf(activity) === undefined) return [];
      const gone = callBefore(activity, trace);
      // Microsoft's Direct Line does not promise an order, so a newer one may have come before it.
      if (last !== undefined && placeOf(activity) < placeOf(last.activity)) {
        return [...gone, fold({ activity, trace }, last.trace)].filter((each) => each !== undefined);
      }
      last = { activity, trace };
      const staying = open.filter((each) => staysOpen(each, trace));
      const folded = open.filter((each) => !staying.includes(each)).map((each) => fold(each, trace));
      open = [...staying, { activity, trace }];
      if (trace.from !== undefined) newest = trace;
      return [...gone, ...folded.filter((each) => each !== undefined), ...closeLines(trace)];
    },
    /** Which card stands last, for a line that is typed below it; undefined where there is none. */
    seen() {
      if (last === undefined) return undefined;
      const { kind, from, edition } = last.trace;
      return { kind, from, edition };
    },
    /** A tap on a line changes the answer in the conversation as it is now, whenever the line was drawn. */
    asNow(value) {
      if (value?.line === undefined || newest === undefined) return value;
      const { line: _, ...rest } = value;
      return { ...rest, from: newest.from, edition: newest.edition };
    },
  };
}
