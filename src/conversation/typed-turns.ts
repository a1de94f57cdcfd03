import { placeNamed } from '../language/place.js';
import { hasPlainSigns } from '../language/plain-signs.js';
import { type Command, type OpenQuestion, readReply, readTyped } from '../language/typed.js';
import { countriesInLine } from '../language/understand/lazily.js';
import type { Intent, Understanding } from '../language/understand/understand.js';
import type { Answer } from '../policy/facts.js';
import { type CountryPair, sameRegion } from '../policy/regions/regions.js';
import { READABLE } from '../problem/readable.js';
import { hear, heardOf, onTable, plainAnswer, quote } from './hear.js';
import { type InterviewView, originOf, view, waitingServices } from './interview/state.js';
import { deciding, joined, pairOf, type Whereabouts } from './interview/whereabouts.js';
import { openReceipt } from './receipt-turns.js';
import { answerToRule } from './rule-answer.js';
import { remark, stay } from './screens.js';
import type { Session, Turn } from './session.js';
import { forCustomer, interview, nextSubscription, speak, tap } from './tap.js';

/** No list that is shown has more rows. */
const MOST_ROWS = 99;
/** So many words name two countries and nothing else. */
const A_FEW = 6;

/** What can be tapped can be typed: the words do what the button does. */
function command(session: Session, which: Command): Turn {
  switch (which) {
    case 'start':
    case 'change':
      return stay(session);
    case 'restart':
    case 'back':
      return interview(session, { kind: which });
    case 'next':
      return another(session);
    // Only a page prints; the link leads to one.
    case 'print':
      return tap(session, { kind: 'share' });
    case 'askCustomer':
      return tap(session, { kind: which, language: undefined });
    case 'forgetNow':
      return tap(session, { kind: which, origin: originOf(session.conversation) });
    default:
      return tap(session, { kind: which });
  }
}

/** The customer's next subscription where one waits, once the one before has its guidance; or else the next customer. */
function another(session: Session): Turn {
  if (session.conversation.later === undefined) return interview(session, { kind: 'restart' });
  return view(session.conversation).kind === 'guidance' ? nextSubscription(session) : stay(session);
}

/** The question on the table, or the choice between readings. */
function askedBy(now: InterviewView): OpenQuestion | undefined {
  if (now.kind === 'question') return now;
  return now.kind === 'understood' ? now.unclear : undefined;
}

function answered(
  session: Session,
  now: InterviewView,
  value: OpenQuestion['options'][number] | 'unknown',
): Turn {
  if (now.kind === 'question') return interview(session, { kind: 'answer', fact: now.fact, value });
  if (now.kind !== 'understood' || now.unclear === undefined) return stay(session);
  const { fact, options } = now.unclear;
  // The number after the choices is the row that takes none of them.
  return (options as readonly unknown[]).includes(value)
    ? interview(session, { kind: 'accept', fact, value })
    : interview(session, { kind: 'accept', fact });
}

function intended(session: Session, now: InterviewView, intent: Intent): Turn {
  switch (intent) {
    case 'unknown':
      return now.kind === 'question' ? answered(session, now, 'unknown') : notUnderstood(session);
    case 'greeting':
      return tap(session, { kind: 'help' });
    case 'thanks':
      return remark(session, { kind: 'youAreWelcome' });
    default:
      return command(session, intent);
  }
}

function notUnderstood(session: Session): Turn {
  return stay(session, { kind: 'notUnderstood' });
}

/** A language for the reader is chosen at once, one for the customer as well; the rest of the line still counts. */
function spoken(session: Session, { speech }: Understanding): Turn | undefined {
  if (speech === undefined) return undefined;
  return speech.whose === 'asker' ? speak(session, speech.language) : forCustomer(session, speech.language);
}

/** Who begins with another customer, or subscription, has the answers of the one before out of the way. */
function begun(session: Session, heard: Understanding): Turn | undefined {
  if (heard.afresh && says(heard)) return interview(session, { kind: 'restart' });
  return isLater(session, heard) ? nextSubscription(session) : undefined;
}

function says({ readings, subscriptions }: Understanding): boolean {
  return readings.length > 0 || subscriptions !== undefined;
}

/** Whoever names the product that waits for its turn goes on with that. */
function isLater({ conversation }: Session, { readings, subscriptions }: Understanding): boolean {
  const [waiting] = waitingServices(conversation);
  if (subscriptions !== undefined || waiting === undefined) return false;
  if (view(conversation).kind !== 'guidance') return false;
  return readings.some((each) => each.kind === 'is' && each.fact === 'service' && each.value === waiting);
}

/** Countries answer where the two tenants are; whatever else the line says is heard as well. */
function countriesSaid(
  session: Session,
  now: InterviewView,
  text: string,
  heard: Understanding,
): Turn | undefined {
  const { readings, places } = heard;
  if (now.kind !== 'question' || now.fact !== 'region') return undefined;
  const said = countriesSaidIn(text, session, heard);
  if (said === undefined || said === 'open') {
    // "Not Germany" is no "no".
    const open = said === 'open' && readings.every(({ fact }) => fact === 'region');
    const waiting = open || (now.named !== undefined && !now.named.lastTime && readings.length === 0);
    return waiting ? stay(session, { kind: 'countryUnknown', said: quote(text) }) : undefined;
  }
  const { named, alone } = said;
  const few = text.trim().split(/\s+/).length <= A_FEW;
  // China is a country and a cloud.
  const besides = readings.some(({ fact }) => fact !== 'region' && fact !== 'cloud');
  const plainly = !besides && heard.subscriptions === undefined && (few || places !== undefined);
  const pair = pairOf(joined(session.conversation.places, named));
  if (pair === undefined || (plainly && alone)) return interview(session, { kind: 'countries', named });
  // What has to be picked out of a sentence is shown before it counts.
  return plainly ? interview(session, proposed(pair, text)) : undefined;
}

/** The region that two countries come to, to be confirmed. */
function proposed(pair: CountryPair, text: string): Parameters<typeof interview>[1] {
  const region = ['region', sameRegion(pair), quote(text.trim())] as const;
  return { kind: 'propose', proposal: { read: [region], unclear: [], excluded: [] }, named: pair };
}

/** The countries that a line names, whoever found them. */
function countriesSaidIn(
  text: string,
  { language }: Session,
  { places, placesAlone = false }: Understanding,
): ReturnType<typeof countriesInLine> {
  if (places === undefined) return countriesInLine(text, language);
  // A mail that is only quoted has signs before its lines.
  return { named: places, alone: placesAlone && hasPlainSigns(text) };
}

/** The two countries that the region was read from, or that a line names beside what it says of the region. */
function regionRead(session: Session, text: string, heard: Understanding): Whereabouts | undefined {
  const region = heard.readings.find(({ fact }) => fact === 'region');
  if (region?.kind !== 'is') return undefined;
  const said = countriesSaidIn(text, session, heard);
  const named = said === 'open' ? undefined : said?.named;
  return deciding(named, region.value) === undefined ? undefined : named;
}

/** "It's another country" is no answer about the region: which two countries, is the question. */
function whichCountries(session: Session, now: InterviewView): Turn | undefined {
  if (now.kind === 'understood') return undefined;
  const turn = interview(session, { kind: 'change', fact: 'region' });
  const { conversation, view: shown } = turn;
  if (conversation.asking !== 'region') return undefined;
  return { ...turn, view: { ...shown, notes: [...shown.notes, { kind: 'countriesNeeded' }] } };
}

function inOwnWords(session: Session, now: InterviewView, text: string): Turn {
  const asked = onTable(now);
  const heard = hear(session, asked, text);
  // A question about the rules is answered beside what is shown, and answers nothing itself.
  if (heard.question !== undefined) return stay(session, answerToRule(session.conversation, heard.question));
  const answer = plainAnswer(asked?.fact, heard);
  // "NO" is no before it is Norway.
  const settled =
    heard.afresh || answer?.value === 'unknown' || (answer !== undefined && text.trim().length <= 3);
  const located = settled ? undefined : countriesSaid(session, now, text, heard);
  if (located !== undefined) return located;
  if (answer !== undefined) return interview(session, { kind: 'answer', ...answer });
  const anew = begun(session, heard);
  const turned = spoken(anew ?? session, heard);
  if (says(heard)) {
    const from = turned ?? anew ?? session;
    const proposed = interview(from, {
      kind: 'propose',
      ...heardOf(from.conversation, heard, text),
      named: regionRead(session, text, heard),
    });
    // Of a new start the line itself tells; what the answers of before came to does not stand in it.
    const told = anew?.view.notes.filter(({ kind }) => kind === 'nextBegun') ?? [];
    const notes = [...told, ...proposed.view.notes];
    return {
      ...proposed,
      view: { ...proposed.view, notes },
      languageChosen: turned?.languageChosen === true,
    };
  }
  if (turned !== undefined) return turned;
  const asking = heard.abroad ? whichCountries(session, now) : undefined;
  if (asking !== undefined) return asking;
  return heard.intent === undefined ? notUnderstood(session) : intended(session, now, heard.intent);
}

/** Readings that are called "Yes" and "No" are chosen by those words before anything is confirmed by them. */
function readChoice(text: string, { language }: Session, now: InterviewView): Answer | undefined {
  const asked = askedBy(now);
  const read = asked === undefined ? undefined : readTyped(text, language, asked);
  return read?.kind === 'answer' ? read.value : undefined;
}

/** Beside what is asked something else is shown that asks: "yes" and a number answer that, and nothing behind it. */
function besides(session: Session, text: string): Turn | undefined {
  const { besides: shown } = session.desk;
  if (shown === undefined) return undefined;
  const reply = readReply(text, session.language);
  if (shown === 'forget' && reply === true)
    return tap(session, { kind: 'forgetNow', origin: originOf(session.conversation) });
  if (shown === 'forget' && reply === false) return stay(session);
  const answers = reply !== undefined || placeNamed(text, session.language, MOST_ROWS) !== undefined;
  if (!answers) return undefined;
  return shown === 'welcome' ? stay(session) : notUnderstood(session);
}

/** What a typed line does: a receipt, an answer, a command, a language, or a situation in the person's own words. */
export function typed(session: Session, text: string): Turn {
  if (text.trim() === '') return stay(session);
  if (text.length > READABLE) return stay(session, { kind: 'tooLong' });
  const opened = openReceipt(session, text);
  if (opened !== undefined) return opened;
  const aside = besides(session, text);
  if (aside !== undefined) return aside;
  const now = view(session.conversation);
  const choice = now.kind === 'understood' ? readChoice(text, session, now) : undefined;
  if (choice !== undefined) return answered(session, now, choice);
  const reply = now.kind === 'understood' ? readReply(text, session.language) : undefined;
  if (reply !== undefined) return interview(session, { kind: reply ? 'accept' : 'dismiss' });
  const read = readTyped(text, session.language, askedBy(now));
  switch (read.kind) {
    case 'answer':
      return answered(session, now, read.value);
    case 'command':
      return command(session, read.command);
    case 'change':
      return interview(session, { kind: 'change', fact: read.fact });
    case 'language':
      return speak(session, read.tag);
    case 'customer':
      return forCustomer(session, read.tag);
    case 'nothing':
      return inOwnWords(session, now, text);
  }
}
