import { countriesInLine } from '../language/understand/lazily.js';
import type { Understanding } from '../language/understand/understand.js';
import { type CountryPair, sameRegion } from '../policy/regions/regions.js';
import { quote } from './hear.js';
import type { InterviewView } from './interview/shown.js';
import { deciding, isSaidAgain, joined, pairOf, type Whereabouts } from './interview/whereabouts.js';
import { interview } from './interview-turns.js';
import { stay } from './screens.js';
import type { Session, Turn } from './session.js';

/** A line of so many words may be about two countries, */
const A_FEW = 6;
/** and one of so many about one of them: in a longer one a name stands in passing. */
const A_FEW_MORE = 12;

/** Countries may answer where the two tenants are: what has to be picked out of a line is shown before it counts. */
export function countriesSaid(
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
  const { named } = said;
  const long = text.trim().split(/\s+/).length;
  // China is a country and a cloud.
  const besides = readings.some(({ fact }) => fact !== 'region' && fact !== 'cloud');
  const plainly = !besides && heard.subscriptions === undefined && (long <= A_FEW || places !== undefined);
  const pair = pairOf(joined(session.conversation.places, named));
  if (pair === undefined)
    return long <= A_FEW_MORE ? interview(session, { kind: 'countries', named }) : undefined;
  return plainly ? interview(session, proposed(pair, text)) : undefined;
}

/** What a line comes to that names countries and nothing else; what may only have come twice is shown first. */
export function countriesNamed(session: Session, named: Whereabouts, text: string): Turn {
  const { places } = session.conversation;
  const pair = pairOf(joined(places, named));
  return pair !== undefined && isSaidAgain(places, named)
    ? interview(session, proposed(pair, text))
    : interview(session, { kind: 'countries', named });
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
  { places }: Understanding,
): ReturnType<typeof countriesInLine> {
  return places === undefined ? countriesInLine(text, language) : { named: places };
}

/** The two countries that the region was read from, or that a line names beside what it says of the region. */
export function regionRead(session: Session, text: string, heard: Understanding): Whereabouts | undefined {
  const region = heard.readings.find(({ fact }) => fact === 'region');
  if (region?.kind !== 'is') return undefined;
  const said = countriesSaidIn(text, session, heard);
  const named = said === 'open' ? undefined : said?.named;
  return deciding(named, region.value) === undefined ? undefined : named;
}
