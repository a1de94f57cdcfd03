import { Session } from 'node:inspector';
import { parentPort } from 'node:worker_threads';
import { quoted } from '../../../src/cards/quote.js';
import { redact } from '../../../src/feedback/redact.js';
import { plainAnswer } from '../../../src/language/gate/plain-answers.js';
import type { LanguageTag } from '../../../src/language/languages.js';
import { readTyped } from '../../../src/language/typed.js';
import { fold } from '../../../src/language/understand/text/word.js';
import { understand } from '../../../src/language/understand/understand.js';
import { optionsOf } from '../../../src/policy/facts.js';

const SELLER = { fact: 'seller', options: optionsOf('seller') } as const;

/** What goes through a text of somebody else's. */
export const PASSES = {
  understand: (text: string, language: LanguageTag) => understand(text, { language }),
  'understand a customer': (text: string, language: LanguageTag) =>
    understand(text, { language, perspective: 'customer' }),
  typed: (text: string, language: LanguageTag) => readTyped(text, language, SELLER),
  'the gate': (text: string, language: LanguageTag) => plainAnswer(text, language, SELLER),
  fold: (text: string) => fold(text),
  quote: (text: string) => quoted(text),
  redact: (text: string) => redact(text),
} as const satisfies Record<string, (text: string, language: LanguageTag) => unknown>;

export type Pass = keyof typeof PASSES;

/** What the worker is asked: how often functions of ours are called while a text is read. */
export interface Counted {
  readonly pass: Pass;
  readonly text: string;
  readonly language: LanguageTag;
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly isBlockCoverage: boolean;
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
}

function post(session: Session, method: string, given: object = {}): unknown {
  let answer: unknown;
  // In one process it answers before it returns.
  session.post(method, given, (error, result) => {
    if (error !== null) throw error;
    answer = result;
  });
  return answer;
}

/** Calls of all functions of the product since it was asked last. */
function callsSince(session: Session): number {
  const { result } = post(session, 'Profiler.takePreciseCoverage') as Coverage;
  return result
    .filter(({ url }) => url.includes('/dist/src/'))
    .flatMap(({ functions }) => functions)
    .reduce((sum, { ranges: [whole] }) => sum + (whole?.count ?? 0), 0);
}

const session = new Session();
session.connect();
post(session, 'Profiler.enable');
post(session, 'Profiler.startPreciseCoverage', { callCount: true, detailed: false });

parentPort?.on('message', ({ pass, text, language }: Counted) => {
  // What is put together with the first text is not counted.
  PASSES[pass]('EA', language);
  callsSince(session);
  PASSES[pass](text, language);
  parentPort?.postMessage(callsSince(session));
});
