import { existsSync, readFileSync } from 'node:fs';
import type { Shape } from '../cards/message.js';
import { begin } from '../conversation/interview/state.js';
import { view } from '../conversation/interview/viewed.js';
import type { View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { nextQuestion, openWith, type Question } from '../policy/engine/interview.js';
import { policyFor } from '../policy/engine/policy.js';
import { type Finished, finished } from './ready.js';

/** Where the build puts it: a file for each language, read when somebody speaks it, and one for what is asked first. */
export const FIRST = new URL('./first/', import.meta.url);
const OPENING = 'opening';

/** Finds what everybody is asked first. */
function findOpening(): Question | undefined {
  return nextQuestion(policyFor(undefined), {});
}

/** Draws what people see first in a language, for every channel. */
function findFirst(language: Language, shapes: readonly Shape[]): readonly Finished[] {
  const question = view(begin('first'));
  const welcome: View = { screen: { kind: 'welcome' }, notes: [], origin: undefined };
  const asked: View = { screen: question, notes: [], origin: question.origin };
  const restarted: View = { ...asked, notes: [{ kind: 'restarted' }] };
  return [welcome, asked, restarted].flatMap((seen) =>
    shapes.flatMap((shape) => finished(seen, language, shape) ?? []),
  );
}

/** All that the build finishes, by the name of its file, in the order in which it is written. */
export function findAllFirst(
  languages: readonly Language[],
  shapes: readonly Shape[],
): ReadonlyMap<string, Question | readonly Finished[] | undefined> {
  return new Map<string, Question | readonly Finished[] | undefined>([
    ...languages.map((language) => [language.tag, findFirst(language, shapes)] as const),
    [OPENING, findOpening()],
  ]);
}

export function fileOf(name: string): URL {
  return new URL(`${name}.json`, FIRST);
}

function read<T>(name: string): T | undefined {
  const file = fileOf(name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

/** What the build finished in a language; without a build nothing is. */
export function firstIn(tag: string): readonly Finished[] {
  return read<readonly Finished[]>(tag) ?? [];
}

/** Takes the first question from the build, so that the first answer after a start need not wait for its plan. */
export function recallOpening(): void {
  const opening = read<Question>(OPENING);
  if (opening !== undefined) openWith(policyFor(undefined), opening);
}
