import { FACT_IDS, type FactId, type OptionId } from '../../policy/facts.js';
import type { CountryPair } from '../../policy/regions/regions.js';
import { READABLE } from '../../problem/readable.js';
import type { LanguageTag } from '../languages.js';
import { beginsAfresh } from './afresh.js';
import { type RuleQuestion, ruleQuestionIn } from './asking.js';
import { isAbroad, withoutVoided } from './claims/abroad.js';
import { oneAim, requested } from './claims/aims.js';
import { bareAnswer } from './claims/bare.js';
import { carried } from './claims/carry.js';
import type { Claim } from './claims/claim.js';
import { implied, withoutOrphans } from './claims/consequences.js';
import { gather } from './claims/gather.js';
import { goalsIn } from './claims/goals.js';
import { invitationIn } from './claims/invitation.js';
import { presently } from './claims/presently.js';
import { settle } from './claims/settle.js';
import { unsureIn } from './claims/unsure.js';
import { type Clause, clausesOf, hasValue, is, type PlacedMention } from './clauses/clauses.js';
import { type Intent, intentOf } from './clauses/intents.js';
import { negated, takesBack } from './clauses/negation.js';
import { perspectiveOf } from './clauses/perspective.js';
import { speechIn } from './clauses/speech.js';
import { silenced } from './clauses/terms.js';
import { withoutFrame } from './frames/frame.js';
import { asTyped, otherwiseTyped } from './mistyped.js';
import { besideAnswer, numberedAnswer } from './numbered.js';
import { together } from './phrases/compounds.js';
import { isBorneOut, mended } from './phrases/mended.js';
import { type CountSteps, mentionsOf } from './phrases/mentions.js';
import { respelled } from './phrases/respelled.js';
import { spelledOut } from './phrases/spoken.js';
import { betweenCountries, unmoved } from './places/countries.js';
import { unnamedSellers } from './places/unnamed.js';
import { type Reading, readingsOf, type Said, saidBy } from './readings.js';
import { withSubject } from './subject.js';
import { apart, commonTo } from './subscriptions.js';
import { cutting } from './text/cutting.js';
import type { Word, wordsOf } from './text/word.js';
import { unwrapped } from './text/wrapped-lines.js';

export type { RuleQuestion } from './asking.js';
export type { Intent } from './clauses/intents.js';
export type { NamedFact } from './questions/named.js';
export type { Reading, Said } from './readings.js';

export interface Understanding {
  /** At most one `is` or `unclear` a fact, and one `isNot` beside it, in the order of the vocabulary. */
  readonly readings: readonly Reading[];
  /** What each of several subscriptions has of its own, in the order of the text; `readings` is true of all of them. */
  readonly subscriptions?: readonly (readonly Reading[])[];
  readonly intent: Intent | undefined;
  /** The text asks about the rules: nothing is read of a customer then. */
  readonly question?: RuleQuestion;
  /** Whose "we" the text has. */
  readonly perspective: 'asker' | 'customer';
  /** In which language the asker or the customer is to be spoken to, where the line says so. */
  readonly speech?: {
    readonly whose: 'asker' | 'customer';
    readonly language: LanguageTag;
    readonly said: Said;
  };
  /** Where the two companies are, where the region was read from that. */
  readonly places?: CountryPair;
  /** Another country is spoken of, which may be in the same region: nothing is said of that. */
  readonly abroad: boolean;
  /** Nothing of weight in the line was left over. */
  readonly whole: boolean;
  /** It begins with another customer: what was answered before is not theirs. */
  readonly afresh: boolean;
}

/** Who is heard, and what was asked last. */
export interface Hearing {
  readonly language: LanguageTag;
  /** Whether "we" is the partner who asks or the customer; where nobody knows, the text itself may tell. */
  readonly perspective?: 'asker' | 'customer';
  /** The question on the table: it lets a bare "yes" or "indirect" be read. */
  readonly asked?: FactId;
  /** Its options in the order in which they are shown, for "the second one". */
  readonly shown?: readonly OptionId[];
  readonly count?: CountSteps;
}

/** Who is heard, and the words of their text: cut once for all who read it. */
interface Reader extends Hearing {
  readonly cut: typeof wordsOf;
}

/** Whoever writes more sees what the keys write. */
const LONGEST_MISTYPED = 300;
/** A customer who writes so much has something to say to people, and thanks nobody here. */
const MANY_WORDS = 30;
const NOTHING: Understanding = {
  readings: [],
  intent: undefined,
  perspective: 'asker',
  abroad: false,
  whole: false,
  afresh: false,
};

function isIntent({ concepts }: PlacedMention): boolean {
  return [...concepts].some((concept) => concept.startsWith('intent.'));
}

/** What still counts of a question about a word: "explain 'reseller relationship'" does not ask for the reason. */
function hushed(clauses: readonly Clause[], { sentence, parts }: Clause): readonly PlacedMention[] {
  const named = clauses.some((clause) => clause.sentence === sentence && clause.parts.some(hasValue));
  return parts.filter((part) => isIntent(part) && !(named && is(part, 'intent.why')));
}

/** Nothing of weight is left: every word is known, and every value was used. */
function isWhole(
  words: readonly Word[],
  parts: readonly PlacedMention[],
  used: ReadonlySet<PlacedMention>,
  covered: ReadonlySet<number>,
) {
  const unread = words.some(
    ({ folded }, at) => !covered.has(at) && folded.length > 1 && !/^\d+$/.test(folded),
  );
  return !unread && parts.every((part) => !hasValue(part) || used.has(part));
}

/** The words of a line as they were meant, and the phrases in them. */
function heardIn(text: string, { cut, language, count }: Reader) {
  const typed = spelledOut(respelled(cut(text), language), language);
  const meant = mended(typed, text, language);
  const words = together(meant.words, language);
  if (isBorneOut(meant, words, language, count))
    return { words, mentions: mentionsOf(words, language, count) };
  const others = together(mended(typed, text, language, false).words, language);
  return { words: others, mentions: mentionsOf(others, language, count) };
}

function read(text: string, hearing: Reader): Understanding {
  const { words, mentions } = heardIn(text, hearing);
  if (words.length === 0) return NOTHING;
  // Every later pass looks at each mention beside the others, at most.
  hearing.count?.(mentions.length ** 2);
  const cut = clausesOf(words, mentions);
  const quiet = silenced(cut, hearing.perspective);
  const clauses = cut.map((clause) =>
    quiet.has(clause.sentence) ? { ...clause, parts: hushed(cut, clause) } : clause,
  );
  const parts = clauses.flatMap((clause) => clause.parts);
  const perspective = hearing.perspective ?? perspectiveOf(words, clauses, hearing.language);
  const customer = perspective === 'customer';
  const { claims: said, potential } = gather(
    clauses,
    negated(clauses, words),
    customer,
    hearing.asked,
    words.length,
  );
  const doubts = unsureIn(clauses, said, (part) => potential.get(part) ?? [], hearing.count);
  const invited = invitationIn(clauses, said, hearing.asked);
  const outright = withoutVoided([
    ...said.filter((each) => !doubts.dropped.has(each)),
    ...doubts.claims,
    ...carried(clauses, words.length, said, hearing.asked),
    ...goalsIn(clauses, customer),
    ...(customer ? unnamedSellers(clauses, words, text, hearing.language) : []),
  ]).filter(({ fact }) => invited === undefined || fact !== 'relationship');
  if (invited !== undefined) outright.push(invited);
  const located = outright.some(({ fact }) => fact === 'region')
    ? undefined
    : betweenCountries(clauses, words, text, hearing.language, customer, hearing.count);
  const claims = [...unmoved(outright, located), ...(located === undefined ? [] : [located.claim])].sort(
    (a, b) => a.part.first - b.part.first,
  );
  if (!doubts.bare && !claims.some(({ fact, kind }) => fact === hearing.asked && kind === 'is')) {
    const bare = bareAnswer(clauses, words, hearing.asked);
    if (bare !== undefined) claims.push(bare);
  }
  const corrections = parts
    .filter((part) => is(part, 'correction') || takesBack(part, words, clauses[part.clause]))
    .map(({ first }) => first);
  // Who sells one subscription now says nothing of who sold the other.
  const told = customer ? requested(claims, clauses) : claims;
  const owned = apart(presently(told, clauses, ['service']), clauses, corrections);
  const standing = owned.map((own) => presently(customer ? oneAim(own, clauses) : own, clauses));
  const settleAll = (list: readonly Claim[]) =>
    FACT_IDS.map((fact) =>
      settle(
        fact,
        list.filter((each) => each.fact === fact),
        corrections,
        clauses,
      ),
    );
  const overtaken =
    corrections.length > 0 || standing.some((own, at) => own.length < (owned[at]?.length ?? 0));
  const each = standing.map((own) => {
    const all = settleAll(hearing.asked === 'azurePlatform' ? own : implied(own, settleAll(own)));
    const settled = overtaken ? withoutOrphans(all) : all;
    return settled.flatMap((fact) => readingsOf(fact, words, text));
  });
  const { readings: common, subscriptions } = commonTo(each);
  const readings: Reading[] = [...common];
  const covered = new Set(mentions.flatMap((mention) => mention.words));
  const speech = speechIn(words, clauses);
  for (let at = speech?.first ?? 0; at < (speech?.next ?? 0); at++) covered.add(at);
  const used = new Set(claims.map(({ part }) => part));
  const doubt = parts.find((part) => is(part, 'unsure'));
  if (doubts.bare && doubt !== undefined && hearing.asked !== undefined && each.flat().length === 0) {
    readings.push({ kind: 'is', fact: hearing.asked, value: 'unknown', said: saidBy(doubt, words, text) });
  }
  const count = readings.length + (subscriptions?.length ?? 0);
  return {
    readings,
    ...(subscriptions && { subscriptions }),
    // "Call me in the afternoon": a customer's mail asks nothing of the bot.
    intent:
      customer && (count > 0 || words.length > MANY_WORDS)
        ? undefined
        : intentOf(parts, count, doubts.bare, words),
    perspective,
    ...(speech && {
      speech: { whose: speech.whose, language: speech.language, said: saidBy(speech, words, text) },
    }),
    ...(located && { places: located.places }),
    abroad: located === undefined && isAbroad(parts) && !readings.some(({ fact }) => fact === 'region'),
    whole: quiet.size === 0 && isWhole(words, parts, used, covered),
    afresh: !customer && beginsAfresh(parts, text, hearing.language),
  };
}

/** What a line says; where that is little, what the other keyboard layout makes of it is tried. */
function readEither(text: string, hearing: Reader): Understanding {
  const typed = read(text, hearing);
  const [first] = typed.readings;
  // Names of products are in Latin letters anyway: "e rkbtynf E3 gj EA".
  if (typed.whole || text.length > LONGEST_MISTYPED) return typed;
  const other = otherwiseTyped(text, hearing.language);
  if (other === undefined) return typed;
  const meant = read(other, hearing);
  const says = first === undefined && typed.intent === undefined && meant.intent !== undefined;
  if (!says && meant.readings.length <= typed.readings.length) return typed;
  return {
    ...meant,
    readings: asTyped(meant.readings, text),
    ...(meant.subscriptions && { subscriptions: meant.subscriptions.map((own) => asTyped(own, text)) }),
  };
}

/** What a text says that has no frame around it; an answer by its place in the list shown may stand at its head. */
function readAnswer(text: string, hearing: Reader): Understanding {
  const numbered = numberedAnswer(text, hearing);
  if (numbered === undefined) return readEither(text, hearing);
  const { asked: _, ...later } = hearing;
  const rest = read(numbered.rest, later);
  return {
    ...rest,
    readings: besideAnswer(numbered, rest.readings, hearing.shown ?? []),
    intent: undefined,
  };
}

/** The same where a text asks about the rules. */
function withQuestion(text: string, hearing: Reader, heard: Understanding): Understanding {
  const { intent, perspective, speech } = heard;
  const wants =
    perspective === 'customer' || speech !== undefined || (intent !== undefined && intent !== 'why');
  const question = ruleQuestionIn(text, hearing, { ...heard, wants });
  return question === undefined ? heard : { ...NOTHING, perspective, question };
}

/**
 * Takes from a line or a mail every fact it says, each with the words that said so: from what was written, not from
 * what stands around it. Pure and total; it never decides.
 */
export function understand(given: string, heard: Hearing): Understanding {
  const hearing: Reader = { ...heard, cut: cutting() };
  const text = given.slice(0, READABLE);
  const { own, subject, empty } = withoutFrame(text);
  const body = readAnswer(unwrapped(own), hearing);
  if (empty) return { ...body, readings: [] };
  if (subject === undefined) return withQuestion(own, hearing, body);
  const line = ' '.repeat(subject.start) + text.slice(subject.start, subject.end);
  return withSubject(body, read(line, { ...hearing, perspective: body.perspective }));
}
