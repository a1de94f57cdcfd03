import type { Action } from '../conversation/action.js';
import type { Input } from '../conversation/dialog.js';
import type { Effect } from '../conversation/session.js';
import { LANGUAGE_TAGS } from '../language/languages.js';
import { EDITION_IDS, type Eligibility } from '../policy/edition.js';
import { FACT_IDS, optionsOf } from '../policy/facts.js';

/** Everything that a label of a metric can say. What is none of these is `other`, whoever sent it. */

/** The keys of a record that has to name every member of a union, so that none is forgotten. */
function members<T extends string>(every: Readonly<Record<T, true>>): readonly T[] {
  return Object.keys(every) as T[];
}

/** What stands for everything that has no word of its own. */
export const OTHER = 'other';

const CHANNELS = ['msteams', 'directline', 'webchat', 'emulator'] as const;

/** The answer to a letter is something done about a case as well, and is counted as that. */
const ACTIONS = members<Exclude<Action['kind'], 'remind'>>({
  answer: true,
  countries: true,
  change: true,
  back: true,
  restart: true,
  subscription: true,
  dismiss: true,
  sendToPerson: true,
  forgetNow: true,
  accept: true,
  fill: true,
  tick: true,
  reason: true,
  askCustomer: true,
  say: true,
  case: true,
  setLanguage: true,
  setEdition: true,
  show: true,
  help: true,
  language: true,
  edition: true,
  why: true,
  call: true,
  chat: true,
  ticket: true,
  wholeTicket: true,
  share: true,
  person: true,
  wrong: true,
  helped: true,
  known: true,
  forget: true,
});

const INPUTS = members<Exclude<Input['kind'], 'tap'> | 'unreadable' | 'extension'>({
  arrive: true,
  text: true,
  attachment: true,
  reaction: true,
  /** A tap with data that no card of ours carries. */
  unreadable: true,
  /** The message extension. */
  extension: true,
});

export const ELIGIBILITIES = members<Eligibility>({
  eligible: true,
  otherRoute: true,
  notEligible: true,
  confirm: true,
  outOfScope: true,
  depends: true,
});

/** `turn`: a turn failed. `storage` and `reply`: because of the store, because the channel did not take the answer. */
export const ERROR_KINDS = members<'turn' | 'storage' | 'reply' | Effect['kind']>({
  turn: true,
  storage: true,
  reply: true,
  handOver: true,
  feedback: true,
  remind: true,
  case: true,
  forget: true,
});

/** Where the time of a turn goes. */
export const STAGES = ['total', 'state', 'render', 'reply', 'outside'] as const;
export type Stage = (typeof STAGES)[number];

export const STORE_CALLS = ['read', 'write', 'delete'] as const;
export type StoreCall = (typeof STORE_CALLS)[number];

/** Each option under its fact: no more series than there are options. */
export const ANSWERS = FACT_IDS.flatMap((fact) => optionsOf(fact).map((option) => `${fact}.${option}`));

/** The values of each label of each counter. */
export const WORDS = {
  turns: { channel: CHANNELS, input: [...INPUTS, ...ACTIONS] },
  errors: { kind: ERROR_KINDS },
  languages: { language: LANGUAGE_TAGS },
  guidance: { eligibility: ELIGIBILITIES, edition: EDITION_IDS },
  questions: { fact: FACT_IDS },
  unknown: { fact: FACT_IDS },
  corrections: { kind: ['changed', 'takenBack', 'dismissed'] },
  interviews: { state: ['begun', 'finished', 'opened'] },
  heard: { result: ['read', 'unclear', 'question', 'notInPolicy', 'tooLong', 'nothing'] },
  handOvers: { result: ['sent', 'failed'] },
  opinions: { opinion: ['helped', 'wrong'] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
